import ArgumentParser
import Foundation
import Shudu
import ShuduStore
import Synchronization

/// `shudu process`: a corpus's articles into its index.
struct ProcessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Extract a corpus's facts into its index.",
    discussion: """
      Reads CORPUS/articles/** and keeps all facts, sentences, names and unclaimed numerals in \
      CORPUS/.shudu/index.sqlite, with the decisions of CORPUS/decisions.jsonl applied. Only what changed \
      in articles, settings, lexicon or extractor is done again, and --verbose says why. A renamed file \
      is known again by its bytes. An article that repeats another's text is marked as its reprint.

      A file that can't be read is named on standard error, the others go on, and the exit code is 1. \
      May be stopped at any moment; the next run goes on.

        shudu process press
        shudu process --verbose --jobs 4 press
      """)

  @Flag(help: "Print a line for each file that was looked at.")
  var verbose = false

  @Flag(help: "Print what was done as one JSON object.")
  var json = false

  @Flag(help: "Do everything again.")
  var again = false

  @Option(help: "How many files to read at once (default: one a core).")
  var jobs: Int?

  @OptionGroup var corpus: CorpusArgument

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let summary = try await StoreError.reporting { try await process() }
    let seconds = ContinuousClock.now - start
    if summary.isIndexRebuilt {
      StandardOutput.complain(
        "shudu: the index was corrupt and was made anew; the old one is index.corrupt.sqlite")
    }
    for failure in summary.failures {
      StandardOutput.complain("shudu: \(failure.path): \(failure.reason)")
    }
    try print(summary, seconds)
    if !summary.failures.isEmpty { throw ExitCode(1) }
  }

  private func process() async throws -> CorpusProcessor.Summary {
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let bar = BarBox()
    let verbose = verbose && !json
    defer { bar.finish() }
    return try await CorpusProcessor(corpus.folder, jobs: jobs, again: again).run { count in
      bar.begin(count, isShown: !verbose && count > 1 && StandardOutput.isTerminal(2))
    } report: { report in
      if verbose { try? StandardOutput.write(Array((report.line + "\n").utf8)) }
      if report.outcome != .removed { bar.advance(failed: !report.failures.isEmpty) }
    }
  }

  private func print(_ summary: CorpusProcessor.Summary, _ time: Duration) throws {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    if json {
      var json = JSONWriter()
      summary.write(to: &json, seconds: seconds)
      try StandardOutput.write(json.bytes)
    } else {
      try StandardOutput.write(Array((summary.line(seconds: seconds) + "\n").utf8))
    }
  }
}

/// A progress bar whose length is known once the work begins.
final class BarBox: Sendable {
  private let bar = Mutex<ProgressBar?>(nil)

  func begin(_ total: Int, isShown: Bool) {
    bar.withLock { $0 = ProgressBar(total: total, isShown: isShown) }
  }

  func advance(failed: Bool) { bar.withLock { $0?.advance(failed: failed) } }
  func finish() { bar.withLock { $0?.finish() } }
}

extension FileReport {
  /// `articles/a.md: edited, 12 facts`.
  fileprivate var line: String {
    let what =
      switch outcome {
      case .processed(let reason): reason.rawValue
      case .renamed(let old): "renamed from \(old)"
      case .same: "the same bytes"
      case .removed: "removed"
      }
    var line = "\(path): \(what)"
    switch outcome {
    case .processed, .renamed: line += ", \(facts) facts"
    case .same, .removed: break
    }
    return line + failures.map { "; \($0)" }.joined()
  }
}

extension CorpusProcessor.Summary {
  fileprivate func line(seconds: Double) -> String {
    var parts = ["\(processed) processed"]
    if renamed > 0 { parts.append("\(renamed) renamed") }
    if removed > 0 { parts.append("\(removed) removed") }
    parts.append("\(unchanged) unchanged")
    if !failures.isEmpty { parts.append("\(failures.count) failed") }
    let time = String(format: "%.1f", seconds)
    return "\(files) files: \(parts.joined(separator: ", ")); \(facts) facts in \(time) s"
  }

  fileprivate func write(to json: inout JSONWriter, seconds: Double) {
    json.beginObject()
    json.key("files")
    json.integer(files)
    json.key("processed")
    json.integer(processed)
    json.key("renamed")
    json.integer(renamed)
    json.key("removed")
    json.integer(removed)
    json.key("unchanged")
    json.integer(unchanged)
    json.key("facts")
    json.integer(facts)
    json.writeFailed(failures)
    json.key("index_rebuilt")
    json.bool(isIndexRebuilt)
    json.key("seconds")
    json.number(seconds)
    json.endObject()
    json.newline()
  }
}
