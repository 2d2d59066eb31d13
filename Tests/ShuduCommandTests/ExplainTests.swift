import Foundation
import Testing

/// `shudu explain`, for people and as JSON.
@Suite struct ExplainTests {
  @Test func explainsATextForAPerson() throws {
    let output = try Program.run([
      "explain", "--date", "2024-01-08", "去年青禾县新建粮库3座,同比增长20%。",
    ])
    #expect(output.code == 0 && output.complaints.isEmpty)
    for part in [
      "date 2024-01-08 (option)", "== Layout", "== Sentences", "== Facts", "⟦3座⟧", "⟨去年⟩", "= 3 座",
      "粮库", "去年 = 2023",
    ] {
      #expect(output.text.contains(part), "\(part)")
    }
    let coloured = try Program.run(["explain", "--color", "新建粮库3座。"])
    #expect(coloured.text.contains("\u{1B}[1;33m3座\u{1B}[0m"))
  }

  @Test func explainsAFileAsJSON() throws {
    let folder = try Folder()
    let text = "# 仓廪\n\n青禾县新建粮库**3**座。\n"
    try folder.write("a.md", text)
    let output = try Program.run(["explain", "--json", "a.md"], in: folder)
    #expect(output.code == 0)
    let object = try #require(try output.objects().first)
    for key in ["blocks", "joins", "sentences", "mentions", "facts"] {
      #expect(object[key] is [Any], "\(key)")
    }
    let blocks = object["blocks"] as? [[String: Any]] ?? []
    #expect(blocks.first?["type"] as? String == "heading")
    for row in ["sentences", "mentions"].flatMap({ object[$0] as? [[String: Any]] ?? [] }) {
      #expect(FactRow(["row": row]).wrong(in: text).isEmpty, "\(row)")
    }
  }

  @Test func explainsSeveralFilesAndNamesTheUnreadable() throws {
    let folder = try Folder()
    try folder.write("a.txt", "青禾县新建粮库3座。\n")
    try folder.write("empty.txt", "")
    try folder.write("b.txt", "全市新建公园12个。\n")
    let files = ["a.txt", "empty.txt", "missing.txt", "b.txt"]
    let output = try Program.run(["explain", "--json"] + files, in: folder)
    #expect(output.code == 1)
    #expect(try output.objects().map { $0["path"] as? String } == ["a.txt", "b.txt"])
    let complaints = output.complaints.split(separator: "\n")
    #expect(complaints.count == 2 && complaints[0] == "shudu: empty.txt: holds no characters")
    #expect(complaints.last?.hasPrefix("shudu: missing.txt: ") == true)
    for file in ["a.txt", "b.txt"] {
      let alone = try Program.run(["explain", "--json", file], in: folder)
      #expect(alone.code == 0 && output.text.contains(alone.text))
    }
    let text = try Program.run(["explain", "--no-color", "a.txt", "b.txt"], in: folder)
    #expect(text.code == 0 && text.text.contains("3座") && text.text.contains("12个"))
  }

  @Test func saysWhatIsWrong() throws {
    let folder = try Folder()
    try folder.write("a.txt", "")
    let output = try Program.run(["explain", "a.txt"], in: folder)
    #expect(output.code == 1 && output.bytes.isEmpty)
    #expect(output.complaints == "shudu: a.txt: holds no characters\n")
  }
}
