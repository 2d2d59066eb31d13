import Testing

@testable import Shudu

@Suite struct StringUTF16Tests {
  @Test func decodesAsTheStandardLibraryDoes() {
    var random = SeededGenerator(seed: 5)
    let samples: [UInt16] = [
      0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x4E00, 0xFFFD, 0xFFFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF,
    ]
    for _ in 0..<2000 {
      let units = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        samples[Int.random(in: 0..<samples.count, using: &random)]
      }
      let start = Int.random(in: 0...units.count, using: &random)
      let text = String(utf16: units[start...])
      #expect(Array(text.utf8) == Array(String(decoding: units[start...], as: UTF16.self).utf8))
    }
  }
}
