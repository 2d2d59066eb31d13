import Testing

@testable import Shudu

@Suite struct ExactDecimalTests {
  /// `extract` died in builds without optimization, which `Tests/run` does not make of the core.
  @Test func optionalDecimalsAreNotOfTheSizeThatFaultsUnoptimized() {
    #expect(MemoryLayout<ExactDecimal?>.size != 18)
  }

  @Test(arguments: [
    ("1.27", 4, "12700"), ("152.49", 8, "15249000000"), ("3.65785", 4, "36578.5"),
    ("6.40", 0, "6.40"), ("5", -2, "0.05"), ("-2.5", 1, "-25"),
  ])
  func scales(text: String, exponent: Int, expected: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.scaled(byPowerOfTen: exponent)?.description == expected)
  }

  @Test(arguments: [
    "", ".", "-", "1.2.3", "1,000", "٣", "1e5", "99999999999999999999999999999999999999999",
  ])
  func refuses(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func dividesWithRounding() throws {
    let third = try #require(ExactDecimal(1).divided(by: ExactDecimal(3), places: 4))
    #expect(third.description == "0.3333")
    let twoThirds = try #require(ExactDecimal(2).divided(by: ExactDecimal(3), places: 4))
    #expect(twoThirds.description == "0.6667")
    #expect(ExactDecimal(1).divided(by: .zero, places: 2) == nil)
  }

  @Test func comparesByValue() throws {
    #expect(try #require(ExactDecimal("6.40")) == #require(ExactDecimal("6.4")))
    #expect(try #require(ExactDecimal("-1")) < #require(ExactDecimal("0.5")))
  }
}
