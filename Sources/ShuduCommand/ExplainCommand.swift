import ArgumentParser
import Foundation
import Shudu
import ShuduInput

/// `shudu explain`: what each stage made of a text.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what each stage makes of a text.",
    discussion: """
      Shows, in the order of the stages, how the text was read: its blocks and joins, its sentences \
      with the recognized numbers, times and names marked, and its facts with the rules that made them.

      TEXT is the name of a file, `-` for standard input, or, where no such file stands, the text itself:

        shudu explain --date 2024-01-08 '全市新建公园12个,同比增长20%。'
      """)

  @Option(help: "The article's date, before what it says of itself (YYYY-MM-DD).")
  var date: CalendarDate?

  @Flag(help: "Print one JSON object instead (Schemas/explain.schema.json).")
  var json = false

  @Flag(inversion: .prefixedNo, help: "Colour the output (default: on a terminal).")
  var color: Bool?

  @OptionGroup var limits: LimitOptions

  @Argument(help: "A file, `-`, or the text itself.")
  var text: String

  func validate() throws { try limits.check() }

  func run() throws {
    let input: ArticleInput
    do throws(ArticleInput.Failure) {
      if text == "-" || FileManager.default.fileExists(atPath: text) {
        input = try ArticleInput(path: text, limit: limits.maxSize)
      } else {
        input = try ArticleInput(text: text)
      }
    } catch {
      StandardOutput.complain("shudu: \(text.prefix(200)): \(error.reason)")
      throw ExitCode(1)
    }
    if try explain(input) > 0 { throw ExitCode(1) }
  }

  /// Explains each article, and says how many lines of a file were none.
  private func explain(_ input: ArticleInput) throws -> Int {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var failed = 0
    for item in input.articles {
      switch item {
      case .failure(let error):
        failed += 1
        StandardOutput.complain("shudu: \(text): \(error.reason)")
      case .success(let article):
        let result = pipeline.process(
          article.read, options: .init(date: date, key: article.key), scratch: &scratch)
        if json {
          var writer = JSONWriter()
          ExplanationWriter(result: result, article: article).write(to: &writer)
          writer.newline()
          try StandardOutput.write(writer.bytes)
        } else {
          let usesColor = color ?? StandardOutput.isTerminal(1)
          let explanation = Explanation(result: result, usesColor: usesColor)
          try StandardOutput.write(Array(explanation.text().utf8))
        }
      }
    }
    return failed
  }
}
