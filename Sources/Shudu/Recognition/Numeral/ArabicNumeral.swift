/// Reads a literal of Arabic digits: `1,379`, `1 379`, `3.14`, `.77`, `21.2E0`.
///
/// Recognizes: digits with a decimal point; groups of three divided by commas, or by spaces as
/// columns of print set them; an exponent.
/// Rejects: more than `maximumDigits` digits; a comma or space that parts no group of three.
/// Cost: linear in the literal, at most `maximumDigits` plus separators.
struct ArabicNumeral: Sendable {
  var value: ExactDecimal
  /// End of the literal, exclusive.
  var end: Int
  /// How many digits stand before the point.
  var integerDigits: Int
  var hasPoint: Bool

  static let maximumDigits = 34

  init?(in units: [UInt16], at start: Int, limit: Int) {
    var coefficient: Int128 = 0
    var digits = 0
    var places = 0
    var index = start
    while index < limit, let digit = ArabicNumeral.digit(units[index]) {
      guard digits < ArabicNumeral.maximumDigits else { return nil }
      coefficient = coefficient * 10 + Int128(digit)
      digits += 1
      index += 1
    }
    if digits >= 1, digits <= 3, units[start] != 0x30, index < limit {
      let separator = units[index]
      if separator == 0x2C || separator == 0x20 || separator == 0x2009 || separator == 0x202F {
        while let group = ArabicNumeral.group(
          in: units, at: index, separator: separator, limit: limit)
        {
          guard digits + 3 <= ArabicNumeral.maximumDigits else { return nil }
          coefficient = coefficient * 1000 + Int128(group)
          digits += 3
          index += 4
        }
      }
    }
    integerDigits = digits
    hasPoint = false
    if index + 1 < limit, units[index] == 0x2E, ArabicNumeral.digit(units[index + 1]) != nil {
      hasPoint = true
      index += 1
      while index < limit, let digit = ArabicNumeral.digit(units[index]) {
        guard digits < ArabicNumeral.maximumDigits else { return nil }
        coefficient = coefficient * 10 + Int128(digit)
        digits += 1
        places += 1
        index += 1
      }
    }
    guard digits > 0 else { return nil }
    value = ExactDecimal(coefficient: coefficient, places: places)
    end = index
    readExponent(in: units, limit: limit)
    readPower(in: units, limit: limit)
  }

  /// `10^6`, `2^-1`: at most the 60th power, of what stays exact.
  private mutating func readPower(in units: [UInt16], limit: Int) {
    guard end + 1 < limit, units[end] == 0x5E else { return }
    var index = end + 1
    var isNegative = false
    while index < limit, index < end + 3, units[index] == 0x2D || units[index] == 0x2B {
      if units[index] == 0x2D { isNegative.toggle() }
      index += 1
    }
    var exponent = 0
    let first = index
    while index < limit, index < first + 2, let digit = ArabicNumeral.digit(units[index]) {
      exponent = exponent * 10 + digit
      index += 1
    }
    guard index > first, exponent <= 60 else { return }
    var power = ExactDecimal(1)
    for _ in 0..<exponent {
      guard let next = power.multiplied(by: value) else { return }
      power = next
    }
    if isNegative {
      guard let inverse = ExactDecimal(1).divided(by: power, places: 12) else { return }
      power = inverse.shortened()
    }
    value = power
    end = index
  }

  /// Digits alone.
  init?(plain units: [UInt16], at start: Int, limit: Int) {
    var index = start
    while index < limit, ArabicNumeral.digit(units[index]) != nil,
      index - start <= ArabicNumeral.maximumDigits
    {
      index += 1
    }
    guard index > start, let literal = ArabicNumeral(in: units, at: start, limit: index) else {
      return nil
    }
    self = literal
  }

  /// `E0`, `e-1`, `E+5` directly after the digits, no letter following.
  private mutating func readExponent(in units: [UInt16], limit: Int) {
    guard end + 1 < limit, units[end] | 0x20 == 0x65 else { return }
    var index = end + 1
    var isNegative = false
    if units[index] == 0x2D || units[index] == 0x2B {
      isNegative = units[index] == 0x2D
      index += 1
    }
    var exponent = 0
    let first = index
    while index < limit, index < first + 2, let digit = ArabicNumeral.digit(units[index]) {
      exponent = exponent * 10 + digit
      index += 1
    }
    guard index > first, index == limit || !ArabicNumeral.isWordCharacter(units[index]),
      let scaled = value.scaled(byPowerOfTen: isNegative ? -exponent : exponent)
    else { return }
    value = scaled
    end = index
  }

  /// The three digits after a separator that no fourth digit follows.
  private static func group(
    in units: [UInt16], at index: Int, separator: UInt16, limit: Int
  ) -> Int? {
    guard index + 3 < limit, units[index] == separator,
      let a = digit(units[index + 1]), let b = digit(units[index + 2]),
      let c = digit(units[index + 3]),
      index + 4 >= limit || digit(units[index + 4]) == nil
    else { return nil }
    return a * 100 + b * 10 + c
  }

  @inline(__always)
  static func digit(_ unit: UInt16) -> Int? {
    unit &- 0x30 < 10 ? Int(unit &- 0x30) : nil
  }

  /// An ASCII letter or digit.
  @inline(__always)
  static func isWordCharacter(_ unit: UInt16) -> Bool {
    unit &- 0x30 < 10 || isLetter(unit)
  }

  @inline(__always)
  static func isLetter(_ unit: UInt16) -> Bool {
    (unit | 0x20) &- 0x61 < 26
  }
}
