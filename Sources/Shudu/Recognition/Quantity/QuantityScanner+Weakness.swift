/// Which quantities a careful reader may leave out.
extension QuantityScanner {
  /// `一` as an article, `几` that tells no number, rhetorical counts, counts inside slogans.
  func isWeak(_ draft: Draft, isModified: Bool) -> Bool {
    let start = draft.range.lowerBound
    if draft.kind == .count {
      if draft.unit == nil { return false }
      if at(start - 1) == 0x201C || at(start - 1) == 0x2018, closesQuote(from: draft) {
        return true
      }
      if isArticle(draft) { return !closesClause(draft) }
      if isVague(draft) { return !isModified }
      return draft.value.map { $0 <= ExactDecimal(5) } ?? false
        && countsAbstraction(after: draft.range.upperBound)
    }
    switch draft.kind {
    case .duration, .measure, .money:
      if isModified { return false }
      return isVague(draft) || isArticle(draft) && draft.approximation == .exact
    default: return false
    }
  }

  private func isArticle(_ draft: Draft) -> Bool {
    draft.numeral.count == 1 && units[draft.numeral.lowerBound] == 0x4E00
      && draft.value == ExactDecimal(1)
  }

  /// `几个`, `几天`: some, no number.
  private func isVague(_ draft: Draft) -> Bool {
    draft.maximum == ExactDecimal(9) && units[draft.numeral.lowerBound] == 0x51E0
  }

  /// `服务一次`, `检查一遍`: how often, at a clause's end.
  private func closesClause(_ draft: Draft) -> Bool {
    guard let unit = draft.unit, !isHan(at(draft.range.upperBound)) else { return false }
    return EventWords.counters.contains(at(unit.range.lowerBound))
  }

  /// Whether the counted noun is an abstract one (`四个方面`, `两条主线`), with modifiers up to eight characters.
  private func countsAbstraction(after index: Int) -> Bool {
    var place = index
    while place < min(limit, index + 8), isHan(units[place]) {
      if units[place] == 0x7684 { return false }
      if let match = tables.words.abstract.longestMatch(in: units, at: place, limit: limit) {
        return !isHan(at(match.end)) || PhraseEnds.verbs.contains(at(match.end))
      }
      place += 1
    }
    return false
  }

  /// A single Chinese digit in a quoted slogan that holds another: `“一核五区”`.
  func isSlogan(_ numeral: Numeral) -> Bool {
    guard isSingleDigit(numeral) else { return false }
    let start = numeral.range.lowerBound
    var open = start
    while open > max(floor, start - 12), units[open - 1] != 0x201C, units[open - 1] != 0x2018 {
      open -= 1
    }
    guard open > range.lowerBound, units[open - 1] == 0x201C || units[open - 1] == 0x2018 else {
      return false
    }
    var digits = 0
    var place = open
    while place < min(limit, open + 14) {
      let unit = units[place]
      if unit == 0x201D || unit == 0x2019 { return digits >= 2 }
      if unit == 0x3002 || unit == 0x2C { return false }
      if tables.numerals.alphabet.sort(unit) == .digit { digits += 1 }
      place += 1
    }
    return false
  }

  /// Whether the quotation that begins before the quantity ends within a few characters: `“两张清单”`.
  private func closesQuote(from draft: Draft) -> Bool {
    var place = draft.range.upperBound
    while place < min(limit, draft.range.upperBound + 16) {
      let unit = units[place]
      if unit == 0x201D || unit == 0x2019 { return true }
      if unit == 0x2C || unit == 0x3002 { return false }
      place += 1
    }
    return false
  }
}

/// Counters of events.
enum EventWords {
  static let counters = UnitSet("次遍趟回场")
}

/// First characters of verbs and particles that can follow a noun, so that the noun before them is the one counted.
enum PhraseEnds {
  static let verbs = UnitSet("持发是入上中内来着推实开取均都也和与及为有之等建协进共做抓加全同出下")
}
