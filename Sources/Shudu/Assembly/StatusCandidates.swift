/// A status that a fact may have, with what speaks for it.
struct StatusCandidate: Sendable {
  var status: Fact.Status
  var support: Support
}

/// Lists the statuses that a fact may have with the cues of the sentence: words of plan, expectation, rule and completion before the
/// number, in its clause and in the others, the time's place, and the status of the fact before.
struct StatusCandidates {
  private let sentence: TokenizedSentence
  private let model: OutcomeModel
  /// The tokens that are cues, which all facts of the sentence look at.
  private let telling: [Int]

  init(sentence: TokenizedSentence, model: OutcomeModel) {
    self.sentence = sentence
    self.model = model
    telling = sentence.tokens.indices.filter { at in
      let token = sentence.tokens[at]
      guard token.kind == .word || token.kind == .modifier else { return false }
      return !token.classes.isDisjoint(with: StatusCandidates.cues)
    }
  }

  /// Classes of words that are cues by themselves.
  private static let telling: WordClasses = [
    .target, .forecast, .provision, .adverb, .modal, .particle,
  ]
  /// Those, and words of speech, which are cues as a class.
  private static let cues = telling.union(.speech)
  /// Cues that most facts have at most.
  private static let usual = 32
  static let statuses: [Fact.Status] = [.actual, .target, .forecast, .provision]

  func candidates(
    for draft: FactDraft, rule: Fact.Status, after earlier: FactDraft?
  ) -> [StatusCandidate] {
    let supports = model.supports(
      cues(for: draft, rule: rule, after: earlier).map { Feature(.status, $0) })
    let isGoal = draft.time?.expression.isGoalAhead == true
    return StatusCandidates.statuses.enumerated().compactMap { number, status in
      // What is to be by a day ahead is not yet.
      if isGoal, status == .actual { return nil }
      return StatusCandidate(status: status, support: supports[number])
    }
  }

  /// Small numbers, each of which says that something was seen.
  private func cues(for draft: FactDraft, rule: Fact.Status, after earlier: FactDraft?) -> [Int] {
    var cues: [Int] = []
    cues.reserveCapacity(StatusCandidates.usual)
    let ruling = StatusCandidates.number(of: rule)
    cues.append(1 + ruling)
    // What the rules say weighs otherwise where the time lies ahead.
    cues.append(60 + ruling * 2 + (draft.time?.expression.isAhead == true ? 1 : 0))
    if let time = draft.time?.expression {
      cues.append(10 + (time.isAhead ? 1 : 0))
      if time.sort == .goal { cues.append(time.isGoalAhead ? 19 : 12) }
      if time.sort == .upTo { cues.append(13) }
      if time.value == nil { cues.append(14) }
    } else {
      cues.append(15)
    }
    if !draft.quantity.per.isEmpty { cues.append(16) }
    if draft.aspect == .change { cues.append(17) }
    cues.append(20 + draft.quantity.kind.number)
    if [.atMost, .atLeast].contains(draft.quantity.approximation) { cues.append(18) }
    if let previous = earlier {
      let last = StatusCandidates.number(of: previous.status)
      let isSameTime = previous.time?.words == draft.time?.words
      cues.append((previous.sentence == draft.sentence ? 40 : 50) + last)
      cues.append(70 + last * 2 + (isSameTime ? 1 : 0))
    }
    addWords(to: &cues, draft)
    cues.sort()
    var unique: [Int] = []
    unique.reserveCapacity(cues.count)
    for cue in cues where cue != unique.last { unique.append(cue) }
    return unique
  }

  private static func number(of status: Fact.Status) -> Int {
    statuses.firstIndex(of: status) ?? 0
  }

  private func addWords(to cues: inout [Int], _ draft: FactDraft) {
    let clause = sentence.clauseStart(of: draft.token)
    let end = sentence.clauseEnd(of: draft.token)
    let site = draft.site
    if let back = site.back { cues.append(900 + sentence.trait(back)) }
    if site.next < site.end { cues.append(950 + sentence.trait(site.next)) }
    for at in telling {
      let token = sentence.tokens[at]
      let zone = at >= clause && at < draft.token ? 0 : at < clause ? 1 : at < end ? 2 : 3
      let c = token.classes
      if c.contains(.target) { cues.append(100 + zone * 10) }
      if c.contains(.forecast) { cues.append(101 + zone * 10) }
      if c.contains(.provision) { cues.append(102 + zone * 10) }
      if c.contains(.speech) { cues.append(103 + zone * 10) }
      if token.range.count <= 2, !c.isDisjoint(with: StatusCandidates.telling) {
        // The word itself: its first and last character.
        let word = Int(sentence.units[token.range.lowerBound]) * 7 + sentence.lastCharacter(at)
        cues.append(10_000 + (zone == 0 ? 0 : 1) * 1_000_000 + word)
      }
    }
  }
}
