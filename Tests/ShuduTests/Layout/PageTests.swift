import Testing

@testable import Shudu

/// Articles, sections and repeats of a page, and what holds for every page.
@Suite struct PageTests {
  @Test func tellsArticlesApart() {
    let view = PageView(
      """
      # 果园装上“千里眼”
      本报记者 罗帆
      坐在家里看果园,是果农的新鲜事。
      ## 省水又省心
      一年下来,水费少了一半。
      # 旧粮仓变身书房
      本报讯(记者 高岚)老仓库昨天迎来第一批读者。
      馆里有两万册书。
      """)
    #expect(view.page.paragraphs.map(\.article) == [0, 0, 0, 0, 0, 1, 1, 1])
    #expect(view.page.paragraphs(ofArticle: 1) == [5, 6, 7])
    #expect(view.page.paragraphs[6].dateline == 0..<10)
  }

  @Test func aBylineWithASignOpensAnArticle() {
    let view = PageView(
      """
      果园装上“千里眼”
      □本报记者 罗帆
      坐在家里看果园,是果农的新鲜事。
      □本报记者 高岚
      老仓库昨天迎来第一批读者。
      """)
    #expect(view.page.paragraphs.map(\.article) == [0, 0, 0, 1, 1])
  }

  @Test func headingsGovern() {
    let view = PageView(
      """
      # 渡口换新
      ### 江北区
      ## 九座码头装上充电桩
      船工老宋说,头一回不闻柴油味。
      ### 票价不变
      从前两元,现在还是两元。
      相关链接
      全市共有渡口四十个。
      """)
    let page = view.page
    #expect(page.headings(of: 3) == [2, 1, 0])
    #expect(page.headings(of: 5) == [4, 2, 1, 0])
    #expect(page.headings(of: 7) == [4, 2, 1, 0])
    #expect(page.sectionTitle(of: 7).map { $0.text(in: 0..<$0.count) } == "票价不变")
    #expect(page.sectionTitle(of: 0) == nil)
  }

  /// Numbered headings stand below the unnumbered one that comes first, and the other way round.
  @Test func numbersTellTheRankOfHeadings() {
    let view = PageView(
      """
      渡口管理处工作报告

      本报记者 顾行舟

      2020年主要工作

      全年修缮渡口四十个。

      一、守住安全

      检查渡船九十艘。

      二、改善服务

      添置雨棚十二座。
      """)
    let page = view.page
    let titles = page.paragraphs.indices.map { page.sectionTitle(of: $0)?.text(in: 0..<2) }
    let last = page.paragraphs.count - 1
    #expect(titles[last] == "二、")
    #expect(
      page.headings(of: last).map { page.paragraphs[$0].text.text(in: 0..<2) }
        == ["二、", "20", "渡口"])
  }

  @Test func findsRepeats() {
    let view = PageView(
      """
      电动渡轮驶入寻常渡口
      渡口还在,船却换成了电动的。
      老宋笑了。
      电动渡轮驶入寻常渡口
      渡口还在,船却换成了电动的。
      老宋笑了。
      """)
    #expect(view.page.paragraphs.map(\.repeats) == [nil, nil, nil, 0, 1, nil])
  }

  @Test func aJoinedParagraphKnowsItsPlacesAndItsBold() {
    let tail = "老蒋的手艺是跟父亲学的,劈篾、起底、收口,一天能编三只。村里的合作社今年接下了外地的订单,一共要交付竹编灯笼和花"
    let end = tail.utf16.count
    let blocks = [
      block(tail, at: 0, bold: [end - 6..<end - 4, end - 1..<end]),
      block("篮两千只。", at: 100, bold: [0..<1]),
    ]
    let page = LayoutStage().page(from: blocks)
    #expect(page.joins == [Join(tail: end, head: 100)])
    #expect(page.paragraphs.count == 1)
    #expect(page.paragraphs[0].bold == [end - 6..<end - 4, end - 1..<end + 1])
    #expect(page.paragraphs[0].text.source(of: end - 4..<end + 3) == [end - 4..<end, 100..<103])
  }

  @Test func tablesHaveTitles() {
    var cells = [block("主要指标完成情况", at: 0)]
    for column in 0..<2 {
      var cell = block("第\(column)列", at: 100 + column * 10)
      cell.kind = .tableCell(TableCell(table: 0, row: 0, column: column, isHead: true))
      cells.append(cell)
    }
    let page = LayoutStage().page(from: cells)
    #expect(page.tables.map(\.captions) == [[0]])
  }

  @Test func emptyPages() {
    #expect(LayoutStage().page(from: []).paragraphs.isEmpty)
    #expect(LayoutStage().page(from: [block(" \u{3000} ", at: 0)]).paragraphs.isEmpty)
  }

  @Test(arguments: 0..<200)
  func everyCharacterStandsInOneParagraph(seed: Int) {
    let blocks = RandomPage(seed: UInt64(seed)).blocks()
    let page = LayoutStage().page(from: blocks)
    var covered: [Int: Int] = [:]
    for paragraph in page.paragraphs {
      for range in paragraph.text.source(of: 0..<paragraph.text.count) {
        for at in range { covered[at, default: 0] += 1 }
      }
      #expect(paragraph.folded.count == paragraph.text.count)
      for bold in paragraph.bold { #expect(bold.upperBound <= paragraph.text.count) }
      if let heading = paragraph.heading { #expect(page.paragraphs.indices.contains(heading)) }
    }
    // What a page prints twice at a tear may be left out once; nothing else, and nothing is doubled.
    #expect(covered.values.allSatisfy { $0 == 1 })
    var lost = 0
    for block in blocks {
      for at in 0..<block.text.count where !LayoutCharacters.isSpace(block.text.units[at]) {
        if covered[block.text.sourceOffset(of: at)] == nil { lost += 1 }
      }
    }
    #expect(lost <= 12 * page.joins.count)
    #expect(Set(page.joins.map(\.tail)).count == page.joins.count)
    #expect(Set(page.joins.map(\.head)).count == page.joins.count)
  }

  @Test func stepsGrowWithTheTornStretches() {
    func steps(_ count: Int) -> Int {
      let tails = (0..<count).map { index in
        block("第\(index)块地里的麦子已经收完,晒在场上的粮食眼看就要装", at: index * 100)
      }
      let cut = StretchCutter(words: .standard).stretches(of: tails)
      var solver = JoinSolver(cut, words: .standard, breaker: nil)
      _ = solver.solve()
      return solver.steps
    }
    let few = steps(1_000)
    let many = steps(10_000)
    #expect(many <= few * 11)
    #expect(many <= 10_000 * 200)
  }

  private func block(_ text: String, at offset: Int, bold: [Range<Int>] = []) -> Block {
    let units = Array(text.utf16)
    var mapped = MappedText()
    mapped.append(
      offset..<offset + units.count, of: Array(repeating: 0x20, count: offset) + units)
    return Block(kind: .paragraph, text: mapped, bold: bold)
  }
}

/// Pages of scraps in a seeded random order, most of them torn.
private struct RandomPage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private static let scraps = [
    "渡口还在,船却换成了电动的。", "船工老宋说,开了三十年船,头一回不闻柴油味,心里踏实得", "很,干劲也足了。",
    "今年运送旅客达到", "260万人次,比去年多了一成。", "电动渡轮驶入渡口", "□本报记者 罗帆", "数读>>>", "罗帆 摄",
    "全年开行渡轮1.8万班", "图为渡口。 罗帆 摄(江畔图库)", "的票价没有变。", ",还添了夜航。", "”老宋说。", "“我们不愁卖,愁的是人手不够",
    "本报讯(记者 高岚)老仓库迎来第一批读者。", "2021", "——一江两岸见闻", "一年可以发电。", "以发电。据测算,够用两个季节。", "(记者 高岚)", "、",
    "。", "“”", "\u{3000}\u{3000}", "𠮷野家的牛肉饭涨了三元,老客人还是来,说是吃惯了",
  ]

  func blocks() -> [Block] {
    var page = self
    var units: [UInt16] = []
    var result: [Block] = []
    for _ in 0..<Int(page.next() % 24 + 1) {
      let scrap = RandomPage.scraps[Int(page.next() % UInt64(RandomPage.scraps.count))]
      let start = units.count
      units.append(contentsOf: scrap.utf16)
      var text = MappedText()
      text.append(start..<units.count, of: units)
      units.append(0x0A)
      let kind: Block.Kind =
        switch page.next() % 10 {
        case 0: .heading(level: Int(page.next() % 6 + 1))
        case 1: .listItem
        case 2: .pictureText
        default: .paragraph
        }
      result.append(Block(kind: kind, text: text))
    }
    return result
  }

  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
