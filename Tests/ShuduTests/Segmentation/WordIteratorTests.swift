import Foundation
import ICU
import Testing

/// The quick words are those of ICU's own iterator, boundary for boundary.
@Suite struct WordIteratorTests {
  private static func boundaries(_ text: [UInt16]) -> (own: [Int], theirs: [Int]) {
    var quick = WordIterator()
    var iterator = BreakIterator(.words)
    var own: [Int] = []
    var theirs: [Int] = []
    quick.forEachBoundary(in: text, range: 0..<text.count) { own.append($0) }
    iterator?.forEachBoundary(in: text, range: 0..<text.count) { theirs.append($0) }
    return (own, theirs)
  }

  @Test(arguments: [
    "今年1-11月,全市实现工业增加值3,657.5亿元,同比增长6.2%。", "“十四五”规划——第2期……", "a.b 3'4 it's U.S. _x_ 5:30",
    "々〇カタカナひらがな한국어漢字", "发展中国家", "  \r\n\t", "𠀀字e\u{301}中\u{200D}国", "3万户2.5个百分点100余项",
  ])
  func givesTheIteratorsBoundaries(text: String) {
    let found = WordIteratorTests.boundaries(Array(text.utf16))
    #expect(found.own == found.theirs)
    #expect(found.own.last == text.utf16.count)
  }

  @Test func givesTheIteratorsBoundariesOfTheCorpus() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Corpus/articles").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files where file.pathExtension == "md" || file.pathExtension == "txt" {
      let text = Array(try String(contentsOf: file, encoding: .utf8).utf16)
      let found = WordIteratorTests.boundaries(text)
      #expect(found.own == found.theirs, "\(file.lastPathComponent)")
    }
  }

  @Test func givesTheIteratorsBoundariesOfRandomCharacters() {
    var generator = SeededGenerator(seed: 7)
    let common = Array("的一国在人了有中是年和大业不为发会工经上地市要出行作生家以成到日民来我部对进多全建他公开".utf16)
    let marks = Array(" ,.:;'\"()%-_$#、。《》“”‘’…—·".utf16)
    for _ in 0..<2000 {
      let length = Int.random(in: 1...40, using: &generator)
      let text = (0..<length).map { _ -> UInt16 in
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<12: return common[Int.random(in: 0..<common.count, using: &generator)]
        case 12..<16: return UInt16.random(in: 0x4E00...0x9FFF, using: &generator)
        case 16, 17: return marks[Int.random(in: 0..<marks.count, using: &generator)]
        case 18: return UInt16.random(in: 0x20...0x7E, using: &generator)
        default: return UInt16.random(in: 0x3000...0x4DBF, using: &generator)
        }
      }
      let found = WordIteratorTests.boundaries(text)
      #expect(found.own == found.theirs, "\(String(decoding: text, as: UTF16.self))")
    }
  }
}
