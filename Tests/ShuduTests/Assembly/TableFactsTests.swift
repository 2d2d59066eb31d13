import Testing

@testable import Shudu

/// What the figures of a table say, by its heads: a line a fact.
@Suite struct TableFactsTests {
  private func lines(_ text: String, _ format: ArticleFormat = .markdown) throws -> [String] {
    let article = try Reader.read(text: text, format: format)
    var scratch = Pipeline.Scratch()
    let options = Pipeline.Options(date: CalendarDate("2024-03-01"), key: "test")
    let result = Pipeline().process(article, options: options, scratch: &scratch)
    return result.facts.map { fact in
      [
        fact.quote.text, fact.quantity.value?.description ?? "", fact.unit?.text ?? "-",
        fact.aspect.rawValue, fact.measure?.text ?? "-", fact.subject?.name.text ?? "-",
        fact.time?.value ?? "-",
      ].joined(separator: " ")
    }
  }

  // MARK: The three formats

  @Test func readsAMarkdownTableWithAColumnOfUnits() throws {
    let text = """
      # 临河市2023年统计公报

      表1 2023年主要产品产量

      |产品名称|单位|产量|比上年增长（%）|
      |---|---|---|---|
      |水泥|万吨|1125.3|-6.4|
      |机器人|套|2019|38.1%|
      |合计|—|…|+2.7|
      """
    #expect(
      try lines(text) == [
        "1125.3 11253000 吨 level 水泥产量 临河市 2023",
        "-6.4 -6.4 % change 水泥产量 临河市 2023",
        "2019 2019 套 level 机器人产量 临河市 2023",
        "38.1% 38.1 % change 机器人产量 临河市 2023",
        "+2.7 2.7 % change 产量 临河市 2023",
      ])
  }

  @Test func readsAnHTMLTableWithMergedHeads() throws {
    let text = """
      <h1>湖南省一季度通报</h1><p>全省经济稳中向好。</p>
      <table><caption>各市主要指标（2023年1-3月）</caption>
      <tr><th rowspan="2">地区</th><th colspan="2">工业增加值</th><th rowspan="2">排名</th></tr>
      <tr><th>绝对数(亿元)</th><th>增长(%)</th></tr>
      <tr><td>临河市</td><td>12.5</td><td>-1.2</td><td>2</td></tr>
      <tr><td>合计</td><td>35.0</td><td>4.2</td><td></td></tr>
      <tr><td colspan="4">注：增长按可比价格计算。</td></tr></table>
      """
    #expect(
      try lines(text, .html) == [
        "12.5 1250000000 元 level 工业增加值 临河市 2023-01/2023-03",
        "-1.2 -1.2 % change 工业增加值 临河市 2023-01/2023-03",
        "2 2 - rank 工业增加值 临河市 2023-01/2023-03",
        "35.0 3500000000 元 level 工业增加值 湖南省 2023-01/2023-03",
        "4.2 4.2 % change 工业增加值 湖南省 2023-01/2023-03",
      ])
  }

  @Test func readsATextTableSetApartByTabs() throws {
    let text = """
      临河市2023年统计公报

      表2 2023年居民消费价格比上年涨跌幅度
      单位:%
      指标\t全市\t农村
      居民消费价格\t0.2\t0.3
        其中:食品烟酒\t-0.3\t0.0

      全年经济向好。
      """
    #expect(
      try lines(text, .text) == [
        "0.2 0.2 % change 居民消费价格 临河市 2023",
        "0.3 0.3 % change 农村居民消费价格 临河市 2023",
        "-0.3 -0.3 % change 食品烟酒 临河市 2023",
        "0.0 0.0 % change 农村食品烟酒 临河市 2023",
      ])
  }

  @Test func readsATextTableSetApartBySpacesWithBlankCells() throws {
    let text = """
      临河市统计局报告

      表1  主要指标完成情况
          指标            单位      2022年      2023年
      粮食产量            万吨      512.3       520.1
        其中:稻谷         万吨                  320.1
      城镇化率            %         61.2        62.0

      一年来,全市经济向好。
      """
    #expect(
      try lines(text, .text) == [
        "512.3 5123000 吨 level 粮食产量 临河市 2022",
        "520.1 5201000 吨 level 粮食产量 临河市 2023",
        "320.1 3201000 吨 level 稻谷 临河市 2023",
        "61.2 61.2 % level 城镇化率 临河市 2022",
        "62.0 62.0 % level 城镇化率 临河市 2023",
      ])
  }

  // MARK: Which head says what

  @Test(arguments: [
    // Measures in rows, owners in columns; a row of changes is of the row above.
    (
      "|指标|临河市|云浦市|\n|---|---|---|\n|营业收入(亿元)|12.3|4.5|\n|增长(%)|1.3|-0.5|",
      [
        "12.3 1230000000 元 level 营业收入 临河市 -", "4.5 450000000 元 level 营业收入 云浦市 -",
        "1.3 1.3 % change 营业收入 临河市 -", "-0.5 -0.5 % change 营业收入 云浦市 -",
      ]
    ),
    // Times in rows, measures in columns.
    (
      "|年份|产值(亿元)|利润(万元)|\n|---|---|---|\n|2021年|12.3|1998|\n|2022|13.3|3456*|",
      [
        "12.3 1230000000 元 level 产值 临河市 2021", "1998 19980000 元 level 利润 临河市 2021",
        "13.3 1330000000 元 level 产值 临河市 2022", "3456 34560000 元 level 利润 临河市 2022",
      ]
    ),
    // A head with a time and a goal; the amount has its own unit.
    (
      "|指标|2023年目标|2023年完成|\n|---|---|---|\n|植树|30万株|28万株|",
      ["30万株 300000 株 level 植树 临河市 2023", "28万株 280000 株 level 植树 临河市 2023"]
    ),
    // A quarter under a year.
    (
      "|季度|2022年|2023年|\n|---|---|---|\n|一季度产量(吨)|12|15|",
      [
        "12 12 吨 level 产量 临河市 2022-01/2022-03", "15 15 吨 level 产量 临河市 2023-01/2023-03",
      ]
    ),
    // A unit over the table; columns that divide what the rows measure.
    (
      "单位:万人\n\n||城镇|合计|\n|---|---|---|\n|参保人数|12.3|16.8|",
      ["12.3 123000 人 level 城镇参保人数 临河市 -", "16.8 168000 人 level 参保人数 临河市 -"]
    ),
    // Heads that count name the figures and are none.
    (
      "|年龄|人口(万人)|比重(%)|\n|---|---|---|\n|0—14岁|97.9|18.2|",
      ["97.9 979000 人 level 0—14岁人口 临河市 -", "18.2 18.2 % share 0—14岁人口 临河市 -"]
    ),
    // A ratio has no unit; a postcode is no fact.
    (
      "|项目|2023年|\n|---|---|\n|灌溉水有效利用系数|0.578|\n|邮编|400020|",
      ["0.578 0.578 - level 灌溉水有效利用系数 临河市 2023"]
    ),
    // A head that begins like a figure.
    (
      "|地区|5G用户(万户)|4A景区(个)|\n|---|---|---|\n|云浦市|12|3|",
      ["12 120000 户 level 5G用户 云浦市 -", "3 3 个 level 4A景区 云浦市 -"]
    ),
    // Rows that are too short, or too long, keep the heads they have.
    (
      "|产品|产量(吨)|价格(元/吨)|\n|---|---|---|\n|水泥|12|\n|钢材|15|4100|7|",
      [
        "12 12 吨 level 水泥产量 临河市 -", "15 15 吨 level 钢材产量 临河市 -",
        "4100 4100 元/吨 level 钢材价格 临河市 -", "7 7 - level 钢材 临河市 -",
      ]
    ),
  ])
  func takesEachFieldFromTheHeadThatHasIt(table: String, wanted: [String]) throws {
    #expect(try lines("# 临河市年报\n\n全市经济向好。\n\n" + table) == wanted)
  }

  @Test func explainsWhichHeadsItTook() throws {
    let found = try facts(in: "# 临河市年报\n\n|产品|2022年产量(吨)|\n|---|---|\n|水泥|12|\n|钢材|15|")
    let rules = try #require(found.first?.rules)
    #expect(rules.contains("measure.table.both"))
    #expect(rules.contains("unit.table"))
    #expect(rules.contains("time.table"))
  }

  @Test func wordsOfHeadsStandWhereTheyAreQuoted() throws {
    let text = "# 临河市年报\n\n|产品|2022年产量(万吨)|\n|---|---|\n|水泥|12|\n|钢材|15|"
    let units = Array(text.utf16)
    for fact in try facts(in: text) {
      for words in [fact.measure, fact.unit, fact.time?.words, fact.quote] {
        let words = try #require(words)
        #expect(
          words.spans.map { String(decoding: units[$0], as: UTF16.self) }.joined() == words.text)
      }
    }
  }

  /// No more than in proportion: eight times the cells may take twelve times as long.
  @Test(.timeLimit(.minutes(5)))
  func tenThousandCellsAreReadInOneGo() throws {
    let head =
      "|指标|" + (0..<10).map { "\(2010 + $0)年|" }.joined() + "\n"
      + String(repeating: "|---", count: 11)
    let rows = (0..<1000).map { row in
      "|第\(row)项产值(亿元)|" + (0..<10).map { "\(row).\($0)|" }.joined()
    }
    let text = "# 临河市年报\n\n" + ([head] + rows).joined(separator: "\n")
    #expect(try facts(in: text).count == 10_000)
  }
}
