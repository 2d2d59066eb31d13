import Testing

@testable import ShuduDataset

@Suite struct DayRangeTests {
  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2100-02", "2100-02-01", "2100-02-28"), ("2023-01/2023-11", "2023-01-01", "2023-11-30"),
    ("2020-12-30", "2020-12-30", "2020-12-30"),
  ])
  func tellsFirstAndLastDay(_ value: String, _ first: String, _ last: String) {
    let range = DayRange(value)
    #expect(range.first == first && range.last == last)
  }

  @Test func anOpenEndHasNoDay() {
    #expect(DayRange("../2020-12-30").first == nil)
    #expect(DayRange("../2020-12-30").last == "2020-12-30")
    #expect(DayRange("2020/..").last == nil)
    #expect(DayRange(nil).first == nil && DayRange("2023-13").first == nil)
  }
}
