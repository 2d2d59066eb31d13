import Testing

@testable import Shudu

/// A line alone among text, and the role it has.
@Suite struct RoleTests {
  private static let before = "海棠镇的稻田边,三台无人机刚刚落下,机手擦了擦汗。"
  private static let after = "村里的老会计算过账,一年下来每亩地能省下不少工钱,大家都说划算。"

  private func role(of line: String) -> String {
    let view = PageView("\(RoleTests.before)\n\(line)\n\(RoleTests.after)")
    guard view.page.paragraphs.count > 2 else { return "joined" }
    return switch view.page.paragraphs[1].role {
    case .body: "body"
    case .heading: "heading"
    case .byline: "byline"
    case .caption: "caption"
    case .credit: "credit"
    case .label: "label"
    case .listItem: "listItem"
    case .tableCell: "tableCell"
    }
  }

  @Test(arguments: [
    "□本报记者 林小满 周正", "► 许望 本报记者 何苗", "(记者陈朗、吴桐整理)", "本报首席记者 沈括 通讯员 白露",
    "文/田间", "作者:秦川", "记者 欧阳晓月 报道", "◎本刊记者 阿依古丽·买买提", "(林小满)", "(林小满整理)",
    "林小满 整理", "(何苗 辑)",
  ])
  func bylines(line: String) { #expect(role(of: line) == "byline") }

  @Test(arguments: [
    "记者走进车间,看见机器在转。", "记者从会上获悉,新路下月通车。", "老张是通讯员,写了二十年稿子。",
  ])
  func sentencesAboutReporters(line: String) { #expect(role(of: line) == "body") }

  @Test(arguments: [
    "图片来源:海棠镇", "摄影 秦岭", "本报记者 韩冰 摄", "受访者供图", "(方圆 摄)", "首席记者 石磊 摄(云图)",
    "资料来源:海棠镇统计站", "资料图片", "(资料照片)",
  ])
  func credits(line: String) { #expect(role(of: line) == "credit") }

  @Test(arguments: ["他爱摄影,也爱登山。", "这张图是孩子画的。"])
  func sentencesAboutPictures(line: String) { #expect(role(of: line) == "body") }

  @Test(arguments: [
    "数读>>>", "核心提示", "【相关链接】", "■ 延伸阅读", "亮点速览", "特别报道(二)", "系列报道之三", "2019", "03版",
    "2019年6月7日 星期五", "深耕沃土 2019 年终盘点 特别报道(五)", "数读海棠镇", "数说2019",
  ])
  func labels(line: String) { #expect(role(of: line) == "label") }

  @Test(arguments: ["责编 丁一 美编 牛二", "统筹:丁一 版式:牛二", "本版责任编辑 丁一", "(本版编辑 丁一)"])
  func linesAboutWhoEditedAreLabels(line: String) { #expect(role(of: line) == "label") }

  @Test(arguments: ["统筹城乡两本账", "策划一场丰收", "审核慢在哪里"])
  func headingsWithStaffWords(line: String) { #expect(role(of: line) == "heading") }

  @Test(arguments: ["记者:钱从哪里来?", "问:钱从哪里来?", "《江畔晚报》记者:钱从哪里来,又往哪里去?"])
  func askedQuestionsAreNoHeadings(line: String) { #expect(role(of: line) == "body") }

  @Test func threeWordsOverTextNameASidebar() {
    #expect(role(of: "算算账") == "label")
    #expect(role(of: "海棠区") == "heading")
  }

  @Test(arguments: ["数据显示,水位已经回落。", "这份特别报道写了三个月才写完。"])
  func sentencesWithLabelWords(line: String) { #expect(role(of: line) == "body") }

  @Test(arguments: [
    "无人机飞进稻花香", "32个村“组团”闯市场", "——海棠镇春耕一线见闻", "钱从哪里来?", "一、产业稳步壮大",
    "**向科技要产量**",
  ])
  func headings(line: String) { #expect(role(of: line) == "heading") }

  @Test(arguments: ["秧苗绿了。", "“划算!”他说。", "新增**12**台"])
  func shortText(line: String) { #expect(role(of: line) == "body") }

  @Test func captionBeforeItsCredit() {
    let view = PageView(
      "\(RoleTests.before)\n海棠镇的无人机正在作业\n图片来源:海棠镇\n\(RoleTests.after)")
    #expect(view.marks(.caption) == ["海棠镇的无人机正在作业"])
    #expect(view.marks(.credit) == ["图片来源:海棠镇"])
  }

  @Test(arguments: ["孩子们在社团课上学做风筝。(资料图片)", "建设中的跨江大桥(资料图)"])
  func captionsOfOldPictures(line: String) { #expect(role(of: line) == "caption") }

  @Test func captionAndCreditInOneBlock() {
    let view = PageView(
      "\(RoleTests.before)\n海棠镇,机手正在给无人机加药。本报记者 韩冰 摄(云图)\n\(RoleTests.after)")
    #expect(view.marks(.caption) == ["海棠镇,机手正在给无人机加药。"])
    #expect(view.marks(.credit) == ["本报记者 韩冰 摄(云图)"])
  }

  @Test(arguments: [
    ("本报讯(记者 韩冰)海棠镇昨日开镰,头一天就收了五百亩。", "本报讯(记者 韩冰)"),
    ("本报讯 海棠镇昨日开镰,头一天就收了五百亩。", "本报讯"),
    ("新华社海棠6月7日电(记者韩冰、石磊)稻田里一片金黄。", "新华社海棠6月7日电(记者韩冰、石磊)"),
    ("海棠日报讯 记者韩冰报道:稻田里一片金黄。", "海棠日报讯 记者韩冰报道:"),
  ])
  func datelines(line: String, expected: String) {
    #expect(PageView("\(RoleTests.before)\n\(line)").marks(.dateline) == [expected])
  }

  @Test(arguments: ["新华社记者从会上获悉,新路通车。", "本报电子版明天上线,读者可以先睹为快。"])
  func noDatelines(line: String) {
    #expect(PageView("\(RoleTests.before)\n\(line)").marks(.dateline).isEmpty)
  }

  @Test func dayOriginAndAuthorInOneLine() {
    let view = PageView("电动渡轮驶入渡口\n2019-06-07 08:15 来源:江畔晚报 记者 罗帆\n\(RoleTests.after)")
    #expect(view.marks(.dateline) == ["2019-06-07 08:15"])
    #expect(view.marks(.label) == ["来源:江畔晚报"])
    #expect(view.marks(.byline) == ["记者 罗帆"])
  }

  @Test func officeAndNameUnderATitle() {
    let view = PageView(
      "江畔市政府工作报告\n——2019年1月7日在江畔市第三届人民代表大会上\n江畔市市长 罗远\n\(RoleTests.after)")
    #expect(view.marks(.dateline) == ["——2019年1月7日在江畔市第三届人民代表大会上"])
    #expect(view.marks(.byline) == ["江畔市市长 罗远"])
  }

  @Test func columnsOverATitleAreLabels() {
    let view = PageView(
      "江畔晚报 05版 2019年6月7日 星期五\n民生周刊\n江畔·人家\n奋进新征程 江畔在行动\n电动渡轮驶入寻常渡口\n\(RoleTests.after)")
    #expect(
      view.marks(.label) == [
        "江畔晚报 05版 2019年6月7日 星期五", "民生周刊", "江畔·人家", "奋进新征程 江畔在行动",
      ])
    #expect(view.marks(.heading) == ["电动渡轮驶入寻常渡口"])
  }

  @Test func papersNameOverItsDayIsALabel() {
    let view = PageView("江畔夜读\n2019年6月7日 星期五\n电动渡轮驶入寻常渡口\n\(RoleTests.after)")
    #expect(view.marks(.label) == ["江畔夜读", "2019年6月7日 星期五"])
  }

  @Test func pointedLinesInTurnAreAList() {
    let list = ["▲厂房:按实际租金的一半给予补贴;", "▲人才:新来的技师给予安家补贴;", "▲渡轮:票价三年之内保持不变。"].joined(separator: "\n")
    #expect(PageView("\(RoleTests.before)\n\(list)\n\(RoleTests.after)").marks(.caption).isEmpty)
  }

  @Test func boldFigureBeforeACreditIsNoCaption() {
    let view = PageView(
      "\(RoleTests.before)\n新增渡轮**12**艘\n(江畔区供图)\n\(RoleTests.after)")
    #expect(view.marks(.caption).isEmpty)
  }

  @Test func pictureNewsIsALabel() { #expect(role(of: "图片新闻") == "label") }

  @Test func tornLineThatEndsInACreditsCharacterIsText() {
    let view = PageView("\(RoleTests.before)\n外贸人抢在客户睡醒之前把邮件发\n出去,再去睡觉。\n\(RoleTests.after)")
    #expect(view.marks(.credit).isEmpty)
  }

  @Test func seriesOverATitleIsALabel() {
    let view = PageView("江畔晚报\n两岸答卷·工业篇\n电动渡轮驶入寻常渡口\n\(RoleTests.after)")
    #expect(view.marks(.heading) == ["电动渡轮驶入寻常渡口"])
  }

  @Test func piecesOfEqualLengthAreATitle() {
    let view = PageView("江畔晚报 05版\n渡轮换新装 江畔添新景\n电动渡轮驶入寻常渡口\n\(RoleTests.after)")
    #expect(view.marks(.heading) == ["渡轮换新装 江畔添新景", "电动渡轮驶入寻常渡口"])
  }

  @Test(arguments: ["江畔研究院高级工程师 罗帆", "罗帆"])
  func authorUnderATitle(line: String) {
    let view = PageView("电动渡轮驶入寻常渡口\n\(line)\n\(RoleTests.after)")
    #expect(view.marks(.byline) == [line])
  }

  @Test func whoSaidWhatStandsBefore() {
    let view = PageView(
      "\(RoleTests.before)\n“渡口的灯，我守了三十年。”\n——守灯人 罗帆\n\(RoleTests.after)")
    #expect(view.marks(.byline) == ["——守灯人 罗帆"])
  }

  @Test func bracketedSignatureAfterTheLastStop() {
    let view = PageView("\(RoleTests.before)\n镇里说,明年还要再添两台,让更多农户用上。(上官云朵)")
    #expect(view.marks(.byline) == ["(上官云朵)"])
    #expect(view.texts[1].hasSuffix("用上。"))
  }

  @Test(arguments: ["(完)", "(未完待续)", "(节选)"])
  func bracketsThatNameNobody(end: String) {
    let view = PageView("\(RoleTests.before)\n镇里说,明年还要再添两台,让更多农户用上。\(end)")
    #expect(view.marks(.byline).isEmpty)
  }

  @Test func oldPictureAloneIsItsCaptionsCredit() {
    let view = PageView("\(RoleTests.before)\n海棠镇的无人机正在作业。\n资料图片\n\(RoleTests.after)")
    #expect(view.marks(.caption) == ["海棠镇的无人机正在作业。"])
    #expect(view.marks(.credit) == ["资料图片"])
  }

  @Test func oldPictureAfterASpaceClosesItsCaption() {
    #expect(role(of: "海棠镇的无人机正在作业。 资料图片") == "caption")
  }

  @Test func shortHeadingAfterALastSentenceIsNoSignature() {
    let view = PageView("\(RoleTests.before)\n建设篇\n电动渡轮驶入寻常渡口\n\(RoleTests.after)")
    #expect(view.marks(.byline).isEmpty)
  }

  @Test func signatureAfterTheLastStop() {
    let view = PageView("\(RoleTests.before)\n镇里说,明年还要再添两台,让更多农户用上。  上官云朵")
    #expect(view.marks(.byline) == ["上官云朵"])
    #expect(view.texts[1].hasSuffix("用上。"))
  }
}
