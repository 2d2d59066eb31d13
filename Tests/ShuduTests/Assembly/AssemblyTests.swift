import Testing

@testable import Shudu

/// What the facts of a text say, by their quotes.
func facts(in text: String, date: String? = "2024-05-20") throws -> [Fact] {
  let article = try Reader.read(text: text)
  var scratch = Pipeline.Scratch()
  let day = date.flatMap { CalendarDate($0) }
  let options = Pipeline.Options(date: day, key: "test")
  return Pipeline().process(article, options: options, scratch: &scratch).facts
}

/// The fact whose quote is the one marked `⟦…⟧` in a text.
private func fact(_ marked: String, date: String? = "2024-05-20") throws -> Fact {
  let parts = marked.split(whereSeparator: { "⟦⟧".contains($0) }).map(String.init)
  try #require(parts.count >= 2)
  let quote = marked.hasPrefix("⟦") ? parts[0] : parts[1]
  let start = (marked.hasPrefix("⟦") ? "" : parts[0]).utf16.count
  let found = try facts(in: marked.filter { !"⟦⟧".contains($0) }, date: date)
  return try #require(
    found.first { $0.quote.text == quote && $0.quote.spans.first?.lowerBound == start },
    "no fact \(quote) among \(found.map(\.quote.text))")
}

@Suite struct MeasureTests {
  @Test(arguments: [
    ("全县现有幼儿园⟦46所⟧。", "幼儿园"),
    ("园区引进⟦18个⟧新材料项目。", "新材料项目"),
    ("该市工业总产值达到⟦912亿元⟧。", "工业总产值"),
    ("累计发放创业贷款⟦3.6亿元⟧。", "创业贷款"),
    ("全市粮食总产量512万吨,同比增长⟦2.3%⟧。", "粮食总产量"),
    ("固定资产投资增长⟦8.1%⟧。", "固定资产投资"),
    ("建成省级以上绿色工厂27家(国家级⟦5家⟧)。", "国家级绿色工厂"),
    ("新建改造水库、山塘等水利设施⟦63处⟧。", "水利设施"),
    ("小学和初中在校生分别达到3.2万人和⟦1.5万人⟧。", "初中在校生"),
    // `分别为` is one word; what follows the shared `学校` belongs to both.
    ("公办学校、民办学校在校生分别为⟦3.1万人⟧和1.2万人。", "公办学校在校生"),
    // Rates of a list belong to the amounts before, one each.
    ("全市出口120亿元、进口80亿元,分别增长⟦5.1%⟧和3.2%。", "出口"),
    ("全市出口120亿元、进口80亿元,分别增长5.1%和⟦3.2%⟧。", "进口"),
    // An adverb by class that is part of the name.
    ("全市安排人才专项资金⟦15亿元⟧。", "人才专项资金"),
  ])
  func namesWhatIsMeasured(text: String, measure: String) throws {
    #expect(try fact(text).measure?.text == measure)
  }

  @Test(arguments: [
    ("今年以来新增高速公路⟦120公里⟧。", Fact.Aspect.change),
    ("高速公路通车里程⟦1200公里⟧。", .level),
    ("民营企业出口占全市的⟦62%⟧。", .share),
    ("出口下降⟦4.5%⟧。", .change),
    ("港口吞吐量居全国第⟦9位⟧。", .rank),
    ("设备完好率达到⟦96%⟧。", .level),
    ("其中女职工占⟦40%⟧。", .share),
  ])
  func tellsTheAspect(text: String, aspect: Fact.Aspect) throws {
    let marked = text.replacing("第⟦", with: "⟦第")
    #expect(try fact(marked).aspect == aspect)
  }

  @Test func tellsDirectionAndBasis() throws {
    let falling = try fact("一季度,全市用电量同比下降⟦3.2%⟧。")
    #expect(falling.change == Fact.Change(direction: .decrease, basis: .yoy))
    let monthly = try fact("房价环比上涨⟦0.4%⟧。")
    #expect(monthly.change == Fact.Change(direction: .increase, basis: .mom))
  }

  @Test func inheritsTheMeasureOfTheNumberBefore() throws {
    let found = try facts(in: "全市外贸进出口总额340亿元,增长7.5%。")
    #expect(found.map { $0.measure?.text } == ["外贸进出口总额", "外贸进出口总额"])
  }
}

@Suite struct SubjectTests {
  @Test(arguments: [
    ("青岛港完成集装箱吞吐量⟦2877万标箱⟧。", "青岛港"),
    ("截至4月底,苏州工业园区拥有上市企业⟦68家⟧。", "苏州工业园区"),
    ("昆明长水机场旅客吞吐量⟦4200万人次⟧。", "昆明长水机场"),
  ])
  func namesTheOwner(text: String, subject: String) throws {
    #expect(try fact(text).subject?.name.text == subject)
  }

  @Test func resolvesTheWholeCity() throws {
    let text = "宁波市召开新闻发布会。宁波今年开局良好。全市规上工业增加值增长7.2%。"
    let found = try #require(try facts(in: text).last)
    #expect(found.subject?.name.text.hasPrefix("宁波") == true)
    #expect(found.subject?.resolvedFrom?.text == "全市")
    #expect(found.subject?.isInherited == true)
  }

  /// `两市` stands for the two cities that the text has set side by side, not for one of them.
  @Test func resolvesASetOfCities() throws {
    let found = try facts(in: "去年,内江、自贡签署合作协议。两市贸易额218亿元,同比增长14.3%。")
    #expect(found.count == 2)
    #expect(found.allSatisfy { ["内江、自贡", "两市"].contains($0.subject?.name.text) })
  }

  @Test(arguments: [
    ("湛江港、北海港货物吞吐量分别完成1.72亿吨和2860万吨。", ["湛江港", "北海港"], "货物吞吐量"),
    ("内江、自贡两市的地区生产总值分别增长6.1%和5.8%。", ["内江", "自贡"], "地区生产总值"),
  ])
  func sharesOutAListOfOwners(text: String, owners: [String], measure: String) throws {
    let found = try facts(in: text)
    #expect(found.map { $0.subject?.name.text } == owners)
    #expect(found.map { $0.measure?.text } == owners.map { _ in measure })
  }

  @Test func partnersAreNoOwners() throws {
    let found = try facts(in: "宁波市对美国、欧盟进出口分别下降11.8%和1.5%。")
    #expect(found.count == 2)
    #expect(found.map { $0.measure?.text } == ["对美国进出口", "对欧盟进出口"])
    #expect(found.allSatisfy { $0.subject?.name.text == "宁波市" })
  }

  @Test func anOwnerBehindTheMeasuresClauseIsSeen() throws {
    let text = "园区有研发人员4100人,青山研究院2018年只有100人,现在已达300人。"
    #expect(try facts(in: text).map { $0.subject?.name.text }.dropFirst() == ["青山研究院", "青山研究院"])
  }

  @Test(arguments: [
    ("一家淀粉企业改用新品种后,加工用薯量下降⟦11%⟧。", "淀粉企业"),
    ("长堤街道的经编产业园聚集企业⟦460家⟧。", "经编产业园"),
    ("对首次登记并实现交易的企业,按交易额的⟦5%⟧给予奖励。", "企业"),
    // A short name that its bracket alone tells.
    ("江苏湾海水产种业有限公司(下称“湾海种业”)落户东港。公司去年育苗⟦2.3亿尾⟧。", "湾海种业"),
  ])
  func namesTheOwner(text: String, owner: String) throws {
    #expect(try fact(text).subject?.name.text == owner)
  }

  @Test func tellsACompanyByItsName() throws {
    let text = "明远重工有限公司落户高新区。公司去年完成产值9.7亿元,研发投入增长8.3%。"
    let found = try facts(in: text)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.subject?.name.text == "明远重工有限公司" })
    #expect(found.first?.subject?.resolvedFrom?.text == "公司")
  }

  @Test func carriesTheOwnerThroughASentence() throws {
    let found = try facts(in: "合肥高新区聚集企业5200家,建成孵化器31个。")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.subject?.name.text == "合肥高新区" })
  }
}

@Suite struct TimeOfFactTests {
  @Test(arguments: [
    ("2023年,全市接待游客⟦5600万人次⟧。", "2023" as String?),
    ("截至4月底,建成充电桩⟦2.4万个⟧。", "../2024-04-30"),
    ("一季度,完成投资⟦86亿元⟧,同比增长5%。", "2024-01/2024-03"),
    ("比上年末增加⟦1200户⟧。", nil),
    ("《2021年统计年鉴》收录指标⟦380项⟧。", nil),
    ("老年人占比由2021年的⟦9%⟧升到14%。", "2021"),
    ("2023年,老年人占比由2021年的9%升到⟦14%⟧。", "2023"),
    ("2023年,留区率由⟦19%⟧升至46%。", nil),
    ("与2010年相比,城镇人口比重提高⟦2.1个百分点⟧。", nil),
    ("一季度,新增就业5万人,完成全年任务的⟦31%⟧。", "2024-01/2024-03"),
    ("全市年度目标⟦126亿元⟧。", "2024"),
    ("今年国庆假期,全市接待游客⟦560万人次⟧。", "2024-10-01/2024-10-07"),
    ("今年计划改造公交场站⟦21个⟧。", "2024"),
    // A document's own date, and the time that `届时` points back to.
    ("根据去年修订的《工匠奖励办法》,对获奖者给予⟦20万元⟧奖励。", nil),
    ("项目明年10月投产,届时年产能将达到⟦6000吨⟧。", "2025-10"),
    ("2022年3月,养老院开门。开办以来,累计服务老人⟦3100人⟧。", "2022-03/2024-05-20"),
  ])
  func datesTheFact(text: String, time: String?) throws {
    #expect(try fact(text).time?.value == time)
  }

  @Test func carriesTheTimeWithinAParagraphOnly() throws {
    let found = try facts(in: "2022年,全县造林3万亩。新建苗圃12个。\n\n修复湿地800亩。")
    #expect(found.map { $0.time?.value } == ["2022", "2022", nil])
    #expect(found.map { $0.time?.isInherited } == [false, true, nil])
  }
}

@Suite struct TimeOfSectionTests {
  @Test func aHeadingsDayIsAnEvents() throws {
    let text = "# 绿道连成网\n\n## 5月12日开园\n\n园区占地300亩。\n\n## 2023年成绩单\n\n全市新增绿道48公里。"
    #expect(try facts(in: text).map { $0.time?.value } == [nil, "2023"])
  }

  @Test func aCardIsDatedUpToTheNextStop() throws {
    let text =
      "# 铁轨通到围网里\n\n车站每天都忙。\n\n## 数字里的班列\n\n今年1至4月,货运站开行班列的情况如下:\n\n出口重箱率**98.2%**\n\n运送货物**3.7万吨**\n\n"
      + "站长说,人手还缺**12名**。"
    #expect(
      try facts(in: text).map { $0.time?.value } == ["2024-01/2024-04", "2024-01/2024-04", nil])
  }

  @Test func aListIsDatedByWhatAnnouncesIt() throws {
    let text = "2023年,各区办了这些实事:\n\n- 城东区:改造厕所720座\n\n- 城西区:新建绿道11公里"
    #expect(try facts(in: text).map { $0.time?.value } == ["2023", "2023"])
  }
}

@Suite struct StatusTests {
  @Test(arguments: [
    ("全县已建成冷库⟦45座⟧。", Fact.Status.actual),
    ("力争到2027年,培育专精特新企业⟦300家⟧。", .target),
    ("预计全年接待游客⟦900万人次⟧。", .forecast),
    ("对返乡创业人员,最高给予⟦10万元⟧补贴。", .provision),
    ("截至4月底,累计发放补贴⟦2亿元⟧。", .actual),
  ])
  func tellsWhetherItIsDone(text: String, status: Fact.Status) throws {
    #expect(try fact(text).status == status)
  }
}

@Suite struct AttributionTests {
  @Test(arguments: [
    ("市农业农村局局长周明介绍,全市改造高标准农田⟦60万亩⟧。", "市农业农村局局长周明" as String?),
    ("全市改造高标准农田⟦60万亩⟧。", nil),
  ])
  func tellsWhoSaysSo(text: String, speaker: String?) throws {
    #expect(try fact(text).attribution?.text == speaker)
  }
}

@Suite struct RecordTests {
  @Test func linksTheSecondTelling() throws {
    let found = try facts(in: "# 高新技术企业达到312家\n\n今年全市高新技术企业达到312家。")
    #expect(found.count == 2)
    #expect(found.last?.sameAs == found.first?.id)
    #expect(found.first?.sameAs == nil)
    #expect(found.first?.emphasis == .heading)
  }

  @Test func idsDoNotHangOnTheWorker() throws {
    let text = "全市新建公园12个,改造公园12个。"
    let first = try facts(in: text).map(\.id)
    #expect(try facts(in: text).map(\.id) == first)
    #expect(Set(first).count == first.count)
  }

  @Test func evidenceCutsOutOfTheFile() throws {
    let text = "全市R&D人员达到**16.5**万人,其中硕士以上占**三成**。"
    let source = SourceText(text)
    for fact in try facts(in: text) {
      let evidence = [fact.quote, fact.sentence] + [fact.measure, fact.unit].compactMap { $0 }
      for words in evidence {
        #expect(words.spans.map { source.text(in: $0) }.joined() == words.text)
      }
    }
  }
}
