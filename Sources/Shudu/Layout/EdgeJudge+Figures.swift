/// What the edges of stretches say of figures.
extension EdgeJudge {
  /// A date begins a paragraph, a share or a sum of money seldom does.
  func numeralPoints(_ units: [UInt16], _ start: Int, _ limit: Int) -> Int {
    var at = start
    var hasPoint = false
    while at < min(limit, start + 16), LayoutCharacters.isDigit(units[at]) || units[at] == 0x2E {
      hasPoint = hasPoint || units[at] == 0x2E
      at += 1
    }
    guard at < limit else { return 0 }
    switch units[at] {
    case 0x5E74, 0x6708, 0x65E5: return weights.date  // 年 月 日
    case 0x25, 0x4EBF, 0x4E07, 0x500D: return weights.amount + 2  // % 亿 万 倍
    case 0x3001: return weights.date  // a list's number
    default: break
    }
    // `36位,`: an amount that is a clause of its own ends one.
    for end in at..<min(limit, at + 4) {
      if LayoutCharacters.isPause(units[end]) || LayoutCharacters.isStop(units[end]) {
        return weights.amount
      }
      if !LayoutCharacters.isHan(units[end]) { break }
    }
    return hasPoint ? weights.amount : 0
  }

  /// `四成`, `三到四成`, `三分之一`, `两倍`.
  func beginsWithShare(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    guard start < limit, EdgeJudge.numerals.contains(units[start]) else { return false }
    return (start + 1..<max(start + 1, min(limit, start + 5))).contains {
      units[$0] == 0x6210 || units[$0] == 0x500D || units[$0] == 0x534A
        || units[$0] == 0x4E4B && units[$0 - 1] == 0x5206
    }
  }

  /// A numeral in characters before a measure word, not an article (`一场`).
  func beginsWithHanNumeral(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    guard EdgeJudge.numerals.contains(units[start]) else { return false }
    if units[start] != 0x4E00 && units[start] != 0x4E24 { return true }
    let next = start + 1 < limit ? units[start + 1] : 0
    return EdgeJudge.numerals.contains(next) || EdgeJudge.spans.contains(next)
      || beginsWithShare(units, start, limit)
  }

  /// `增长`, `分别下降`, `将提高`.
  func beginsWithChange(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    var at = start
    if at + 1 < limit, units[at] == 0x5206, units[at + 1] == 0x522B { at += 2 }  // 分别
    if at < limit, EdgeJudge.adverbs.contains(units[at]) { at += 1 }
    return words.end(of: .change, in: units, at: at, limit: limit) != nil
  }

  /// `比上年同期`, `较2015年`: 比 or 较 among the last units, nothing but its object after it.
  func endsInComparison(_ stretch: Stretch) -> Bool {
    let range = stretch.range
    var at = range.upperBound - 1
    while at >= max(range.lowerBound, range.upperBound - 10) {
      let unit = stretch.units[at]
      if unit == 0x6BD4 || unit == 0x8F83 {
        // `比上年`, `同比`, but no bare `比`.
        return at < range.upperBound - 1
          || at > range.lowerBound
            && EdgeJudge.bases.contains(stretch.units[at - 1])
      }
      guard LayoutCharacters.isHan(unit) || LayoutCharacters.isDigit(unit) else { return false }
      at -= 1
    }
    return false
  }
}
