import ArgumentParser
import Foundation
import Shudu
import ShuduInput

/// `shudu recognize`: mentions of quantities, times and names, without what they say of each other.
struct RecognizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognize",
    abstract: "Find the quantities, times and names in texts.",
    discussion: """
      A filter: a line {"id","text","date"?} on standard input gives exactly one line on standard \
      output, in the same order: {"id","mentions":[…]} or {"id","error":{…}}, and the exit code is 0.

        echo '{"id":"1","text":"出口10万-25万套,增长6.4%"}' | shudu recognize --jsonl

      Offsets count Unicode scalars of `text`. Values are decimal strings in the unit as written; \
      `normalized` has them in the standard unit (Schemas/recognize-answer.schema.json).
      """)

  @Option(
    help: "The day that relative times are worked out from, where a line has none (YYYY-MM-DD).")
  var date: CalendarDate?

  @Flag(help: "Be a filter from standard input to standard output.")
  var jsonl = false

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    try limits.check()
    if !jsonl { throw ValidationError("Say --jsonl: texts are read as JSON lines.") }
  }

  func run() throws {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var json = JSONWriter()
    try LineFilter.run(limit: limits.maxSize) { bytes in
      let line: FilterLine
      do throws(FilterLine.Failure) {
        line = try FilterLine(bytes)
      } catch {
        return FilterLine.error(id: error.id, code: error.code, reason: error.reason)
      }
      json.removeAll()
      let result = pipeline.recognize(
        line.article, options: line.options(date: date), scratch: &scratch)
      json.beginObject()
      json.key("id")
      json.string(line.id)
      MentionWriter(result: result).write(to: &json)
      json.endObject()
      json.newline()
      return json.bytes
    }
  }
}
