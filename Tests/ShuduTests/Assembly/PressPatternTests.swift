import Testing

@testable import Shudu

/// What newspaper pages leave out, put elsewhere, or tell by other words.
@Suite struct PressPatternTests {
  private func measures(_ text: String) throws -> [String?] {
    try facts(in: text).map { $0.measure?.text }
  }

  @Test(arguments: [
    ("在孵企业236家,其中由在校师生创办的171家。", "由在校师生创办的在孵企业"),
    ("全市建成标准机架3.4万架,在建2.1万架。", "在建标准机架"),
  ])
  func aClauseMayLeaveItsNounOut(text: String, measure: String) throws {
    #expect(try measures(text).last == measure)
  }

  @Test func anEmptyVerbIsNoPartOfTheMeasure() throws {
    let found = try measures("今年1至9月,全市规模以上装备制造业实现产值236.7亿元。")
    #expect(found == ["规模以上装备制造业产值"])
  }

  @Test func aCardTellsWhatItsFigureIs() throws {
    #expect(try measures("2小时:企业开办全流程办结时间") == ["企业开办全流程办结时间"])
  }

  /// `分别` or not: the noun behind the last value of a list is that of all.
  @Test func aListOfValuesSharesTheNounBehind() throws {
    let found = try measures("对新落户的硕士、博士,分别给予5万元、10万元购房补贴。")
    #expect(found == ["购房补贴", "购房补贴"])
  }

  @Test func aStandardIsOfWhatIsGranted() throws {
    #expect(try measures("对留在本市就业的毕业生,按每人每月1500元的标准发放安居补贴。").last == "安居补贴")
  }

  /// The bound of an age is part of what modifies the noun left out.
  @Test func aBoundModifiesTheNounLeftOut() throws {
    let found = try measures("实验室拥有固定科研人员412人,其中45岁以下的占78%。")
    #expect(["45岁以下的", "45岁以下的固定科研人员"].contains(found.last))
  }

  /// 费 of 费用 is no suffix of the word before.
  @Test func aSuffixIsNotCutOutOfAWord() throws {
    #expect(try measures("去年,企业的检测费用平均下降35%。") == ["检测费用"])
  }

  @Test func whatIsDoneToThingsBeginsWithItsVerb() throws {
    let found = try #require(try measures("去年,研究所提出改进建议620条,被采纳的占71%。").last ?? nil)
    #expect(found.hasPrefix("被采纳的"))
  }

  /// The predicate of a part and the noun of the whole have `的` between them, which stands nowhere.
  @Test(arguments: [
    ("目前,中试基地累计服务团队92个,完成中试项目137项,其中76个走向产业化。", "走向产业化的中试项目"),
    ("两项产业合计从业人员超过9万人,其中三分之一来自市外。", "来自市外的从业人员"),
  ])
  func aPartIsToldByItsPredicate(text: String, measure: String) throws {
    let found = try #require(try facts(in: text).last?.measure)
    #expect(found.text == measure)
    #expect(found.spans.count == 2)
  }

  @Test func aReportIsCounted() throws {
    #expect(try measures("去年,该中心出具检测报告2.3万份。") == ["检测报告"])
  }

  @Test func aGradeIsPartOfTheNoun() throws {
    let found = try facts(in: "去年,医院完成三四级手术2940台。")
    #expect(found.last?.measure?.text == "三四级手术")
  }

  /// `高新区` stands for the zone that the text has named.
  @Test func aZoneIsToldByItsName() throws {
    let text = "浔江高新区召开大会。高新区拥有高新技术企业268家。"
    let found = try #require(try facts(in: text).last)
    #expect(found.subject?.name.text == "浔江高新区")
    #expect(found.subject?.resolvedFrom?.text == "高新区")
  }

  /// 全州 stands for the prefecture, and is no county far away.
  @Test func thePrefectureIsNoCounty() throws {
    let found = try #require(try facts(in: "阿坝州召开会议。目前,全州公路通车里程1.63万公里。").last)
    #expect(found.subject?.name.text == "阿坝州")
    #expect(found.measure?.text == "公路通车里程")
  }

  @Test(arguments: [
    ("今年国庆假期,古镇接待游客18.6万人次,恢复到2019年同期的九成五。", "2024-10-01/2024-10-07"),
    ("2023年,公司出口11.3亿元,接近2021年的三倍。", "2023"),
  ])
  func theBaseOfARatioDatesNothing(text: String, time: String) throws {
    #expect(try facts(in: text, date: "2024-11-20").last?.time?.value == time)
  }

  /// A goal has no time from the sentence before, an amount that is done has.
  @Test func aGoalIsNotDatedByWhatWas() throws {
    let text = "今年1至4月,全县建成冷库45座。力争冷库达到300座。"
    let found = try facts(in: text)
    #expect(found.map(\.status) == [.actual, .target])
    #expect(found.map { $0.time?.value } == ["2024-01/2024-04", nil])
  }
}

@Suite struct RecentTextTests {
  private func telling(of words: String, after text: String) -> RecentText.Telling {
    var recent = RecentText()
    recent.append(Array(text.utf16)[...])
    return recent.telling(of: NameWords(Array(words.utf16)))
  }

  @Test func tellsNewNounsFromKnownOnes() {
    #expect(telling(of: "小剧场", after: "巷口有六角亭小剧场,座位不多。") == .nearEnd)
    #expect(telling(of: "小剧场", after: "这里的小剧场座位不多。") == .near)
    #expect(telling(of: "小剧场", after: "巷口有剧场。") == .never)
    #expect(telling(of: "场", after: "巷口有剧场。") == .never)
  }

  @Test func looksNoFurtherThanItsReach() {
    let filler = String(repeating: "田", count: 120)
    #expect(telling(of: "小剧场", after: "六角亭小剧场," + filler) == .apartEnd)
    #expect(telling(of: "小剧场", after: "六角亭小剧场," + filler + filler + filler + filler) == .never)
  }

  @Test func forgets() {
    var recent = RecentText()
    recent.append(Array("这里的小剧场".utf16)[...])
    recent.clear()
    #expect(recent.telling(of: NameWords(Array("小剧场".utf16))) == .never)
  }
}

/// Which verb ties a number to what it measures.
@Suite struct PredicateTests {
  @Test(arguments: [
    ("去年,研究所采集土壤样品9400份。", "采集"),
    ("2022年,公司营业收入突破5000万元。", "突破"),
    ("服务半径缩小到0.8公里。", "缩小到"),
    ("基地里的团队,47个主动退出。", "退出"),
    ("公司不良率只有0.6%。", "有"),
    ("销售收入比去年同期翻了一番。", "翻"),
  ])
  func theVerbNextToTheNumberOrTheMeasure(text: String, verb: String) throws {
    #expect(try facts(in: text).last?.predicate?.text == verb)
  }

  @Test func aStartValueIsTiedByFrom() throws {
    let found = try facts(in: "改造以后,用工由14人减到3人。")
    #expect(found.map { $0.predicate?.text } == ["由", "减到"])
  }

  @Test func aPartHasTheVerbOfTheWhole() throws {
    let found = try facts(in: "目前,全区集聚卫星企业127家,其中上市企业7家。")
    #expect(found.map { $0.predicate?.text } == ["集聚", "集聚"])
  }
}
