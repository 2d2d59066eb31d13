/// Reads quantities at places of one text. Its extensions hold the grammar, a topic each.
struct QuantityScanner {
  /// Whether a quantity was found at a place, and where to go on.
  struct Reading {
    var end: Int
    var isFound = false
  }

  /// A quantity while it is put together.
  struct Draft {
    /// The whole expression as the guide quotes it.
    var range: Range<Int>
    var numeral: Range<Int>
    var value: ExactDecimal?
    var minimum: ExactDecimal?
    var maximum: ExactDecimal?
    var approximation: Approximation
    var unit: UnitMention?
    var kind: QuantityKind
    var rule: String
    var isScale = false
    var isWeak = false
    /// Where the words before the quantity end: before a currency that stands in front of it.
    var outerStart: Int

    init(_ numeral: Numeral, kind: QuantityKind = .number, rule: String = "quantity.number") {
      range = numeral.range
      self.numeral = numeral.digits
      value = numeral.value
      minimum = numeral.minimum
      maximum = numeral.maximum
      approximation = numeral.approximation
      self.kind = kind
      self.rule = rule
      outerStart = numeral.range.lowerBound
    }
  }

  let units: [UInt16]
  let range: Range<Int>
  let tables: QuantityTables
  /// A bound that 分别 spreads over the next numbers of a list, and the end of the last of them.
  var distributed: (modifier: Modifier, end: Int)?
  /// The quantities found so far.
  private(set) var mentions: [Mention] = []
  /// Where reading must end: the next range that is taken, or the end of the text.
  var limit: Int
  /// Where looking back must end: the last mention, or the last range that is taken.
  var floor: Int

  init(units: [UInt16], range: Range<Int>, tables: QuantityTables) {
    self.units = units
    self.range = range
    self.tables = tables
    limit = range.upperBound
    floor = range.lowerBound
  }

  /// Reads what begins at a unit that can begin a quantity.
  mutating func read(at index: Int) -> Reading {
    let phrase = tables.phrases.match(in: units, at: index, within: range.lowerBound..<limit)
    let reading = readQuantity(at: index)
    guard let phrase, phrase.range.upperBound >= reading.end || !reading.isFound else {
      return reading
    }
    // 一一 between stops is eleven.
    if phrase.sort == .idiom, reading.isFound, let mention = mentions.last,
      mention.range == phrase.range,
      !isHan(at(index - 1)), !isHan(at(reading.end)), mention.rule == "quantity.number"
    {
      return reading
    }
    if reading.isFound { mentions.removeLast() }
    return Reading(end: phrase.range.upperBound)
  }

  private mutating func readQuantity(at index: Int) -> Reading {
    switch units[index] {
    case 0x7B2C: return ordinal(at: index)
    case 0x9996: return first(at: index)
    case 0x5BF9: return halfPrice(at: index)
    case 0x7FFB: return doubling(at: index)
    case 0x534A: return half(at: index)
    default: return number(at: index)
    }
  }

  /// A numeral and all that belongs to it.
  private mutating func number(at index: Int) -> Reading {
    switch tables.numerals.alphabet.sort(units[index]) {
    case .arabic, .stop:
      if isInsideCode(at: index) { return Reading(end: endOfCode(from: index)) }
    case .sign:
      guard isSign(at: index) else { return Reading(end: index + 1) }
    case .more, .point, .none, .opener: return Reading(end: index + 1)
    default: break
    }
    guard var numeral = tables.numerals.numeral(in: units, at: index, limit: limit) else {
      if let bare = bareScale(at: index) { return finish(bare) }
      let isArabic = tables.numerals.alphabet.sort(units[index]) == .arabic
      return Reading(end: isArabic ? endOfCode(from: index) : index + 1)
    }
    if let special = special(numeral) { return special }
    if isCode(numeral) { return Reading(end: endOfCode(from: index)) }
    let end = numeral.range.upperBound
    if numeral.form == .arabic, at(end) == 0x2B, isHan(at(end + 1)), end < limit {
      // 100+家
      numeral.range = numeral.range.lowerBound..<end + 1
      numeral.approximation = .over
    }
    let separator = rangeSeparator(at: numeral.range.upperBound)
    let found = separator == nil ? unit(after: numeral) : nil
    if let range = rangeOfValues(from: numeral, unit: found, separator: separator) {
      return finish(range)
    }
    if at(index - 1) == 0x6BCF, let value = numeral.value, value.isPowerOfTen,
      value > ExactDecimal(1) || isSingleDigit(numeral)
    {
      // 每一位 is every one, 每10万人 a rate's base; but 每14万人一家.
      return Reading(end: numeral.range.upperBound)
    }
    if isSlogan(numeral) { return Reading(end: numeral.range.upperBound) }
    if let draft = measured(numeral, unit: found) { return finish(draft) }
    if let draft = bare(numeral) { return finish(draft) }
    return Reading(end: numeral.range.upperBound)
  }

  /// A numeral with its unit, with smaller units after it and what else stretches the expression.
  func measured(_ numeral: Numeral) -> Draft? {
    measured(numeral, unit: unit(after: numeral))
  }

  private func measured(_ numeral: Numeral, unit found: FoundUnit?) -> Draft? {
    if let scale = orderOfMagnitude(numeral) { return scale }
    guard let found else { return prefixed(numeral) }
    var draft = Draft(numeral, kind: found.kind, rule: found.kind.rule)
    draft.range = numeral.range.lowerBound..<found.end
    draft.unit = UnitMention(range: found.range, unit: found.unit)
    draft.isWeak = found.isWeak
    if found.lacksPoint { scale(&draft, by: -1) }
    if found.exponent > 0 { scale(&draft, by: found.exponent) }
    if found.addsHalf, let sum = draft.value?.growing(by: .half) { draft.value = sum }
    if found.isOver { draft.approximation = .over }
    extendScaleLevel(&draft)
    extendCompound(&draft)
    extendMore(&draft)
    applyCurrencyPrefix(&draft)
    extendUpward(&draft)
    return draft
  }

  func scale(_ draft: inout Draft, by exponent: Int) {
    draft.value = draft.value?.scaled(byPowerOfTen: exponent)
    draft.minimum = draft.minimum?.scaled(byPowerOfTen: exponent)
    draft.maximum = draft.maximum?.scaled(byPowerOfTen: exponent)
  }

  /// Reads the words around the expression and makes the mention.
  mutating func finish(_ draft: Draft) -> Reading {
    guard draft.range.upperBound <= limit else { return Reading(end: limit) }
    guard draft.range.lowerBound >= floor else {
      return Reading(end: draft.range.upperBound)
    }
    var draft = draft
    var modifiers: [Range<Int>] = []
    if let before = modifierBefore(draft) ?? distributedModifier(draft) {
      draft.approximation = before.approximation
      modifiers.append(before.range)
    }
    if let after = modifierAfter(draft) {
      modifiers.append(after.range)
      if modifiers.count == 1 { draft.approximation = after.approximation }
    } else if modifiers.isEmpty, let distant = distantModifier(draft) {
      draft.approximation = distant.approximation
      modifiers.append(distant.range)
    }
    if !draft.isWeak { draft.isWeak = isWeak(draft, isModified: !modifiers.isEmpty) }
    if draft.kind == .count, draft.isWeak, !modifiers.isEmpty, !isQuoted(draft.range) {
      draft.isWeak = draft.value == nil
    }
    if draft.kind == .count || draft.kind == .rank, at(draft.range.lowerBound - 1) == 0x524D,
      let unit = draft.unit,
      draft.range.lowerBound - 1 >= floor, RankWords.counters.contains(at(unit.range.lowerBound))
    {
      // 全球前10名
      draft.kind = .rank
      draft.range = draft.range.lowerBound - 1..<draft.range.upperBound
    }
    var per = per(of: draft)
    let isEvent = draft.kind == .count && draft.unit?.unit.code == "{次}"
    if isEvent, per.isEmpty, let span = spanBefore(draft) { per = [span] }
    if isEvent, !per.isEmpty {
      // 每周一次
      draft.kind = .frequency
      draft.isWeak = false
    }
    let quantity = Quantity(
      numeral: draft.numeral, value: draft.value, minimum: draft.minimum, maximum: draft.maximum,
      approximation: draft.approximation, modifiers: modifiers, unit: draft.unit,
      kind: draft.kind, isScale: draft.isScale, per: per, isWeak: draft.isWeak)
    mentions.append(
      Mention(content: .quantity(quantity), range: draft.range, rule: draft.rule))
    return Reading(end: draft.range.upperBound, isFound: true)
  }

  // MARK: Characters

  /// The unit at a place, 0 outside the text; what is taken by others can be seen, not used.
  @inline(__always)
  func at(_ index: Int) -> UInt16 {
    range.contains(index) ? units[index] : 0
  }

  func skipSpaces(from index: Int) -> Int {
    var next = index
    while next < limit, units[next] == 0x20 || units[next] == 0x2009, next < index + 2 { next += 1 }
    return next
  }

  /// Whether the text at a place is that word.
  func has(_ word: StaticString, at index: Int) -> Bool {
    var place = index
    return word.withUTF8Buffer { bytes in
      var iterator = bytes.makeIterator()
      var decoder = UTF8()
      while case .scalarValue(let scalar) = decoder.decode(&iterator) {
        guard range.contains(place), UInt32(units[place]) == scalar.value else {
          return false
        }
        place += 1
      }
      return true
    }
  }

  /// A Chinese character.
  @inline(__always)
  func isHan(_ unit: UInt16) -> Bool { unit &- 0x3400 < 0x6C00 }

  func isSingleDigit(_ numeral: Numeral) -> Bool {
    numeral.form == .chinese && numeral.range.count == 1
  }
}
