import Testing

@testable import Shudu

@Suite struct ReadRecordTests {
  private func records(_ text: String) throws -> [ReadRecord] {
    try Reader.records(bytes: Array(text.utf8), format: .jsonl)
  }

  @Test func readsALineAnArticle() throws {
    let records = try records(
      """
      {"id":"甲","text":"今年产值**12**亿元。\\n第二段","date":"2023-03-31","source":"某报","url":"u","x":[{"a":"]"}]}

      {"id":7,"text":"\\u4eca\\ud842\\udfb7&amp;","title":null}
      """)
    #expect(records.map(\.line) == [1, 3])
    #expect(records.map(\.id) == ["甲", "7"])
    let first = try records[0].article.get()
    #expect(first.metadata.date?.description == "2023-03-31")
    #expect(first.metadata.publisher == "某报")
    #expect(first.blocks.map { $0.text.text(in: 0..<$0.text.count) } == ["今年产值12亿元。", "第二段"])
    #expect(first.source.text(in: 4..<10) == "**12**")
    let second = try records[1].article.get()
    #expect(second.source.text(in: 0..<second.source.units.count) == "今𠮷&amp;")
  }

  @Test(arguments: [
    "[]", "{", "{}", "{\"text\":12}", "{\"text\":\"\"}", "{\"text\":\"甲\"", "{\"text\":\"甲\"}}",
    "{\"text\":\"\\ud800\"}", "{\"text\":\"\\x\"}", "{\"text\":\"甲\",}", "text",
    "{\"text\":\"甲\",\"date\":\"昨天\"}", "{\"text\":\"甲\",\"date\":2023}",
    "{\"text\":\"甲\\u0000\"}", "{\"text\":\"甲\",\"a\":nul}", "{\"text\":\"甲\",\"a\":[1}",
  ])
  func aBadLineSpoilsNoOther(_ line: String) throws {
    let records = try records("{\"text\":\"前\"}\n\(line)\n{\"text\":\"后\"}")
    #expect(records.count == 3)
    switch records[1].article {
    case .failure(.badRecord(line: 2, _)): break
    case .failure(.empty): #expect(line.contains("\"\""))
    case .failure(.badDate(let text)): #expect(text == "昨天")
    // Brackets are only counted, not matched by kind.
    default: #expect(line.hasSuffix("[1}"))
    }
    #expect((try? records[0].article.get()) != nil && (try? records[2].article.get()) != nil)
  }

  @Test func aLineOfBrokenBytesNamesItsPlaceInTheFile() throws {
    let good = Array("{\"text\":\"甲\"}\n".utf8)
    let bytes = good + [0x7B, 0xFF, 0x7D, 0x0A] + good
    let records = try Reader.records(bytes: bytes, format: .jsonl)
    guard case .failure(let error) = records[1].article else {
      Issue.record("must be refused")
      return
    }
    #expect(error == .undecodable(charset: "UTF-8", offset: good.count + 1))
    #expect((try? records[2].article.get()) != nil)
  }

  @Test func sniffsFormats() {
    let cases: [(String, ArticleFormat)] = [
      ("<!DOCTYPE html><p>", .html), ("\n <html>", .html), ("{\"text\":\"\"}", .jsonl),
      ("# 题", .text), ("", .text), ("<5%", .text),
    ]
    for (text, expected) in cases {
      #expect(ArticleFormat(sniffing: Array(text.utf16)) == expected)
    }
    #expect(ArticleFormat(fileExtension: "HTM") == .html)
    #expect(ArticleFormat(fileExtension: "pdf") == nil)
  }

  @Test func nestedJSONIsLinear() throws {
    let nested = "{\"a\":" + String(repeating: "[", count: 200_000)
    #expect(JSONObject(Array(nested.utf16)[...]) == nil)
  }
}
