import ArgumentParser
import Foundation
import Shudu
import ShuduInput

/// `shudu extract`: article files to fact records.
struct ExtractCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, table
  }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read article files and print the facts they state.",
    discussion: """
      Reads newspaper articles (.txt, .md, .html, .jsonl; UTF-8, GB18030, Big5, UTF-16) and prints a \
      record for each fact, one a line (Schemas/fact.schema.json), in the order of the files:

        shudu extract page1.txt page2.html > facts.jsonl
        shudu extract --format table page1.txt

      A file that can't be read is named on standard error, the others go on, and the exit code is 1.

      With --jsonl it is a filter: a line {"id","text","date"?} in gives exactly one line out, in the \
      same order: {"id","facts":[…]} or {"id","error":{…}}, and the exit code is 0.
      """)

  @Option(help: "The articles' date, before what they say of themselves (YYYY-MM-DD).")
  var date: CalendarDate?

  @Option(help: "How to print facts: \(Format.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format = Format.jsonl

  @Flag(help: "Be a filter from standard input to standard output.")
  var jsonl = false

  @Option(help: "How many files to read at once (default: one a core).")
  var jobs: Int?

  @OptionGroup var limits: LimitOptions

  @Argument(help: "Article files; `-` is standard input.")
  var paths: [String] = []

  func validate() throws {
    if jsonl, !paths.isEmpty { throw ValidationError("--jsonl reads standard input, not files.") }
    if !jsonl, paths.isEmpty { throw ValidationError("Name the files to read, or `-`.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    try limits.check()
  }

  func run() async throws {
    if jsonl {
      try FactFilter(date: date, limit: limits.maxSize).run()
      return
    }
    let batch = ExtractBatch(paths: paths, date: date, format: format, limit: limits.maxSize)
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    if await batch.run(jobs: min(jobs, paths.count)) > 0 { throw ExitCode(1) }
  }
}

/// Answers lines with facts.
struct FactFilter {
  let date: CalendarDate?
  let limit: Int

  func run() throws {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var json = JSONWriter()
    try LineFilter.run(limit: limit) { bytes in
      let line: FilterLine
      do throws(FilterLine.Failure) {
        line = try FilterLine(bytes)
      } catch {
        return FilterLine.error(id: error.id, code: error.code, reason: error.reason)
      }
      json.removeAll()
      answer(line, pipeline, &scratch, &json)
      return json.bytes
    }
  }

  private func answer(
    _ line: FilterLine, _ pipeline: Pipeline, _ scratch: inout Pipeline.Scratch,
    _ json: inout JSONWriter
  ) {
    let result = pipeline.process(
      line.article, options: line.options(date: date), scratch: &scratch)
    let writer = FactRecordWriter(result: result, article: .init(line.article, key: line.id))
    json.beginObject()
    json.key("id")
    json.string(line.id)
    json.key("facts")
    json.beginArray()
    for fact in result.facts { writer.write(fact, to: &json) }
    json.endArray()
    json.endObject()
    json.newline()
  }
}
