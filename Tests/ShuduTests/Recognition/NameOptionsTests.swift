import Testing

@testable import Shudu

/// The stretches of a sentence that may be names, and the features by which they are weighed.
@Suite struct NameOptionsTests {
  private func choices(
    in text: String, after earlier: String? = nil
  ) -> [(text: String, kind: NameKind, features: [Feature])] {
    var context = NameContext()
    let recognizer = NameRecognizer()
    func units(_ text: String) -> [UInt16] {
      CharacterFold.standard.fold(Array(text.utf16))
    }
    if let earlier {
      let units = units(earlier)
      _ = recognizer.choices(in: units, range: 0..<units.count, context: &context)
    }
    let units = units(text)
    return recognizer.choices(in: units, range: 0..<units.count, context: &context).map {
      (String(utf16: units[$0.range]), $0.kind, $0.features)
    }
  }

  private func texts(
    _ text: String, _ kind: NameKind, after earlier: String? = nil
  ) -> Set<String> {
    Set(choices(in: text, after: earlier).filter { $0.kind == kind }.map(\.text))
  }

  @Test func aSurnameOpensNamesOfTwoAndThreeCharacters() {
    let persons = texts("曾晓岚介绍了情况", .person)
    #expect(persons.isSuperset(of: ["曾晓", "曾晓岚"]))
    #expect(!persons.contains("晓岚"))
  }

  @Test func aTitleIntroducesCharactersThatAreNoSurname() {
    #expect(texts("质检员翟岚汐说", .person).contains("翟岚汐"))
  }

  @Test func whoWasIntroducedIsAnOptionAgain() {
    #expect(!texts("昨日岚汐来了", .person).contains("岚汐"))
    #expect(texts("昨日岚汐来了", .person, after: "记者岚汐说,天晴了").contains("岚汐"))
  }

  @Test func everyWordBeforeAnEndingMayBeginTheName() {
    let bodies = texts("走进澜陵精密仪器公司", .organization)
    #expect(bodies.isSuperset(of: ["澜陵精密仪器公司", "精密仪器公司", "仪器公司"]))
  }

  @Test func noNameBeginsBeyondAFunctionWord() {
    #expect(!texts("他们的澜陵精密仪器公司", .organization).contains { $0.contains("的") })
  }

  @Test func aCoinedNameMayHoldACharacterThatBindsWordsElsewhere() {
    #expect(texts("走进武当人才港", .facility).contains("武当人才港"))
    #expect(texts("松北区的寒地新材料实验室", .organization).contains("寒地新材料实验室"))
  }

  @Test func aLongerWordWithAFunctionWordInItBeginsNoBody() {
    let rule = Feature(.nameRule, Int(NameRule.organizationSuffix.rawValue))
    let ruled = choices(in: "一手牵着实验室", after: nil).filter { choice in
      choice.features.contains {
        $0.name.hasPrefix("nameRule:") && $0.first & 0xFFFFFF == rule.first
      }
    }
    #expect(ruled.isEmpty)
  }

  @Test func anEditionStandsWithinAnEventsName() {
    let events = texts("汝南县第十七届人民代表大会举行", .event)
    #expect(events.contains("汝南县第十七届人民代表大会"))
  }

  @Test func anAirportWithItsCityIsAFacility() {
    #expect(texts("南宁吴圩机场的货站", .facility).contains("南宁吴圩机场"))
  }

  @Test func aFundMayBeAProgramme() {
    #expect(texts("设立园区产业引导基金", .program).contains("园区产业引导基金"))
  }

  @Test func whatWasToldBeforeSpeaksForAName() {
    func told(_ text: String, _ earlier: String) -> Set<Int> {
      Set(
        choices(in: text, after: earlier).filter { $0.text == "精密仪器研究院" }.flatMap(\.features)
          .filter { $0.template == Feature(.nameTold).template }.map { Int($0.first & 0xFFFFFF) })
    }
    #expect(told("走进精密仪器研究院", "澜陵精密仪器研究院成立了").contains(2))
    #expect(told("走进精密仪器研究院", "天晴了").isEmpty)
  }

  @Test func theWordsBesideQuotationMarksAreFeatures() {
    func quoted(_ text: String) -> Set<String> {
      Set(choices(in: text).filter { $0.text == "渝快办" }.flatMap(\.features).map(\.name))
    }
    let before = Feature(.nameQuotedBefore).template
    #expect(
      choices(in: "推出“渝快办”小程序").contains { choice in
        choice.text == "渝快办" && choice.features.contains { $0.template == before }
      })
    #expect(quoted("推出“渝快办”小程序") != quoted("推出“渝快办”大会"))
  }

  @Test func anEndingAloneIsNoName() {
    #expect(texts("他们的公司很大", .organization).isEmpty)
  }

  @Test func aPlaceThatIsACommonWordIsAnOption() {
    #expect(texts("白银是大家的愿望", .place).contains("白银"))
    #expect(texts("和平是大家的愿望", .place).isEmpty)
  }

  @Test func aDivisionWithinALongerNameIsAnOption() {
    let places = texts("岚县漩陵镇的做法", .place)
    #expect(places.isSuperset(of: ["岚县漩陵镇", "岚县", "漩陵镇"]))
  }

  @Test func aGivenNameMayEndWithAFunctionWordWhereTheNextWordShowsIt() {
    #expect(texts("昨日晏清和说", .person).contains("晏清和"))
    #expect(!texts("昨日晏清和我们谈", .person).contains("晏清和"))
  }

  @Test func theLastCharacterOfAWordForWorkIntroducesSomebody() {
    #expect(texts("护塘员尕让东珠说", .person).contains("尕让东珠"))
  }

  @Test func aBodyMayHaveTwoFieldsThatAFunctionWordJoins() {
    #expect(texts("找到市文体广电和旅游局", .organization).contains("市文体广电和旅游局"))
  }

  @Test func aPlaceMayEndWithinAWordThatTellsWhatIsBesideIt() {
    #expect(texts("走到漩陵湖畔", .place).contains("漩陵湖"))
    #expect(texts("住在漩陵山村", .place).contains("漩陵山村"))
  }

  @Test func aWordThatEndsNamesOfSitesMakesAnOption() {
    #expect(texts("走进澜陵农贸市场", .facility).contains("澜陵农贸市场"))
  }

  @Test func whatStandsInTitleMarksMayBeADocument() {
    #expect(texts("出台《澜陵二十条》", .document).contains("澜陵二十条"))
  }

  @Test func featuresAreOfTheKindThatTheyAreAskedFor() throws {
    let found = choices(in: "走进澜陵精密仪器公司").filter { $0.text == "仪器公司" }
    let first = try #require(found.first { $0.kind == .organization })
    let prefix = "name:\(NameKind.organization.number << 24):"
    #expect(first.features.contains { $0.name.hasPrefix(prefix) })
  }
}

/// Whom the choice of the names trusts.
@Suite struct NameOriginsTests {
  @Test func onlyWhatTheRulesChooseIsTrusted() {
    let rule = NameOrigins(rule: .organizationSuffix)
    #expect(rule.trust(isAlone: false, doubt: -7) == 0)
    #expect(rule.union(.chosen).trust(isAlone: false, doubt: -7) > 0)
  }

  @Test func whatNoRuleProposesIsDoubted() {
    #expect(NameOrigins().trust(isAlone: true, doubt: -7) == -7)
    #expect(NameOrigins.marks.trust(isAlone: false, doubt: -7) == -7)
  }

  @Test func namesTheRuleThatMadeIt() {
    #expect(NameOrigins(rule: .placeKnown).union(.chosen).rule == .placeKnown)
    #expect(NameOrigins.introduced.rule == .likely)
  }
}
