/// Finds the quantities of a paragraph: numerals with their units, bounds and kinds.
///
/// Recognizes: counts with counters, money, percentages, points, multiples, physical measures, durations,
/// ages, frequencies, ratios, ranks and bare numbers; ranges with a shared scale and unit; compound values
/// (`2小时08分15秒`); orders of magnitude (`百亿级`); composed units (`元/吨`).
/// Rejects: fixed phrases of `fixed-phrases.tsv`, names and codes with Latin letters (`A320`, `G1024次`), versions,
/// telephone numbers, numerals in slogans (`“1+3”`), years, ordinals that count nothing, the rest of a numeral that
/// begins in digits of another script (`12𝟛5吨`).
/// Cost: one table load for each unit that cannot begin a quantity; bounded look-around at each numeral.
public struct QuantityRecognizer: Sendable {
  let tables: QuantityTables

  public init(table: UnitTable = .standard, phrases: FixedPhrases = .standard) {
    tables = QuantityTables(units: table, phrases: phrases)
  }

  /// The quantities of a range of folded text, ascending and disjoint.
  ///
  /// `excluding` are ranges that times and names have taken: ascending, disjoint. No quantity overlaps one.
  public func quantities(
    in units: [UInt16], range: Range<Int>, excluding: [Range<Int>] = []
  ) -> [Mention] {
    var scanner = QuantityScanner(units: units, range: range, tables: tables)
    var index = range.lowerBound
    var next = 0
    while index < range.upperBound {
      guard tables.numerals.alphabet.canBegin(units[index]) else {
        index += 1
        continue
      }
      while next < excluding.count, excluding[next].upperBound <= index {
        scanner.floor = max(scanner.floor, excluding[next].upperBound)
        next += 1
      }
      if next < excluding.count, excluding[next].lowerBound <= index {
        index = excluding[next].upperBound
        scanner.floor = index
        continue
      }
      if follows(foreignDigitIn: units, at: index) {
        while index < range.upperBound, tables.numerals.alphabet.canBegin(units[index]) {
          index += 1
        }
        continue
      }
      scanner.limit =
        next < excluding.count
        ? min(range.upperBound, excluding[next].lowerBound) : range.upperBound
      let reading = scanner.read(at: index)
      if reading.isFound { scanner.floor = reading.end }
      index = max(reading.end, index + 1)
    }
    return scanner.mentions
  }

  /// Whether a digit that is none of ours stands before: what follows is no number of its own.
  private func follows(foreignDigitIn units: [UInt16], at index: Int) -> Bool {
    guard index > 0 else { return false }
    switch units[index - 1] {
    case 0..<0x0660, 0x2E80..<0xA000: return false
    // The mathematical digits.
    case 0xDFCE...0xDFFF: return index > 1 && units[index - 2] == 0xD835
    case let unit: return Unicode.Scalar(unit)?.properties.numericType == .decimal
    }
  }
}
