/// An exact decimal number: a 128-bit coefficient and the number of its decimal places.
///
/// Keeps the digits as written (`6.40` stays `6.40`); comparison is by value. Operations whose
/// result needs more than 38 digits give nil.
public struct ExactDecimal: Sendable, CustomStringConvertible {
  // In two halves: whatever holds an `Int128` is allocated aligned, which takes several times as long.
  private let high: Int64
  private let low: UInt64
  public var coefficient: Int128 { Int128(high) &<< 64 | Int128(low) }
  /// Number of decimal places, 0 to 38.
  ///
  /// A whole word: an optional of 18 bytes is spilled by the compiler, where it does not optimize, to where aligned
  /// loads fault.
  public let places: Int

  public static let zero = ExactDecimal(0)

  public init(_ integer: Int) {
    self.init(coefficient: Int128(integer), places: 0)
  }

  public init(coefficient: Int128, places: Int) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    self.places = places
  }

  /// Reads `-12.50` and nothing else: ASCII digits, at most one point, an optional sign.
  public init?(_ text: some StringProtocol) {
    var coefficient: Int128 = 0
    var places: Int?
    var isNegative = false
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: isNegative = true
      case 0x2E where places == nil: places = 0
      case 0x30...0x39:
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int128(byte - 0x30))
        guard !overflow, !carry else { return nil }
        coefficient = sum
        digits += 1
        if let count = places { places = count + 1 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, places: places ?? 0)
  }

  /// 10 to the power of `exponent`, which is 0 to 38.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    guard (0...38).contains(exponent) else { return nil }
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The product, with trailing zeros of the fraction dropped only as far as a power of ten in
  /// `other` shifts the point.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !overflow, places + other.places <= 200 else { return nil }
    return ExactDecimal(coefficient: product, places: places + other.places).shortened(
      to: max(0, places - other.trailingZeros))
  }

  /// The number times 10 to the power of `exponent`, by moving the point alone.
  public func scaled(byPowerOfTen exponent: Int) -> ExactDecimal? {
    if exponent < 0 {
      guard places - exponent <= 38 else { return nil }
      return ExactDecimal(coefficient: coefficient, places: places - exponent)
    }
    if exponent <= places {
      return ExactDecimal(coefficient: coefficient, places: places - exponent)
    }
    guard let factor = ExactDecimal.powerOfTen(exponent - places) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : ExactDecimal(coefficient: product, places: 0)
  }

  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(places, other.places)
    guard let a = aligned(to: common), let b = other.aligned(to: common) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(coefficient: sum, places: common)
  }

  public var negated: ExactDecimal { ExactDecimal(coefficient: -coefficient, places: places) }

  /// The quotient rounded half away from zero to a number of decimal places; nil for division by zero.
  public func divided(by other: ExactDecimal, places wanted: Int) -> ExactDecimal? {
    guard other.coefficient != 0,
      let shift = ExactDecimal.powerOfTen(max(0, wanted + other.places - places))
    else { return nil }
    let (numerator, overflow) = coefficient.multipliedReportingOverflow(by: shift)
    guard !overflow else { return nil }
    let surplus = max(0, places - other.places - wanted)
    guard let divisorShift = ExactDecimal.powerOfTen(surplus) else { return nil }
    let (divisor, overflows) = other.coefficient.multipliedReportingOverflow(by: divisorShift)
    guard !overflows else { return nil }
    var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: divisor)
    if remainder.magnitude >= divisor.magnitude - remainder.magnitude {
      quotient += (numerator < 0) == (divisor < 0) ? 1 : -1
    }
    return ExactDecimal(coefficient: quotient, places: wanted)
  }

  /// The same number with zeros at the end of its fraction dropped, down to `wanted` places.
  public func shortened(to wanted: Int = 0) -> ExactDecimal {
    var coefficient = coefficient
    var places = places
    while places > wanted, coefficient % 10 == 0 {
      coefficient /= 10
      places -= 1
    }
    return ExactDecimal(coefficient: coefficient, places: places)
  }

  public var isNegative: Bool { coefficient < 0 }

  /// The number in plain digits, never with an exponent.
  public var description: String {
    var digits = String(coefficient.magnitude)
    if places > 0 {
      if digits.utf8.count <= places {
        digits = String(repeating: "0", count: places - digits.utf8.count + 1) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return coefficient < 0 ? "-" + digits : digits
  }

  private var trailingZeros: Int {
    var count = 0
    var rest = coefficient
    while rest != 0, rest % 10 == 0, count < 38 {
      rest /= 10
      count += 1
    }
    return max(0, count - places)
  }

  private func aligned(to places: Int) -> Int128? {
    guard let factor = ExactDecimal.powerOfTen(places - self.places) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}

extension ExactDecimal: Comparable {
  public static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let x = a.shortened()
    let y = b.shortened()
    return x.coefficient == y.coefficient && x.places == y.places
  }

  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let common = max(a.places, b.places)
    if let x = a.aligned(to: common), let y = b.aligned(to: common) { return x < y }
    return Double(a.coefficient) < Double(b.coefficient)
  }
}
