/// Whether a fact is done, wanted, expected or a rule, by the words before it in its sentence.
struct StatusFinder {
  let sentence: TokenizedSentence
  /// What the whole sentence says of rules and entitlements.
  private let rules: WordClasses

  init(sentence: TokenizedSentence) {
    self.sentence = sentence
    rules = sentence.tokens.reduce(into: []) { $0.formUnion($1.classes) }
  }

  private var tokens: [Token] { sentence.tokens }

  func status(of draft: FactDraft) -> (status: Fact.Status, rule: String) {
    if isProvision(draft) { return (.provision, "status.provision") }
    if draft.time?.expression.isGoalAhead == true {
      return (.target, "status.goal-time")
    }
    let clause = sentence.clauseStart(of: draft.token)
    var at = draft.token - 1
    while at >= 0 {
      let token = tokens[at]
      if token.kind == .stop, isFullStop(token) { break }
      if token.kind == .word || token.kind == .modifier {
        if token.classes.contains(.done) { return (.actual, "status.done") }
        if token.classes.contains(.forecast), at >= clause || sentence.loneCharacter(at) == 0x5C06 {
          return (.forecast, "status.forecast")
        }
        if token.classes.contains(.goal), !isSpent(at, before: draft.token) {
          return (.target, "status.target")
        }
      }
      at -= 1
    }
    if let time = draft.time?.expression, time.isAhead, time.sort != .upTo {
      return (.forecast, "status.future-time")
    }
    return (.actual, "status.default")
  }

  private func isFullStop(_ token: Token) -> Bool {
    [0x3002, 0x21, 0x3F].contains(sentence.units[token.range.lowerBound])
  }

  /// Whether a goal that is a noun (`年度目标126亿元`) has found its value before the draft's.
  private func isSpent(_ index: Int, before token: Int) -> Bool {
    guard tokens[index].classes.contains(.goalNoun) else { return false }
    return (index + 1..<token).contains { tokens[$0].isQuantity }
      && !(index + 1..<min(index + 3, token)).contains { tokens[$0].endsClause }
  }

  /// A rule: what is given, to whom, per whom, or what bounds eligibility.
  private func isProvision(_ draft: FactDraft) -> Bool {
    guard rules.contains(.gives) else { return false }
    return rules.contains(.bounds) && !rules.contains(.delivered) || !draft.quantity.per.isEmpty
  }
}
