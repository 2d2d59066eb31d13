/// Units of one character that are several things: context decides.
extension QuantityScanner {
  /// The unit that an entry's word is here, nil where it is none.
  func resolved(
    _ entry: UnitTable.Entry, _ numeral: Numeral, start: Int, end: Int
  ) -> FoundUnit? {
    var found = FoundUnit(range: start..<end, unit: entry.unit, kind: entry.kind, end: end)
    found.isWeak =
      entry.traits.contains(.weak)
      || entry.traits.contains(.weakAfterDigit) && isSingleDigit(numeral)
    if entry.kind == .duration {
      // 这几天, 那两年: times.
      let before = at(numeral.range.lowerBound - 1)
      if before == 0x8FD9 || before == 0x90A3 { return nil }
      found.kind = durationKind(end: end)
      found.end = ageEnd(end)
    }
    guard entry.word.count == 1 else { return found }
    switch entry.word[0] {
    case 0x50 where numeral.form == .arabic:
      // 1500P of computing, not 1080P of pixels
      return has("算力", at: end) || has("算力", at: end + 1)
        || speaksOf("算力", before: numeral.range.lowerBound) ? found : nil
    case 0x5929: return countsDays(before: numeral.range.lowerBound) ? counted(found) : found
    case 0x5C4A, 0x7EA7, 0x6B3E, 0x7248, 0x5B63:
      // 2021届, 2022级
      if let value = numeral.value, isYear(value, numeral), value >= ExactDecimal(1900) {
        return nil
      }
      return found
    case 0x5E74: return isDuration(years: numeral, end: end) ? found : nil
    case 0x65E5: return isDuration(days: numeral, end: end) ? found : nil
    case 0x5EA6: return degrees(found, numeral)
    case 0x70B9: return isIndex(numeral, start: start) ? found : nil
    case 0x5206: return minutes(found, numeral)
    case 0x89D2:
      return !isSingleDigit(numeral) || tables.numerals.alphabet.sort(at(end)) == .digit
        ? found : nil
    case 0x5757: return isMoney(after: end) ? money(found) : found
    case 0x4E24: return isWeight(numeral, next: at(end)) ? found : nil
    case 0x4F4D: return isRanking(before: numeral.range.lowerBound) ? ranked(found) : found
    case 0x65B9:
      return numeral.value.map { $0 >= ExactDecimal(10) || $0.places > 0 } ?? true ? found : nil
    case 0x671F where isSingleDigit(numeral): return ranked(found)
    case 0x6298: return discount(found, numeral)
    case 0x5F3A: return numeral.form == .fraction ? nil : found
    case 0x756A: return isDoubling(before: numeral.range.lowerBound) ? found : nil
    default: return found
    }
  }

  /// `翻一番`, `翻了两番`; 一番 alone is an effort.
  private func isDoubling(before start: Int) -> Bool {
    at(start - 1) == 0x7FFB || at(start - 1) == 0x4E86 && at(start - 2) == 0x7FFB
  }

  /// Whether the number is one of days of a kind: `优良天数313天`, `高温日多达41天`.
  private func countsDays(before start: Int) -> Bool {
    for word in ["优良", "污染", "超标", "高温日", "沙尘"] as [StaticString]
    where speaksOf(word, before: start) { return true }
    return false
  }

  private func counted(_ found: FoundUnit) -> FoundUnit {
    var result = found
    result.kind = .count
    return result
  }

  /// Whether a word stands in the clause up to twelve characters before.
  private func speaksOf(_ word: StaticString, before start: Int) -> Bool {
    var place = start - 1
    while place >= max(range.lowerBound, start - 12), units[place] != 0x2C, units[place] != 0x3002 {
      if has(word, at: place) { return true }
      place -= 1
    }
    return false
  }

  private func ranked(_ found: FoundUnit) -> FoundUnit {
    var result = found
    result.kind = .rank
    result.unit = found.unit.renamed(dimension: "rank")
    return result
  }

  /// Years that last, not a year of the calendar: `2年`, not `2020年`.
  private func isDuration(years numeral: Numeral, end: Int) -> Bool {
    for word in ["规划", "计划", "行动计划", "行动方案", "攻坚"] as [StaticString]
    where has(word, at: end) { return false }
    if numeral.form == .positional { return false }
    guard numeral.form == .arabic, numeral.scaleExponent == 0, let value = numeral.value else {
      return true
    }
    if numeral.range.count == 2, units[numeral.range.lowerBound] == 0x30 { return false }
    return !isYear(value, numeral)
  }

  /// Four digits that a year of the calendar has.
  func isYear(_ value: ExactDecimal, _ numeral: Numeral) -> Bool {
    numeral.form == .arabic && numeral.range.count == 4 && value.places == 0
      && value >= ExactDecimal(1000) && value < ExactDecimal(2200)
      && numeral.approximation == .exact
  }

  /// `45日`, `30日内`, `连续5日`, `三日游`; else a day of the calendar.
  private func isDuration(days numeral: Numeral, end: Int) -> Bool {
    guard let value = numeral.value else { return true }
    if value > ExactDecimal(31) || value.places > 0 || numeral.approximation != .exact {
      return true
    }
    if has("内", at: end) || has("以内", at: end) || has("游", at: end) || has("左右", at: end) {
      return true
    }
    let start = numeral.range.lowerBound
    return has("为期", at: start - 2) || has("历时", at: start - 2) || has("连续", at: start - 2)
      || has("长达", at: start - 2) || has("满", at: start - 1) || has("不少于", at: start - 3)
  }

  /// Degrees of heat, of an angle, or of the electricity meter.
  private func degrees(_ found: FoundUnit, _ numeral: Numeral) -> FoundUnit? {
    let start = numeral.range.lowerBound
    let before = max(floor, start - 12)
    var result = found
    if at(found.end) == 0x7535 || mentions(DegreeWords.power, from: before, to: start) {
      guard let power = tables.kilowattHour else { return found }
      result.unit = power.unit
      return result
    }
    if at(found.end) == 0x89D2 || mentions(DegreeWords.angle, from: before, to: start) {
      guard let angle = tables.degreeOfAngle else { return found }
      result.unit = angle.unit
      return result
    }
    if has("华氏", at: start - 2) || has("华氏温度", at: start - 4)
      || has("华氏", at: numeral.digits.lowerBound - 4) || at(found.end) == 0x46
    {
      guard let fahrenheit = tables.fahrenheit else { return found }
      result.unit = fahrenheit.unit
      return result
    }
    if isSingleDigit(numeral), numeral.value.map({ $0 <= ExactDecimal(3) }) ?? false,
      !mentions(DegreeWords.heat, from: before, to: start)
    {
      // 一度, 两度, 三度: times.
      return nil
    }
    return result
  }

  private func mentions(_ characters: UnitSet, from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      if characters.contains(units[index]) { return true }
      index += 1
    }
    return false
  }

  /// Points of an index: with decimals, of a hundred and more, or after a word of markets.
  private func isIndex(_ numeral: Numeral, start: Int) -> Bool {
    guard numeral.form == .arabic else { return false }
    if let value = numeral.value, value.places > 0 || value >= ExactDecimal(100) { return true }
    return mentions(
      DegreeWords.index, from: max(floor, numeral.range.lowerBound - 4),
      to: numeral.range.lowerBound)
  }

  /// Minutes before seconds and halves (`3分20秒`, `1分半`), else points of a score.
  private func minutes(_ found: FoundUnit, _ numeral: Numeral) -> FoundUnit? {
    var isMinute = false
    if at(found.end) == 0x534A {
      isMinute = true
    } else if let seconds = tables.numerals.numeral(in: units, at: found.end, limit: limit),
      at(seconds.range.upperBound) == 0x79D2
    {
      isMinute = true
    }
    guard isMinute, let minute = tables.minute else { return found }
    var result = found
    result.unit = minute.unit
    result.kind = .duration
    return result
  }

  /// `块` of money: a digit, a bound or nothing follows; else it counts pieces.
  private func isMoney(after end: Int) -> Bool {
    let next = at(end)
    if !isHan(next) { return true }
    switch tables.numerals.alphabet.sort(next) {
    case .digit, .half, .several, .more: return true
    default: return has("左右", at: end) || has("以上", at: end) || has("以下", at: end)
    }
  }

  private func money(_ found: FoundUnit) -> FoundUnit {
    guard let entry = tables.yuan else { return found }
    var result = found
    result.unit = entry.unit
    result.kind = .money
    return result
  }

  /// `两` of silver and tea: nothing, a number or what is weighed follows.
  private func isWeight(_ numeral: Numeral, next: UInt16) -> Bool {
    !isHan(next) || DegreeWords.weighed.contains(next)
  }

  /// Whether a place in a ranking is spoken of: `排名上升了11位`.
  private func isRanking(before start: Int) -> Bool {
    var index = start
    for word in ["了", "升", "降", "移", "进", "退", "滑", "高", "落", "跃"] where index > floor {
      if units[index - 1] == word.utf16.first {
        if word == "了" {
          index -= 1
          continue
        }
        return true
      }
    }
    return false
  }

  /// `8.5折`; `八五折` and `85折` are written without the point.
  private func discount(_ found: FoundUnit, _ numeral: Numeral) -> FoundUnit? {
    guard let value = numeral.value, value.coefficient > 0 else { return found }
    var result = found
    if value > ExactDecimal(10), value < ExactDecimal(100), value.places == 0 {
      result.lacksPoint = true
    }
    return result
  }
}

/// Characters of the context that decide between meanings.
enum DegreeWords {
  static let power = UnitSet("电")
  static let angle = UnitSet("角斜纬经旋转弧坡")
  static let heat = UnitSet("温氏热冷烧冰")
  static let index = UnitSet("涨跌报指")
  static let weighed = UnitSet("银黄白酒茶米肉油重左多半的金和、")
}
