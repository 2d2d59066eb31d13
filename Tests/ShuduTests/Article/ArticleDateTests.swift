import Testing

@testable import Shudu

@Suite struct ArticleDateTests {
  private func page(_ texts: [String], dateline: Int = 0, role: Paragraph.Role = .body) -> Page {
    let paragraphs = texts.enumerated().map { index, text in
      var mapped = MappedText()
      let units = Array(text.utf16)
      mapped.append(0..<units.count, of: units)
      return Paragraph(
        role: index == 0 ? role : .body, text: mapped, bold: [],
        dateline: index == 0 ? 0..<dateline : 0..<0)
    }
    return Page(paragraphs: paragraphs, marks: [], joins: [])
  }

  private func date(_ page: Page) -> String {
    let told = ArticleDate(option: nil, metadata: ArticleMetadata(), page: page)
    return "\(told.origin.rawValue) \(told.date?.description ?? "-")"
  }

  @Test(arguments: [
    (["2019年建成,2020年扩建。12月3日开工,11月9日竣工。"], "inferred 2020-12-03"),
    (["2022年12月29日开机。", "3月30日,记者采访。"], "inferred 2023-03-30"),
    (["2022年12月29日开机。", "11月5日,记者采访。"], "inferred 2022-12-29"),
    (["今年1-10月,产值增长。2020年目标。"], "inferred 2020-10-31"),
    (["2020年10月30日开工。力争到2027年建成。"], "inferred 2020-10-30"),
    (["《方案(2023—2027年)》", "2022年动工"], "inferred 2022-12-31"),
    (["截至2021年,共有3家。"], "inferred 2021-12-31"),
    (["12月3日开工。"], "none -"),
    (["3个月建成12座,12.3月亮,2000家,12345年"], "none -"),
    (["发布时间:2023-03-31 08:00 来源:某报", "2024年的事。"], "dateline 2023-03-31"),
    (["正文说的是2020年5月。", "二〇二三年三月三十一日"], "dateline 2023-03-31"),
    (["2023年3月31日,某县召开大会,会上说了很多。"], "inferred 2023-03-31"),
    (["２０２３年３月３１日　星期五"], "dateline 2023-03-31"),
  ])
  func told(_ texts: [String], _ expected: String) {
    #expect(date(page(texts)) == expected)
  }

  @Test func datelinesGiveTheDay() {
    #expect(
      date(page(["本报3月30日讯 2022年动工。", "2023年的计划。"], dateline: 8))
        == "dateline 2023-03-30")
    #expect(date(page(["本报讯(记者张三)", "2023年3月1日"], role: .byline)) == "dateline 2023-03-01")
    #expect(date(page(["本报3月30日讯 今年动工。"], dateline: 8)) == "none -")
  }

  @Test func optionAndMetadataGoFirst() throws {
    let page = page(["2022年12月29日"])
    let day = try #require(CalendarDate("2020-01-02"))
    var metadata = ArticleMetadata()
    metadata.date = CalendarDate("2021-01-02")
    #expect(ArticleDate(option: day, metadata: metadata, page: page).origin == .option)
    #expect(ArticleDate(option: nil, metadata: metadata, page: page).origin == .frontMatter)
  }
}
