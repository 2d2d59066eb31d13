import ArgumentParser
import ShuduStore

/// `shudu init`: a new corpus folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a corpus folder.",
    discussion: """
      Makes CORPUS with a commented corpus.yaml, a folder articles/ for the articles, and a folder \
      lexicon/ with an example of each table that a team may add words to. Keep the folder in git: \
      .gitattributes lets the decisions of several people merge line by line, and .gitignore leaves \
      out what is derived. Files that are there already stay as they are.

        shudu init press
        cp ~/pages/*.txt press/articles/
        shudu process press
      """)

  @Argument(help: "The folder to make; it may be there already, without a corpus.yaml.")
  var corpus: String

  func run() async throws {
    try await StoreError.reporting {
      for path in try CorpusTemplate.make(at: corpus) {
        try StandardOutput.write(Array("made \(path)\n".utf8))
      }
    }
  }
}
