import Shudu
import Testing

@testable import ShuduEvaluation

/// Pages torn by a program know where their sentences go on.
@Suite struct TornPagesTests {
  private static let lines = [
    "槐荫镇的梯田今年换了主人,二十多户把地租给合作社,自己进厂上班。",
    "合作社理事长说,镇里把零散的地块连成片,机器下得去,人就省了力。",
    "下个月,第一批订单就要发往南方,装车的人手还差六个。",
    "水库除险加固以后,下游的灌区恢复了自流灌溉,全镇受益的农田一共有三万亩。",
    "老人们说,水来了,心就定了,今年的秧苗比往年早插了十天。",
    "新馆按照绿色建筑的标准设计,雨水收进地下的水池,屋顶装了光伏板。",
  ]

  /// An article of six paragraphs, the fourth under a heading, and a caption between.
  private static func article(_ shift: Int) -> TornPages.Article {
    var units: [UInt16] = []
    var article = TornPages.Article(blocks: [], kinds: [])
    func add(_ line: String, _ kind: String?) {
      let start = units.count
      units += Array(line.utf16)
      var text = MappedText()
      text.append(start..<units.count, of: units)
      article.blocks.append(Block(kind: .paragraph, text: text))
      article.kinds.append(kind)
    }
    for (turn, line) in (lines[shift...] + lines[..<shift]).enumerated() {
      if turn == 3 { add("让老渠活起来", "heading") }
      if turn == 2 { add("村民在田边歇脚。", "caption") }
      add(line, nil)
    }
    return article
  }

  private static let articles = [article(0), article(2), article(4)]

  private func text(_ block: Block) -> String { block.text.text(in: 0..<block.text.count) }

  /// Every join puts a part of a paragraph together that stands in the article.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func joinsAreParts(seed: UInt64) {
    var pages = TornPages(TornPagesTests.articles, seed: seed)
    let page = pages.page(of: Int(seed) % 3)
    for join in page.joins {
      let joined = text(page.blocks[join.tail]) + text(page.blocks[join.head])
      #expect(TornPagesTests.lines.contains { $0.contains(joined) }, "\(joined)")
    }
    #expect(Set(page.joins.map(\.tail)).count == page.joins.count)
    #expect(Set(page.joins.map(\.head)).count == page.joins.count)
  }

  @Test func mostPagesAreTorn() {
    var pages = TornPages(TornPagesTests.articles, seed: 7)
    var torn = 0
    var far = 0
    for turn in 0..<60 {
      let page = pages.page(of: turn % 3)
      if !page.joins.isEmpty { torn += 1 }
      far += page.joins.count { $0.head != $0.tail + 1 }
    }
    #expect(torn > 50)
    #expect(far > 50)
  }

  @Test func theSameSeedTearsTheSame() {
    func page() -> TornPages.Page {
      var pages = TornPages(TornPagesTests.articles, seed: 11)
      return pages.page(of: 1)
    }
    #expect(page().blocks == page().blocks)
    #expect(page().joins == page().joins)
  }

  /// No half begins with a mark or ends with an opening one, as no line of print does.
  @Test func cutsAreThoseOfPrint() {
    var pages = TornPages(TornPagesTests.articles, seed: 3)
    for turn in 0..<60 {
      let page = pages.page(of: turn % 3)
      for join in page.joins {
        let head = text(page.blocks[join.head])
        #expect(!"，、。,”）".contains(head.first ?? "，"), "\(head)")
      }
    }
  }
}
