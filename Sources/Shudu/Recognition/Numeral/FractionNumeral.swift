extension NumeralReader {
  /// The fraction whose first number has been read: `三分之一`, `百分之六`, `三又二分之一`, `3/4`, `1 4/3`.
  ///
  /// A fraction is rounded to four places, below a tenth to four digits; one that ends sooner is exact.
  func fraction(in units: [UInt16], from first: Numeral, limit: Int) -> Numeral? {
    guard first.value != nil, first.approximation == .exact else { return nil }
    let next = skipSpaces(units, from: first.range.upperBound, limit: limit)
    guard next < limit else { return nil }
    switch units[next] {
    case 0x5206: return ofParts(in: units, denominator: first, at: next, limit: limit)
    case 0x53C8: return mixed(in: units, whole: first, at: next + 1, limit: limit)
    case 0x2F: return slashed(in: units, numerator: first, at: next, limit: limit)
    default:
      guard next == first.range.upperBound + 1, first.form == .arabic, first.scaleExponent == 0,
        let rest = ArabicNumeral(in: units, at: next, limit: limit), rest.end < limit,
        units[rest.end] == 0x2F
      else { return nil }
      return mixed(in: units, whole: first, at: next, limit: limit)
    }
  }

  /// Denominator, `分之`, numerator.
  private func ofParts(
    in units: [UInt16], denominator: Numeral, at index: Int, limit: Int
  ) -> Numeral? {
    var next = skipSpaces(units, from: index + 1, limit: limit)
    guard next < limit, units[next] == 0x4E4B else { return nil }
    next = skipSpaces(units, from: next + 1, limit: limit)
    guard next < limit else { return nil }
    var isNegative = false
    if units[next] == 0x8D1F {
      isNegative = true
      next += 1
    }
    guard next < limit, var parts = plain(in: units, at: next, limit: limit) ?? hundred(units, next)
    else { return nil }
    if isNegative { parts.value = parts.value?.negated }
    let start = denominator.range.lowerBound
    if denominator.range.count <= 3, units[start] == 0x767E || units[start] == 0x4F70,
      denominator.value == ExactDecimal(100)
    {
      parts.form = .percentage
      return parts.extended(from: start)
    }
    return quotient(parts, denominator, range: start..<parts.range.upperBound)
  }

  /// `百` of 百分之百.
  private func hundred(_ units: [UInt16], _ index: Int) -> Numeral? {
    guard units[index] == 0x767E else { return nil }
    return Numeral(
      range: index..<index + 1, digits: index..<index + 1, value: ExactDecimal(100), minimum: nil,
      maximum: nil, approximation: .exact, form: .chinese, scaleExponent: 0)
  }

  /// A whole number and a fraction.
  private func mixed(in units: [UInt16], whole: Numeral, at index: Int, limit: Int) -> Numeral? {
    let next = skipSpaces(units, from: index, limit: limit)
    guard next < limit, let first = plain(in: units, at: next, limit: limit),
      var part = fraction(in: units, from: first, limit: limit), part.form == .fraction,
      let value = part.value, let number = whole.value, let sum = number.adding(value)
    else { return nil }
    part.value = sum
    part.range = whole.range.lowerBound..<part.range.upperBound
    part.digits = part.range
    return part
  }

  /// `3/4`: no date (`3/15/2020`), no path.
  private func slashed(
    in units: [UInt16], numerator: Numeral, at index: Int, limit: Int
  ) -> Numeral? {
    guard numerator.form == .arabic, numerator.scaleExponent == 0,
      numerator.range.upperBound == index,
      let below = ArabicNumeral(in: units, at: index + 1, limit: limit),
      below.value.coefficient != 0,
      below.end >= limit || units[below.end] != 0x2F && !ArabicNumeral.isLetter(units[below.end])
    else { return nil }
    let denominator = Numeral(
      range: index + 1..<below.end, digits: index + 1..<below.end, value: below.value,
      minimum: nil, maximum: nil, approximation: .exact, form: .arabic, scaleExponent: 0)
    return quotient(numerator, denominator, range: numerator.range.lowerBound..<below.end)
  }

  private func quotient(_ above: Numeral, _ below: Numeral, range: Range<Int>) -> Numeral? {
    guard let numerator = above.value, let denominator = below.value, denominator.coefficient != 0,
      let fine = numerator.divided(by: denominator, places: 12)
    else { return nil }
    var value = fine.shortened()
    if value.multiplied(by: denominator) != numerator {
      var places = 4
      var bound = ExactDecimal(coefficient: 1, places: 1)
      let size = value.isNegative ? value.negated : value
      while places < 12, size < bound {
        places += 1
        bound = ExactDecimal(coefficient: 1, places: bound.places + 1)
      }
      value = numerator.divided(by: denominator, places: places) ?? value
    }
    return Numeral(
      range: range, digits: range, value: value, minimum: nil, maximum: nil,
      approximation: above.approximation, form: .fraction, scaleExponent: 0)
  }

  private func skipSpaces(_ units: [UInt16], from index: Int, limit: Int) -> Int {
    var next = index
    while next < limit, units[next] == 0x20, next < index + 2 { next += 1 }
    return next
  }
}
