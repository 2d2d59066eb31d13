/// What changed, which way, and against what.
extension MeasureFinder {
  func setMeasure(
    _ draft: FactDraft, before verb: Int, _ site: QuantitySite, rule: String
  ) {
    var before = site.skipLight(verb - 1, in: sentence)
    // `比上年末`, `较全省`: the base of the comparison stands between measure and verb.
    if let at = before, let base = comparison(endingAt: at, notBefore: site.start) {
      before = site.skipLight(base - 1, in: sentence)
    }
    guard let before, let phrase = phrases.phrase(endingAt: before + 1, notBefore: site.start)
    else {
      return
    }
    let parts = split(phrase, site)
    draft.owner = parts.owner
    if let measure = parts.measure {
      var end = measure.upperBound
      if measure.count > 1, isGrowthNoun(tokens[end - 1]) { end -= 1 }
      draft.measure = Citation(sentence.paragraph, sentence.textRange(measure.lowerBound..<end))
      draft.rules.append(rule)
    }
  }

  /// Where a comparison that ends at a token begins (`比` or `较` before it), within its clause.
  func comparison(endingAt end: Int, notBefore start: Int) -> Int? {
    var at = end
    while at >= start, end - at < 8 {
      if isComparing(tokens[at]) { return at }
      at -= 1
    }
    return nil
  }

  func isComparing(_ token: Token) -> Bool {
    token.kind == .word && token.range.count == 1
      && [0x6BD4, 0x8F83].contains(sentence.units[token.range.lowerBound])  // 比较
  }

  /// `增速`, `增幅`, `降幅`: nouns that name a change.
  func isGrowthNoun(_ token: Token) -> Bool {
    guard token.kind == .word, token.range.count >= 2 else { return false }
    let last = sentence.units[token.range.upperBound - 1]
    let first = sentence.units[token.range.lowerBound]
    return (last == 0x5E45 || last == 0x901F)
      && [0x589E, 0x964D, 0x6DA8, 0x8DCC, 0x51CF].contains(first)
      || sentence.text(token) == "增长率"
  }

  func growthDirection(_ token: Token) -> Fact.Change.Direction {
    [0x964D, 0x8DCC, 0x51CF].contains(sentence.units[token.range.lowerBound])
      ? .decrease : .increase
  }

  func setChange(_ draft: FactDraft, verb: Int, _ site: QuantitySite) {
    draft.aspect = .change
    let direction: Fact.Change.Direction =
      tokens[verb].classes.contains(.increase) ? .increase : .decrease
    draft.change = Fact.Change(direction: direction, basis: basis(site))
    draft.predicate = Citation(sentence.paragraph, [tokens[verb].range])
    draft.rules.append("change.verb")
  }

  /// Which way something changed that no verb right before the number tells.
  func change(of draft: FactDraft) -> Fact.Change {
    let site = draft.site
    var at = site.index - 1
    var direction = Fact.Change.Direction.increase
    while at >= site.start {
      let token = tokens[at]
      if isGrowthNoun(token) {
        direction = growthDirection(token)
        break
      }
      if !token.classes.isDisjoint(with: [.increase, .decrease]) {
        direction = token.classes.contains(.decrease) ? .decrease : .increase
        break
      }
      at -= 1
    }
    return Fact.Change(direction: direction, basis: basis(site))
  }

  /// What the change is measured against, by the words of the clause before the number.
  func basis(_ site: QuantitySite) -> Fact.Change.Basis {
    var at = site.index - 1
    while at >= site.start {
      let token = tokens[at]
      if let basis = basis(toldBy: token) { return basis }
      if isComparing(token), at + 1 < site.index {
        let next = tokens[at + 1]
        if next.isTime || next.classes.isEmpty && next.kind == .word {
          let text = sentence.text(next)
          if text.hasSuffix("同期") || text == "去年" || text == "上年" { return .yoy }
          if text.hasSuffix("上月") { return .mom }
          return next.isTime || text.hasSuffix("初") || text.hasSuffix("末") ? .since : .peer
        }
        return .peer
      }
      at -= 1
    }
    return .unstated
  }

  /// The basis that a word tells by itself (`同比`, `月增`).
  private func basis(toldBy token: Token) -> Fact.Change.Basis? {
    // Most words can be told from these by their ends, without making a text of them.
    let first = sentence.units[token.range.lowerBound]
    let last = sentence.units[token.range.upperBound - 1]
    guard MeasureFinder.basisFirsts.contains(first) || last == 0x5747 else { return nil }  // 均
    let word = sentence.text(token)
    if word.hasPrefix("同比") || word.hasSuffix("年均") || word == "年平均" { return .yoy }
    if word.hasPrefix("环比") || word.hasPrefix("按月") { return .mom }
    if word.hasPrefix("按年") { return .yoy }
    if !token.classes.isDisjoint(with: [.increase, .decrease]), word.count == 2 {
      if word.hasPrefix("年") { return .yoy }
      if word.hasPrefix("月") { return .mom }
    }
    return nil
  }

  private static let basisFirsts = UnitSet("同环按年月")

  /// `新增…1个`, `净增…`: an amount that was added.
  func applyAddition(_ draft: FactDraft, before start: Int, _ site: QuantitySite) {
    if let verb = verb(before: start, site) {
      applyAddition(draft, verbAt: verb, site)
    }
    // The word may stand in the phrase itself, as a verb-noun.
    else if let first = draft.measure?.ranges.first {
      if first.count > 2, MeasureFinder.added.contains(sentence.units[first].prefix(2)) {
        draft.measure?.ranges[0] = first.lowerBound + 2..<first.upperBound
        draft.aspect = .change
        draft.change = Fact.Change(direction: .increase, basis: basis(site))
        draft.predicate = Citation(
          sentence.paragraph, first.lowerBound..<first.lowerBound + 2)
        draft.rules.append("change.addition")
      }
    }
  }

  func applyAddition(_ draft: FactDraft, verbAt verb: Int, _ site: QuantitySite) {
    let word = sentence.units[tokens[verb].range]
    guard MeasureFinder.additions.contains(word) else { return }
    draft.aspect = .change
    draft.change = Fact.Change(
      direction: word.contains(0x51CF) ? .decrease : .increase, basis: basis(site))  // 减
    draft.rules.append("change.addition")
  }

  /// What phrases for something added begin with.
  private static let added = WordSet("新增", "净增")
  private static let additions = WordSet(
    "新增", "净增", "增加", "净增加", "减少", "净减少", "增添", "增派", "增设")
}
