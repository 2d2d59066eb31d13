import ArgumentParser
import ShuduDataset
import ShuduStore

/// `shudu verify`: a dataset against its hashes and its corpus.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a dataset against its hashes and its corpus.",
    discussion: """
      Looks whether every file of the package is as the rebuild wrote it, and with --corpus whether the \
      words of every fact still stand in the articles, each where its fact says:

        shudu verify dataset
        shudu verify dataset --corpus Corpus

      Each problem is a line; the exit code is 1 where there is one.
      """)

  @Option(help: "The corpus that the dataset was made of.")
  var corpus: String?

  @OptionGroup var limits: LimitOptions

  @Argument(help: "The dataset's folder.")
  var dataset: String

  func validate() throws { try limits.check() }

  func run() throws {
    let result: Verification.Result
    do {
      let folder = try corpus.map { try CorpusFolder(path: $0) }
      result = try Verification(dataset).run(corpus: folder, limit: limits.maxSize)
    } catch let error as DatasetError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    } catch let error as StoreError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
    var lines = result.problems.map(\.message)
    let facts = corpus == nil ? "" : ", \(result.facts) facts"
    let problems =
      result.problems.isEmpty ? "all as they should be" : "\(result.problems.count) problems"
    lines.append("\(dataset): \(result.files) files\(facts): \(problems)")
    try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    if !result.problems.isEmpty { throw ExitCode(1) }
  }
}
