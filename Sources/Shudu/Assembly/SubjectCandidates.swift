/// An owner that a quantity may have, with what speaks for it.
struct SubjectCandidate: Sendable {
  var choice: SubjectChoice
  var features: [Feature]
}

/// Lists the owners that a fact may have: those named in its sentence before it, those the text was last about, the
/// heading's and the title's.
///
/// Cost: at most `reach` names of the sentence.
struct SubjectCandidates {
  let finder: SubjectFinder

  private static let reach = 8

  init(_ finder: SubjectFinder) {
    self.finder = finder
  }

  private var sentence: TokenizedSentence { finder.sentence }

  private enum Origin: Int {
    case measure = 1
    case counted, clause, sentence, last, heading, title, main, rule, topic, frequent, previous,
      ownerAfter
  }

  func candidates(
    for draft: FactDraft, after earlier: ArraySlice<FactDraft>, _ history: SubjectFinder.History,
    rule: SubjectChoice?
  ) -> [SubjectCandidate] {
    var list: [SubjectCandidate] = []
    let limit = finder.firstToken(of: draft)
    let clause = sentence.clauseStart(of: draft.token)
    if let owner = draft.owner,
      let choice = finder.resolved(owner, history, rule: "subject.of-measure")
    {
      append(choice, .measure, [], to: &list)
    }
    if let topic = finder.countedTopic(before: limit, clause: clause, earlier) {
      let choice = SubjectChoice(name: topic, isInherited: false, rule: "subject.counted")
      append(choice, .counted, [], to: &list)
    }
    if let previous = earlier.last, let subject = previous.subject {
      let end = max(previous.token, limit)
      let between = (previous.token..<end).filter { finder.owner(at: $0, isStrict: false) != nil }
      let clauses = (previous.token..<end).count {
        sentence.tokens[$0].endsClause
      }
      append(
        subject, .previous,
        [
          Feature(.between, min(between.count, 3), 80), Feature(.clauses, min(clauses, 4), 80),
          Feature(.times, draft.measure == previous.measure ? 1 : 0, 80),
        ], to: &list)
    }
    if let owner = finder.ownerBehind(draft) {
      let choice = SubjectChoice(name: owner, isInherited: false, rule: "subject.behind")
      let kind = QuantityKind.allCases.firstIndex(of: draft.quantity.kind) ?? 0
      append(choice, .ownerAfter, [Feature(.headUnit, kind, 80)], to: &list)
    }
    appendNames(before: limit, clause: clause, draft, history, to: &list)
    appendTopic(before: limit, clause: clause, draft, to: &list)
    let inherited: [(Citation?, Origin, String)] = [
      (history.last, .last, "subject.inherited"), (history.heading, .heading, "subject.heading"),
      (history.title, .title, "subject.title"),
      (history.registry.main?.place, .main, "subject.main-place"),
    ]
    let isFirst = draft.token < 4 ? 1 : 0
    for (name, origin, rule) in inherited {
      guard let name else { continue }
      let choice = SubjectChoice(name: name, isInherited: true, rule: rule)
      append(choice, origin, [Feature(.sentences, origin.rawValue, isFirst)], to: &list)
    }
    for (turn, entry) in history.registry.frequentOwners.enumerated() {
      let choice = SubjectChoice(name: entry.place, isInherited: true, rule: "subject.frequent")
      let kind = NameKind.allCases.firstIndex(of: entry.kind) ?? 9
      append(
        choice, .frequent,
        [
          Feature(.distance, turn, 70), Feature(.times, min(entry.count, 8), 70),
          Feature(.nameKind, kind, 70),
        ],
        to: &list)
    }
    mark(rule, in: &list)
    return list
  }

  private func appendNames(
    before limit: Int, clause: Int, _ draft: FactDraft, _ history: SubjectFinder.History,
    to list: inout [SubjectCandidate]
  ) {
    var at = limit - 1
    var turn = 0
    var clauses = 0
    while at >= 0, turn < SubjectCandidates.reach {
      if sentence.tokens[at].endsClause { clauses += 1 }
      if let owner = finder.owner(at: at, isStrict: false) {
        let citation = Citation(sentence.paragraph, [owner.range])
        let origin: Origin = at >= clause ? .clause : .sentence
        let features = nameFeatures(at, owner, turn: turn, clauses: clauses, origin)
        let name = at >= clause ? "subject.clause" : "subject.sentence"
        if let choice = finder.resolved(citation, history, rule: name) {
          append(choice, origin, features, to: &list)
        }
        turn += 1
      }
      at -= 1
    }
  }

  private func nameFeatures(
    _ index: Int, _ owner: SubjectFinder.Owner, turn: Int, clauses: Int, _ origin: Origin
  ) -> [Feature] {
    var kind = 9
    if case .name(_, let name) = sentence.tokens[index].kind {
      kind = NameKind.allCases.firstIndex(of: name) ?? 9
    }
    let next = sentence.trait(index + owner.tokens)
    let previous = sentence.trait(index - 1)
    return [
      Feature(.nameKind, kind, origin.rawValue),
      Feature(.same, owner.isTopic ? 1 : 0, origin.rawValue),
      Feature(.next, next, origin.rawValue), Feature(.previous, previous, origin.rawValue),
      Feature(.distance, min(turn, 5), owner.isTopic ? 1 : 0),
      Feature(.clauses, min(clauses, 5), owner.isTopic ? 1 : 0),
      Feature(.boundaryCharacter, sentence.loneCharacter(index - 1), origin.rawValue),
      Feature(.role, owner.isSpeaker ? 1 : 0, owner.isExample ? 1 : 0),
      Feature(.originRole, owner.opensClause ? 1 : 0, kind),
    ]
  }

  /// The noun phrase that a clause of possession or action begins with (`项目组已有5名博士`).
  private func appendTopic(
    before limit: Int, clause: Int, _ draft: FactDraft, to list: inout [SubjectCandidate]
  ) {
    guard limit > clause,
      let verb = (clause..<limit).last(where: {
        sentence.tokens[$0].kind == .word && sentence.tokens[$0].classes.contains(.verb)
      })
    else { return }
    var end = verb
    while end > clause, sentence.tokens[end - 1].isLight { end -= 1 }
    var first = clause
    while first < end, sentence.tokens[first].isTime || sentence.tokens[first].isLight {
      first += 1
    }
    guard let phrase = finder.phrases.phrase(endingAt: end, notBefore: clause),
      phrase.lowerBound <= first
    else { return }
    let choice = SubjectChoice(
      name: Citation(sentence.paragraph, [sentence.textRange(phrase)]), isInherited: false,
      rule: "subject.topic")
    let features = [
      Feature(.head, sentence.trait(phrase.upperBound - 1), 50),
      Feature(.words, min(phrase.count, 6), 50), Feature(.between, sentence.trait(verb), 50),
      Feature(.headCharacter, sentence.lastCharacter(phrase.upperBound - 1), 50),
      Feature(.firstToken, sentence.trait(phrase.lowerBound), 50),
    ]
    append(choice, .topic, features, to: &list)
  }

  private func append(
    _ choice: SubjectChoice, _ origin: Origin, _ features: [Feature],
    to list: inout [SubjectCandidate]
  ) {
    let basic = [
      Feature(.origin, origin.rawValue, 50),
      Feature(.times, choice.resolvedFrom == nil ? 0 : 1, origin.rawValue),
    ]
    if let index = list.firstIndex(where: { $0.choice.name == choice.name }) {
      list[index].features += [Feature(.same, origin.rawValue, 60)]
    } else {
      list.append(SubjectCandidate(choice: choice, features: basic + features))
    }
  }

  private func mark(_ rule: SubjectChoice?, in list: inout [SubjectCandidate]) {
    guard let rule else { return }
    let number = SubjectCandidates.ruleNumber(rule.rule)
    if let index = list.firstIndex(where: { $0.choice.name == rule.name }) {
      list[index].features += [Feature(.rule, 1, 50), Feature(.rule, number, 51)]
    } else {
      list.append(
        SubjectCandidate(
          choice: rule,
          features: [
            Feature(.origin, Origin.rule.rawValue, 50), Feature(.rule, 1, 50),
            Feature(.rule, number, 51),
          ]))
    }
  }

  private static func ruleNumber(_ rule: String) -> Int {
    let names = [
      "subject.clause", "subject.sentence", "subject.inherited", "subject.heading",
      "subject.object",
      "subject.title", "subject.of-measure", "subject.counted",
    ]
    let bare = rule.split(separator: "+").first.map(String.init) ?? rule
    return (names.firstIndex(of: bare) ?? names.count) * 2 + (bare.count == rule.count ? 0 : 1)
  }
}
