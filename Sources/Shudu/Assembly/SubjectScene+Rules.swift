/// The rules' choice of an owner: the nearest one named before the fact, else the one that the text was last about.
extension SubjectScene {
  /// The number of the choice; nil where the article names no owner.
  ///
  /// - Parameter earlier: drafts of the same sentence before this one.
  func ruleChoice(of draft: FactDraft, after earlier: ArraySlice<FactDraft>) -> Int? {
    if let owner = draft.owner { return choices(of: owner, .ofMeasure).first }
    let limit = finder.firstToken(of: draft)
    let clause = finder.sentence.clauseStart(of: draft.token)
    if let topic = finder.countedTopic(before: limit, clause: clause, earlier) {
      return choices(of: topic, .counted).first
    }
    var weak: Range<Int>?
    var at = limit - 1
    while at >= 0 {
      if let owner = finder.owner(at: at) {
        let run = at..<at + owner.tokens
        if owner.isTopic { return choices(of: run, at >= clause ? .clause : .sentence).first }
        if at >= clause { weak = weak ?? run }
      }
      at -= 1
    }
    if let last = history.last { return before(last, .inherited) }
    if let heading = history.headings.first { return before(heading, .heading) }
    if let weak { return choices(of: weak, .object).first }
    return history.title.map { before($0, .title) }
  }

  private func before(_ owner: SubjectHistory.Owner, _ rule: SubjectRule) -> Int {
    add(owner, number(of: owner.words), rule, rule.origin)
  }
}
