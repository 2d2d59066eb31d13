import Foundation
import Testing

/// `shudu train` and `shudu evaluate` on the project's own corpus.
@Suite struct TrainTests {
  /// After a change to words, rules or the corpus: `shudu train Corpus --output Sources/CLexicon/Data`.
  @Test func weightsAreThoseThatTheCorpusTeaches() throws {
    let folder = try Folder()
    let corpus = Program.root.appendingPathComponent("Corpus").path
    let result = try Program.run(["train", corpus, "--output", folder.url.path])
    #expect(result.code == 0, "\(result.complaints)")
    for name in ["layout", "name", "measure", "aspect", "subject", "status"].map({
      "\($0)-weights.tsv"
    }) {
      let kept = Program.root.appendingPathComponent("Sources/CLexicon/Data/\(name)")
      let made = try Data(contentsOf: folder.url.appendingPathComponent(name))
      #expect(try Data(contentsOf: kept) == made, "\(name) is of other words, rules or articles")
    }
  }

  @Test func evaluationComparesWithASavedRun() throws {
    let folder = try Folder()
    let corpus = Program.root.appendingPathComponent("Corpus").path
    let run = folder.url.appendingPathComponent("run.json").path
    let first = try Program.run(["evaluate", corpus, "--genre", "harvest", "--save", run])
    #expect(first.code == 0, "\(first.complaints)")
    #expect(first.text.contains("found"))
    let again = try Program.run(["evaluate", corpus, "--genre", "harvest", "--compare", run])
    #expect(again.code == 0)
    #expect(!again.text.contains("worse"))
  }

  @Test func aFolderWithoutGoldIsNamed() throws {
    let folder = try Folder()
    let result = try Program.run(["evaluate", folder.url.path])
    #expect(result.code == 1)
    #expect(result.complaints.contains(folder.url.path))
  }
}
