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

      TEXT is the name of a file, `-` for standard input, or, where no such file stands, the text itself; \
      several are names of files:

        shudu explain --date 2024-01-08 '全市新建公园12个,同比增长20%。'
        shudu explain --json page1.txt page2.html > pages.jsonl

      A file that can't be read is named on standard error, the others go on, and the exit code is 1.
      """)

  @Option(help: "The article's date, before what it says of itself (YYYY-MM-DD).")
  var date: CalendarDate?

  @Flag(help: "Print a JSON object for each article instead (Schemas/explain.schema.json).")
  var json = false

  @Flag(inversion: .prefixedNo, help: "Colour the output (default: on a terminal).")
  var color: Bool?

  @OptionGroup var limits: LimitOptions

  @Argument(help: "A file, `-`, or the text itself; or several files.")
  var text: [String]

  func validate() throws { try limits.check() }

  func run() throws {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var failed = false
    for name in text {
      for item in articles(of: name) {
        switch item {
        case .failure(let error):
          failed = true
          StandardOutput.complain("shudu: \(name.prefix(200)): \(error.reason)")
        case .success(let article):
          let options = Pipeline.Options(date: date, key: article.key)
          let result = pipeline.process(article.read, options: options, scratch: &scratch)
          try StandardOutput.write(explanation(of: result, article: article))
        }
      }
    }
    if failed { throw ExitCode(1) }
  }

  /// The articles of a file or a text; one failure where it can't be read.
  private func articles(
    of name: String
  ) -> [Result<ArticleInput.Item, ArticleInput.Failure>] {
    let isFile = text.count > 1 || name == "-" || FileManager.default.fileExists(atPath: name)
    do throws(ArticleInput.Failure) {
      return isFile
        ? try ArticleInput(path: name, limit: limits.maxSize).articles
        : try ArticleInput(text: name).articles
    } catch {
      return [.failure(error)]
    }
  }

  private func explanation(of result: Pipeline.Result, article: ArticleInput.Item) -> [UInt8] {
    guard json else {
      let explanation = Explanation(
        result: result, usesColor: color ?? StandardOutput.isTerminal(1))
      return Array(explanation.text().utf8)
    }
    var writer = JSONWriter()
    ExplanationWriter(result: result, article: article).write(to: &writer)
    writer.newline()
    return writer.bytes
  }
}
