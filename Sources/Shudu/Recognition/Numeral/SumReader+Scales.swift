/// Scale words, `点`, and the words that modify a number from inside.
extension SumReader {
  mutating func takeSmall(
    _ units: [UInt16], at index: Int, exponent: Int, isSpaced: Bool
  ) -> Bool {
    if exponent == 3, isUnitPrefix(units, at: index) { return false }
    if let amount = pending, !(amount.low.coefficient == 0 && exponent == 1) {
      guard exponent < lastSmall || lastSmall == 4 else { return false }
      guard let scaled = amount.scaled(exponent), sum.add(scaled) else { return false }
      if pendingIsArabic, !sum.isEmpty { noteScale(exponent, digitsEnd: end) }
      pending = nil
    } else if sum.isEmpty && lastExponent == 0 || isAfterZero || pending != nil
      || exponent == 1 && (sum.isSectionEmpty || isAfterScale && lastSmall < 4)
    {
      guard !isSpaced || isAfterZero else { return false }
      pending = nil
      if sum.isEmpty, exponent > 1 { bareExponent = exponent }
      // 十 and, before other words, 百 and 千 stand for themselves.
      guard sum.add(NumeralAmount(ExactDecimal(1).scaledOrZero(exponent))) else { return false }
    } else {
      return false
    }
    let wasArabic = pendingIsArabic
    closeScale(exponent, to: index + 1)
    if !wasArabic { digitsEnd = end }
    return true
  }

  mutating func takeLarge(_ units: [UInt16], at index: Int, exponent: Int) -> Bool {
    if exponent == 12, isUnitPrefix(units, at: index) { return false }
    let hasSection = pending != nil || !sum.isSectionEmpty
    guard sum.accepts(exponent, sectionFollows: hasSection) else { return false }
    if let amount = pending {
      guard sum.add(amount) else { return false }
      pending = nil
    } else if !hasSection, sum.isEmpty {
      // 万余: the scale word stands for itself.
      bareExponent = exponent
      guard lastExponent == 0, sum.add(NumeralAmount(ExactDecimal(1))) else { return false }
      digitsEnd = index + 1
    }
    guard sum.scale(exponent) else { return false }
    if hasSection { scaleExponent = 0 }
    let before = digitsEnd
    closeScale(exponent, to: index + 1)
    scaleExponent += exponent
    digitsEnd = before
    return true
  }

  mutating func takeLetter(_ units: [UInt16], at index: Int) -> Bool {
    guard pendingIsArabic, let amount = pending, sum.isEmpty else { return false }
    let exponent: Int
    switch units[index] {
    case 0x6B, 0x4B: exponent = 3
    case 0x77: exponent = 4
    // 3000M is 3000 metres: who counts in millions writes 3G.
    case 0x4D where amount.low < ExactDecimal(1000): exponent = 6
    default: return false
    }
    if index + 1 < limit, ArabicNumeral.isWordCharacter(units[index + 1]) { return false }
    guard let scaled = amount.scaled(exponent), sum.add(scaled) else { return false }
    pending = nil
    scaleExponent = exponent
    end = index + 1
    isClosed = true
    return true
  }

  /// `余`, `多`, `来` after a round number; a scale word may follow them.
  mutating func takeMore(_ units: [UInt16], at index: Int) -> Bool {
    guard approximation == .exact, isRound else { return false }
    let isCome = alphabet.value(units[index]) == 1
    let next: UInt16 = index + 1 < limit ? units[index + 1] : 0
    guard isCome ? MoreWords.counted.contains(next) : !MoreWords.compounds.contains(next) else {
      return false
    }
    approximation = isCome ? .about : .over
    end = index + 1
    var after = end
    while after < limit, units[after] == 0x20, after < end + 2 { after += 1 }
    if after < limit, alphabet.sort(units[after]) == .small, pending != nil {
      _ = takeSmall(
        units, at: after, exponent: alphabet.value(units[after]), isSpaced: false)
      after = end
    }
    while after < limit, alphabet.sort(units[after]) == .large,
      takeLarge(units, at: after, exponent: alphabet.value(units[after]))
    {
      after = end
    }
    isClosed = true
    return true
  }

  /// Whether what was read ends in a zero or a scale word.
  private var isRound: Bool {
    guard let amount = pending else { return isAfterScale && lastExponent > 0 }
    guard pendingIsArabic else { return false }
    return amount.low.places == 0 && amount.low.coefficient != 0 && amount.low.coefficient % 10 == 0
  }

  /// `点` and its digits.
  mutating func takePoint(_ units: [UInt16], at index: Int) -> Bool {
    guard approximation == .exact, pending != nil || !sum.isEmpty,
      pending?.low.places ?? 0 == 0
    else { return false }
    var next = index + 1
    while next < limit, units[next] == 0x20, next < index + 3 { next += 1 }
    var coefficient: Int128 = 0
    var places = 0
    while next < limit, places < 30 {
      let sort = alphabet.sort(units[next])
      guard sort == .digit || sort == .arabic, units[next] != 0x4E24 else { break }
      coefficient = coefficient * 10 + Int128(alphabet.value(units[next]))
      places += 1
      next += 1
    }
    guard places > 0 else { return false }
    // 八点二十 is a time of day.
    if next < limit, alphabet.sort(units[next]) == .small, alphabet.value(units[next]) < 3 {
      return false
    }
    let fraction = NumeralAmount(ExactDecimal(coefficient: coefficient, places: places))
    if sum.isEmpty, let amount = pending {
      guard let value = amount.plus(fraction) else { return false }
      pending = value
      pendingIsColloquial = false
    } else {
      guard settlePending(), sum.add(fraction) else { return false }
      isAfterScale = false
    }
    end = next
    digitsEnd = next
    return true
  }
}

extension ExactDecimal {
  /// The number times a power of ten; zero where that needs too many digits.
  func scaledOrZero(_ exponent: Int) -> ExactDecimal {
    scaled(byPowerOfTen: exponent) ?? .zero
  }
}

/// Characters that decide what a word inside a numeral means.
enum MoreWords {
  /// After 来: what is counted, so that 十来个 is a number and 十来自 is none.
  static let counted = UnitSet(
    "袋筐箱瓶盒篇场所间栋棵株头匹艘架支枝幅面块片根届回趟遍类样碗杯桶包亿个人名家位年天岁次种只块元里公米斤平亩万亿分小件条项户本张座所台辆度吨")
  /// After 余 and 多: what makes a word of them (`多样`, `余额`).
  static let compounds = UnitSet("样媒边党彩数功姿额热震款粮")
  /// After 千 and 兆: units that take them as a prefix.
  static let prefixed = UnitSet("瓦卡伏帕赫焦乏安字比")
  /// After an Arabic numeral and 千: units that take it as a prefix.
  static let lengths = UnitSet("米克升吨")
}
