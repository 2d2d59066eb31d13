/// The aspects that a fact may have, by the cues of its clause: what the rules say, the words around the number, what the
/// measure ends with, and the aspect of the fact before. Cost: linear in the clause before the number.
struct AspectCandidates {
  let sentence: TokenizedSentence
  let model: OutcomeModel

  /// Those that words decide; a rank and a scale are told by the expression alone.
  static let aspects: [Fact.Aspect] = [.level, .change, .share, .ratio]

  /// The number of an aspect among them; nil for others.
  private static func number(of aspect: Fact.Aspect) -> Int? {
    switch aspect {
    case .level: 0
    case .change: 1
    case .share: 2
    case .ratio: 3
    case .rank, .scale: nil
    }
  }

  /// What speaks for each; nil where the expression alone tells.
  func support(for draft: FactDraft, after earlier: FactDraft?) -> OutcomeSupport? {
    guard let rule = AspectCandidates.number(of: draft.aspect) else { return nil }
    var support = OutcomeSupport(model)
    addCues(to: &support, draft, draft.quantity.kind.number * 8 + rule, after: earlier)
    return support
  }

  private func addCues(
    to support: inout OutcomeSupport, _ draft: FactDraft, _ rule: Int, after earlier: FactDraft?
  ) {
    func add(_ cue: Int, _ value: Int = 0) { support.add(Feature(.aspect, cue, value), by: model) }
    let site = draft.site
    let kind = rule / 8
    add(1, rule)
    add(2, sentence.trait(site.next) * 64 + kind)
    if let back = site.back {
      add(3, sentence.trait(back) * 64 + kind)
      add(4, sentence.lastCharacter(back))
      add(5, sentence.firstCharacter(back))
      add(20, sentence.trait(back - 1))
    }
    add(6, sentence.firstCharacter(site.next))
    if let unit = draft.quantity.ownUnit { add(7, Int(sentence.units[unit.range.upperBound - 1])) }
    if let measure = draft.measure, let end = measure.ranges.last?.upperBound,
      measure.paragraph == sentence.paragraph, end > 1
    {
      add(8, Int(sentence.units[end - 1]))
      add(9, Int(sentence.units[end - 2]) << 1 | (kind == 3 ? 1 : 0))
    }
    add(10, draft.measureOrigin * 64 + kind)
    if let earlier, earlier.sentence == draft.sentence {
      let aspect = AspectCandidates.number(of: earlier.aspect) ?? 7
      let same = earlier.quantity.kind == draft.quantity.kind ? 1 : 0
      let gap = draft.token - earlier.token <= 2 ? 1 : 0
      add(11, aspect * 4 + same * 2 + gap)
    }
    if draft.rules.contains("measure.respectively") { add(12) }
    for at in site.start..<max(site.start, site.index) where sentence.tokens[at].kind == .word {
      let token = sentence.tokens[at]
      guard token.range.count <= 2, !token.classes.isDisjoint(with: AspectCandidates.telling)
      else { continue }
      add(30 + token.range.count, sentence.firstCharacter(at) * 3 + sentence.lastCharacter(at))
    }
  }

  /// Classes of words that are cues.
  private static let telling: WordClasses = [
    .verb, .increase, .decrease, .adverb, .preposition, .reach, .rate, .attribute,
  ]
}
