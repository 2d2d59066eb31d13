import Foundation
import Shudu
import ShuduEvaluation
import ShuduStore

/// Makes a dataset of a corpus: a pure function of articles, decisions, lexicon, settings and program.
///
/// Goes through the articles in the order of their keys' bytes and writes all files as it goes, so that it holds
/// one article at a time (and the page's facts). Clock, locale and the place of the folder have no part in it.
public struct Rebuild {
  private let corpus: Corpus
  private let options: RebuildOptions
  private let extractor: FactRecord.Extractor
  private let quality: MeasuredQuality?

  /// - Parameters:
  ///   - corpus: processed, with its index up to date.
  ///   - extractor: the program's version and the hash of all word tables in use.
  ///   - quality: what was measured against gold facts, if anything was.
  public init(
    _ corpus: Corpus, options: RebuildOptions, extractor: FactRecord.Extractor,
    quality: MeasuredQuality?
  ) {
    self.corpus = corpus
    self.options = options
    self.extractor = extractor
    self.quality = quality
  }

  /// What a rebuild made.
  public struct Summary: Sendable, Equatable {
    public var counts: DatasetCounts
    /// Added, changed and withdrawn facts against the earlier dataset.
    public var changes: ChangeCounts?
  }

  /// Makes the dataset in a folder beside `output`, and puts it into its place when it is whole.
  ///
  /// - Parameter progress: called after each article, with how many are done of how many.
  public func run(
    output: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> Summary {
    try checkPlace(of: output)
    let staging = try StagingFolder(for: output)
    let earlier = try options.previous.map { path throws(DatasetError) in try EarlierRelease(path) }
    let articles = try sortedArticles()
    let tables = try DatasetTables(in: staging.path, options: options)
    let assembly = ArticleAssembly(index: corpus.index, options: options)
    var counts = DatasetCounts()
    var changes = earlier.map { ChangeFinder($0, making: making, corpus: corpus) }
    var page = PageData(hasText: !options.withoutText)
    for (turn, row) in articles.enumerated() {
      let result = try assembly.assemble(row)
      try tables.append(result.article)
      counts.add(result)
      page.append(result.article)
      changes?.note(result)
      progress(turn + 1, articles.count)
    }
    counts.units = try tables.appendUnits()
    let found = try changes?.finish()
    let files = try tables.finish()
    let package = PackageWriter(
      folder: staging.path, settings: corpus.settings, options: options, making: making,
      counts: counts, quality: quality)
    try package.write(
      files, changes: found, page: &page, sources: try sources(articles), fields: tables.factFields)
    try staging.commit()
    return Summary(counts: counts, changes: found?.counts)
  }

  private var making: PackageDescriptor.Making {
    PackageDescriptor.Making(
      program: extractor.version, lexicon: extractor.lexicon, options: options.choices,
      withoutText: options.withoutText)
  }

  /// All articles by their keys' bytes, whatever the order of files.
  private func sortedArticles() throws(DatasetError) -> [ArticleRow] {
    let rows = try stored { () throws(StoreError) in try corpus.index.articles() }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (a, b) in zip(rows, rows.dropFirst()) where a.key.utf8.elementsEqual(b.key.utf8) {
      throw .sameKey(key: a.key, paths: [a.path, b.path].sorted())
    }
    return rows
  }

  /// What the dataset was made of, each with a hash of what was read.
  private func sources(
    _ articles: [ArticleRow]
  ) throws(DatasetError) -> [PackageDescriptor.Source] {
    let versions = articles.map { "\($0.key)\t\($0.version)\n" }.joined()
    var sources = [
      PackageDescriptor.Source(
        title: "\(articles.count) articles", version: Digest.text(of: versions.utf8))
    ]
    if FileManager.default.fileExists(atPath: corpus.folder.decisions) {
      let log = try stored { () throws(StoreError) in try corpus.log.read() }
      // The log is a set: its order and its spaces mean nothing.
      let lines = log.decisions.compactMap { try? $0.line() }.map {
        String(decoding: $0, as: UTF8.self) + "\n"
      }
      sources.append(
        PackageDescriptor.Source(
          title: "\(log.decisions.count) review decisions",
          version: Digest.text(of: lines.joined().utf8)))
    }
    sources += (corpus.settings.sources ?? []).map {
      PackageDescriptor.Source(title: $0.title, path: $0.path)
    }
    return sources
  }

  /// The output may neither hold the corpus nor stand where its articles are read from.
  private func checkPlace(of output: String) throws(DatasetError) {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let place = resolved(output)
    for source in [corpus.folder.articles, corpus.folder.lexicon, corpus.folder.derived] {
      if place == resolved(source) || place.hasPrefix(resolved(source) + "/") {
        throw .overlapping(output: output, corpus: source)
      }
    }
    if (resolved(corpus.folder.path) + "/").hasPrefix(place == "/" ? "/" : place + "/") {
      throw .overlapping(output: corpus.folder.path, corpus: output)
    }
  }
}
