import Shudu
import Testing

@testable import ShuduEvaluation

@Suite struct LayoutMatchingTests {
  private static let text = "# 老渠活了\n\n全镇受益的农田一共有三万亩,比去年多了一成。\n\n责编 丁一"

  private func offset(of words: String) throws -> Int {
    let text = LayoutMatchingTests.text
    let start = try #require(text.firstRange(of: words)).lowerBound
    return text.unicodeScalars.distance(from: text.startIndex, to: start)
  }

  private func matching(_ gold: [GoldLayout]) throws -> LayoutMatching {
    let article = try Reader.read(text: LayoutMatchingTests.text)
    return LayoutMatching(
      page: LayoutStage().page(from: article.blocks), gold: gold, source: article.source)
  }

  @Test func countsBlocksByType() throws {
    let matching = try matching([
      GoldLayout(kind: "block", type: "heading", text: "老渠活了", at: [offset(of: "老渠")]),
      GoldLayout(kind: "block", type: "credit", text: "责编 丁一", at: [offset(of: "责编")]),
    ])
    #expect(matching.kinds["heading"] == Tally(right: 1, predicted: 1, required: 1))
    #expect(matching.kinds["credit"] == Tally(right: 0, predicted: 0, required: 1))
    #expect(matching.kinds["label"] == Tally(right: 0, predicted: 1, required: 0))
    #expect(matching.blocks == Tally(right: 1, predicted: 2, required: 2))
    #expect(
      matching.misses == [
        .init(kind: "credit", isMissed: true, text: "责编 丁一"),
        .init(kind: "label", isMissed: false, text: "责编 丁一"),
      ])
  }

  @Test func optionalBlocksAreNeitherRequiredNorPunished() throws {
    let matching = try matching([
      GoldLayout(kind: "block", type: "heading", at: [offset(of: "老渠")], optional: true),
      GoldLayout(kind: "block", type: "label", at: [offset(of: "责编")]),
    ])
    #expect(matching.blocks == Tally(right: 1, predicted: 1, required: 1))
    #expect(matching.misses.isEmpty)
  }

  @Test func aJoinThatNobodyMadeIsMissed() throws {
    let matching = try matching([
      GoldLayout(kind: "join", tail: "比去年多了", head: "一成。", tails: [20], heads: [30])
    ])
    #expect(matching.joins == Tally(right: 0, predicted: 0, required: 1))
    #expect(matching.misses.first == .init(kind: "join", isMissed: true, text: "比去年多了|一成。"))
  }
}
