/// A number or a range of numbers while a numeral is read.
struct NumeralAmount: Sendable {
  var low: ExactDecimal
  var high: ExactDecimal
  /// Whether the words themselves name a range (`三五百`, `几十`).
  var isRange: Bool

  static let zero = NumeralAmount(.zero)

  init(_ value: ExactDecimal) {
    low = value
    high = value
    isRange = false
  }

  init(_ low: Int, _ high: Int) {
    self.low = ExactDecimal(low)
    self.high = ExactDecimal(high)
    isRange = true
  }

  func plus(_ other: NumeralAmount) -> NumeralAmount? {
    guard let sum = low.adding(other.low) else { return nil }
    var result = NumeralAmount(sum)
    if isRange || other.isRange {
      guard let upper = high.adding(other.high) else { return nil }
      result.high = upper
      result.isRange = true
    }
    return result
  }

  func scaled(_ exponent: Int) -> NumeralAmount? {
    guard let product = low.scaled(byPowerOfTen: exponent) else { return nil }
    var result = NumeralAmount(product)
    if isRange {
      guard let upper = high.scaled(byPowerOfTen: exponent) else { return nil }
      result.high = upper
      result.isRange = true
    }
    return result
  }
}

/// The sum of a numeral's sections: what stands below 万, and in 万, 亿 and 兆.
struct NumeralSum: Sendable {
  /// Below the last large scale word.
  var section = NumeralAmount.zero
  private var tenThousands = NumeralAmount.zero
  private var hundredMillions = NumeralAmount.zero
  private var trillions = NumeralAmount.zero
  /// Whether nothing has been added since the last large scale word.
  var isSectionEmpty = true
  /// The large scale words so far: exponents that are occupied.
  private var occupied: Int = 0

  var isEmpty: Bool { isSectionEmpty && occupied == 0 }

  mutating func add(_ amount: NumeralAmount) -> Bool {
    guard let sum = section.plus(amount) else { return false }
    section = sum
    isSectionEmpty = false
    return true
  }

  /// Whether `scale` can take up the section, or multiply what directly precedes it (`万万`, `万亿`).
  func accepts(_ exponent: Int, sectionFollows: Bool) -> Bool {
    if occupied == 0 || exponent > occupied { return true }
    return sectionFollows ? exponent < lowestOccupied : exponent == 4 && lowestOccupied == 4
  }

  /// Multiplies the section, and everything smaller than the scale word, by it.
  mutating func scale(_ exponent: Int) -> Bool {
    var amount = section
    switch exponent {
    case 4:
      if isSectionEmpty, occupied != 0 {
        // 万万: the former 万 becomes 亿.
        amount = tenThousands
        tenThousands = .zero
        guard let scaled = amount.scaled(4), let sum = hundredMillions.plus(scaled) else {
          return false
        }
        hundredMillions = sum
        occupied = max(occupied, 8)
        lowestOccupied = 8
      } else {
        guard let scaled = amount.scaled(4), let sum = tenThousands.plus(scaled) else {
          return false
        }
        tenThousands = sum
        occupied = max(occupied, 4)
        lowestOccupied = 4
      }
    case 8:
      guard let lower = amount.plus(tenThousands), let scaled = lower.scaled(8),
        let sum = hundredMillions.plus(scaled)
      else { return false }
      tenThousands = .zero
      hundredMillions = sum
      occupied = max(occupied, 8)
      lowestOccupied = 8
    default:
      guard let lower = amount.plus(tenThousands)?.plus(hundredMillions),
        let scaled = lower.scaled(exponent), let sum = trillions.plus(scaled)
      else { return false }
      tenThousands = .zero
      hundredMillions = .zero
      trillions = sum
      occupied = 12
      lowestOccupied = 12
    }
    section = .zero
    isSectionEmpty = true
    return true
  }

  var total: NumeralAmount? {
    if occupied == 0 { return section }
    return trillions.plus(hundredMillions)?.plus(tenThousands)?.plus(section)
  }

  /// The smallest large scale word so far.
  private var lowestOccupied = 0
}
