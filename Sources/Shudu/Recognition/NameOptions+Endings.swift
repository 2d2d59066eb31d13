extension NameOptions {
  /// Words looked at before an ending; more for documents, events and bodies.
  private static let mostTokens = 8
  private static let mostLongTokens = 14
  /// What joins the fields of one body.
  private static let joints = UnitSet("和与及暨")

  /// What was passed on the way to the left of an ending.
  private struct Way {
    /// Brackets and quotations that are open.
    var depth = 0
    /// Whether it went over a joint, or over a character that binds words elsewhere.
    var isJoined = false
    var isCoined = false
  }

  /// Every stretch of several words that ends with a token, if names end so. A word alone is one where a rule says so.
  ///
  /// - Parameter short: where characters stand that only stretches have in order which are of those origins; nil for all.
  func addEnding(
    at number: Int, _ kinds: NameKinds, _ origins: NameOrigins = [],
    holding short: Range<Int>? = nil
  ) {
    let last = phrase.tokens[number]
    // Companies coin names of whatever characters, such as words bind with elsewhere.
    let isCompany = short != nil || last.has(.full) && last.length > 3
    var way = Way()
    var first = number
    while first >= 0, number - first <= NameOptions.mostLongTokens {
      let start = phrase.tokens[first]
      guard last.end - start.start <= NamePhrase.longest, first == number || phrase.touches(first)
      else { return }
      if start.form == .mark {
        guard pass(mark: phrase.unit(first), &way.depth) else { return }
      } else if first < number, way.depth == 0, mayBind(first, ofCompany: isCompany) {
        // `文体广电和旅游局`
        if !way.isJoined, NameOptions.joints.contains(phrase.unit(first)) {
          way.isJoined = true
          first -= 1
          continue
        }
        guard isEdition(first) || !way.isCoined && isCoined(first) else { return }
        way.isCoined = way.isCoined || !isEdition(first)
      }
      if way.depth == 0, phrase.unit(first) != Mark.openBracket {
        let isLong = way.isJoined || number - first > NameOptions.mostTokens
        let some = isLong ? kinds.intersection(.long) : kinds
        if some.isEmpty { return }
        if first < number {
          let isShort = short.map { holds($0, start.start..<last.end) } ?? true
          add(start.start..<last.end, some, isShort ? origins : [])
        } else if start.form == .place || start.has(.place)
          || start.has(.weakPlace) && !start.has(.keep)
        {
          list.insert(start.start..<last.end, .place, [])
        }
      }
      first -= 1
    }
  }

  /// Goes over a mark; false where no name does.
  private func pass(mark: UInt16, _ depth: inout Int) -> Bool {
    switch mark {
    case Mark.closeBracket, Mark.closeQuote, 0x300D: depth += 1
    case Mark.openBracket, Mark.openQuote, 0x300C:
      guard depth > 0 else { return false }
      depth -= 1
    default: return false
    }
    return true
  }

  /// Whether a token is a character that binds words.
  private func mayBind(_ number: Int, ofCompany isCompany: Bool) -> Bool {
    let token = phrase.tokens[number]
    return token.length < 2 && token.has(.stop) && !token.has(.proper)
      && (!isCompany || traits.known(Int(phrase.unit(number))).isNeverInName)
  }

  /// Whether a character that binds words elsewhere may be one of a coined name: `武当`, `都凯`, `寒地`. An unknown
  /// character stands beside it.
  private func isCoined(_ number: Int) -> Bool {
    guard !traits.known(Int(phrase.unit(number))).isNeverInName else { return false }
    let after = phrase.tokens[number + 1]
    if after.form == .single, !after.has(.anyEnd), !after.has(.stop) { return true }
    guard number > 0, phrase.touches(number - 1) else { return false }
    return phrase.tokens[number - 1].form == .single && !phrase.tokens[number - 1].has(.stop)
  }

  /// 届 or 次 of an edition: `第十七届`.
  private func isEdition(_ number: Int) -> Bool {
    let unit = phrase.unit(number)
    guard unit == 0x5C4A || unit == 0x6B21 else { return false }
    var at = phrase.tokens[number].start - 1
    while at > range.lowerBound, traits.known(Int(phrase.units[at])).isNumeral || kind(at) == .digit
    {
      at -= 1
    }
    return at >= range.lowerBound && phrase.units[at] == 0x7B2C  // 第
  }

  /// Whether a stretch has the characters of another in their order.
  private func holds(_ short: Range<Int>, _ stretch: Range<Int>) -> Bool {
    var at = short.lowerBound
    for offset in stretch where at < short.upperBound && phrase.units[offset] == phrase.units[at] {
      at += 1
    }
    return at == short.upperBound
  }
}
