import Testing

@testable import Shudu

/// In which order the paragraphs of a torn page are read.
@Suite struct ReadingOrderTests {
  private typealias Piece = ReadingOrder.Piece

  /// Reads paragraphs of articles; their texts are their numbers.
  private func read(_ pieces: [Piece], articles: [Int]) -> (order: [String], articles: [Int]) {
    var paragraphs = articles.indices.map { number in
      var text = MappedText()
      let units = Array("\(number)".utf16)
      text.append(units.indices, of: units)
      var paragraph = Paragraph(role: .body, text: text, bold: [], dateline: 0..<0)
      paragraph.article = articles[number]
      return paragraph
    }
    ReadingOrder(pieces: pieces).apply(to: &paragraphs)
    return (paragraphs.map { $0.text.text(in: 0..<$0.text.count) }, paragraphs.map(\.article))
  }

  private func whole(_ paragraph: Int) -> Piece {
    Piece(paragraph: paragraph, isFirst: true, isLast: true)
  }

  @Test func aWholePageIsReadAsItStands() {
    let found = read([whole(0), whole(1), whole(2)], articles: [0, 0, 1])
    #expect(found.order == ["0", "1", "2"])
    #expect(found.articles == [0, 0, 1])
  }

  /// Behind the end of a torn paragraph its column goes on, in its article.
  @Test func aTornColumnIsFollowed() {
    let pieces = [
      Piece(paragraph: 0, isFirst: true, isLast: false), whole(1), whole(2),
      Piece(paragraph: 0, isFirst: false, isLast: true), whole(3), whole(4),
    ]
    let found = read(pieces, articles: [0, 1, 1, 1, 1])
    #expect(found.order == ["0", "3", "4", "1", "2"])
    #expect(found.articles == [0, 0, 0, 1, 1])
  }

  /// A new article ends what was followed.
  @Test func anotherArticleIsReadWhereItStands() {
    let pieces = [
      Piece(paragraph: 0, isFirst: true, isLast: false), whole(1),
      Piece(paragraph: 0, isFirst: false, isLast: true), whole(2), whole(3),
    ]
    let found = read(pieces, articles: [0, 1, 1, 2])
    #expect(found.order == ["0", "2", "1", "3"])
    #expect(found.articles == [0, 0, 1, 2])
  }

  /// Where a followed column breaks off, the page goes on as it stands.
  @Test func aBreakEndsWhatWasFollowed() {
    let pieces = [
      Piece(paragraph: 0, isFirst: true, isLast: false), whole(1),
      Piece(paragraph: 0, isFirst: false, isLast: true),
      Piece(paragraph: 2, isFirst: true, isLast: false), whole(3),
      Piece(paragraph: 2, isFirst: false, isLast: true), whole(4),
    ]
    let found = read(pieces, articles: [0, 1, 1, 1, 1])
    #expect(found.order == ["0", "2", "4", "1", "3"])
  }

  /// An end that stands before its beginning moves nothing.
  @Test func anEndBeforeItsBeginning() {
    let pieces = [
      whole(0), Piece(paragraph: 1, isFirst: false, isLast: true), whole(2),
      Piece(paragraph: 1, isFirst: true, isLast: false), whole(3),
    ]
    // Paragraphs are numbered by their first stretches: 1 begins behind 2.
    let found = read(pieces, articles: [0, 0, 0, 0])
    #expect(found.order == ["0", "2", "1", "3"])
  }

  @Test func aSectionGoesOnBehindTheTear() {
    let view = PageView(
      """
      # 渡口换新
      ## 江北添了渡轮
      去年,江北的九座码头都装上了充电桩,船工老宋说,头一回不

      ## 江南修了栈道
      江南的栈道今年春天完工。
      闻柴油味,心里踏实。
      渡轮一天开四十班。
      """)
    let titles = view.page.paragraphs.indices.map { at in
      view.page.sectionTitle(of: at).map { $0.text(in: 0..<2) }
    }
    let last = view.texts.firstIndex { $0.hasPrefix("渡轮一天") }
    #expect(view.joints == ["头一回不|闻柴油味"])
    #expect(last.map { titles[$0] } == "江北")
  }
}
