import Foundation
import Testing

/// Files in other charsets and line breaks give the facts of the same file in UTF-8.
@Suite struct CharsetFileTests {
  /// iconv's answer is independent of ICU, by which the program reads.
  private func encoded(_ text: String, _ charset: String) throws -> Data {
    let output = try Program.run(
      ["-f", "UTF-8", "-t", charset], input: Data(text.utf8), program: "/usr/bin/iconv")
    #expect(output.code == 0)
    return output.bytes
  }

  private func facts(_ data: Data) throws -> [String] {
    let folder = try Folder()
    try folder.write("a.txt", data)
    let output = try Program.run(["extract", "a.txt"], in: folder)
    #expect(output.code == 0, "\(output.complaints)")
    return try output.objects().map { object in
      var object = object
      var article = object["article"] as? [String: Any]
      article?["version"] = nil
      object["article"] = article
      let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }
  }

  @Test(arguments: ["GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE"])
  func otherCharsetsGiveTheSameFacts(_ charset: String) throws {
    let expected = try facts(Data(ExtractTests.article.utf8))
    #expect(expected.count == 5)
    #expect(try facts(encoded(ExtractTests.article, charset)) == expected)
  }

  @Test func big5GivesTheSameFacts() throws {
    let text = "青禾縣新建糧倉3座,儲糧能力達到12.5萬噸,較去年增長20%。農會代表說,收購小麥約30萬噸。\n"
    let expected = try facts(Data(text.utf8))
    #expect(expected.count == 4)
    #expect(try facts(encoded(text, "BIG5")) == expected)
  }

  @Test func aByteOrderMarkIsNoCharacter() throws {
    let text = Data(ExtractTests.article.utf8)
    #expect(try facts([0xEF, 0xBB, 0xBF] + text) == facts(text))
  }

  /// `\r\n` counts as two characters, so offsets differ; all else is the same.
  @Test func windowsLineBreaks() throws {
    let folder = try Folder()
    let text = ExtractTests.article.replacing("\n", with: "\r\n")
    try folder.write("a.txt", text)
    let output = try Program.run(["extract", "a.txt"], in: folder)
    let rows = try output.objects().map(FactRow.init)
    #expect(rows.map(\.quote) == ["3座", "3座", "12.5万吨", "20%", "30万吨"])
    for row in rows { #expect(row.wrong(in: text).isEmpty) }
  }
}
