/// Ranges of values: `10万-25万元`, `2000套—3000套`, `3-5名`, `5%至8%`.
extension QuantityScanner {
  /// The range that begins with a numeral; a scale and a unit that only the second has hold for both.
  func rangeOfValues(
    from first: Numeral, unit firstUnit: FoundUnit?, separator: Int?
  ) -> Draft? {
    var end = firstUnit?.end ?? first.range.upperBound
    if has("(含)", at: end) { end += 3 }
    guard firstUnit?.addsHalf != true, firstUnit?.isOver != true,
      let start = separator ?? rangeSeparator(at: end),
      let second = tables.numerals.numeral(in: units, at: start, limit: limit),
      second.form != .fraction, first.form != .fraction,
      let secondUnit = measured(second), secondUnit.minimum == nil || second.minimum != nil
    else { return nil }
    if let firstUnit {
      guard let mention = secondUnit.unit,
        mention.unit.dimension == firstUnit.unit.dimension,
        mention.unit.factor == firstUnit.unit.factor, !isChange(before: first.range.lowerBound)
      else { return nil }
    }
    if rangeSeparator(at: second.range.upperBound) != nil, at(second.range.upperBound) == 0x2D {
      return nil
    }
    guard var low = first.minimum ?? first.value, let high = second.maximum ?? second.value else {
      return nil
    }
    let shift = sharedScale(first, second)
    if shift > 0 { low = low.scaled(byPowerOfTen: shift) ?? low }
    guard low < high else { return nil }
    var draft = secondUnit
    draft.value = nil
    draft.minimum = low
    draft.maximum = high
    draft.approximation = second.approximation == .over ? .over : .exact
    draft.range = first.range.lowerBound..<draft.range.upperBound
    draft.numeral = first.digits.lowerBound..<second.digits.upperBound
    draft.outerStart = first.range.lowerBound
    draft.rule = "quantity.range"
    if let (prefix, _) = currencyPrefix(before: first.range.lowerBound) {
      draft.outerStart = prefix
    }
    applyCurrencyPrefix(&draft)
    return draft
  }

  private func currencyPrefix(before index: Int) -> (Int, Unit)? {
    tables.units.currency(endingAt: index, in: units, from: floor)
  }

  /// Where the second number begins after `-`, `—`, `~`, `至`, `到`; nil where none of them stands here.
  func rangeSeparator(at index: Int) -> Int? {
    var place = skipSpaces(from: index)
    guard place < limit else { return nil }
    switch units[place] {
    case 0x2D, 0x2013, 0x2014, 0x2212, 0x7E, 0x301C, 0x2015, 0x2500:
      let dash = units[place]
      place += 1
      if at(place) == dash { place += 1 }
    case 0x81F3, 0x5230: place += 1
    default: return nil
    }
    place = skipSpaces(from: place)
    guard place < limit else { return nil }
    switch tables.numerals.alphabet.sort(units[place]) {
    case .arabic, .digit, .tens, .small, .large, .stop, .sign, .several: return place
    default: return nil
    }
  }

  /// The power of ten of the second number's scale word that the first, smaller one shares: `10-25万`, `三到五百`.
  private func sharedScale(_ first: Numeral, _ second: Numeral) -> Int {
    guard first.scaleExponent == 0, first.form == .arabic || first.form == .chinese,
      let low = first.maximum ?? first.value, let high = second.minimum ?? second.value
    else { return 0 }
    if second.scaleExponent > 0 {
      guard let digits = high.scaled(byPowerOfTen: -second.scaleExponent) else { return 0 }
      return low < digits ? second.scaleExponent : 0
    }
    // 三到五百
    guard second.form == .chinese, low < ExactDecimal(10), low.places == 0,
      isScaleWord(at(second.range.upperBound - 1))
    else { return 0 }
    for power in [3, 2] {
      if let digit = high.scaled(byPowerOfTen: -power)?.shortened(), digit.places == 0 {
        return digit < ExactDecimal(10) && low < digit ? power : 0
      }
    }
    return 0
  }

  /// Whether `从` or `由` stands before: a change from one value to the other.
  private func isChange(before index: Int) -> Bool {
    var place = index
    while place > floor, index - place < 3 {
      let unit = units[place - 1]
      if unit == 0x4ECE || unit == 0x7531 { return true }
      place -= 1
    }
    return false
  }
}
