/// The unit after a numeral.
extension QuantityScanner {
  /// A unit with all that its words add to the number.
  struct FoundUnit {
    /// The unit's words without scale words: what `unit.text` shows.
    var range: Range<Int>
    var unit: Unit
    var kind: QuantityKind
    var isWeak = false
    /// End of the expression, a `多` or `半` after the unit included.
    var end: Int
    /// `半` after or within the unit.
    var addsHalf = false
    /// `两个亿`: the power of ten of a scale word after the counter.
    var exponent = 0
    /// `八五折`: written without its point.
    var lacksPoint = false
    var isOver = false
  }

  /// The longest unit after a numeral that its context allows.
  func unit(after numeral: Numeral) -> FoundUnit? {
    let end = numeral.range.upperBound
    let start = skipSpaces(from: end)
    guard start < limit, ArabicNumeral.digit(units[start]) == nil else { return nil }
    if start == end, let found = generalCounter(at: start, numeral) { return found }
    let found = unit(at: start, numeral)
    // 月租逾六千 轮候: only digits are set apart from their counter.
    if start > end, numeral.form != .arabic, found?.kind == .count, isHan(units[start]),
      !units[numeral.range].contains(0x20)
    {
      return nil
    }
    return found
  }

  func unit(at start: Int, _ numeral: Numeral) -> FoundUnit? {
    var end = limit
    while let match = tables.units.trie.longestMatch(in: units, at: start, limit: end) {
      end = match.end - 1
      let entry = tables.units.entries[Int(match.payload)]
      guard allows(entry, numeral, start: start, end: match.end) else { continue }
      guard
        var found = resolved(entry, numeral, start: start, end: match.end)
      else { continue }
      if endsInNoun(entry) {
        found.range = found.range.lowerBound..<found.range.upperBound - 1
        found.end = found.range.upperBound
      }
      extendComposition(&found)
      return found
    }
    return nil
  }

  /// `块钱`, `分地`: the noun tells the unit and is no part of it.
  func endsInNoun(_ entry: UnitTable.Entry) -> Bool {
    entry.word.count > 1 && (entry.word.last == 0x94B1 || entry.word.last == 0x5730)
  }

  /// What the table says of the characters around a unit's word.
  private func allows(
    _ entry: UnitTable.Entry, _ numeral: Numeral, start: Int, end: Int
  ) -> Bool {
    let next = at(end)
    if entry.traits.contains(.latin) {
      if ArabicNumeral.isLetter(next) || ArabicNumeral.digit(next) != nil { return false }
      guard numeral.form != .chinese || numeral.range.count > 1 || end > start + 1 else {
        return false
      }
      // 5A级, 3A大作: grades.
      if end == start + 1, units[start] == 0x41, next == 0x7EA7 || next == 0x80A1 || next == 0x666F
      {
        return false
      }
      // 3000M is a length, 2.5M a number.
      if end == start + 1, units[start] == 0x4D {
        return numeral.value.map { $0 >= ExactDecimal(1000) } ?? false
      }
      if end == start + 1, units[start] == 0x22 { return !isClosingQuote(at: start) }
      return true
    }
    let isSingle = isSingleDigit(numeral)
    // 二次, 二套, Ⅱ类: adjectives; a count of two is 两.
    if entry.kind == .count, isSingle, units[numeral.range.lowerBound] == 0x4E8C,
      entry.word != [0x4E2A],
      at(numeral.range.lowerBound - 1) != 0x7B2C
    {
      return false
    }
    if numeral.form == .positional, numeral.range.count == 1 { return false }
    if isSingle, entry.traits.contains(.afterLongNumeral) { return false }
    if next != 0, entry.notBefore.contains(next), rangeSeparator(at: end) == nil,
      entry.kind != .count || isSingle || entry.traits.contains(.strict)
    {
      return false
    }
    return true
  }

  /// Whether an ASCII quotation mark closes one that stands up to forty characters before.
  private func isClosingQuote(at index: Int) -> Bool {
    var place = index - 1
    while place >= max(range.lowerBound, index - 40) {
      if units[place] == 0x22 { return true }
      place -= 1
    }
    return false
  }

  /// `个` before `多月`, `半小时`, `亿元`: the counter belongs to what follows.
  private func generalCounter(at start: Int, _ numeral: Numeral) -> FoundUnit? {
    guard units[start] == 0x4E2A, start + 1 < limit else { return nil }
    var index = start + 1
    var addsHalf = false
    var isOver = false
    switch units[index] {
    case 0x534A:
      addsHalf = true
      index += 1
    case 0x591A, 0x4F59:
      isOver = true
      index += 1
    case 0x548C, 0x3001, 0x4E0E, 0x53CA: break
    case 0x4EBF, 0x4E07:
      let exponent = tables.numerals.alphabet.value(units[index])
      let plain = Numeral(
        range: numeral.range.lowerBound..<index + 1, digits: numeral.digits, value: numeral.value,
        minimum: nil, maximum: nil, approximation: numeral.approximation, form: numeral.form,
        scaleExponent: exponent)
      guard var found = unit(at: index + 1, plain) else { return nil }
      found.exponent = exponent
      return found
    default: return nil
    }
    // 个半小时, 个多月; 3个半 stands for itself.
    do {
      var matched: WordTrie.Match?
      let place = index
      tables.units.trie.forEachMatch(in: units, at: place, limit: limit) {
        if tables.units.entries[Int($0.payload)].kind == .duration { matched = $0 }
      }
      if at(place) == 0x6708, let month = tables.month {
        return FoundUnit(
          range: place..<place + 1, unit: month.unit, kind: durationKind(end: place + 1),
          end: ageEnd(place + 1), addsHalf: addsHalf, isOver: isOver)
      }
      if let matched {
        return FoundUnit(
          range: place..<matched.end, unit: tables.units.entries[Int(matched.payload)].unit,
          kind: durationKind(end: matched.end), end: ageEnd(matched.end), addsHalf: addsHalf,
          isOver: isOver)
      }
    }
    if index == start + 1, sharesPoints(from: index), let point = tables.point {
      // 5.2个和4.8个百分点
      return FoundUnit(
        range: start..<start + 1, unit: point.unit, kind: .percentagePoint, end: start + 1)
    }
    guard let entry = tables.piece, !isOver || !isHan(at(index)) else { return nil }
    if addsHalf, isHan(at(index)), at(index) != 0x7684 { return nil }
    return FoundUnit(
      range: start..<start + 1, unit: entry.unit, kind: .count, end: index, addsHalf: addsHalf,
      isOver: isOver)
  }

  /// Whether a list of numbers goes on to 个百分点.
  private func sharesPoints(from index: Int) -> Bool {
    guard ReferenceWords.joints.contains(at(index)),
      let next = tables.numerals.numeral(in: units, at: index + 1, limit: limit)
    else { return false }
    return has("个百分点", at: next.range.upperBound) || has("百分点", at: next.range.upperBound)
  }

  /// `十个月大`: an age, no duration.
  func durationKind(end: Int) -> QuantityKind { ageEnd(end) > end ? .age : .duration }

  func ageEnd(_ end: Int) -> Int {
    guard at(end) == 0x5927 else { return end }
    let next = at(end + 1)
    return !isHan(next) || next == 0x7684 || next == 0x65F6 || next == 0x4E86 || next == 0x5C0F
      ? end + 1 : end
  }

  /// Adds `/吨`, `每秒`, `(套)`.
  private func extendComposition(_ found: inout FoundUnit) {
    guard found.end == found.range.upperBound else { return }
    let next = at(found.end)
    switch next {
    case 0x2F: divide(&found)
    case 0x6BCF:
      guard found.kind == .measure || found.kind == .frequency || isEvent(found.unit),
        let below = tables.units.trie.longestMatch(in: units, at: found.end + 1, limit: limit)
      else { return }
      let entry = tables.units.entries[Int(below.payload)]
      guard entry.kind == .duration || entry.kind == .measure, below.end - found.end > 1,
        !isHan(at(below.end)) || at(below.end) == 0x7684 || at(below.end) == 0x4EE5
      else { return }
      compose(&found, with: entry.unit, end: below.end)
    case 0xB7:
      guard found.kind == .measure || found.kind == .count,
        let other = tables.units.trie.longestMatch(in: units, at: found.end + 1, limit: limit)
      else { return }
      found.unit = found.unit.multiplied(by: tables.units.entries[Int(other.payload)].unit)
      found.range = found.range.lowerBound..<other.end
      found.end = other.end
    case 0x28:
      // 台(套), 家(次): two counters for one number.
      guard found.kind == .count,
        let other = tables.units.trie.longestMatch(in: units, at: found.end + 1, limit: limit),
        at(other.end) == 0x29, tables.units.entries[Int(other.payload)].kind == .count
      else { return }
      found.range = found.range.lowerBound..<other.end + 1
      found.end = other.end + 1
      found.unit = found.unit.renamed(
        code: "{" + String(decoding: units[found.range], as: UTF16.self) + "}")
    default: return
    }
  }

  /// `/吨`, `/户/年`, `/(人·年)`, `/平方米·天`.
  private func divide(_ found: inout FoundUnit) {
    for _ in 0..<4 {
      var start = found.end + 1
      let isOpen = at(start) == 0x28
      if isOpen { start += 1 }
      guard var (below, end) = denominator(at: start) else { return }
      while at(end) == 0xB7, let (next, stop) = denominator(at: end + 1) {
        below = below.multiplied(by: next)
        end = stop
      }
      if isOpen {
        guard at(end) == 0x29 else { return }
        end += 1
      }
      compose(&found, with: below, end: end)
      guard at(found.end) == 0x2F else { return }
    }
  }

  /// A unit below the stroke, 月 among them.
  private func denominator(at start: Int) -> (Unit, Int)? {
    if let match = tables.units.trie.longestMatch(in: units, at: start, limit: limit) {
      let entry = tables.units.entries[Int(match.payload)]
      if entry.traits.contains(.latin), ArabicNumeral.isWordCharacter(at(match.end)) { return nil }
      return (entry.unit, match.end)
    }
    guard at(start) == 0x6708, start < limit, let month = tables.month else { return nil }
    return (month.unit, start + 1)
  }

  private func compose(_ found: inout FoundUnit, with below: Unit, end: Int) {
    if isEvent(found.unit), below.dimension == "duration" { found.kind = .frequency }
    found.unit = found.unit.divided(by: below)
    found.range = found.range.lowerBound..<end
    found.end = end
  }

  /// A counter of events, whose number in a time is a frequency.
  private func isEvent(_ unit: Unit) -> Bool { unit.code == "{次}" || unit.code == "{转}" }
}
