import Testing

@testable import Shudu

@Suite struct NumeralReaderTests {
  let reader = NumeralReader()

  @Test func readsCases() throws {
    for row in try CaseTable.rows("NumeralReader") {
      let (original, ranges) = CaseTable.unmarked(row[0])
      let units = CharacterFold.standard.fold(original)
      let range = try #require(ranges.first)
      let numeral = reader.numeral(in: units, at: range.lowerBound, limit: units.count)
      if row[1] == "nil" {
        #expect(numeral == nil, "\(row[0]) (\(row[4]))")
        continue
      }
      let found = try #require(numeral, "\(row[0]) (\(row[4]))")
      #expect(string(units, found.range) == string(units, range), "\(row[0]) (\(row[4]))")
      let value =
        found.value?.description
        ?? "\(found.minimum?.description ?? "")..\(found.maximum?.description ?? "")"
      #expect(value == row[1], "\(row[0]) (\(row[4]))")
      #expect(found.approximation.rawValue == row[2], "\(row[0]) (\(row[4]))")
      #expect(string(units, found.digits) == row[3], "\(row[0]) (\(row[4]))")
    }
  }

  @Test(arguments: [("八点五分", 8, 1), ("十二月", 12, 2), ("二〇二〇年", 2020, 4), ("30余日", 30, 2)])
  func readsIntegers(text: String, value: Int, length: Int) throws {
    let units = Array(text.utf16)
    let numeral = try #require(reader.integer(in: units, at: 0, limit: units.count))
    #expect(numeral.value == ExactDecimal(value))
    #expect(numeral.range == 0..<length)
  }

  @Test(arguments: ["一", "9", "十", "万", "零", "1,", "一百", "几", "点"])
  func costIsBounded(unit: String) {
    let units = Array(String(repeating: unit, count: 10_000).utf16)
    let numeral = reader.numeral(in: units, at: 0, limit: units.count)
    #expect((numeral?.range.count ?? 0) <= NumeralReader.maximumLength)
  }
}
