import Foundation
import Testing

/// Files that are large, long or deep end in a right result or a clear error, in bounded time.
@Suite struct SizeTests {
  private static let stretch = "各乡镇居民出门见绿生活便利天气晴好,"

  private func quotes(_ name: String, _ data: Data) throws -> [String] {
    let folder = try Folder()
    try folder.write(name, data)
    let output = try Program.run(["extract", name], in: folder)
    #expect(output.code == 0, "\(output.complaints)")
    return try output.objects().map { FactRow($0).quote }
  }

  @Test(.timeLimit(.minutes(20)))
  func aLineOfFifteenMegabytes() throws {
    let bytes = Data(SizeTests.stretch.utf8)
    var data = Data("新建粮库3座。".utf8)
    while data.count < 15_000_000 { data += bytes }
    data += Data("新建粮库4座。".utf8)
    #expect(try quotes("a.txt", data) == ["3座", "4座"])
  }

  @Test func refusesAHundredMegabytes() throws {
    let folder = try Folder()
    let path = try folder.write("a.txt", Data("新建粮库3座。".utf8))
    #expect(truncate(path, 100_000_000) == 0)
    let output = try Program.run(["extract", "a.txt"], in: folder)
    #expect(output.code == 1 && output.bytes.isEmpty)
    let limit = 16 << 20
    #expect(
      output.complaints
        == "shudu: a.txt: has more than \(limit) bytes; --max-size allows more\n")
    // A pipe does not say beforehand how much it holds.
    let piped = try Program.run(
      ["extract", "--max-size", "1000", "-"], input: Data(repeating: 0x61, count: 200_000))
    #expect(piped.complaints == "shudu: -: has more than 1000 bytes; --max-size allows more\n")
  }

  @Test func deepNestingOfHTML() throws {
    let depth = 100_000
    let text =
      String(repeating: "<div><b>", count: depth) + "新建粮库3座。"
      + String(repeating: "</b></div>", count: depth)
    #expect(try quotes("a.html", Data(text.utf8)) == ["3座"])
  }

  @Test func deepNestingOfMarks() throws {
    for mark in ["[", "(", "**", "“", ">", "《", "- ", "!["] {
      let text = String(repeating: mark, count: 50_000) + "\n\n新建粮库3座。"
      #expect(try quotes("a.md", Data(text.utf8)) == ["3座"], "\(mark)")
    }
  }

  /// Regression: each draft copied all drafts of its paragraph.
  @Test(.timeLimit(.minutes(20)))
  func aParagraphOfThousandsOfFacts() throws {
    let text = String(repeating: "新建粮库3座,同比增长20%。", count: 3000)
    #expect(try quotes("a.txt", Data(text.utf8)).count == 6000)
  }

  @Test func digitsWithoutEnd() throws {
    let text =
      String(repeating: "1", count: 500_000) + "\n" + String(repeating: "一", count: 200_000)
    _ = try quotes("a.txt", Data(text.utf8))
  }
}
