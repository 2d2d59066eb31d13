import Testing

@testable import Shudu

@Suite struct CharsetTests {
  static let simplified = "东河县今年新修水渠42公里,惠及农户3600户。\n村民说：“收成好多了！”"
  static let traditional = "東河縣今年新修水渠42公里，惠及農戶3600戶。\n村民說：「收成好多了！」"

  /// Texts as other programs encode them.
  @Test(arguments: [
    (
      "GB18030", CharsetTests.simplified,
      "b6abbad3cfd8bdf1c4ead0c2d0decbaec7fe3432b9abc0ef2cbbddbcb0c5a9bba733363030bba7a1"
        + "a30ab4e5c3f1cbb5a3baa1b0cad5b3c9bac3b6e0c1cba3a1a1b1"
    ),
    (
      "GB18030", "增产五成",
      "d4f6b2facee5b3c9"
    ),
    (
      "Big5", CharsetTests.traditional,
      "aa46aa65bfa4a4b5a67eb773add7a4f4b4eb3432a4bda8bda141b466a4ceb941a4e133363030a4e1"
        + "a1430aa7f8a5c1bba1a147a175a6aca6a8a66ea668a446a149a176"
    ),
    (
      "Big5", "東河邨今年新修水渠，惠及農戶，啲人話收成好。",
      "aa46aa659068a4b5a67eb773add7a4f4b4eba141b466a4ceb941a4e1a1419df8a448b8dca6aca6a8"
        + "a66ea143"
    ),
    (
      "UTF-16LE", CharsetTests.simplified,
      "1c4eb36cbf53ca4e745eb065ee4f346c206e340032006c51cc912c00e060ca539c51376233003600"
        + "30003000376202300a005167116cf48b1aff1c20366510627d591a59864e01ff1d20"
    ),
    (
      "UTF-16BE", CharsetTests.simplified,
      "4e1c6cb353bf4eca5e7465b04fee6c346e2000340032516c91cc002c60e053ca519c623700330036"
        + "0030003062373002000a67516c118bf4ff1a201c65366210597d591a4e86ff01201d"
    ),
    (
      "UTF-16LE", "增产五成",
      "fffe9e58a74e944e1062"
    ),
    (
      "UTF-16BE", "增产五成",
      "feff589e4ea74e946210"
    ),
    (
      "UTF-32LE", "增产五成",
      "fffe00009e580000a74e0000944e000010620000"
    ),
    (
      "UTF-8", "增产五成",
      "efbbbfe5a29ee4baa7e4ba94e68890"
    ),
  ])
  func decodes(_ charset: String, _ text: String, _ hex: String) throws {
    let article = try Reader.read(bytes: bytes(hex))
    #expect(article.metadata.charset == charset)
    #expect(article.source.units == Array(text.utf16))
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { $0 > 0x60 ? $0 - 0x57 : $0 - 0x30 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private func error(_ bytes: [UInt8], _ format: ArticleFormat? = nil) -> ShuduError? {
    do {
      _ = try Reader.read(bytes: bytes, format: format)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ([], ShuduError.empty), ([0x0A, 0x20, 0x0A], .empty), ([0xEF, 0xBB, 0xBF], .empty),
    ([0xFF, 0xFE], .empty), ([0x61, 0, 0x62], .binary(offset: 1)),
    (Array("产值".utf8) + [0], .binary(offset: 6)),
    ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], .undecodable(charset: "UTF-8", offset: 4)),
    // A high surrogate without its partner, behind the mark.
    ([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8], .undecodable(charset: "UTF-16LE", offset: 4)),
  ])
  func refuses(_ bytes: [UInt8], _ expected: ShuduError) {
    #expect(error(bytes, .text) == expected)
  }

  /// Overlong, surrogate, beyond the last scalar, lone trail, cut off at the end.
  @Test(arguments: [
    [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    [0xE4, 0xBA], [0xF0, 0x9F, 0x98], [0xFE],
  ])
  func namesTheFirstMalformedByte(_ broken: [UInt8]) {
    let text = Array("今年全县粮食产量".utf8)
    #expect(
      error(text + broken, .text) == .undecodable(charset: "UTF-8", offset: text.count))
    #expect(
      error(text + broken + text, .text) == .undecodable(charset: "UTF-8", offset: text.count))
  }

  @Test func namesTheMalformedByteOfGB18030() {
    let text = bytes("b6abbad3cfd8bdf1c4ead0c2d0deb7bfced0c2b4e5d0d0cfc2cfee")
    let article = try? Reader.read(bytes: text + [0x0A])
    #expect(article?.metadata.charset != "UTF-8")
    guard case .undecodable(_, let offset)? = error(bytes("b6abbad3cfd8bdf1c4ea") + [0xFF, 0xFF])
    else {
      Issue.record("must be refused")
      return
    }
    #expect(offset >= 0)
  }

  @Test(arguments: [
    ("<meta charset=gb2312>", "GB18030"), ("<META CHARSET = \"GBK\">", "GB18030"),
    ("<meta http-equiv=Content-Type content=\"text/html; charset=big5\">", "Big5"),
    ("<?xml version=\"1.0\" encoding=\"GB18030\"?>", "GB18030"),
    ("<meta charset=\"utf-8\">", "UTF-8"), ("<p>charset</p>", nil), ("", nil),
  ])
  func findsDeclarations(_ markup: String, _ expected: String?) {
    #expect(CharsetDeclaration.name(in: Array(markup.utf8)) == expected)
  }

  @Test func decodesEveryScalar() {
    var text = ""
    for value in stride(from: UInt32(1), through: 0x10FFFF, by: 37) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let decoded = UTF8Decoding.decode(Array(text.utf8)[...])
    #expect(decoded.malformed == nil)
    #expect(decoded.units == Array(text.utf16))
  }

  /// Any bytes are text or an error that names a place in them; nothing is repaired.
  @Test func agreesWithTheStandardLibraryOnRandomBytes() {
    var random = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [
      Array("产值12亿元".utf8), [0xC3], [0xE4, 0xB8], [0x80], [0xF0, 0x9F, 0x98, 0x80], [0x41],
      [0xED, 0xA0, 0x80], [0xFF], Array("abcdefgh".utf8),
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let decoded = UTF8Decoding.decode(bytes[...])
      if let text = String(validating: bytes, as: UTF8.self) {
        #expect(decoded.malformed == nil && decoded.units == Array(text.utf16))
      } else {
        #expect(String(validating: bytes[..<(decoded.malformed ?? 0)], as: UTF8.self) != nil)
      }
    }
  }

  @Test func frontMatterIsMetadata() throws {
    let text = "---\nid: 甲-1\ntitle: \"收成: 好\"\ndate: 2023年3月31日\nsource: 某报\npage: 3\n---\n正文。"
    let article = try Reader.read(bytes: Array(text.utf8), format: .markdown)
    #expect(article.metadata.id == "甲-1")
    #expect(article.metadata.title == "收成: 好")
    #expect(article.metadata.date?.description == "2023-03-31")
    #expect(article.metadata.publisher == "某报")
    #expect(article.metadata.page == "3")
    #expect(article.blocks.map { $0.text.text(in: 0..<$0.text.count) } == ["正文。"])
  }

  @Test(arguments: ["---\n正文在此。\n---\n后文。", "---\nid: 1\n正文没有结束", "---\n---\n正文"])
  func rulesAreNoFrontMatter(_ text: String) throws {
    let article = try Reader.read(text: text)
    #expect(article.metadata == ArticleMetadata())
    #expect(!article.blocks.isEmpty)
  }

  @Test(arguments: [
    ("2020-12-30", "2020-12-30"), ("2020/1/3", "2020-01-03"), ("2020.01.03 08:00", "2020-01-03"),
    ("2020年12月30日", "2020-12-30"), ("20201230", "2020-12-30"),
    ("2020-12-30T08:00:00+08:00", "2020-12-30"), ("2020", nil), ("12-30", nil), ("30/12/2020", nil),
    ("2020-13-01", nil), ("今天", nil), ("", nil), ("202012301", nil),
  ])
  func readsDeclaredDates(_ text: String, _ expected: String?) {
    #expect(CalendarDate(declared: text)?.description == expected)
  }

  @Test func refusesWhatIsTooLarge() {
    #expect(throws: ShuduError.tooLarge(bytes: 11, limit: 10)) {
      try Reader.read(bytes: Array(repeating: 0x61, count: 11), limit: 10)
    }
  }
}
