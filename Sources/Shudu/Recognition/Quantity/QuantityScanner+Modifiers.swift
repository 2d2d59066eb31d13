/// The words around an expression: bounds, approximation, what it is per.
extension QuantityScanner {
  struct Modifier {
    var range: Range<Int>
    var approximation: Approximation
  }

  /// `约`, `超过`, `不到`, directly before or parted by words as `达`, `人民币` and `每小时`.
  mutating func modifierBefore(_ draft: Draft) -> Modifier? {
    var end = draft.outerStart
    for _ in 0..<3 {
      while end > floor, units[end - 1] == 0x20 || units[end - 1] == 0x201C { end -= 1 }
      if let found = tables.words.before.match(endingAt: end, in: units, from: floor) {
        let modifier = tables.words.modifiers[Int(found.payload)]
        if !modifier.blocked.contains(at(found.start - 1)) {
          if comparesToReference(draft, modifier.approximation) { return nil }
          let result = Modifier(range: found.start..<end, approximation: modifier.approximation)
          if has("分别", at: found.start - 2) {
            distributed = (result, draft.range.upperBound)
          }
          return result
        }
      }
      if let filler = tables.words.fillers.match(endingAt: end, in: units, from: floor) {
        end = filler.start
      } else if let start = perWords(endingAt: end) {
        end = start
      } else {
        return nil
      }
    }
    return nil
  }

  /// Where `每小时` begins that ends at a place.
  private func perWords(endingAt end: Int) -> Int? {
    var start = end - 1
    while start > floor, end - start <= 5 {
      if units[start] == 0x6BCF { return start }
      start -= 1
    }
    return nil
  }

  /// `低于60%的预期`, `高于2%的警戒线`: the number is told exactly, the comparison is of something else.
  private func comparesToReference(_ draft: Draft, _ approximation: Approximation) -> Bool {
    let start = draft.range.upperBound + 1
    guard approximation != .about, start < limit, at(start - 1) == 0x7684 else { return false }
    for place in start..<min(limit, start + 7) where isHan(units[place]) {
      for word in ReferenceWords.nouns where has(word, at: place) { return true }
    }
    return false
  }

  /// The bound that 分别 spreads: `分别突破3000家、8000家`.
  mutating func distributedModifier(_ draft: Draft) -> Modifier? {
    guard let (modifier, end) = distributed else { return nil }
    let start = draft.range.lowerBound
    guard start == end + 1, ReferenceWords.joints.contains(units[end]) else { return nil }
    distributed?.end = draft.range.upperBound
    return modifier
  }

  /// A bound that other words part from the number: `约占全市的六分之一`, `最高可领1050元`.
  func distantModifier(_ draft: Draft) -> Modifier? {
    guard draft.approximation == .exact, draft.value != nil else { return nil }
    let start = draft.outerStart
    if at(start - 1) == 0x7684,
      draft.kind == .ratio || draft.kind == .percent || draft.kind == .multiple
    {
      return distant(in: tables.words.reference, before: start - 1, reach: 16, afterVerb: false)
    }
    return distant(in: tables.words.highest, before: start, reach: 8, afterVerb: true)
  }

  private func distant(
    in words: BackwardWords, before end: Int, reach: Int, afterVerb: Bool
  ) -> Modifier? {
    let lower = max(range.lowerBound, mentions.last?.range.upperBound ?? 0)
    var place = end
    while place > max(lower, end - reach) {
      if isClauseEnd(units[place - 1]) || afterVerb && units[place - 1] == 0x7684 { return nil }
      if place < end, let found = words.match(endingAt: place, in: units, from: lower) {
        let modifier = tables.words.modifiers[Int(found.payload)]
        if afterVerb {
          for word in ReferenceWords.superlatives where has(word, at: place) { return nil }
          // 最高可领 is a bound, 最高拦截 what happened.
          let last = at(place - 1)
          if last == 0x9AD8 || last == 0x4F4E,
            !units[place..<end].contains(where: { ReferenceWords.entitlements.contains($0) })
          {
            return nil
          }
        }
        return modifier.blocked.contains(at(found.start - 1))
          ? nil : Modifier(range: found.start..<place, approximation: modifier.approximation)
      }
      if !isHan(units[place - 1]) { return nil }
      place -= 1
    }
    return nil
  }

  /// `以上`, `左右`, `(及以下)`.
  func modifierAfter(_ draft: Draft) -> Modifier? {
    let start = skipSpaces(from: draft.range.upperBound)
    guard let found = tables.words.after.longestMatch(in: units, at: start, limit: limit) else {
      return nil
    }
    let modifier = tables.words.modifiers[Int(found.payload)]
    if modifier.blocked.contains(at(found.end)) { return nil }
    if found.end == start + 1 {
      // 内 bounds what is measured, 起 a price.
      switch units[start] {
      case 0x5185:
        guard draft.kind == .duration || draft.kind == .measure || draft.kind == .percent else {
          return nil
        }
      case 0x8D77: guard draft.kind == .money else { return nil }
      default: break
      }
    }
    return Modifier(range: start..<found.end, approximation: modifier.approximation)
  }

  // MARK: Per

  /// What the quantity is per: each `每X` of its clause, `年均`, `月工资`.
  func per(of draft: Draft) -> [String] {
    let lower = max(range.lowerBound, draft.outerStart - 20)
    var start = draft.outerStart
    while start > lower, !isClauseEnd(units[start - 1]) { start -= 1 }
    var result: [String] = []
    var index = start
    while index < draft.outerStart {
      switch units[index] {
      case 0x6BCF:
        if let name = thing(after: index + 1, before: draft.outerStart) { result.append(name) }
      case 0x5747:
        let before = at(index - 1)
        if index > start, PerWords.averages.contains(before) {
          result.append(String(decoding: [before], as: UTF16.self))
        }
      case 0x6708, 0x5E74:
        let next = at(index + 1)
        if PerWords.wages.contains(next), at(index + 2) != 0x5747,
          index == start
            || !ArabicNumeral.isWordCharacter(at(index - 1))
              && tables.numerals.alphabet.sort(at(index - 1)) == .none && at(index - 1) != 0x6BCF
        {
          result.append(String(decoding: [units[index]], as: UTF16.self))
        }
      default: break
      }
      index += 1
    }
    return result
  }

  /// `一年两次`: what a number of events is per, where a single span of time stands shortly before.
  func spanBefore(_ draft: Draft) -> String? {
    guard case .quantity(let last)? = mentions.last?.content, last.kind == .duration,
      last.value == ExactDecimal(1), let unit = last.unit,
      let end = mentions.last?.range.upperBound,
      draft.range.lowerBound - end <= 4, units[end..<draft.range.lowerBound].allSatisfy(isHan)
    else { return nil }
    return String(decoding: units[unit.range], as: UTF16.self)
  }

  private func isClauseEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0x2C, 0x3B, 0x21, 0x3F, 0x3001, 0x0A, 0x3A: true
    default: false
    }
  }

  /// The unit or noun after 每: `人`, `平方米`; `月` of 每个月; the noun after 每个.
  private func thing(after index: Int, before end: Int) -> String? {
    guard index < end else { return nil }
    if let word = PerWords.times.longestMatch(in: units, at: index, limit: end) {
      var start = index
      if units[start] == 0x4E2A { start += 1 }
      return String(decoding: units[start..<word.end], as: UTF16.self)
    }
    if let numeral = tables.numerals.numeral(in: units, at: index, limit: end),
      let found = unit(after: numeral), found.end <= end
    {
      // 每10万人, 每100克
      return String(decoding: units[index..<found.end], as: UTF16.self)
    }
    if units[index] == 0x4E2A {
      guard index + 3 <= end, isHan(units[index + 1]), isHan(units[index + 2]) else { return nil }
      if PerWords.things.contains(units[index + 1]) {
        return String(decoding: units[index + 1..<index + 2], as: UTF16.self)
      }
      return String(decoding: units[index + 1..<index + 3], as: UTF16.self)
    }
    guard let match = tables.units.trie.longestMatch(in: units, at: index, limit: end) else {
      return nil
    }
    return String(decoding: units[index..<match.end], as: UTF16.self)
  }
}

/// Words that decide what a bound belongs to.
enum ReferenceWords {
  /// What a value is compared to.
  static let nouns: [StaticString] = [
    "预期", "目标", "警戒线", "高点", "低点", "水平", "标准", "峰值", "纪录", "红线", "底线", "限值", "上限", "下限", "荣枯线",
    "高位", "门槛",
  ]
  /// After 最高 and 最低: they make a name with them.
  static let superlatives: [StaticString] = [
    "人民", "法院", "检察", "气温", "温度", "工资", "生活", "水平", "纪录", "点", "价", "峰", "值", "学历", "海拔", "速度",
    "时速", "负荷", "产量", "高度", "风速",
    "单日", "得分", "票价",
  ]
  /// Between 最高 and a number that a rule allows.
  static let entitlements = UnitSet("可能给奖补度助限需打享领投贷")
  /// Between the numbers of a list.
  static let joints = UnitSet("、和与及")
}

/// Words that tell what a quantity is per.
enum PerWords {
  static let averages = UnitSet("年月日人户亩周季车店")
  /// After 每个: nouns of one character.
  static let things = UnitSet("村人家县区镇乡省市班校点组月季员队园厂店站")
  /// After 月 or 年: a regular income.
  static let wages = UnitSet("工薪")
  static let times = WordTrie(
    strings: [
      "年", "月", "日", "天", "周", "季", "季度", "小时", "分钟", "秒", "晚", "个月", "个小时", "个季度", "年度", "学期",
      "个工作日",
    ].map { (word: $0, payload: Int32(0)) })
}
