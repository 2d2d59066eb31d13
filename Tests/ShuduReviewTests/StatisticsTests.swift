import ShuduStore
import Testing

@testable import ShuduReview

@Suite struct StatisticsTests {
  /// Krippendorff's own example of nominal data: four raters, twelve units, alpha 0.743.
  @Test func alphaIsThatOfTheTextbook() throws {
    let rows: [String] = [
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    ]
    let ratings = rows.map { $0.split(separator: " ").map(String.init) }
    let units = (0..<12).map { unit in ratings.map { $0[unit] }.filter { $0 != "." } }
    let alpha = try #require(KrippendorffAlpha.nominal(units))
    #expect(abs(alpha - 0.743) < 0.0005)
  }

  @Test func alphaIsOneForFullAgreementAndZeroOrLessForNone() throws {
    #expect(KrippendorffAlpha.nominal([["a", "a"], ["b", "b"]]) == 1)
    #expect(try #require(KrippendorffAlpha.nominal([["a", "b"], ["b", "a"]])) < 0)
  }

  @Test func alphaSaysNothingWhereNothingCouldDiffer() {
    #expect(KrippendorffAlpha.nominal([["a", "a"], ["a", "a"]]) == nil)
    #expect(KrippendorffAlpha.nominal([["a"], ["b"]]) == nil)
    #expect(KrippendorffAlpha.nominal([]) == nil)
  }

  /// 8 of 10: Wilson gives 0.490 to 0.943.
  @Test func wilsonIsThatOfTheTables() {
    let interval = WilsonInterval(right: 8, of: 10)
    #expect(abs(interval.low - 0.4901) < 0.0005 && abs(interval.high - 0.9433) < 0.0005)
    #expect(WilsonInterval(right: 10, of: 10).high > 0.999999)
  }

  @Test func paceLeavesBreaksOut() {
    let pace = Pace([0, 2, 4, 8, 4000, 4002])
    #expect(pace.decisions == 6 && pace.medianSeconds == 2)
    #expect(pace.perHour == 4 * 3600 / 10)
    #expect(Pace([7]).medianSeconds == nil)
  }

  @Test func rejectedFactsCountForTheVerdictAlone() {
    let agreement = Agreement(
      [[["unit": "家"], nil], [["unit": "家"], ["unit": "个"]], [["unit": "元"], ["unit": "元"]]],
      fields: ["unit"])
    #expect(agreement.fields.map(\.facts) == [3, 2])
    #expect(agreement.fields[1].agreement == 0.5)
  }
}
