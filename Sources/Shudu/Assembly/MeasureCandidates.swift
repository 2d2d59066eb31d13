/// A stretch that may name what a quantity measures, with what speaks for it.
struct MeasureCandidate: Sendable {
  /// Where a candidate stands; the numbers are part of the weights' names.
  enum Origin: Int, Sendable {
    case before = 1
    case beforeVerb, after, around, inherited, rule, share, unit, second, first, combined, farther
    case clauseBefore, third, beforeNoun
  }

  var measure: Citation
  /// An owner that stands before the measure in its own phrase.
  var owner: Citation?
  var features: [Feature]
  var isRuleChoice: Bool
  var origin: Origin
}

/// Lists the stretches beside a quantity that may name its measure.
///
/// Beside the choice of the rules: every run of tokens that ends where a phrase may end (before the number, before the
/// verb that ties it, before any other word that no phrase goes on with, in the clause and in the one before) and
/// begins at one of the tokens to its left; every run that begins after the number; and the measures of the facts
/// before. Cost: at most `reach` starts for each of `mostEnds` ends.
struct MeasureCandidates {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder
  /// The trait of each token, that of the place behind the last one included.
  let traits: [Int]

  typealias Origin = MeasureCandidate.Origin

  /// Tokens that a candidate may have.
  private static let reach = 14
  /// Places in a clause where candidates end.
  private static let mostEnds = 4

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
    traits = sentence.tokens.indices.map { sentence.trait($0) }
  }

  var tokens: [Token] { sentence.tokens }

  func trait(_ index: Int) -> Int { traits.indices.contains(index) ? traits[index] : 0 }

  func candidates(for draft: FactDraft, after earlier: [FactDraft]) -> [MeasureCandidate] {
    let site = QuantitySite(draft.token, in: sentence)
    let last = earlier.last.flatMap { $0.sentence == draft.sentence ? $0 : nil }
    var list = MeasureCandidateList(
      candidates: self, draft: draft, site: site, previous: last ?? earlier.last)
    for (end, origin) in ends(draft, site) {
      appendRuns(endingAt: end, origin, site, to: &list)
    }
    appendRunsAfter(site, to: &list)
    if let unit = draft.quantity.unit, draft.quantity.kind == .count {
      list.append(Citation(sentence.paragraph, [unit.range]), owner: nil, .unit)
    }
    if let last { appendCombined(draft, with: last, site, to: &list) }
    appendEarlier(draft, earlier, to: &list)
    list.markRuleChoice()
    return list.items
  }

  /// The measures of the facts before: the last, those before it and the first of the sentence.
  private func appendEarlier(
    _ draft: FactDraft, _ earlier: [FactDraft], to list: inout MeasureCandidateList
  ) {
    guard let last = earlier.indices.last else { return }
    list.append(from: earlier[last], .inherited)
    // A paragraph may be as long as the file: look back no further than a list goes.
    var first = earlier.count
    while first > 0, last - first < 15, earlier[first - 1].sentence == draft.sentence { first -= 1 }
    let count = earlier.count - first
    if count > 1 { list.append(from: earlier[last - 1], .second) }
    if count > 3 { list.append(from: earlier[last - 2], .third) }
    if count > 0 { list.append(from: earlier[first], .first) }
  }

  // MARK: Ends

  /// Where candidates to the left of the number end, the nearest first.
  private func ends(_ draft: FactDraft, _ site: QuantitySite) -> [(end: Int, origin: Origin)] {
    var ends: [(end: Int, origin: Origin)] = []
    var beforeVerb: Int?
    var verb = site.verb ?? site.deltaVerb
    if draft.aspect == .share,
      let of = (site.start..<site.index).last(where: {
        sentence.units[tokens[$0].range.lowerBound] == 0x5360 && tokens[$0].kind == .word
      })
    {
      verb = of
    }
    if let verb, let before = site.skipLight(verb - 1, in: sentence) { beforeVerb = before + 1 }
    let nearest = site.back.map { $0 + 1 }
    var at = site.index
    while at > site.start, ends.count < MeasureCandidates.mostEnds, site.index - at < 24 {
      if at == nearest {
        ends.append((at, .before))
        if at - 1 > site.start, isRatio(at - 1), isPossibleEnd(at - 2) {
          ends.append((at - 1, .beforeNoun))
        }
      } else if at == beforeVerb {
        ends.append((at, .beforeVerb))
        if at - 1 > site.start, isRatio(at - 1), isPossibleEnd(at - 2) {
          ends.append((at - 1, .beforeNoun))
        }
      } else if isEnd(at) {
        ends.append((at, .farther))
      }
      at -= 1
    }
    appendEndsBefore(sentence.clauseStart(of: site.index), site, to: &ends)
    return ends
  }

  /// Ends in the clause, or bracket, before one that begins at a token, where it holds no number itself.
  private func appendEndsBefore(
    _ start: Int, _ site: QuantitySite, to ends: inout [(end: Int, origin: Origin)]
  ) {
    var end = site.start > start ? site.start - 1 : start - 1
    if end > 0, tokens[end].kind == .pause || phrases.isJoiner(tokens[end]) { return }
    end = min(end, tokens.count - 1)
    guard end > 0 else { return }
    var at = end
    var count = 0
    while at > 0, count < 3, end - at < 20 {
      let token = tokens[at - 1]
      if token.endsClause || token.isQuantity { return }
      if at == end ? isPossibleEnd(at - 1) : isEnd(at) {
        ends.append((at, .clauseBefore))
        count += 1
      }
      at -= 1
    }
  }

  /// `比重`, `占比`, `增速`: nouns that say how something is measured, not what.
  private func isRatio(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, (2...3).contains(token.range.count) else { return false }
    return MeasureCandidates.ratioNouns.contains(sentence.text(token))
  }

  private static let ratioNouns: Set<String> = [
    "比重", "占比", "比例", "份额", "增速", "增幅", "降幅", "涨幅", "跌幅", "增长率", "升幅", "减幅",
  ]

  /// Whether a phrase may end before a token, and does not go on with it.
  private func isEnd(_ index: Int) -> Bool {
    guard isPossibleEnd(index - 1), index < tokens.count else { return false }
    let next = tokens[index]
    if next.kind == .word, !phrases.isDe(next) {
      return !phrases.isNominal(next) || !next.classes.isDisjoint(with: [.adverb, .verb])
        || MeasureCandidates.endingParts.contains(next.part)
    }
    switch next.kind {
    case .quantity, .time, .modifier, .open, .comma, .stop: return true
    default: return false
    }
  }

  /// What no phrase goes on with.
  private static let endingParts: Set<PartOfSpeech> = [
    .verb, .adverb, .preposition, .conjunction, .particle, .pronoun, .locative,
  ]

  // MARK: Runs

  private func appendRuns(
    endingAt end: Int, _ origin: Origin, _ site: QuantitySite,
    to list: inout MeasureCandidateList
  ) {
    guard end > 0, isPossibleEnd(end - 1) || origin == .before || origin == .beforeVerb else {
      return
    }
    let lowest = origin == .clauseBefore ? 0 : site.start
    var start = end - 1
    var depth = 0
    var hasDe = false
    let first = list.items.count
    while start >= lowest, end - start <= MeasureCandidates.reach {
      let token = tokens[start]
      if token.isTime || token.endsClause || isBarrier(token) { break }
      if token.isQuantity, start + 1 == end || !isBound(start + 1) && !isBounded(start) { break }
      switch token.kind {
      case .close, .quoteClose: depth += 1
      case .open, .quoteOpen: depth -= 1
      default: break
      }
      if depth < 0 { break }
      if phrases.isDe(token), start + 1 < end { hasDe = true }
      if depth == 0, isPossibleStart(start) || hasDe && isClauseStart(start),
        !beginsWithOwner(start..<end)
      {
        let whole = [sentence.textRange(start..<end)]
        let parts = withoutAdverbs(start..<end)
        list.append(
          Citation(sentence.paragraph, whole), tokens: start..<end, origin,
          light: parts == whole ? 0 : 1)
        if parts != whole {
          list.append(
            Citation(sentence.paragraph, parts), tokens: start..<end, origin, light: 2)
        }
      }
      start -= 1
    }
    list.noteRemaining(from: first)
  }

  /// Whether a number before a token only bounds what follows (`5亿元以上的项目`).
  private func isBound(_ index: Int) -> Bool {
    tokens[index].kind == .modifier || phrases.isDe(tokens[index])
  }

  /// Whether a number is one by which the noun behind it is known (`超亿元项目`, `前五大客户`, `百亿级项目`).
  private func isBounded(_ index: Int) -> Bool {
    guard let quantity = sentence.quantity(at: index) else { return false }
    if quantity.isScale || !quantity.isFactual { return true }
    return index > 0 && tokens[index - 1].kind == .modifier
  }

  private func appendRunsAfter(_ site: QuantitySite, to list: inout MeasureCandidateList) {
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
      var depth = 0
      while end <= site.end, end - start <= 12 {
        let token = tokens[end - 1]
        if token.isQuantity || token.isTime || token.endsClause || isBarrier(token) { break }
        switch token.kind {
        case .open, .quoteOpen: depth += 1
        case .close, .quoteClose: depth -= 1
        default: break
        }
        if depth < 0 { break }
        if depth == 0, isPossibleEnd(end - 1) {
          list.append(
            Citation(sentence.paragraph, [sentence.textRange(start..<end)]), tokens: start..<end,
            .after)
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
    to list: inout MeasureCandidateList
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
      list.append(
        Citation(sentence.paragraph, [left, token.range.lowerBound..<range.upperBound]), owner: nil,
        .combined)
    }
  }

  private func isPossibleStart(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word where sentence.loneCharacter(index) == 0x5BF9: return true  // 对
    case .word:
      return !phrases.isDe(token) && !phrases.isJoiner(token)
        && (phrases.isNominal(token) || token.range.count > 1
          || token.classes.isDisjoint(with: [
            .listEnd, .conjunction, .particle, .modal, .adverb,
          ]))
    case .name, .quoteOpen, .open: return true
    case .quantity: return isBound(index + 1) || isBounded(index)
    case .modifier: return index + 1 < tokens.count && tokens[index + 1].isQuantity
    default: return false
    }
  }

  /// Whether a relative clause before `的` may begin with a token (`能与观众见面的藏品`).
  private func isClauseStart(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !phrases.isDe(token), !phrases.isJoiner(token) else { return false }
    return token.classes.isDisjoint(with: [.listEnd, .particle])
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

  /// A word that no name of a measure reaches across: `等`, `了`, a verb of speech.
  private func isBarrier(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if token.classes.contains(.listEnd) || token.classes.contains(.speech) { return true }
    guard token.range.count == 1 else { return false }
    return MeasureCandidates.barriers.contains(sentence.units[token.range.lowerBound])
  }

  private static let barriers = Set("了着过把被但而并且却又也还仅共均达为是".utf16)

  /// Whether a run begins with the name of a place or body that owns the rest.
  private func beginsWithOwner(_ run: Range<Int>) -> Bool {
    guard run.count > 1 else { return false }
    guard case .name(_, let kind) = tokens[run.lowerBound].kind else { return false }
    return kind == .place || kind == .organization || kind == .person
  }
}
