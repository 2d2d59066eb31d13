import Testing

@testable import Shudu

/// Any text is read, and every span of what is read is what the file says there.
@Suite struct ReadingPropertyTests {
  static let pieces = [
    "全县产值**12**亿元", "。", "**", "*", "__", "_", "\n", "\r\n", "\n\n", " ", "　　", "# ", "## ", "- ",
    "1. ",
    "> ", "|", "|---|", "![图](a.jpg)", "[", "](", ")", "![", "`", "```\n", "\\", "&amp;", "&",
    "<b>", "</b>",
    "<br>", "<", ">", "<sup>3</sup>", "---\n", "===\n", "𠮷", "é", "“", "”", "(", ")", "《", "》",
    "……", "!", "?",
    ";", ".", "3.5", "1. ", "A. B", "老周说", "\u{FEFF}", "\u{2028}", "<table><tr><td>", "</table>",
    "id: 1\n",
    "今年", "\t", "<!--", "-->", "~~~\n", "\"",
  ]

  static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    return text
  }

  @Test(arguments: [ArticleFormat.text, .markdown])
  func everySpanRoundTrips(_ format: ArticleFormat) {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let text = ReadingPropertyTests.text(&random)
      guard let article = try? Reader.read(text: text, format: format) else { continue }
      for block in article.blocks {
        check(block, in: article.source, text)
      }
    }
  }

  func check(_ block: Block, in source: SourceText, _ text: String) {
    var end = 0
    var place = 0
    for run in block.text.runs {
      #expect(run.start == end && run.length > 0 && !run.source.isEmpty, "\(text.debugDescription)")
      #expect(run.source.lowerBound >= place, "\(text.debugDescription)")
      place = run.source.upperBound
      end += run.length
      if !run.isDecoded {
        #expect(
          Array(source.units[run.source]) == Array(block.text.units[run.start..<end]),
          "\(text.debugDescription)")
      }
    }
    #expect(end == block.text.count && place <= source.units.count)
    var last = 0
    for bold in block.bold {
      #expect(bold.lowerBound >= last && !bold.isEmpty, "\(text.debugDescription)")
      last = bold.upperBound
    }
    #expect(last <= block.text.count)
  }

  /// Sentences ascend, do not overlap, and leave out nothing but space, and stray marks in front.
  @Test func sentencesCoverTheirText() {
    var random = SeededGenerator(seed: 7)
    var segmenter = Segmenter()
    for _ in 0..<3000 {
      let text = ReadingPropertyTests.text(&random)
      let units = CharacterFold.standard.fold(Array(text.utf16))
      var end = 0
      for sentence in segmenter.sentences(in: units, range: 0..<units.count) {
        #expect(sentence.lowerBound >= end && !sentence.isEmpty, "\(text.debugDescription)")
        #expect(
          !units[end..<sentence.lowerBound].contains(where: SentenceScanner.isWord),
          "\(text.debugDescription)")
        end = sentence.upperBound
      }
      #expect(
        !units[end...].contains(where: SentenceScanner.isWord), "\(text.debugDescription)")
    }
  }

  /// Any bytes are an article or an error that says why.
  @Test func anyBytesAreReadOrRefused() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      var bytes = Array(ReadingPropertyTests.text(&random).utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        default: bytes += bytes[at...]
        }
      }
      for format in ArticleFormat.allCases + [nil] {
        do throws(ShuduError) {
          for record in try Reader.records(bytes: bytes, format: format) {
            if case .success(let article) = record.article { #expect(!article.blocks.isEmpty) }
          }
        } catch {
          switch error {
          case .undecodable(_, let offset), .binary(let offset): #expect(offset < bytes.count)
          default: break
          }
        }
      }
    }
  }
}
