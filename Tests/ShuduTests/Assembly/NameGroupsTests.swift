import Testing

@testable import Shudu

@Suite struct NameGroupsTests {
  /// Groups of the names marked `⟦…⟧` in a sentence.
  private func groups(_ marked: String, _ kind: NameKind = .place) -> NameGroups {
    let (units, ranges) = CaseTable.unmarked(marked)
    var groups = NameGroups()
    groups.note(
      ranges.map { Mention(content: .name(kind), range: $0, rule: "") }, in: units, paragraph: 0)
    return groups
  }

  @Test(arguments: [
    ("⟦赤峰⟧、⟦朝阳⟧签署协议", "两市", "赤峰、朝阳" as String?),
    ("⟦长春⟧、⟦松原⟧和⟦四平⟧", "三地", "长春、松原和四平"),
    ("⟦川渝⟧两地合作", "双方", "川渝"),
    ("⟦长春⟧、⟦松原⟧和⟦四平⟧", "两市", nil),
    ("⟦长春⟧到⟦松原⟧", "两市", nil),
    ("⟦长春⟧、⟦松原⟧", "两校", nil),
    ("⟦长春⟧、⟦松原⟧", "全市", nil),
  ])
  func aWordStandsForAsManyNames(marked: String, word: String, names: String?) {
    let found = groups(marked).named(by: Array(word.utf16)[...]).first
    #expect(found.map { String(utf16: $0.words.units) } == names)
  }

  @Test func schoolsAreNoPlaces() {
    let found = groups("⟦南洋大学⟧与⟦汴河学院⟧", .organization)
    #expect(found.named(by: Array("两校".utf16)[...]).count == 1)
    #expect(found.named(by: Array("两市".utf16)[...]).isEmpty)
  }
}
