import Shudu
import ShuduInput

/// `shudu process`: brings a corpus's index up to its articles, settings, lexicon, extractor and decisions.
///
/// May be killed at any moment: what was stored stays, and the next run goes on. Memory: the files that the workers
/// have in hand and one transaction's rows, beside some 500 bytes an article.
public struct CorpusProcessor: Sendable {
  /// What a run did.
  public struct Summary: Sendable, Equatable {
    public var files = 0
    public var processed = 0
    public var renamed = 0
    public var removed = 0
    public var unchanged = 0
    /// Files that gave nothing, or not all they should.
    public var failures: [FileFailure] = []
    /// Facts of the files that were processed.
    public var facts = 0
    /// Whether a corrupt index was set aside and made anew.
    public var isIndexRebuilt = false
  }

  public let folder: CorpusFolder
  public var jobs: Int
  /// Whether to do everything again.
  public var again: Bool

  public init(_ folder: CorpusFolder, jobs: Int, again: Bool = false) {
    self.folder = folder
    self.jobs = jobs
    self.again = again
  }

  /// - Parameters:
  ///   - willProcess: told the number of files that will be looked at, before the first.
  ///   - report: told of each file that was looked at, in order of their paths.
  /// - Throws: `locked` where another process is at it; `badSettings`, `badLexicon`, `newerSchema`, `file`, `index`.
  public func run(
    willProcess: @Sendable (Int) -> Void, report: @escaping @Sendable (FileReport) -> Void
  ) async throws(StoreError) -> Summary {
    let lock = try IndexLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let settings = try CorpusSettings.load(from: folder)
    let lexicon = try CorpusLexicon.load(from: folder)
    let (index, isRebuilt) = try CorpusIndex.openForWriting(folder)
    let stamp = Stamp(extractor: Version.current, lexicon: lexicon.hash, settings: settings)
    let plan = try plan(for: index, stamp)
    willProcess(plan.tasks.count)

    if plan.tasks.count >= max(PostponedIndexes.leastFiles, plan.unchanged) {
      try index.write { try PostponedIndexes.drop(in: $0) }
    }
    let ledger = BatchLedger(IndexWriter(index, stamp: stamp), report: report)
    for (row, isRenamed) in plan.vanished { ledger.remove(row, isRenamed: isRenamed) }
    await ProcessBatch(
      folder: folder, plan: plan, settings: settings, lexicon: lexicon, ledger: ledger
    ).run(jobs: jobs)
    var summary = try ledger.finish()
    try index.makePostponedIndexes()
    try ArticleLinks.update(index)
    try index.refreshReviews(from: DecisionLog(folder))
    summary.files = plan.tasks.count + plan.unchanged
    summary.unchanged += plan.unchanged
    summary.failures = try index.failures()
    summary.isIndexRebuilt = isRebuilt
    return summary
  }

  /// Lists the files, tells renamed ones by their bytes, and notes them in `renamed.jsonl`.
  private func plan(for index: CorpusIndex, _ stamp: Stamp) throws(StoreError) -> ProcessPlan {
    let files = try folder.articleFiles()
    let known = try index.knownFiles()
    let log = RenameLog(folder)
    let renames = Renames(files: files, known: known, folder: folder, limit: 1 << 30)
    try log.append(renames.lines)
    return ProcessPlan(
      files: files, known: known, keys: try log.keys(of: files.map(\.path)), stamp: stamp,
      again: again, renamedFrom: renames.from)
  }
}
