import Foundation
import Testing

@testable import Shudu

/// Input that means harm, or that once did: no crash, and what is said of it can be cut out of it.
@Suite struct HarmTests {
  /// Inputs that once ended a fuzzed stage; the first byte tells the format, as in `ShuduFuzz`.
  static let cases: [URL] = {
    let folder = PipelinePropertyTests.folder.deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Tests/Harm/cases")
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (paths?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
    return files.sorted { $0.path < $1.path }
  }()

  @Test(arguments: cases)
  func keptCasesAreHarmless(_ url: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: url))
    let formats: [UInt8: ArticleFormat] = [
      0x74: .text, 0x6D: .markdown, 0x68: .html, 0x6A: .jsonl,
    ]
    let isMarked = ["reading", "pipeline"].contains(
      url.deletingLastPathComponent().lastPathComponent)
    let format = isMarked ? bytes.first.flatMap { formats[$0] } : .markdown
    check(isMarked ? Array(bytes.dropFirst()) : bytes, format)
  }

  static let oddities = [
    "bidirectional controls": "\u{202E}座3\u{202C}\u{2067}新建\u{202D}粮库3座\u{2069}。\u{200F}",
    "digits of other scripts": "新建粮库٣座,१२座,𝟛座,1𝟚3座,②座,ⅷ座,๓座,З座。",
    "private use": "\u{E000}新建粮库3\u{F8FF}座,\u{10FFFD}3座。",
    "unassigned": "\u{378}新建粮库3\u{FFFE}座,\u{EFFFF}3座\u{FFFF}。",
    "joiners and variations": "新建粮库3\u{200D}座,4\u{FE0F}座,5\u{20E3}座,6\u{200B}座。",
    "combining marks": "新建粮库3" + String(repeating: "\u{301}", count: 1000) + "座。",
    "tags": "新建粮库3\u{E0031}\u{E0032}座。", "controls": "新建\u{1B}[31m粮库3\u{8}\u{7F}座\u{85}。",
    "line separators": "新建粮库3\u{2028}座,4座\u{2029}5座\u{B}6座\u{C}7座。",
  ]

  @Test(arguments: oddities.keys.sorted())
  func oddCharactersAreHarmless(_ name: String) {
    let text = HarmTests.oddities[name] ?? ""
    for format in [ArticleFormat.text, .markdown] {
      check(Array(("仓廪实\n\n" + text + "\n\n去年新建粮库9座。\n").utf8), format, atLeast: 1)
    }
  }

  /// Regression: a character that the parser replaced gave the rest of its text one place.
  @Test(arguments: oddities.keys.sorted())
  func oddCharactersInHTMLLeaveThePlacesBehindThem(_ name: String) throws {
    let markup = "仓廪实\n\n" + (HarmTests.oddities[name] ?? "") + "\n\n去年新建粮库9座。\n"
    let article = try Reader.read(text: markup, format: .html)
    for block in article.blocks {
      for run in block.text.runs {
        #expect(!run.source.isEmpty && (!run.isDecoded || run.source.count <= 4))
      }
    }
    var scratch = Pipeline.Scratch()
    let facts = Pipeline().process(article, options: .init(key: "a"), scratch: &scratch).facts
    let last = try #require(facts.last)
    #expect(last.quote.spans.map { article.source.text(in: $0) } == ["9座"])
  }

  /// What follows a digit that is not read is no number of its own.
  @Test func digitsOfOtherScriptsLeaveNoWrongNumber() {
    let text = Array("储粮12𝟛5吨,١2万座,9吨。".utf16)
    let found = QuantityRecognizer().quantities(in: text, range: 0..<text.count)
    let words = found.map { String(decoding: text[$0.range], as: UTF16.self) }
    #expect(!words.contains("5吨") && !words.contains("2万座") && words.contains("9吨"))
  }

  @Test func loneSurrogatesInJSONAreHarmless() {
    for escape in [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\udc00\ud800"#, #"\ud83d"#] {
      let line = #"{"id":"a","text":"\#(escape)新建粮库3座\#(escape)。","date":"2020-01-01"}"#
      check(Array(line.utf8), .jsonl, atLeast: 0)
    }
  }

  /// HTML knows no entities of one's own, and none spells more than its name has bytes.
  @Test func entitiesDoNotInflate() throws {
    let declared = """
      <!DOCTYPE html [<!ENTITY a "粮粮粮粮粮粮粮粮"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <p>\(String(repeating: "&b;", count: 10_000))</p>
      """
    let longest = "<p>" + String(repeating: "&NotEqualTilde;&fjlig;&#x1F4A9;", count: 10_000)
    for markup in [declared, longest] {
      let article = try Reader.read(text: markup, format: .html)
      let units = article.blocks.reduce(0) { $0 + $1.text.count }
      #expect(units <= markup.utf8.count)
    }
  }

  private func check(_ bytes: [UInt8], _ format: ArticleFormat?, atLeast facts: Int = 0) {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    #expect(
      PipelinePropertyTests().check(bytes, format, pipeline, &scratch) >= facts,
      "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    guard let records = try? Reader.records(bytes: bytes, format: format) else { return }
    for case .success(let article) in records.map(\.article) {
      for block in article.blocks {
        for run in block.text.runs {
          #expect(!run.source.isEmpty && run.source.upperBound <= article.source.units.count)
        }
      }
    }
  }
}
