import Testing

@testable import Shudu

@Suite struct FixedPhrasesTests {
  let phrases = FixedPhrases.standard

  @Test(arguments: [
    ("沿线⟦一带一路⟧国家", "slogan"), ("“⟦十四五⟧”期间", "plan"), ("⟦三亚⟧的海", "place"),
    ("⟦长三角⟧一体", "idiom"), ("开了⟦4S店⟧", "code"), ("⟦第三方⟧", "ordinal"), ("⟦七上八下⟧", "idiom"),
  ])
  func finds(text: String, sort: String) throws {
    let (units, ranges) = CaseTable.unmarked(text)
    let found = try #require(phrases.matches(in: units, range: 0..<units.count).first)
    #expect(found.range == ranges[0])
    #expect(found.sort.rawValue == sort)
  }

  @Test(arguments: ["9850元", "1985年", "3公里", "三百人", "四千"])
  func leaves(text: String) {
    let units = Array(text.utf16)
    #expect(phrases.matches(in: units, range: 0..<units.count).isEmpty)
  }

  @Test func staysWithinItsRange() {
    let units = Array("长三角".utf16)
    #expect(phrases.match(in: units, at: 1, within: 1..<3)?.range != 0..<3)
    #expect(phrases.match(in: units, at: 1, within: 0..<2) == nil)
  }
}
