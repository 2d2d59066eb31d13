/// Ordinals and ranks: `第77位`, `第四项`, `首个`, `前三`.
extension QuantityScanner {
  /// 第 with a number and its counter. A place in a ranking is strong, the rest weak.
  mutating func ordinal(at index: Int) -> Reading {
    let start = skipSpaces(from: index + 1)
    guard let numeral = tables.numerals.integer(in: units, at: start, limit: limit),
      numeral.value != nil
    else { return Reading(end: index + 1) }
    let end = numeral.range.upperBound
    let none = Reading(end: end)
    var draft = Draft(numeral, kind: .rank, rule: "quantity.ordinal")
    draft.range = index..<end
    draft.outerStart = index
    let isRanked = isRanking(endingAt: index)
    if let found = unit(after: numeral), found.kind == .count || found.kind == .rank {
      draft.unit = UnitMention(range: found.range, unit: rank(found.unit))
      draft.range = index..<found.range.upperBound
      let word = at(found.range.lowerBound)
      draft.isWeak =
        !(isRanked || has("连续", at: index - 2)
        || (word == 0x4F4D || word == 0x540D) && !isHan(at(found.end)))
      return finish(draft)
    }
    if let found = unit(after: numeral), found.kind == .duration {
      // 连续第12年, 第28天; 第一年 and the like are times.
      draft.unit = UnitMention(range: found.range, unit: rank(found.unit))
      draft.range = index..<found.range.upperBound
      draft.isWeak = isSingleDigit(numeral) && !has("连续", at: index - 2)
      return finish(draft)
    }
    if has("方阵", at: end) || has("梯队", at: end) || has("阵营", at: end) {
      draft.range = index..<end + 2
      draft.isWeak = true
      return finish(draft)
    }
    // 居全国第一; but 第一书记, 第三方.
    let next = at(end)
    let isSuperlative = RankWords.measures.contains(next)
    guard isRanked || isSuperlative || !isHan(next) else { return none }
    draft.isWeak = !isRanked && !isSuperlative
    return finish(draft)
  }

  /// 首个, 首批, 首家: an emphasis, always weak.
  mutating func first(at index: Int) -> Reading {
    let none = Reading(end: index + 1)
    let before = at(index - 1)
    if before == 0x4E4B || before == 0x699C || before == 0x4E3A || before == 0x5C45 { return none }
    guard FirstWords.counted.contains(at(index + 1)),
      let match = tables.units.trie.longestMatch(in: units, at: index + 1, limit: limit)
    else { return none }
    let entry = tables.units.entries[Int(match.payload)]
    var draft = Draft(
      Numeral(
        range: index..<index + 1, digits: index..<index + 1, value: ExactDecimal(1), minimum: nil,
        maximum: nil, approximation: .exact, form: .chinese, scaleExponent: 0),
      kind: .rank, rule: "quantity.first")
    draft.range = index..<match.end
    draft.unit = UnitMention(range: index + 1..<match.end, unit: rank(entry.unit))
    draft.isWeak = true
    return finish(draft)
  }

  /// A counter as the unit of a rank.
  private func rank(_ unit: Unit) -> Unit {
    unit.renamed(dimension: "rank")
  }

  /// Whether a word of rankings stands up to eight characters before.
  func isRanking(endingAt index: Int) -> Bool {
    var end = index
    while end > floor, index - end < 8 {
      if tables.words.ranking.match(endingAt: end, in: units, from: floor) != nil { return true }
      let unit = units[end - 1]
      if unit == 0x2C || unit == 0x3002 { return false }
      if unit == 0x3001, mentions.last?.range.upperBound != end - 1 || !lastIsRank { return false }
      if unit == 0x3001 { return true }
      end -= 1
    }
    return false
  }
}

extension QuantityScanner {
  private var lastIsRank: Bool {
    guard case .quantity(let quantity)? = mentions.last?.content else { return false }
    return quantity.kind == .rank && !quantity.isWeak
  }

  /// `跻身全国前十`.
  mutating func leading(_ numeral: Numeral) -> Reading? {
    let start = numeral.range.lowerBound - 1
    guard start >= floor, units[start] == 0x524D, !isHan(at(numeral.range.upperBound)),
      numeral.scaleExponent == 0, let value = numeral.value, value <= ExactDecimal(1000),
      value.places == 0, isRanking(endingAt: start)
    else { return nil }
    var draft = Draft(numeral, kind: .rank, rule: "quantity.leading")
    draft.range = start..<numeral.range.upperBound
    draft.outerStart = start
    return finish(draft)
  }
}

/// Characters of ranks.
enum RankWords {
  /// After a number behind 前.
  static let counters = UnitSet("名位强")
  /// After 第二: 第二高, 第三大.
  static let measures = UnitSet("高大多长低快深重")
}

/// Counters that 首 makes an emphasis with.
enum FirstWords {
  static let counted = UnitSet("个批届台款家例座条部只项艘架颗枚张支单幅列")
}
