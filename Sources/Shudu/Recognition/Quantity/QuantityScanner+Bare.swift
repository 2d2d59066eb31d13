/// Numbers without a unit, and scale words without a number.
extension QuantityScanner {
  /// `近百家`, `上千人`, `万吨级`: a single scale word as a number, where a word before it or 级 behind it says so.
  func bareScale(at index: Int) -> Draft? {
    let unit = units[index]
    let exponent = tables.numerals.alphabet.value(unit)
    guard
      tables.numerals.alphabet.sort(unit) == .large
        || tables.numerals.alphabet.sort(unit) == .small && exponent > 1
    else {
      return nil
    }
    let numeral = Numeral(
      range: index..<index + 1, digits: index..<index + 1,
      value: ExactDecimal(1).scaled(byPowerOfTen: exponent), minimum: nil, maximum: nil,
      approximation: .exact, form: .chinese, scaleExponent: 0)
    if has("分百", at: index + 1), unit == 0x767E, let percent = tables.percent {
      var draft = Draft(numeral, kind: .percent, rule: "quantity.percent")
      draft.range = index..<index + 3
      draft.unit = UnitMention(range: index..<index + 2, unit: percent.unit)
      return draft
    }
    let before = at(index - 1)
    guard let draft = measured(numeral), draft.unit != nil else {
      // 票房破亿, 粉丝过万
      let isPassed = before == 0x7834 || before == 0x8FC7 || before == 0x8D85
      return isPassed && index > floor && !isHan(at(index + 1))
        ? Draft(numeral, kind: .count, rule: "quantity.count") : nil
    }
    if draft.isScale { return draft }
    guard index > floor, HalfWords.bounds.contains(before) else { return nil }
    if before == 0x4E0A, draft.range.lowerBound == index { return nil }
    return draft
  }

  /// A number without a unit, where nothing says that it is a name or a code.
  func bare(_ numeral: Numeral) -> Draft? {
    let start = numeral.range.lowerBound
    let end = numeral.range.upperBound
    var draft = Draft(numeral)
    // A unit's word that its context refused makes a name of both: 2.5次元, 十九届五中全会.
    if numeral.form != .fraction, isHan(at(end)), numeral.approximation == .exact,
      tables.units.trie.longestMatch(in: units, at: end, limit: range.upperBound) != nil
    {
      return nil
    }
    switch numeral.form {
    case .fraction:
      draft.kind = .ratio
      draft.rule = "quantity.fraction"
      return draft
    case .arabic:
      if let value = numeral.value, isYear(value, numeral) { return nil }
      if numeral.range.count >= 3, isNumbered(before: start, after: end) { return nil }
      if rangeSeparator(at: end) != nil, at(end) == 0x2D { return nil }
      describe(&draft, numeral)
      if CountedWords.labels.contains(at(start - 1)) || CountedWords.numbers.contains(at(end)) {
        return nil
      }
      // 1.总体要求, 2、主要任务
      if numeral.range.count <= 2, at(end) == 0x2E || at(end) == 0x3001, isHan(at(end + 1)),
        !isHan(at(start - 1))
      {
        return nil
      }
      if at(start - 1) == 0x28, at(end) == 0x29, numeral.range.count <= 2 { return nil }
      if at(end) == 0x2E, ArabicNumeral.isWordCharacter(at(end + 1)) { return nil }
      return draft
    default:
      if numeral.range.count == 1, NumeralAlphabet.isFinancial(units[start]),
        isHan(at(end)) || isHan(at(start - 1)) && at(start - 1) != 0x662F
      {
        return nil
      }
      let before = at(start - 1)
      if before == 0x28, at(end) == 0x29 { return nil }
      describe(&draft, numeral)
      // 十二、一百零五 between stops; a single character only where it stands alone.
      let isOpen = !isHan(at(start - 1)) || start == range.lowerBound
      let isClosed = !isHan(at(end))
      if numeral.range.count == 1 {
        let isNamed = CountedWords.copulas.contains(before)
        let isSet = isClosed || CountedWords.particles.contains(at(end))
        if isOpen, at(end) == 0x7684 { return draft }
        return (isOpen || isNamed) && isClosed || isNamed && isSet ? draft : nil
      }
      if numeral.form == .positional, numeral.range.count < 3, !(isOpen && isClosed) { return nil }
      if numeral.value == nil, !(isOpen && isClosed) { return nil }
      return isOpen || isClosed || numeral.range.count > 2 ? draft : nil
    }
  }
}

extension QuantityScanner {
  /// Whether the text calls the digits a number that names: `邮编400020`, `12345热线`.
  private func isNumbered(before start: Int, after end: Int) -> Bool {
    var index = start
    while index > floor, start - index < 3, !isHan(units[index - 1]) { index -= 1 }
    for word in CountedWords.numbered where index - word.count >= range.lowerBound {
      if units[index - word.count..<index].elementsEqual(word) { return true }
    }
    for word in CountedWords.lines where end + word.count <= range.upperBound {
      if units[end..<end + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}

extension QuantityScanner {
  /// What a number without a unit is, by its scale word and the words before it.
  private func describe(_ draft: inout Draft, _ numeral: Numeral) {
    let start = numeral.range.lowerBound
    let end = numeral.range.upperBound
    var isMoney = false
    var isRatio = false
    var isIndex = false
    var place = start
    while place > max(range.lowerBound, start - 12), units[place - 1] != 0x2C,
      units[place - 1] != 0x3002
    {
      place -= 1
      switch units[place] {
      case let unit where BareWords.money.contains(unit): isMoney = true
      case 0x7CFB where at(place + 1) == 0x6570: isRatio = true
      case 0x6BD4 where at(place + 1) != 0x4E0A && at(place + 1) != 0x53BB: isRatio = true
      case 0x500D where at(place + 1) == 0x7387: isRatio = true
      case 0x6307 where at(place + 1) == 0x6570: isIndex = true
      case 0x503C: isIndex = true
      default: break
      }
    }
    let isLarge =
      numeral.form == .chinese && numeral.range.count > 1
      && (numeral.value ?? numeral.maximum).map { $0 >= ExactDecimal(1000) } ?? false
    if numeral.scaleExponent >= 4 || numeral.approximation == .over || isLarge {
      draft.kind = isMoney && !isHan(at(end)) ? .money : .count
      draft.rule = draft.kind.rule
    } else if numeral.form == .arabic, let value = numeral.value, value.places > 0 {
      if isRatio {
        draft.kind = .ratio
      } else if isIndex {
        draft.kind = .measure
      }
      draft.rule = draft.kind.rule
    }
  }
}

/// Characters before a number that is an amount of money.
enum BareWords {
  static let money = UnitSet("租价钱薪款费赤债税元资")
}
