import Testing

@testable import Shudu

/// What a page's names and clauses tell of its subjects.
@Suite struct SubjectEvidenceTests {
  private func words(_ text: String) -> NameWords { NameWords(Array(text.utf16)) }

  /// A registry of names, each of them passed in a sentence of its own.
  private func registry(_ names: [(String, NameKind)]) -> NameRegistry {
    var registry = NameRegistry()
    for (turn, name) in names.enumerated() {
      let range = turn * 20..<turn * 20 + name.0.utf16.count
      registry.note(words(name.0), name.1, at: Citation(0, range), next: nil)
    }
    registry.mergeForms()
    for name in names {
      registry.reading.beginSentence()
      registry.pass(words(name.0), opens: false)
    }
    return registry
  }

  private let names: [(String, NameKind)] = [
    ("清河市", .place), ("星火孵化器", .facility), ("远航重工公司", .organization), ("清河", .place),
  ]

  @Test(arguments: [
    ("孵化器", "星火孵化器"), ("企业", "远航重工公司"), ("公司", "远航重工公司"), ("清河", nil), ("码头", nil),
  ])
  func aCommonNounStandsForTheLastNameThatEndsWithIt(noun: String, name: String?) {
    let full = registry(names).fullName(of: words(noun))
    #expect(full.map { String(utf16: $0.text) } == name)
  }

  @Test(arguments: [
    ("全区", ["荣昌", "渝北区"]), ("该院", ["明德研究院"]), ("全校", ["南江大学"]), ("该区", ["荣昌", "渝北区"]),
    ("厂里", ["北方机床厂"]), ("全行", []),
  ])
  func aWordStandsForWhatItsLastCharacterTells(word: String, names: [String]) {
    let registry = self.registry([
      ("渝北区", .place), ("南江大学", .organization), ("明德研究院", .organization),
      ("北方机床厂", .organization), ("重庆荣昌", .place), ("荣昌", .place),
    ])
    let found = registry.resolutions(of: words(word)).map { String(utf16: $0.text) }
    var seen: [String] = []
    for name in found where !seen.contains(name) { seen.append(name) }
    #expect(seen == names)
  }

  @Test func aRegionsPageIsAboutTheRegion() {
    let registry = self.registry([
      ("宁夏", .place), ("自治区水利厅", .organization), ("金凤区", .place), ("金凤区", .place),
    ])
    #expect(registry.resolutions(of: words("全区")).first.map { String(utf16: $0.text) } == "宁夏")
  }

  @Test func ownersPassedAreListedLatestFirstAndOnce() {
    var registry = self.registry(names)
    registry.notePassed(3)
    #expect(
      registry.passed.map { String(utf16: registry.entries[$0].text) } == ["清河", "远航重工公司", "星火孵化器"])
  }

  @Test func sentencesSinceANameAreCounted() {
    let registry = self.registry(names)
    #expect(registry.standing(of: words("远航重工公司"))?.sentences == 1)
    #expect(registry.standing(of: words("清河市"))?.sentences == 0)
    #expect(registry.standing(of: words("别处"))?.sentences == nil)
  }

  @Test func clausesThatOpenAlikeAreCounted() {
    let units = Array("去年,孵化器入驻企业30家,孵化器毕业企业9家;园区的孵化器有3个。".utf16)
    let lastYear = TimeExpression(
      sort: .calendar, value: "2023", isAhead: false, namesYear: true)
    let time = Mention(content: .time(lastYear), range: 0..<2, rule: "time.year")
    var topics = ClauseTopics()
    topics.note(0..<units.count, in: units, [time])
    #expect(topics.count(of: words("孵化器")) == 2)
    #expect(topics.count(of: words("园区")) == 1)
    #expect(topics.count(of: words("去年")) == 0)
    #expect(topics.count(of: words("企业")) == 0)
  }
}
