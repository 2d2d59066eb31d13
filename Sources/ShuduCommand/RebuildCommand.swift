import ArgumentParser
import Foundation
import Shudu
import ShuduDataset
import ShuduEvaluation
import ShuduInput
import ShuduStore

/// `shudu rebuild`: a corpus to a dataset.
struct RebuildCommand: AsyncParsableCommand {
  enum Only: String, ExpressibleByArgument, CaseIterable {
    case reviewed
  }

  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make the dataset of a corpus: a data package.",
    discussion: """
      Brings the corpus's index up to date, as `shudu process` does, and writes facts, articles, \
      sentences, names, units and the numerals that no fact took as CSV, JSON lines and SQLite, with \
      a page (index.html), a data card (README.md), CHANGES.md and datapackage.json:

        shudu rebuild Corpus --output dataset
        shudu rebuild Corpus --output release-2 --previous release-1 --only reviewed

      The same articles, decisions, words, settings and program give the same bytes. DIR is replaced in \
      one step when all is written; a rebuild that fails or is killed leaves it as it was.

      An article that can't be read is named on standard error, the dataset is made of the others, and the \
      exit code is 1.

      --parquet adds facts.parquet; it needs a Python with pyarrow (pip install pyarrow).
      """)

  @Option(help: "The folder of the dataset; an earlier dataset there is replaced.")
  var output: String

  @Option(help: "An earlier dataset: CHANGES.md says what is told otherwise, and why.")
  var previous: String?

  @Option(help: "`reviewed`: only facts that people accepted, corrected or added.")
  var only: Only?

  @Option(help: "Only facts of articles of this day (YYYY-MM-DD) and later.")
  var since: CalendarDate?

  @Option(
    help: "Only facts of this status: actual, target, forecast or provision; may be repeated.")
  var status: [String] = []

  @Option(help: "Only facts of this kind, such as money or count; may be repeated.")
  var kind: [String] = []

  @Flag(help: "Leave the articles' sentences out, where copyright asks for it.")
  var withoutText = false

  @Flag(help: "Begin CSV files with a byte order mark, for spreadsheets.")
  var bom = false

  @Flag(help: "Write facts.parquet too.")
  var parquet = false

  @Option(help: "The Python for --parquet.")
  var python = "python3"

  @Option(help: "How many files to process at once (default: one a core).")
  var jobs: Int?

  @Flag(help: "Say what was made as JSON.")
  var json = false

  @Argument(help: "The corpus folder.")
  var corpus: String

  func validate() throws {
    let statuses = ["actual", "target", "forecast", "provision"]
    for name in status where !statuses.contains(name) {
      throw ValidationError("--status takes \(statuses.joined(separator: ", ")).")
    }
    let kinds = QuantityKind.allCases.map(\.rawValue).filter { $0 != "number" }
    for name in kind where !kinds.contains(name) {
      throw ValidationError("--kind takes \(kinds.joined(separator: ", ")).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }

  private var options: RebuildOptions {
    var options = RebuildOptions()
    options.previous = previous
    options.onlyReviewed = only == .reviewed
    options.since = since?.description
    options.statuses = status
    options.kinds = kind
    options.withoutText = withoutText
    options.hasByteOrderMark = bom
    options.python = parquet ? python : nil
    return options
  }

  func run() async throws {
    do {
      try await rebuild()
    } catch let error as StoreError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    } catch let error as DatasetError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    } catch let error as EvaluationError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
  }

  private func rebuild() async throws {
    let folder = try CorpusFolder(path: corpus)
    let processed = try await process(folder)
    for failure in processed.failures {
      StandardOutput.complain("shudu: \(failure.path): \(failure.reason)")
    }
    let lexicon = try CorpusLexicon.load(from: folder)
    let extractor = FactRecord.Extractor(version: Version.current, lexicon: lexicon.hash)
    let rebuild = Rebuild(
      try Corpus(path: corpus), options: options, extractor: extractor,
      quality: try quality(Pipeline(adding: lexicon.words)))
    let bar = BarBox()
    defer { bar.finish() }
    let summary = try rebuild.run(output: output) { done, total in
      if done == 1 { bar.begin(total, isShown: total > 1 && StandardOutput.isTerminal(2)) }
      bar.advance(failed: false)
    }
    bar.finish()
    try StandardOutput.write(json ? summary.json(output) : Array(summary.line(output).utf8))
    if !processed.failures.isEmpty { throw ExitCode(1) }
  }

  /// Does what `shudu process` does; nothing where the index is current.
  private func process(_ folder: CorpusFolder) async throws -> CorpusProcessor.Summary {
    let bar = BarBox()
    defer { bar.finish() }
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return try await CorpusProcessor(folder, jobs: jobs).run { count in
      bar.begin(count, isShown: count > 1 && StandardOutput.isTerminal(2))
    } report: { report in
      if report.outcome != .removed { bar.advance(failed: !report.failures.isEmpty) }
    }
  }

  /// Scores of the test split, else of all gold articles; nil where the corpus has none.
  private func quality(_ pipeline: Pipeline) throws -> MeasuredQuality? {
    guard FileManager.default.fileExists(atPath: corpus + "/gold") else { return nil }
    let gold = try GoldCorpus(folder: corpus)
    let test = gold.entries.filter { $0.split == "test" }
    let entries = test.isEmpty ? gold.entries : test
    var scratch = Pipeline.Scratch()
    let scores = try entries.map { try GoldArticle.score($0, in: corpus, pipeline, &scratch) }
    return MeasuredQuality(Evaluation(articles: scores), split: test.isEmpty ? "all" : "test")
  }
}

extension Rebuild.Summary {
  fileprivate func line(_ output: String) -> String {
    var line =
      "\(output): \(counts.facts) facts of \(counts.articles) articles, \(counts.unclaimed) numerals unclaimed"
    if let changes {
      line += "; \(changes.added) added, \(changes.changed) changed, \(changes.withdrawn) withdrawn"
    }
    return line + "\n"
  }

  fileprivate func json(_ output: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("output")
    json.string(output)
    json.key("articles")
    json.integer(counts.articles)
    json.key("facts")
    json.integer(counts.facts)
    json.key("unclaimed")
    json.integer(counts.unclaimed)
    json.key("rejected")
    json.integer(counts.rejected)
    json.key("filtered")
    json.integer(counts.filtered)
    json.key("changes")
    if let changes {
      json.beginObject()
      json.key("added")
      json.integer(changes.added)
      json.key("changed")
      json.integer(changes.changed)
      json.key("withdrawn")
      json.integer(changes.withdrawn)
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
    json.newline()
    return json.bytes
  }
}
