import Foundation
import Testing

/// `shudu rebuild` and `shudu verify` on a small corpus, with decisions and edits.
@Suite struct RebuildTests {
  /// A corpus of one article, and the datasets that are made of it.
  private final class Team {
    let folder: Folder
    static let first = "2023年,全港完成货物吞吐量4.36亿吨,同比增长6.2%。"
    static let second = "东溟市新增企业120家。"

    init() throws {
      folder = try Folder()
      try FileManager.default.createDirectory(
        atPath: folder.path("press/articles"), withIntermediateDirectories: true)
      try write(Team.first + "\n\n" + Team.second + "\n")
    }

    func write(_ text: String) throws {
      try folder.write("press/articles/a.txt", "东溟港吞吐量创新高\n\n" + text)
    }

    /// Runs a command that must end well.
    @discardableResult
    func run(_ arguments: [String], input: String = "") throws -> String {
      let output = try Program.run(arguments, input: Data(input.utf8), in: folder)
      try #require(output.code == 0, "\(arguments): \(output.complaints)")
      return output.text
    }

    @discardableResult
    func rebuild(_ name: String, _ options: String...) throws -> [[String: Any]] {
      try run(["rebuild", "press", "--output", name] + options)
      return try facts(name)
    }

    func facts(_ name: String) throws -> [[String: Any]] {
      try Data(contentsOf: URL(fileURLWithPath: folder.path("\(name)/facts.jsonl")))
        .split(separator: 0x0A).compactMap {
          try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
        }
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path(name), encoding: .utf8)
    }

    func decide(_ decision: [String: Any]) throws {
      let line = try JSONSerialization.data(withJSONObject: decision)
      try run(
        ["decide", "press", "--reviewer", "林"], input: String(decoding: line, as: UTF8.self) + "\n")
    }
  }

  private func quote(_ fact: [String: Any]) -> String {
    (fact["quote"] as? [String: Any])?["text"] as? String ?? ""
  }

  private func id(of quoted: String, in facts: [[String: Any]]) throws -> String {
    try #require(facts.first { quote($0) == quoted }?["id"] as? String)
  }

  @Test func aRejectedFactIsGoneAndTheChangesSayWhy() throws {
    let team = try Team()
    let fact = try id(of: "6.2%", in: team.rebuild("one"))
    try team.decide(["action": "reject", "fact": fact, "reason": "估算"])
    let facts = try team.rebuild("two", "--previous", "one")
    #expect(!facts.contains { $0["id"] as? String == fact } && !facts.isEmpty)
    #expect(try team.text("two/unclaimed.csv").contains(",6.2%,arabic,rejected,"))
    let changes = try team.text("two/CHANGES.md")
    #expect(changes.contains("| 撤回 withdrawn | 1 | decision 1 |"))
    #expect(changes.contains("decision: rejected by 林") && changes.contains("估算"))
  }

  @Test func aCorrectionIsToldWithWhatItWasBefore() throws {
    let team = try Team()
    let fact = try id(of: "120家", in: team.rebuild("one"))
    try team.decide(["action": "correct", "fact": fact, "fields": ["status": "target"]])
    let facts = try team.rebuild("two", "--previous", "one")
    let corrected = try #require(facts.first { $0["id"] as? String == fact })
    #expect(corrected["status"] as? String == "target")
    #expect((corrected["review"] as? [String: Any])?["state"] as? String == "corrected")
    let changes = try team.text("two/CHANGES.md")
    #expect(changes.contains("status: actual → target"))
    #expect(changes.contains("decision: corrected by 林"))
  }

  @Test func aDeletedSentenceTakesItsFactAndTheChangesNameTheOrphan() throws {
    let team = try Team()
    let fact = try id(of: "120家", in: team.rebuild("one"))
    try team.decide(["action": "accept", "fact": fact])
    try team.write(Team.first + "\n")
    let facts = try team.rebuild("two", "--previous", "one")
    #expect(!facts.contains { quote($0) == "120家" } && facts.contains { quote($0) == "6.2%" })
    let changes = try team.text("two/CHANGES.md")
    #expect(changes.contains("`\(fact)`"))
    #expect(changes.contains("article: edited: the sentence no longer stands in it"))
    #expect(changes.contains("decision: accept ") && changes.contains("without a home"))
    #expect(try team.run(["decisions", "press", "--orphans"]).contains(fact))
  }

  @Test func onlyReviewedLeavesTheRestToTheUnclaimed() throws {
    let team = try Team()
    let fact = try id(of: "120家", in: team.rebuild("one"))
    try team.decide(["action": "accept", "fact": fact])
    let facts = try team.rebuild("two", "--only", "reviewed", "--previous", "one")
    #expect(facts.map(quote) == ["120家"])
    #expect(try team.text("two/unclaimed.csv").contains(",4.36亿吨,arabic,filtered,"))
    #expect(try team.text("two/CHANGES.md").contains("options: none → --only reviewed"))
  }

  @Test func filtersChooseByStatusKindAndDate() throws {
    let team = try Team()
    #expect(try team.rebuild("one", "--kind", "percent").map(quote) == ["6.2%"])
    #expect(try team.rebuild("two", "--status", "target").isEmpty)
    #expect(try team.rebuild("three", "--since", "2999-01-01").isEmpty)
  }

  @Test func verifyFindsAFactWhoseQuoteNoLongerStands() throws {
    let team = try Team()
    let fact = try id(of: "120家", in: team.rebuild("one"))
    try team.run(["verify", "one", "--corpus", "press"])
    try team.write(Team.first + "\n")
    let output = try Program.run(["verify", "one", "--corpus", "press"], in: team.folder)
    #expect(output.code == 1)
    #expect(output.text.contains("articles/a.txt: the article was edited since the rebuild"))
    #expect(output.text.contains("\(fact): its quote no longer stands at"))
    #expect(try team.run(["verify", "one"]).contains("all as they should be"))
  }

  @Test func anAgeStandsWhereItsUnitDoes() throws {
    let team = try Team()
    try team.write("2023年,东溟市57岁的果农孟长林卖出苹果3吨。\n")
    let fact = try #require(team.rebuild("one").first { quote($0) == "57岁" })
    #expect((fact["measure"] as? [String: Any])?["text"] as? String == "年龄")
    try team.run(["verify", "one", "--corpus", "press"])
  }

  @Test func anAddedFactIsTold() throws {
    let team = try Team()
    let first = try team.rebuild("one")
    var record = try #require(first.first { quote($0) == "120家" })
    for name in ["review", "origin", "reprint_of"] { record[name] = nil }
    record["id"] = "0000000000000000"
    record["status"] = "target"
    try team.decide(["action": "add", "record": record])
    let facts = try team.rebuild("two", "--previous", "one")
    let added = facts.filter { $0["origin"] as? String == "added" }
    #expect(added.count == 1 && facts.count == first.count + 1)
    #expect(try team.text("two/CHANGES.md").contains("decision: added by 林"))
  }

  @Test(arguments: ["press", "press/articles", "press/articles/out", "."])
  func theCorpusIsNeverReplaced(_ output: String) throws {
    let team = try Team()
    let result = try Program.run(["rebuild", "press", "--output", output], in: team.folder)
    #expect(result.code == 1 && !result.complaints.isEmpty)
    #expect(try team.text("press/articles/a.txt").contains(Team.second))
  }

  @Test func aPreviousThatIsNoDatasetIsNamed() throws {
    let team = try Team()
    let result = try Program.run(
      ["rebuild", "press", "--output", "one", "--previous", "press"], in: team.folder)
    #expect(result.code == 1 && result.complaints.contains("press/datapackage.json"))
    #expect(!FileManager.default.fileExists(atPath: team.folder.path("one")))
  }

  @Test func aMissingPythonLeavesTheEarlierDataset() throws {
    let team = try Team()
    try team.rebuild("one")
    let result = try Program.run(
      ["rebuild", "press", "--output", "one", "--parquet", "--python", "no-such-python"],
      in: team.folder)
    #expect(result.code == 1 && result.complaints.contains("facts.parquet"))
    #expect(try team.run(["verify", "one"]).contains("12 files"))
  }
}
