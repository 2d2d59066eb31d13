/// A stretch that may name what a quantity measures, with what speaks for it.
struct MeasureCandidate: Sendable {
  var measure: Citation
  /// An owner that stands before the measure in its own phrase.
  var owner: Citation?
  var features: [Feature]
  var isRuleChoice: Bool
}

/// Lists the stretches beside a quantity that may name its measure.
///
/// Beside the choice of the rules: every run of tokens that ends where a phrase may end (before the number, before the
/// verb that ties it, before a change) and begins at one of the tokens to its left; every run that begins
/// after the number; and the measure of the fact before. Cost: at most `reach` starts for each end.
struct MeasureCandidates {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  /// Tokens that a candidate may have.
  private static let reach = 14

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
  }

  private var tokens: [Token] { sentence.tokens }

  private enum Origin: Int {
    case before = 1
    case beforeVerb, after, around, inherited, rule, share, unit, second, first, combined
  }

  func candidates(for draft: FactDraft, after earlier: [FactDraft]) -> [MeasureCandidate] {
    let site = QuantitySite(draft.token, in: sentence)
    var list: [MeasureCandidate] = []
    var ends: [(end: Int, origin: Origin)] = []
    if let back = site.back {
      ends.append((back + 1, .before))
      var verb = site.verb ?? site.deltaVerb
      if draft.aspect == .share,
        let of = (site.start..<site.index).last(where: {
          sentence.units[tokens[$0].range.lowerBound] == 0x5360 && tokens[$0].kind == .word
        })
      {
        verb = of
      }
      if let verb, let before = site.skipLight(verb - 1, in: sentence) {
        ends.append((before + 1, .beforeVerb))
        if let base = comparison(endingAt: before, notBefore: site.start),
          let start = site.skipLight(base - 1, in: sentence)
        {
          ends.append((start + 1, .beforeVerb))
        }
      }
    }
    for (end, origin) in ends {
      appendRuns(endingAt: end, origin, draft, site, to: &list)
    }
    appendRunsAfter(draft, site, to: &list)
    if let unit = draft.quantity.unit, draft.quantity.kind == .count {
      append(
        Citation(sentence.paragraph, [unit.range]), owner: nil, tokens: nil, .unit, draft, site,
        to: &list)
    }
    if let last = earlier.last, last.sentence == draft.sentence {
      appendCombined(draft, with: last, site, to: &list)
    }
    // A paragraph may be as long as the file: look back no further than a list goes.
    let first = earlier.suffix(16).first { $0.sentence == draft.sentence }
    for (draftBefore, origin) in [(earlier.dropLast().last, Origin.second), (first, .first)] {
      guard let before = draftBefore?.measure, draftBefore?.sentence == draft.sentence else {
        continue
      }
      append(before, owner: draftBefore?.owner, tokens: nil, origin, draft, site, to: &list)
    }
    if let last = earlier.last?.measure {
      append(last, owner: earlier.last?.owner, tokens: nil, .inherited, draft, site, to: &list)
    }
    markRuleChoice(draft, site, in: &list)
    return list
  }

  private func comparison(endingAt end: Int, notBefore start: Int) -> Int? {
    var at = end
    while at >= start, end - at < 8 {
      if [0x6BD4, 0x8F83].contains(sentence.loneCharacter(at)) { return at }
      at -= 1
    }
    return nil
  }

  private func appendRuns(
    endingAt end: Int, _ origin: Origin, _ draft: FactDraft, _ site: QuantitySite,
    to list: inout [MeasureCandidate]
  ) {
    var start = end - 1
    while start >= site.start, end - start <= MeasureCandidates.reach {
      let token = tokens[start]
      if token.isQuantity || token.isTime || token.endsClause || isBarrier(token) { break }
      if isPredicate(token), end - start > 1,
        !(start + 1..<end).contains(where: { phrases.isDe(tokens[$0]) })
      {
        break
      }
      if isPossibleStart(start), isBalanced(start..<end), !beginsWithOwner(start..<end) {
        append(
          Citation(sentence.paragraph, withoutAdverbs(start..<end)), owner: nil,
          tokens: start..<end, origin, draft, site, to: &list)
      }
      start -= 1
    }
  }

  private func appendRunsAfter(
    _ draft: FactDraft, _ site: QuantitySite, to list: inout [MeasureCandidate]
  ) {
    var first = site.next
    while first < site.end, phrases.isDe(tokens[first]) { first += 1 }
    // `4586户20051名贫困人口`: both count what follows the second.
    if first < site.end, tokens[first].isQuantity,
      tokens[first].range.lowerBound == tokens[site.index].range.upperBound
    {
      first += 1
      while first < site.end, phrases.isDe(tokens[first]) { first += 1 }
    }
    var starts = [first]
    // Behind a relative clause.
    if let de = (first..<min(site.end, first + 12)).last(where: { phrases.isDe(tokens[$0]) }) {
      starts.append(de + 1)
    }
    for start in starts where start < site.end {
      var end = start + 1
      while end <= site.end, end - start <= 12 {
        let token = tokens[end - 1]
        if token.isQuantity || token.isTime || token.endsClause || isBarrier(token) { break }
        if isPossibleEnd(end - 1), isBalanced(start..<end) {
          append(
            Citation(sentence.paragraph, [sentence.textRange(start..<end)]), owner: nil,
            tokens: start..<end, .after, draft, site, to: &list)
        }
        end += 1
      }
    }
  }

  /// The text of a run, adverbs within it left out (`“新三样”合计出口`).
  private func withoutAdverbs(_ run: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in run {
      let token = tokens[at]
      if at > run.lowerBound, token.isLight, token.kind == .word { continue }
      if let last = ranges.last, last.upperBound == token.range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<token.range.upperBound
      } else {
        ranges.append(token.range)
      }
    }
    return ranges
  }

  /// The phrase before the number with the property of the measure before: `城镇居民` and `人均可支配收入`.
  private func appendCombined(
    _ draft: FactDraft, with earlier: FactDraft, _ site: QuantitySite,
    to list: inout [MeasureCandidate]
  ) {
    guard let back = site.back, let whole = earlier.measure, whole.paragraph == sentence.paragraph,
      let range = whole.ranges.last,
      let phrase = phrases.phrase(endingAt: back + 1, notBefore: site.start)
    else { return }
    let left = sentence.textRange(phrase)
    var turn = 0
    for token in tokens
    where range.lowerBound < token.range.lowerBound
      && token.range.upperBound <= range.upperBound && turn < 4
    {
      turn += 1
      append(
        Citation(sentence.paragraph, [left, token.range.lowerBound..<range.upperBound]), owner: nil,
        tokens: nil, .combined, draft, site, to: &list)
    }
  }

  private func isPossibleStart(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word where sentence.loneCharacter(index) == 0x5BF9: return true  // 对
    case .word:
      return !phrases.isDe(token) && !phrases.isJoiner(token)
        && (phrases.isNominal(token)
          || token.classes.isDisjoint(with: [
            .listEnd, .preposition, .conjunction, .particle, .modal, .adverb,
          ]))
    case .name, .quoteOpen, .open: return true
    default: return false
    }
  }

  private func isPossibleEnd(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word:
      return !phrases.isDe(token) && !phrases.isJoiner(token)
        && (phrases.isNominal(token) || token.classes.isDisjoint(with: [.particle, .preposition]))
    case .name, .quoteClose, .close: return true
    default: return false
    }
  }

  /// A verb that stands in no noun phrase but within a clause before `的`.
  private func isPredicate(_ token: Token) -> Bool {
    token.kind == .word && token.classes.contains(.verb)
      && token.classes.isDisjoint(with: [.verbNoun, .intransitive, .attributive, .attribute, .noun])
  }

  /// A word that no name of a measure reaches across: `等`, `了`, a verb of speech.
  private func isBarrier(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if token.classes.contains(.listEnd) || token.classes.contains(.speech) { return true }
    guard token.range.count == 1 else { return false }
    return MeasureCandidates.barriers.contains(sentence.units[token.range.lowerBound])
  }

  private static let barriers = Set("了着过把被但而并且却又也还仅共均达为是".utf16)

  /// Whether brackets and quotes of a run are whole, and it has a word at all.
  private func isBalanced(_ run: Range<Int>) -> Bool {
    var depth = 0
    var words = 0
    for at in run {
      switch tokens[at].kind {
      case .open, .quoteOpen: depth += 1
      case .close, .quoteClose:
        depth -= 1
        if depth < 0 { return false }
      case .word, .name: words += 1
      default: break
      }
    }
    return depth == 0 && words > 0
  }

  /// Whether a run begins with the name of a place or body that owns the rest.
  private func beginsWithOwner(_ run: Range<Int>) -> Bool {
    guard run.count > 1 else { return false }
    if tokens[run.lowerBound].classes.contains(.anaphor) { return true }
    guard case .name(_, let kind) = tokens[run.lowerBound].kind else { return false }
    return kind == .place || kind == .organization || kind == .person
  }

  // MARK: Features

  private func append(
    _ measure: Citation, owner: Citation?, tokens run: Range<Int>?, _ origin: Origin,
    _ draft: FactDraft, _ site: QuantitySite, to list: inout [MeasureCandidate]
  ) {
    guard !list.contains(where: { $0.measure == measure }) else { return }
    let kind = kindNumber(draft)
    var features = [
      Feature(.origin, origin.rawValue), Feature(.originKind, origin.rawValue, kind),
    ]
    if let run {
      let before = run.lowerBound - 1
      let boundary = before < site.start ? 0 : sentence.trait(before)
      let head = sentence.trait(run.upperBound - 1)
      let next = sentence.trait(run.upperBound)
      features += [
        Feature(.boundary, boundary), Feature(.firstToken, sentence.trait(run.lowerBound)),
        Feature(.boundaryPair, boundary, sentence.trait(run.lowerBound)),
        Feature(.boundaryCharacter, sentence.loneCharacter(before)),
        Feature(.firstCharacter, sentence.loneCharacter(run.lowerBound)),
        Feature(.head, head, origin.rawValue),
        Feature(.headCharacter, sentence.lastCharacter(run.upperBound - 1)),
        Feature(.headUnit, kind, head), Feature(.words, min(run.count, 8), origin.rawValue),
        Feature(.originBoundary, origin.rawValue, boundary), Feature(.next, next, origin.rawValue),
        Feature(.headBoundary, head, boundary),
      ]
      appendContents(of: run, origin, to: &features)
    } else {
      let isSameClause = site.start > 0
      features.append(Feature(.distance, origin.rawValue, isSameClause ? 1 : 0))
      features.append(Feature(.between, site.verb.map { sentence.trait($0) } ?? 0, origin.rawValue))
      features.append(Feature(.kindDistance, kind, draft.aspect == .change ? 1 : 0))
    }
    list.append(
      MeasureCandidate(measure: measure, owner: owner, features: features, isRuleChoice: false))
  }

  private func appendContents(of run: Range<Int>, _ origin: Origin, to features: inout [Feature]) {
    var verbs = 0
    var isAfterVerb = false
    for at in run {
      let trait = sentence.trait(at)
      if at > run.lowerBound, at < run.upperBound - 1 || trait > 11 {
        features.append(Feature(.holds, trait, at == run.upperBound - 1 ? 1 : 0))
      }
      if trait == 25 || trait == 22 { verbs += 1 }
      if isAfterVerb { features.append(Feature(.between, trait, 99)) }
      isAfterVerb = trait == 25
    }
    if verbs > 0 { features.append(Feature(.length, verbs, origin.rawValue)) }
  }

  private func markRuleChoice(
    _ draft: FactDraft, _ site: QuantitySite, in list: inout [MeasureCandidate]
  ) {
    guard let measure = draft.measure else { return }
    let rule = draft.rules.last { $0.hasPrefix("measure.") } ?? ""
    let number = MeasureCandidates.ruleNumber(rule)
    if let index = list.firstIndex(where: { $0.measure == measure }) {
      list[index].features.append(Feature(.rule, number, 1))
      list[index].owner = draft.owner
      list[index].isRuleChoice = true
    } else {
      let features = [
        Feature(.origin, Origin.rule.rawValue), Feature(.rule, number, 1),
        Feature(.rule, number, measure.ranges.count + 1),
      ]
      list.append(
        MeasureCandidate(
          measure: measure, owner: draft.owner, features: features, isRuleChoice: true))
    }
  }

  private static func ruleNumber(_ rule: String) -> Int {
    let names = [
      "measure.before", "measure.before-verb", "measure.after", "measure.around",
      "measure.before-change", "measure.before-rate", "measure.growth-noun", "measure.inherited",
      "measure.respectively", "measure.verb", "measure.after-any", "measure.clause-before",
      "measure.unit",
    ]
    return (names.firstIndex(of: rule) ?? names.count) + 1
  }

  private func kindNumber(_ draft: FactDraft) -> Int {
    let kinds = QuantityKind.allCases
    return (kinds.firstIndex(of: draft.quantity.kind) ?? 0) * 2 + (draft.aspect == .change ? 1 : 0)
  }
}
