import Foundation
import Testing

/// A corpus folder of a few articles, driven by the built program.
struct TestCorpus {
  let folder: Folder
  var path: String { folder.path("press") }

  init(_ articles: [String: String]) throws {
    folder = try Folder()
    #expect(try run("init").code == 0)
    for (name, text) in articles { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/articles/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  @discardableResult
  func run(_ command: String, _ options: [String] = [], input: String = "") throws
    -> Program.Output
  {
    try Program.run([command, path] + options, input: Data(input.utf8))
  }

  /// The lines of `process --verbose`, without the last, which has the time.
  func process(_ options: [String] = []) throws -> [String] {
    let output = try run("process", ["--verbose"] + options)
    return Array(output.text.split(separator: "\n").map(String.init).dropLast())
  }

  /// The facts of an article file as `extract` gives them, run in the corpus.
  func facts(_ name: String) throws -> [[String: Any]] {
    let output = try Program.run(["extract", "articles/" + name], in: Folder(at: path))
    return try output.objects()
  }

  func ids(_ name: String) throws -> [String] {
    try facts(name).compactMap { $0["id"] as? String }
  }

  func decide(_ decisions: [[String: Any]], who: String = "lin") throws -> Program.Output {
    let lines = try decisions.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    return try run("decide", ["--reviewer", who], input: lines.joined(separator: "\n") + "\n")
  }

  func status() throws -> [String: Any] {
    try run("status", ["--json"]).objects().first ?? [:]
  }

  /// How many facts are in a state of review.
  func count(_ state: String) throws -> Int {
    (try status()["states"] as? [String: Int])?[state] ?? -1
  }
}

@Suite struct CorpusTests {
  static let port = "# 东溟港成绩单出炉\n\n全港2023年完成货物吞吐量4.36亿吨,同比增长6.2%。\n\n新开航线12条。\n"
  static let wheat = "# 夏粮丰收\n\n甲乙县2023年收获小麦35万亩,总产21万吨。\n"

  @Test func onlyWhatChangedIsDoneAgain() throws {
    let corpus = try TestCorpus(["port.md": Self.port, "wheat.md": Self.wheat])
    #expect(
      try corpus.process() == [
        "articles/port.md: new, 3 facts", "articles/wheat.md: new, 2 facts",
      ])
    #expect(try corpus.process() == [])
    try corpus.write("wheat.md", Self.wheat + "\n全县有农机1200台。\n")
    #expect(try corpus.process() == ["articles/wheat.md: edited, 3 facts"])
    try corpus.write("wheat.md", Self.wheat + "\n全县有农机1200台。\n")
    #expect(try corpus.process() == ["articles/wheat.md: the same bytes"])
    try corpus.remove("articles/port.md")
    #expect(try corpus.process() == ["articles/port.md: removed"])
    #expect(try corpus.status()["facts"] as? Int == 3)
  }

  @Test func aLexiconThatChangedIsTold() throws {
    let corpus = try TestCorpus(["box.txt": "甲乙港全年完成集装箱吞吐量12甲箱。"])
    #expect(try corpus.process() == ["articles/box.txt: new, 1 facts"])
    let table = "code\t12甲箱\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: corpus.path + "/lexicon/fixed-phrases.tsv"))
    #expect(try corpus.process() == ["articles/box.txt: lexicon changed, 0 facts"])
    // A remark changes nothing.
    try Data(("# ours\n" + table).utf8)
      .write(to: URL(fileURLWithPath: corpus.path + "/lexicon/fixed-phrases.tsv"))
    #expect(try corpus.process() == [])
    try Data("12甲箱\n".utf8)
      .write(to: URL(fileURLWithPath: corpus.path + "/lexicon/fixed-phrases.tsv"))
    let output = try corpus.run("process")
    #expect(output.code == 1)
    #expect(output.complaints.contains("lexicon/fixed-phrases.tsv:1: 1 columns"))
  }

  @Test func aRenamedFileKeepsItsFacts() throws {
    let corpus = try TestCorpus(["port.md": Self.port])
    _ = try corpus.process()
    let ids = try corpus.ids("port.md")
    #expect(try corpus.decide(ids.map { ["action": "accept", "fact": $0] }).code == 0)
    try FileManager.default.moveItem(
      atPath: corpus.path + "/articles/port.md", toPath: corpus.path + "/articles/harbour.md")
    #expect(
      try corpus.process() == ["articles/harbour.md: renamed from articles/port.md, 3 facts"])
    #expect(try corpus.count("accepted") == 3)
    // The key outlives the index, and edits.
    try corpus.remove(".shudu")
    try corpus.write("harbour.md", Self.port + "\n全港有泊位80个。\n")
    #expect(try corpus.process() == ["articles/harbour.md: new, 4 facts"])
    #expect(try corpus.count("accepted") == 3)
    #expect(try corpus.status()["orphans"] as? Int == 0)
  }

  @Test func aBadFileIsNamedAndTheOthersGoOn() throws {
    let corpus = try TestCorpus(["port.md": Self.port, "empty.txt": "", "lines.jsonl": "{}\n"])
    symlink("/etc/passwd", corpus.path + "/articles/out.txt")
    let output = try corpus.run("process")
    #expect(output.code == 1)
    #expect(output.complaints.contains("articles/empty.txt: holds no characters"))
    #expect(output.complaints.contains("articles/lines.jsonl: line 1: no \"text\", a string"))
    #expect(output.complaints.contains("articles/out.txt: a symbolic link out of the corpus"))
    #expect(try corpus.status()["facts"] as? Int == 3)
    // It is told again, and looked at again, until it is mended.
    #expect(try corpus.run("process").code == 1)
    for name in ["empty.txt", "lines.jsonl", "out.txt"] { try corpus.remove("articles/" + name) }
    #expect(try corpus.run("process").code == 0)
  }

  @Test func aReprintIsMarked() throws {
    let body = Self.port + Self.wheat + "\n县农业农村局局长说,今年播种面积比去年多3万亩。\n"
    let corpus = try TestCorpus([
      "a.md": "---\ndate: 2024-01-02\n---\n" + body,
      "b.md": "---\ndate: 2024-01-01\n---\n" + body.replacingOccurrences(of: ",", with: "，"),
      "c.md": body.replacingOccurrences(of: "35万亩", with: "36万亩"),
    ])
    _ = try corpus.process()
    #expect(try corpus.status()["reprints"] as? Int == 1)
  }

  @Test func decisionsFollowTheirFacts() throws {
    let corpus = try TestCorpus(["port.md": Self.port, "wheat.md": Self.wheat])
    _ = try corpus.process()
    let ids = try corpus.ids("port.md") + corpus.ids("wheat.md")
    #expect(try corpus.decide(ids.map { ["action": "accept", "fact": $0] }).code == 0)
    try corpus.write(
      "port.md",
      Self.port.replacingOccurrences(of: "全港", with: "据悉全港")
        .replacingOccurrences(of: "新开", with: "又新开"))
    try corpus.write("wheat.md", "# 夏粮丰收\n\n没有数。\n")
    _ = try corpus.process()
    #expect(try corpus.count("accepted") == 3)
    let carried = try corpus.run("decisions", ["--carried", "--json"]).objects()
    #expect(carried.count == 3 && carried.allSatisfy { $0["way"] as? String == "quote" })
    let orphans = try corpus.run("decisions", ["--orphans", "--json"]).objects()
    #expect(orphans.compactMap { $0["quote"] as? String } == ["35万亩", "21万吨"])
    // The log alone tells it: the same from a new index.
    try corpus.remove(".shudu")
    _ = try corpus.process()
    #expect(try corpus.count("accepted") == 3)
    #expect(try corpus.status()["orphans"] as? Int == 2)
  }
}
