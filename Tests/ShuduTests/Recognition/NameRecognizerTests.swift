import Testing

@testable import Shudu

@Suite struct NameRecognizerTests {
  let recognizer = NameRecognizer()

  @Test func findsCases() throws {
    for row in try CaseTable.rows("NameRecognizer") {
      let (original, ranges) = CaseTable.unmarked(row[0])
      let units = CharacterFold.standard.fold(original)
      var context = NameContext()
      let found = recognizer.names(in: units, range: 0..<units.count, context: &context)
      #expect(
        found.map { string(units, $0.range) } == ranges.map { string(units, $0) },
        "\(row[0]) (\(row[2]))")
      #expect(found.map(\.kind).joined(separator: ",") == row[1], "\(row[0]) (\(row[2]))")
    }
  }
}

extension Mention {
  fileprivate var kind: String {
    guard case .name(let kind) = content else { return "" }
    return kind.rawValue
  }
}

@Suite struct NameRecognizerPropertyTests {
  let recognizer = NameRecognizer()

  /// Mentions lie in the range, ascending, disjoint, whatever the text.
  @Test(arguments: 0..<40)
  func mentionsAreOrdered(seed: Int) {
    var state = UInt64(seed + 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("重庆市渝北区张王李建国公司大学(“”《》)、,。·2024AI的在于有限集团克尔斯特某该高新区".utf16)
    let units = (0..<next(400)).map { _ in alphabet[next(alphabet.count)] }
    let start = units.isEmpty ? 0 : next(units.count)
    var context = NameContext()
    let found = recognizer.names(in: units, range: start..<units.count, context: &context)
    var end = start
    for mention in found {
      #expect(mention.range.lowerBound >= end)
      #expect(!mention.range.isEmpty)
      end = mention.range.upperBound
    }
    #expect(end <= units.count)
  }

  /// Long runs of one character, or of brackets, cost no more than their length.
  @Test(arguments: ["王", "克", "镇", "公司", "(", "“", "《", "·", "、", "区"])
  func costIsLinear(unit: String) {
    func time(_ count: Int) -> Duration {
      let units = Array(String(repeating: unit, count: count).utf16)
      var context = NameContext()
      return ContinuousClock().measure {
        _ = recognizer.names(in: units, range: 0..<units.count, context: &context)
      }
    }
    _ = time(500)
    let short = time(2_500)
    let long = time(20_000)
    #expect(long < short * 40 + .milliseconds(500))
  }
}
