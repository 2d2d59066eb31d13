import Testing

@testable import Shudu

/// What proposes names.
@Suite struct NameRuleTests {
  @Test func everyNumberUpToTheLastIsARuleWithANameOfItsOwn() {
    let rules = (0...NameRule.likely.rawValue).compactMap { NameRule(rawValue: $0) }
    #expect(rules.count == Int(NameRule.likely.rawValue) + 1)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { $0.name.hasPrefix("name.") })
  }

  @Test func namesStandBesideTheirRules() {
    #expect(NameRule.documentMarks.name == "name.document.marks")
    #expect(NameRule.placeLetter.name == "name.place.letter")
    #expect(NameRule.taught.name == "name.taught")
    #expect(NameRule.likely.name == "name.likely")
  }

  @Test func noRuleIsTrustedMoreThanTheMost() {
    for rule in (0..<NameRule.likely.rawValue).compactMap({ NameRule(rawValue: $0) }) {
      #expect(rule.trust(isAlone: false) <= NameRule.mostTrust)
      #expect(rule.trust(isAlone: true) <= NameRule.mostTrust)
    }
  }
}
