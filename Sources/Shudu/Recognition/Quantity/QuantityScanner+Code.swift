/// What tells a number from a code, a version, a part of a name.
extension QuantityScanner {
  /// Whether the digits at a place go on from Latin letters or a code's signs (`A320`, `H7N9`, `COVID-19`).
  func isInsideCode(at index: Int) -> Bool {
    guard index > range.lowerBound else { return false }
    let before = units[index - 1]
    if ArabicNumeral.isLetter(before) {
      if tables.units.currency(endingAt: index, in: units, from: range.lowerBound) != nil {
        return false
      }
      return !isMeasuredAfterAbbreviation(at: index)
    }
    switch before {
    case 0x5F, 0x5C, 0x23, 0x40, 0x3D, 0x26, 0x3F: return !isHan(at(index - 2))
    case 0x2D, 0x2F, 0x2E, 0x2B, 0xB7, 0x3A, 0x2022:
      guard index - 2 >= range.lowerBound else { return false }
      let other = units[index - 2]
      if before == 0x2F || before == 0x3A {
        return ArabicNumeral.isLetter(other) || other == before
      }
      return ArabicNumeral.isWordCharacter(other)
    default: return false
    }
  }

  /// `GDP341.6亿元`, `CPI2.1%`: an abbreviation of letters whose value follows at once.
  private func isMeasuredAfterAbbreviation(at index: Int) -> Bool {
    var start = index
    while start > range.lowerBound, ArabicNumeral.isLetter(units[start - 1]), index - start < 8 {
      start -= 1
    }
    guard index - start >= 2,
      start == range.lowerBound || !ArabicNumeral.isWordCharacter(at(start - 1)),
      let numeral = tables.numerals.numeral(in: units, at: index, limit: limit),
      let found = unit(after: numeral)
    else { return false }
    return numeral.scaleExponent > 0 || found.kind == .percent || found.kind == .money
      || found.kind == .percentagePoint
  }

  /// Where a run of digits, letters and the signs between them ends.
  func endOfCode(from index: Int) -> Int {
    var end = index
    while end < limit {
      let unit = units[end]
      if ArabicNumeral.isWordCharacter(unit) {
        end += 1
        continue
      }
      switch unit {
      case 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F, 0x26, 0x3D, 0x3F, 0x25, 0xB7, 0x2C:
        guard end + 1 < limit, ArabicNumeral.isWordCharacter(units[end + 1]) else {
          return max(end, index + 1)
        }
        end += 1
      default: return max(end, index + 1)
      }
    }
    return max(end, index + 1)
  }

  /// Whether `-` or `+` is a sign here, and no hyphen.
  func isSign(at index: Int) -> Bool {
    let unit = units[index]
    guard unit == 0x2D || unit == 0x2212 || unit == 0x2B else { return true }
    let before = at(index - 1)
    if ArabicNumeral.isWordCharacter(before) { return false }
    switch before {
    case 0x25, 0x29, 0x2D, 0x2B, 0x2212, 0x2014, 0x7E, 0x201D, 0x2E, 0x5D: return false
    default: return unit != 0x2B || before != 0x2018 && before != 0x201C
    }
  }

  /// Whether what follows a numeral makes a code or a name of it.
  func isCode(_ numeral: Numeral) -> Bool {
    let end = numeral.range.upperBound
    guard numeral.form == .arabic else { return false }
    let next = at(end)
    let start = numeral.range.lowerBound
    if isQuoted(numeral.range) { return true }
    if units[start] == 0x30, numeral.range.count > 1, at(start + 1) != 0x2E,
      next != 0x5206, next != 0x79D2, next != 0x65F6
    {
      // 04版, 05号
      return true
    }
    if ArabicNumeral.isLetter(next) {
      return unit(after: numeral) == nil
    }
    switch next {
    case 0x2B:
      // 1+3, 1+N; but 100+家.
      if ArabicNumeral.isWordCharacter(at(end + 1)) { return true }
    case 0xB7, 0x2E, 0x5F:
      if ArabicNumeral.isWordCharacter(at(end + 1)) { return true }
    case 0x540E:
      // 90后
      if numeral.range.count == 2, at(end - 1) == 0x30 || at(end - 1) == 0x35 { return true }
    default: break
    }
    // 8K, 4K: formats, unless a unit follows.
    if end > start, at(end - 1) == 0x4B, end - start <= 3, unit(after: numeral) == nil,
      isHan(at(end))
    {
      return true
    }
    return isTelephone(numeral)
  }

  /// `023-63899999`, `400-820-8820`.
  private func isTelephone(_ numeral: Numeral) -> Bool {
    let end = numeral.range.upperBound
    guard numeral.range.count >= 3, numeral.range.count <= 4, at(end) == 0x2D else { return false }
    var index = end + 1
    while index < limit, ArabicNumeral.digit(units[index]) != nil, index - end < 10 { index += 1 }
    return index - end - 1 >= 7 || index - end - 1 >= 3 && at(index) == 0x2D
  }

  /// Whether a range stands alone between quotation marks.
  func isQuoted(_ range: Range<Int>) -> Bool {
    let before = at(range.lowerBound - 1)
    let after = at(range.upperBound)
    return (before == 0x201C || before == 0x2018) && (after == 0x201D || after == 0x2019)
  }
}
