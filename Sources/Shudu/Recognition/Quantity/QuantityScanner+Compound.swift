/// What stretches an expression beyond its unit: smaller units, `半`, `多`, `级`, a currency in front.
extension QuantityScanner {
  /// `2小时08分15秒`, `3斤5两`, `五块六毛`, `1米75`: the value is in the smallest unit that is written.
  func extendCompound(_ draft: inout Draft) {
    switch at(draft.range.upperBound) {
    case 0x96F6, 0x53C8, 0x20, 0x534A: break
    case let next where tables.numerals.alphabet.canBegin(next): break
    default: return
    }
    guard draft.value != nil, let first = draft.unit, CompoundUnits.takes(first.unit) else {
      return
    }
    var unit = first.unit
    for _ in 0..<5 {
      if extendHalf(&draft, unit: unit) { return }
      var start = draft.range.upperBound
      if at(start) == 0x96F6 || at(start) == 0x53C8 || at(start) == 0x20 { start += 1 }
      guard start < limit, tables.numerals.alphabet.canBegin(units[start]),
        let numeral = tables.numerals.plain(in: units, at: start, limit: limit),
        let value = numeral.value, numeral.scaleExponent == 0
      else { return }
      guard let next = smallerUnit(than: unit, after: numeral) else {
        extendDigits(&draft, numeral, unit: unit)
        return
      }
      guard let current = draft.value,
        let converted = CompoundUnits.convert(current, from: unit, to: next.unit),
        let sum = converted.growing(by: value)
      else { return }
      draft.value = sum
      draft.unit = UnitMention(range: next.range, unit: next.unit)
      draft.range = draft.range.lowerBound..<next.end
      draft.numeral = draft.numeral.lowerBound..<numeral.digits.upperBound
      draft.rule = "quantity.compound"
      unit = next.unit
    }
  }

  /// The unit of the next number, where it is a smaller one of the same dimension.
  private func smallerUnit(than unit: Unit, after numeral: Numeral) -> FoundUnit? {
    let start = skipSpaces(from: numeral.range.upperBound)
    var best: FoundUnit?
    tables.units.trie.forEachMatch(in: units, at: start, limit: limit) { match in
      let entry = tables.units.entries[Int(match.payload)]
      var candidate = entry.unit
      if entry.word == [0x5206] {
        let part =
          unit.dimension == "duration"
          ? tables.minute : unit.dimension == "money" ? tables.cent : nil
        guard let other = part else { return }
        candidate = other.unit
      }
      guard candidate.dimension == unit.dimension, candidate.standard == unit.standard,
        CompoundUnits.isSmaller(candidate, than: unit)
      else { return }
      let end = endsInNoun(entry) ? match.end - 1 : match.end
      best = FoundUnit(range: start..<end, unit: candidate, kind: entry.kind, end: end)
    }
    return best
  }

  /// `一年半`, `三斤半`, `两成半`.
  private func extendHalf(_ draft: inout Draft, unit: Unit) -> Bool {
    let end = draft.range.upperBound
    guard at(end) == 0x534A else { return false }
    let next = at(end + 1)
    guard next != 0x5E74, next != 0x5F84, next != 0x5929, next != 0x6570, next != 0x6708,
      let sum = draft.value?.growing(by: .half)
    else { return false }
    draft.value = sum
    // 一分半钟
    let isClock = next == 0x949F && unit.code == "min"
    draft.range = draft.range.lowerBound..<end + (isClock ? 2 : 1)
    return true
  }

  /// `1米75`, `一块二`: digits without a unit are tenths and hundredths.
  private func extendDigits(_ draft: inout Draft, _ numeral: Numeral, unit: Unit) {
    let gap = numeral.range.lowerBound - draft.range.upperBound
    guard
      gap == 0
        || gap == 1 && at(draft.range.upperBound) == 0x20 && !isHan(at(numeral.range.upperBound)),
      let value = numeral.value,
      value.places == 0, value.coefficient > 0, value < ExactDecimal(100),
      CompoundUnits.takesDigits(unit), numeral.approximation == .exact,
      numeral.form == .arabic ? numeral.range.count <= 2 : numeral.range.count == 1,
      isDigitOfSum(numeral, after: draft),
      self.unit(after: numeral) == nil,
      !ArabicNumeral.isWordCharacter(at(numeral.range.upperBound)),
      let part = value.scaled(byPowerOfTen: -numeral.range.count),
      let sum = draft.value?.growing(by: part)
    else { return }
    draft.value = sum
    draft.range = draft.range.lowerBound..<numeral.range.upperBound
    draft.numeral = draft.numeral.lowerBound..<numeral.range.upperBound
    draft.rule = "quantity.compound"
  }

  /// Whether a digit is written as the number before it is, and no `一` of the next word (`两千元一次性补贴`).
  private func isDigitOfSum(_ numeral: Numeral, after draft: Draft) -> Bool {
    let isArabic = numeral.form == .arabic
    guard isArabic == ArabicNumeral.isWordCharacter(at(draft.numeral.lowerBound)) else {
      return false
    }
    let isOne = at(numeral.range.lowerBound) == 0x4E00
    return isArabic || !isOne || !isHan(at(numeral.range.upperBound))
  }

  /// `3年多`, `两米多`, `5元多`.
  func extendMore(_ draft: inout Draft) {
    let end = draft.range.upperBound
    guard draft.approximation == .exact, draft.kind != .count,
      at(end) == 0x591A || at(end) == 0x4F59,
      !MoreWords.compounds.contains(at(end + 1))
    else { return }
    switch draft.kind {
    case .duration, .money, .measure, .multiple, .age, .percent: break
    default: return
    }
    draft.approximation = .over
    draft.range = draft.range.lowerBound..<end + 1
  }

  /// `10万吨级`, `百兆瓦级`.
  func extendScaleLevel(_ draft: inout Draft) {
    let end = draft.range.upperBound
    guard at(end) == 0x7EA7, at(end + 1) != 0x522B, draft.unit != nil,
      draft.kind == .measure || draft.kind == .money || draft.kind == .count
        || draft.kind == .multiple
    else { return }
    draft.isScale = true
    draft.rule = "quantity.scale"
    draft.range = draft.range.lowerBound..<end + 1
  }

  /// `百亿级`, `五百亿级`: an order of magnitude, of money where nothing else is said.
  func orderOfMagnitude(_ numeral: Numeral) -> Draft? {
    let end = numeral.range.upperBound
    guard numeral.scaleExponent >= 4, at(end) == 0x7EA7, at(end + 1) != 0x522B else { return nil }
    var draft = Draft(
      numeral, kind: numeral.scaleExponent >= 8 && !countsThings(after: end + 1) ? .money : .count,
      rule: "quantity.scale")
    draft.range = numeral.range.lowerBound..<end + 1
    draft.isScale = true
    return draft
  }

  /// `千亿级参数`, `亿级用户`: an order of magnitude of a count.
  private func countsThings(after index: Int) -> Bool {
    for word in ["参数", "用户", "数据", "流量", "人口", "粉丝", "规模参数", "并发", "访问"] as [StaticString]
    where has(word, at: index) { return true }
    return false
  }

  /// `新台币150万元`: the currency in front decides. `US$500`: it is the unit itself.
  func applyCurrencyPrefix(_ draft: inout Draft) {
    guard draft.kind == .money, let (start, unit) = currencyBefore(draft.range.lowerBound) else {
      return
    }
    draft.outerStart = start
    guard let mention = draft.unit, mention.unit.code == "CNY" else { return }
    draft.unit = UnitMention(
      range: mention.range,
      unit: Unit(
        code: unit.code, dimension: unit.dimension, standard: unit.standard,
        factor: mention.unit.factor))
  }

  /// A numeral whose only unit is the currency in front of it.
  func prefixed(_ numeral: Numeral) -> Draft? {
    guard let (start, unit) = currencyBefore(numeral.range.lowerBound) else { return nil }
    var end = start
    while end < numeral.range.lowerBound, units[end] != 0x20 { end += 1 }
    var draft = Draft(numeral, kind: .money, rule: "quantity.money")
    draft.range = start..<numeral.range.upperBound
    draft.outerStart = start
    draft.unit = UnitMention(range: start..<end, unit: unit)
    return draft
  }

  private func currencyBefore(_ index: Int) -> (Int, Unit)? {
    var end = index
    if end > floor, units[end - 1] == 0x20 { end -= 1 }
    guard let (start, unit) = tables.units.currency(endingAt: end, in: units, from: floor) else {
      return nil
    }
    if ArabicNumeral.isLetter(units[start]), start > range.lowerBound,
      ArabicNumeral.isWordCharacter(units[start - 1])
    {
      return nil
    }
    return (start, unit)
  }

  /// `上百家`, `上亿元`: 上 belongs to the expression.
  func extendUpward(_ draft: inout Draft) {
    let start = draft.range.lowerBound
    guard start > floor, units[start - 1] == 0x4E0A, isScaleWord(units[start]) else { return }
    let before = at(start - 2)
    if UpwardWords.verbs.contains(before) { return }
    draft.range = start - 1..<draft.range.upperBound
    draft.outerStart = min(draft.outerStart, start - 1)
    if draft.approximation == .exact { draft.approximation = .over }
  }

  func isScaleWord(_ unit: UInt16) -> Bool {
    switch tables.numerals.alphabet.sort(unit) {
    case .small, .large: true
    default: false
    }
  }
}

extension ExactDecimal {
  static let half = ExactDecimal(coefficient: 5, places: 1)

  /// 1, 10, 100, and so on.
  var isPowerOfTen: Bool {
    var rest = coefficient
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return rest == 1 && places == 0
  }

  /// The number with an amount added to its size, whatever its sign.
  func growing(by amount: ExactDecimal) -> ExactDecimal? {
    adding(isNegative ? amount.negated : amount)
  }
}

/// Before 上 and a scale word: words that end with 上 (`以上`, `登上万亿元台阶`).
enum UpwardWords {
  static let verbs = UnitSet("以之线地跨登迈站冲升踏走爬跃攀加送带穿身网路")
}

/// Which units are written one after the other.
enum CompoundUnits {
  static func takes(_ unit: Unit) -> Bool {
    switch unit.dimension {
    case "duration", "money", "length", "mass", "angle", "fraction", "multiple", "temperature",
      "volume", "area":
      true
    default: unit.code == "{个}" || unit.code == "Cel"
    }
  }

  static func takesDigits(_ unit: Unit) -> Bool {
    unit.code == "m" || unit.code == "s"
      || unit.dimension == "money" && unit.factor.denominator != "100"
      || unit.code == "{成}" || unit.code == "{斤}" || unit.code == "{丈}" || unit.code == "{尺}"
  }

  static func isSmaller(_ unit: Unit, than other: Unit) -> Bool {
    guard let a = ratio(unit, other) else { return false }
    return a.0 < a.1
  }

  /// A value in a larger unit, in a smaller one; nil where that is not exact.
  static func convert(_ value: ExactDecimal, from large: Unit, to small: Unit) -> ExactDecimal? {
    guard let (above, below) = ratio(large, small), let product = value.multiplied(by: above),
      let quotient = product.divided(by: below, places: 6)
    else { return nil }
    return quotient.shortened()
  }

  /// The quotient of two units' factors, as numerator and denominator.
  private static func ratio(_ a: Unit, _ b: Unit) -> (ExactDecimal, ExactDecimal)? {
    guard let x = ExactDecimal(a.factor.numerator), let y = ExactDecimal(b.factor.denominator),
      let u = ExactDecimal(a.factor.denominator), let v = ExactDecimal(b.factor.numerator),
      let above = x.multiplied(by: y), let below = u.multiplied(by: v)
    else { return nil }
    return (above, below)
  }
}
