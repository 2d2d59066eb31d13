/// Halves, doubling, and the words that tell them: `半数`, `过半`, `个半小时`, `对折`, `翻番`.
extension QuantityScanner {
  /// `一半`, and no `一半径`.
  mutating func oneHalf(_ numeral: Numeral) -> Reading? {
    let end = numeral.range.upperBound + 1
    if unit(at: end, numeral)?.kind == .duration || at(end) == 0x5F84 { return nil }
    return finish(halfDraft(range: numeral.range.lowerBound..<end, rule: "quantity.half"))
  }

  /// `半数`, `过半`, `大半`, `半年`, `半小时`, `半百`, `个半小时`.
  mutating func half(at index: Int) -> Reading {
    let none = Reading(end: index + 1)
    let before = at(index - 1)
    let next = at(index + 1)
    if next == 0x6570 { return finish(halfDraft(range: index..<index + 2, rule: "quantity.half")) }
    if next == 0x767E, !isHan(at(index + 2)) {
      var draft = halfDraft(range: index..<index + 2, rule: "quantity.number")
      draft.value = ExactDecimal(50)
      draft.kind = .number
      return finish(draft)
    }
    if before == 0x8FC7 || before == 0x5927, isMajority(at: index) {
      var draft = halfDraft(range: index - 1..<index + 1, rule: "quantity.half")
      draft.approximation = .over
      return finish(draft)
    }
    if HalfWords.fixed.contains(before) { return none }
    let numeral = Numeral(
      range: index..<index + 1, digits: index..<index + 1,
      value: ExactDecimal(coefficient: 5, places: 1), minimum: nil, maximum: nil,
      approximation: .exact, form: .chinese, scaleExponent: 0)
    if before == 0x4E2A || before == 0x5206 || before == 0x65E5, index - 1 >= floor,
      let found = halfAfterOne(numeral, index, before)
    {
      return finish(found)
    }
    if next == 0x6298 {
      var draft = halfDraft(range: index..<index + 2, rule: "quantity.half")
      draft.value = ExactDecimal(5)
      if let entry = tables.discount {
        draft.unit = UnitMention(range: index + 1..<index + 2, unit: entry.unit)
      }
      return finish(draft)
    }
    guard let found = unit(after: numeral) else { return none }
    switch found.kind {
    case .duration, .measure, .age: break
    case .count where units[found.range.lowerBound] == 0x4E2A: break
    default: return none
    }
    var draft = Draft(numeral, kind: found.kind, rule: "quantity.half")
    draft.unit = UnitMention(range: found.range, unit: found.unit)
    draft.range = index..<found.end
    draft.isWeak = found.kind == .count || units[found.range.lowerBound] == 0x5929
    return finish(draft)
  }

  /// `过半`, `大半`, and no `经过半年`, `过半导体`.
  private func isMajority(at index: Int) -> Bool {
    if HalfWords.passing.contains(at(index - 2)) || HalfWords.compounds.contains(at(index + 1)) {
      return false
    }
    let start = index + 1
    return tables.units.trie.longestMatch(in: units, at: start, limit: limit) == nil
  }

  /// `个半小时`: one and a half.
  private func halfAfterOne(_ numeral: Numeral, _ index: Int, _ before: UInt16) -> Draft? {
    var place = index + 1
    let unit: UnitTable.Entry?
    switch (before, at(place)) {
    case (0x5206, 0x949F): unit = tables.minute
    case (0x4E2A, 0x6708): unit = tables.month
    case (0x4E2A, 0x949F): unit = tables.hour
    case (0x4E2A, 0x5C0F) where at(place + 1) == 0x65F6:
      unit = tables.hour
      place += 1
    default: return nil
    }
    guard let entry = unit else { return nil }
    var draft = Draft(numeral, kind: .duration, rule: "quantity.half")
    draft.value = ExactDecimal(coefficient: 15, places: 1)
    draft.range = index - 1..<place + 1
    draft.unit = UnitMention(range: index + 1..<place + 1, unit: entry.unit)
    draft.outerStart = index - 1
    return draft
  }

  private func halfDraft(range: Range<Int>, rule: String) -> Draft {
    Draft(
      Numeral(
        range: range, digits: range, value: ExactDecimal(coefficient: 5, places: 1), minimum: nil,
        maximum: nil, approximation: .exact, form: .fraction, scaleExponent: 0),
      kind: .ratio, rule: rule)
  }

  /// `对折`: five tenths.
  mutating func halfPrice(at index: Int) -> Reading {
    guard at(index + 1) == 0x6298, let entry = tables.discount else {
      return Reading(end: index + 1)
    }
    var draft = halfDraft(range: index..<index + 2, rule: "quantity.half")
    draft.value = ExactDecimal(5)
    draft.numeral = index..<index + 1
    draft.unit = UnitMention(range: index + 1..<index + 2, unit: entry.unit)
    return finish(draft)
  }

  /// `翻番`, `翻倍`: once more as much.
  mutating func doubling(at index: Int) -> Reading {
    let place = at(index + 1) == 0x4E86 ? index + 2 : index + 1
    let word = at(place)
    guard word == 0x756A || word == 0x500D,
      let entry = word == 0x756A ? tables.doubling : tables.multiple
    else { return Reading(end: index + 1) }
    var draft = halfDraft(range: index..<place + 1, rule: "quantity.doubling")
    draft.value = ExactDecimal(1)
    draft.kind = .multiple
    draft.unit = UnitMention(range: place..<place + 1, unit: entry.unit)
    return finish(draft)
  }
}

/// Characters that decide about `半` and bare scale words.
enum HalfWords {
  /// Before 半: words that end with it.
  static let fixed = UnitSet("上下前后多夜各对折减事功一")
  /// Before 过半: what goes past something.
  static let passing = UnitSet("经通度走渡越路超")
  /// After 半: words that begin with it.
  static let compounds = UnitSet("导路空夜山球径决成生自封公途坡岛月")
  /// Before a bare scale word: what makes a number of it.
  static let bounds = UnitSet("近超逾过破达上约足到整")
}
