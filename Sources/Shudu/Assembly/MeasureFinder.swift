/// What a quantity measures: the noun phrase after it, before it, or before its verb, else that of the number before.
///
/// The order of the cases is that of a reader: a counter takes the noun that follows it
/// (`24个项目`), any value takes the noun it stands behind (`高校28所`, `总投资达212亿元`), a rate of change
/// takes what changed, a share takes the part. Cost: linear in the clause.
struct MeasureFinder {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
  }

  var tokens: [Token] { sentence.tokens }

  /// Fills in measure, aspect, change, share and predicate of a draft.
  ///
  /// - Parameter earlier: the drafts of the same paragraph before this one, in order.
  func fill(_ draft: FactDraft, after earlier: [FactDraft]) {
    let site = draft.site
    switch draft.quantity.kind {
    case .percent, .percentagePoint, .multiple:
      fillRate(draft, site, earlier)
    case .ratio where draft.quantity.unit == nil && draft.aspect != .ratio:
      fillRate(draft, site, earlier)
    default:
      fillAmount(draft, site, earlier)
    }
    if draft.measure == nil { inherit(draft, from: earlier, in: site, rule: "measure.inherited") }
    if draft.measure == nil { fallBack(draft, site) }
  }

  // MARK: Amounts

  func fillAmount(_ draft: FactDraft, _ site: QuantitySite, _ earlier: [FactDraft]) {
    let counts = [.count, .rank, .age, .number].contains(draft.quantity.kind)
    let right = rightPhrase(site, counts: counts)
    if let verb = site.deltaVerb, right == nil || !counts {
      setChange(draft, verb: verb, site)
      setMeasure(draft, before: verb, site, rule: "measure.before-change")
      return
    }
    if let (left, tail) = leftPhrase(site), right == nil || !phrases.isOnlyVerbs(left) {
      let parts = split(left, site)
      if let right, counts, draft.quantity.kind != .rank {
        takeRight(draft, right, left: parts.measure, site)
        draft.owner = parts.owner ?? draft.owner
        return
      }
      if let measure = parts.measure {
        let isElaboration = isOnlyAttributive(measure)
        var ranges = [sentence.textRange(measure)]
        if isElaboration, let whole = earlier.last?.measure, whole.paragraph == sentence.paragraph {
          ranges += head(of: whole)
        }
        draft.measure = Citation(sentence.paragraph, ranges)
        draft.owner = parts.owner
        draft.rules.append(
          isElaboration
            ? "measure.elaboration" : tail == nil ? "measure.before" : "measure.before-verb")
        setPredicate(draft, verb: tail ?? verb(before: left.lowerBound, site), site)
        if let owner = ownerAfter(site) { draft.owner = Citation(sentence.paragraph, owner) }
        if tail == nil { applyAddition(draft, before: left.lowerBound, site) }
        return
      }
      draft.owner = parts.owner
    }
    if let right {
      takeRight(draft, right, left: nil, site)
      return
    }
    if let verb = site.verb {
      setPredicate(draft, verb: verb, site)
      let token = tokens[verb]
      if token.classes.contains(.verbNoun) || token.classes.isDisjoint(with: [.reach, .modal]) {
        if draft.quantity.kind == .money || draft.quantity.kind == .duration {
          draft.measure = Citation(sentence.paragraph, token.range)
          draft.rules.append("measure.verb")
        }
      }
    }
  }

  func takeRight(
    _ draft: FactDraft, _ right: Range<Int>, left: Range<Int>?, _ site: QuantitySite
  ) {
    var ranges = [sentence.textRange(right)]
    if let left, !isOnlyAnaphor(left) { ranges.insert(sentence.textRange(left), at: 0) }
    draft.measure = Citation(sentence.paragraph, ranges)
    draft.rules.append(left == nil ? "measure.after" : "measure.around")
    let start = left?.lowerBound ?? site.back.map { $0 + 1 } ?? site.start
    setPredicate(
      draft, verb: verb(before: start, site) ?? verb(after: right.upperBound, site), site)
    if let verb = verb(before: start, site) { applyAddition(draft, verbAt: verb, site) }
  }

  /// The phrase after the number: of a counter directly, of other units only behind `的`.
  func rightPhrase(_ site: QuantitySite, counts: Bool) -> Range<Int>? {
    var start = site.next
    guard start < site.end else { return nil }
    if case .quantity = tokens[start].kind, counts {
      // `4586户20051名贫困人口`: both count the noun that follows the second.
      let after = QuantitySite(start, in: sentence)
      guard tokens[start].range.lowerBound == tokens[site.index].range.upperBound else {
        return nil
      }
      return after.next < after.end
        ? phrases.phrase(startingAt: after.next, notAfter: after.end) : nil
    }
    guard counts || phrases.isDe(tokens[start]) else { return nil }
    guard let phrase = phrases.phrase(startingAt: start, notAfter: site.end) else { return nil }
    start = phrase.lowerBound
    // Before another number the last property word belongs to that one (`16家企业总收入430亿元`).
    if phrase.upperBound < site.end, phrase.count > 1, let cut = propertyTail(phrase),
      nextIsQuantity(phrase.upperBound, site.end)
    {
      return start..<cut
    }
    return phrase
  }

  func nextIsQuantity(_ from: Int, _ end: Int) -> Bool {
    var at = from
    while at < end, tokens[at].isLight || tokens[at].classes.contains(.reach) { at += 1 }
    return at < end && tokens[at].isQuantity
  }

  func propertyTail(_ phrase: Range<Int>) -> Int? {
    let last = phrase.upperBound - 1
    guard !tokens[last].classes.isDisjoint(with: [.attribute, .rate]) else { return nil }
    return last
  }

  /// The phrase that ends before the number, or before the verb that ties it; `tail` is that verb.
  func leftPhrase(_ site: QuantitySite) -> (Range<Int>, tail: Int?)? {
    guard let back = site.back else { return nil }
    if let phrase = phrases.phrase(endingAt: back + 1, notBefore: site.start) {
      return (bounded(predicateCut(phrase, site), site), nil)
    }
    guard let verb = site.verb, tokens[verb].classes.contains(.reach),
      let before = site.skipLight(verb - 1, in: sentence),
      let phrase = phrases.phrase(endingAt: before + 1, notBefore: site.start)
    else { return nil }
    return (phrase, verb)
  }

  /// `总投资5亿元以上的项目`: a bound before `的` belongs to the phrase that it modifies.
  func bounded(_ phrase: Range<Int>, _ site: QuantitySite) -> Range<Int> {
    var at = phrase.lowerBound
    guard at > site.start, tokens[at - 1].kind == .modifier || phrases.isDe(tokens[at - 1]) else {
      return phrase
    }
    while at > site.start, tokens[at - 1].kind == .modifier || phrases.isDe(tokens[at - 1]) {
      at -= 1
    }
    guard at > site.start, tokens[at - 1].isQuantity else { return phrase }
    at -= 1
    return phrases.phrase(endingAt: at, notBefore: site.start).map {
      $0.lowerBound..<phrase.upperBound
    } ?? at..<phrase.upperBound
  }

  /// Where a phrase begins with a verb that is its predicate (`累计转化科研成果221项`), what stands after it.
  func predicateCut(_ phrase: Range<Int>, _ site: QuantitySite) -> Range<Int> {
    var start = phrase.lowerBound
    for at in phrase where at + 1 < phrase.upperBound {
      let token = tokens[at]
      guard token.kind == .word, token.classes.contains(.verbNoun), token.classes.contains(.verb),
        !token.classes.contains(.attributive)
      else { continue }
      let previous: Token? = at > 0 ? tokens[at - 1] : nil
      let isAfterAdverb = previous.map { $0.isLight || $0.isTime } ?? true
      let isFirst =
        at == phrase.lowerBound || tokens[at - 1].isName
        || tokens[at - 1].classes.contains(.anaphor)
      let isCompound = !tokens[at + 1].classes.isDisjoint(with: [.compoundHead, .attribute, .rate])
      if isFirst, isAfterAdverb && previous != nil && !isCompound || !isCompound {
        start = at + 1
      }
    }
    return start..<phrase.upperBound
  }

  // MARK: Pieces

  func isShareVerb(_ token: Token) -> Bool {
    token.kind == .word && sentence.units[token.range.lowerBound] == 0x5360  // 占
      && !token.classes.isDisjoint(with: [.verb, .reach])
  }

  /// `比重`, `占比`, `比例`, `份额`.
  func isShareNoun(_ token: Token) -> Bool {
    guard token.kind == .word, token.range.count == 2 else { return false }
    return ["比重", "占比", "比例", "份额"].contains(sentence.text(token))
  }

  func setPredicate(_ draft: FactDraft, verb: Int?, _ site: QuantitySite) {
    if let verb { draft.predicate = Citation(sentence.paragraph, [tokens[verb].range]) }
  }

  /// The nearest verb before a token, within the clause.
  func verb(before index: Int, _ site: QuantitySite) -> Int? {
    var at = index - 1
    while at >= site.start, index - at < 12 {
      if tokens[at].isQuantity { return nil }
      if tokens[at].kind == .word, tokens[at].classes.contains(.verb) { return at }
      at -= 1
    }
    return nil
  }

  func verb(after index: Int, _ site: QuantitySite) -> Int? {
    var at = index
    while at < site.end, at - index < 4 {
      if tokens[at].kind == .word, tokens[at].classes.contains(.verb) { return at }
      guard tokens[at].isLight else { return nil }
      at += 1
    }
    return nil
  }

  /// Divides a phrase into the owner it begins with, and the measure.
  func split(_ phrase: Range<Int>, _ site: QuantitySite) -> (
    owner: Citation?, measure: Range<Int>?
  ) {
    var start = phrase.lowerBound
    var owner: Citation?
    while start < phrase.upperBound {
      let token = tokens[start]
      let isOwner: Bool
      switch token.kind {
      case .name(_, let kind): isOwner = kind != .document && kind != .program && kind != .event
      case .word: isOwner = token.classes.contains(.anaphor)
      default: isOwner = false
      }
      guard isOwner, start + 1 < phrase.upperBound || token.kind == .word else { break }
      if start + 1 == phrase.upperBound, token.isName { break }
      // `甲、乙等` and `甲和乙` are one owner each only as far as the list goes on.
      if let previous = owner, start > phrase.lowerBound {
        owner = Citation(
          sentence.paragraph, [previous.ranges[0].lowerBound..<token.range.upperBound])
      } else {
        owner = Citation(sentence.paragraph, token.range)
      }
      start += 1
      while start < phrase.upperBound, phrases.isDe(tokens[start]) { start += 1 }
      if start < phrase.upperBound, tokens[start].kind == .pause || phrases.isJoiner(tokens[start]),
        start + 1 < phrase.upperBound, tokens[start + 1].isName
      {
        start += 1
      } else if start < phrase.upperBound, !tokens[start].isName {
        break
      }
    }
    return (owner, start < phrase.upperBound ? start..<phrase.upperBound : nil)
  }

  func isOnlyAttributive(_ phrase: Range<Int>) -> Bool {
    phrase.count <= 2
      && phrase.allSatisfy {
        tokens[$0].classes.contains(.attributive)
          && tokens[$0].classes.isDisjoint(with: [.verb, .verbNoun, .attribute, .compoundHead])
      }
  }

  func isOnlyAnaphor(_ phrase: Range<Int>) -> Bool {
    phrase.allSatisfy { tokens[$0].classes.contains(.anaphor) }
  }

  /// The ranges of a measure without the attributive words it begins with.
  func head(of measure: Citation) -> [Range<Int>] {
    guard let first = measure.ranges.first else { return [] }
    var start = first.lowerBound
    for token in tokens
    where token.range.lowerBound == start && first.contains(token.range.lowerBound) {
      // `省级`, `市级`, `以上`: the level alone, since that is what the new words replace.
      guard token.classes.contains(.attributive), token.range.upperBound < first.upperBound,
        [0x7EA7, 0x4E0A].contains(sentence.units[token.range.upperBound - 1])
      else { break }
      start = token.range.upperBound
    }
    return [start..<first.upperBound] + measure.ranges.dropFirst()
  }

  /// `总投资25亿元的基地`: the phrase after `的` owns a property that was named before the number.
  func ownerAfter(_ site: QuantitySite) -> Range<Int>? {
    guard site.next < site.end, phrases.isDe(tokens[site.next]),
      let phrase = phrases.phrase(startingAt: site.next, notAfter: site.end)
    else { return nil }
    return sentence.textRange(phrase)
  }

  func inherit(
    _ draft: FactDraft, from earlier: [FactDraft], in site: QuantitySite, rule: String
  ) {
    guard let last = earlier.last, let measure = last.measure,
      last.sentence == draft.sentence || site.start == 0
    else { return }
    draft.measure = measure
    if draft.owner == nil { draft.owner = last.owner }
    draft.rules.append(rule)
  }

  func fallBack(_ draft: FactDraft, _ site: QuantitySite) {
    if let right = rightPhrase(site, counts: true) {
      draft.measure = Citation(sentence.paragraph, sentence.textRange(right))
      draft.rules.append("measure.after-any")
    } else if let verb = site.verb {
      draft.measure = Citation(sentence.paragraph, [tokens[verb].range])
      draft.rules.append("measure.verb")
    } else if site.start > 1,
      let phrase = phrases.phrase(
        endingAt: site.start - 1, notBefore: sentence.clauseStart(of: site.start - 1))
    {
      draft.measure = Citation(sentence.paragraph, sentence.textRange(phrase))
      draft.rules.append("measure.clause-before")
    } else if let unit = draft.quantity.ownUnit {
      draft.measure = Citation(sentence.paragraph, unit.range)
      draft.rules.append("measure.unit")
    }
  }
}
