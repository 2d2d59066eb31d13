import Foundation
import Shudu
import Testing

@testable import ShuduEvaluation

@Suite struct GoldTellingsTests {
  private static let text = "# 签约项目216个\n\n全市签约项目216个。全市落地项目216个。"

  /// A gold fact that stands at the numeral's given turn.
  private func gold(_ turn: Int, measure: String, time: String = "null") throws -> GoldFact {
    var start = GoldTellingsTests.text.startIndex
    for _ in 0...turn {
      start = try #require(
        GoldTellingsTests.text.range(of: "216个", range: start..<GoldTellingsTests.text.endIndex)
      ).upperBound
    }
    let offset =
      GoldTellingsTests.text.unicodeScalars.distance(
        from: GoldTellingsTests.text.startIndex, to: start) - 4
    let row = """
      {"id": "\(turn)", "quote": "216个", "value": "216", "approx": "exact", "unit": "个", "kind": "count",
       "aspect": "level", "measure": ["\(measure)"], "time": \(time), "status": "actual",
       "start": \(offset), "end": \(offset + 3)}
      """
    return try JSONDecoder().decode(GoldFact.self, from: Data(row.utf8))
  }

  private func tally(_ gold: [GoldFact]) throws -> Tally {
    let article = try Reader.read(text: GoldTellingsTests.text)
    var scratch = Pipeline.Scratch()
    let result = Pipeline().process(
      article, options: Pipeline.Options(key: "test"), scratch: &scratch)
    let matching = FactMatching(facts: result.facts, gold: gold, source: article.source)
    return GoldTellings(gold).tally(of: result.facts, matching)
  }

  @Test func countsALinkToTheSameFact() throws {
    let tally = try tally([
      gold(0, measure: "签约项目"), gold(1, measure: "签约项目", time: "\"2024\""),
      gold(2, measure: "落地项目"),
    ])
    #expect(tally.required == 1)
    #expect(tally.right == 1)
  }

  @Test func countsALinkToAnotherFactAsWrong() throws {
    let tally = try tally([
      gold(0, measure: "在建项目"), gold(1, measure: "签约项目"), gold(2, measure: "落地项目"),
    ])
    #expect(tally.required == 0)
    #expect(tally.right == 0)
    #expect(tally.predicted > 0)
  }
}
