/// An owner that a quantity may have, with what speaks for it.
struct SubjectCandidate: Sendable {
  var choice: SubjectChoice
  /// Number of what the scene knows of the owner.
  var nature: Int
  var support: Support
}

/// Lists the owners that a fact may have: names and clause-opening phrases of its sentence, what the text was last about,
/// the owners of heading and title, the place and bodies that the article names most.
///
/// Cost: at most `clauses` clauses of `longest` tokens and `reach` names before the fact, whatever the sentence.
struct SubjectCandidates {
  let scene: SubjectScene
  let draft: FactDraft
  let earlier: ArraySlice<FactDraft>
  let model: LinearModel

  /// First token of the draft's measure or, where that follows, its value.
  let limit: Int
  let clause: Int
  /// Tokens of the measure, where it stands in this sentence.
  let measure: Range<Int>?

  /// The measure's last character, and the trait of its last token; 0 for none.
  let measureEnd: Int
  let measureTrait: Int
  /// The quantity's kind, and whether it is of a change.
  let kindNumber: Int
  /// The last character of the unit; 0 for none.
  let unit: Int
  /// The owner of the fact before in the sentence.
  let previous: SubjectScene.Scope?

  /// Names looked at before the fact.
  static let reach = 5
  /// Clauses before the fact's own whose openings are looked at.
  private static let clauses = 2
  /// Candidates that most facts have at most.
  private static let usual = 32
  /// Tokens of an opening phrase.
  private static let longest = 9

  init(_ scene: SubjectScene, for draft: FactDraft, after earlier: ArraySlice<FactDraft>) {
    self.scene = scene
    self.draft = draft
    self.earlier = earlier
    model = scene.model
    let finder = scene.finder
    limit = finder.firstToken(of: draft)
    clause = finder.sentence.clauseStart(of: draft.token)
    measure = finder.tokens(of: draft.measure)
    measureEnd = measure.map { finder.sentence.lastCharacter($0.upperBound - 1) } ?? 0
    measureTrait = measure.map { finder.sentence.trait($0.upperBound - 1) } ?? 0
    unit = draft.quantity.ownUnit.map { Int(finder.sentence.units[$0.range.upperBound - 1]) } ?? 0
    kindNumber = draft.quantity.kind.number * 2 + (draft.aspect == .change ? 1 : 0)
    previous = earlier.last?.subject.map { subject in
      SubjectScene.Scope(
        number: 5, words: subject.words,
        cluster: scene.history.registry.cluster(of: subject.words))
    }
  }

  var finder: SubjectFinder { scene.finder }
  var history: SubjectHistory { scene.history }
  var sentence: TokenizedSentence { scene.finder.sentence }
  var tokens: [Token] { finder.sentence.tokens }

  enum Origin: Int {
    case measure = 1
    case counted, clause, sentence, last, heading, title, main, rule, opening, frequent, previous
    case behind, after, speaker, resolved, person, passed
  }

  /// The candidates, that of the rules marked.
  func candidates(rule: SubjectChoice?) -> [SubjectCandidate] {
    var list: [SubjectCandidate] = []
    list.reserveCapacity(SubjectCandidates.usual)
    if let owner = draft.owner {
      addResolved(owner, "subject.of-measure", .measure, Support(model), to: &list)
    }
    if let topic = finder.countedTopic(before: limit, clause: clause, earlier) {
      add(finder.choice(topic, "subject.counted"), .counted, Support(model), to: &list)
    }
    addBehind(to: &list)
    addPrevious(to: &list)
    addNames(to: &list)
    addOpenings(to: &list)
    addNamesBehind(to: &list)
    addInherited(to: &list)
    mark(rule, in: &list)
    return list
  }

  // MARK: Of the sentence

  /// `68岁的铜匠李铁衣`: what a size, a price or an age is said of, at each of its possible ends.
  private func addBehind(to list: inout [SubjectCandidate]) {
    guard let owner = finder.ownerBehind(draft), let phrase = finder.tokens(of: owner) else {
      return
    }
    let end = min(phrase.upperBound, phrase.lowerBound + SubjectCandidates.longest)
    for at in phrase.lowerBound..<end where finder.isWhole(phrase.lowerBound..<at + 1) {
      let name = Citation(
        sentence.paragraph, sentence.textRange(phrase.lowerBound..<at + 1))
      add(
        finder.choice(name, "subject.behind"), .behind,
        support([
          Feature(.headUnit, kindNumber, 80), Feature(.head, sentence.trait(at), 80),
          Feature(.next, sentence.trait(at + 1), 80),
          Feature(.headCharacter, sentence.lastCharacter(at), 80),
        ]), to: &list)
    }
  }

  /// The subject of the fact before in the same sentence.
  private func addPrevious(to list: inout [SubjectCandidate]) {
    guard let previous = earlier.last, let subject = previous.subject else { return }
    let end = max(previous.token, limit)
    let between = (previous.token..<end).count { finder.owner(at: $0, isStrict: false) != nil }
    let clauses = (previous.token..<end).count { tokens[$0].endsClause }
    let opening = (clause..<draft.token).first { !tokens[$0].isLight && !tokens[$0].isTime }
    add(
      subject, .previous,
      support([
        Feature(.between, min(between, 3), 80), Feature(.clauses, min(clauses, 4), 80),
        Feature(.times, draft.measure == previous.measure ? 1 : 0, 80),
        Feature(.firstToken, opening.map { sentence.trait($0) } ?? 0, 80),
        Feature(.kindDistance, kindNumber, 80),
      ]), to: &list)
  }

  private func addNames(to list: inout [SubjectCandidate]) {
    var at = limit - 1
    var turn = 0
    var clauses = 0
    while at >= 0, turn < SubjectCandidates.reach {
      if tokens[at].endsClause { clauses += 1 }
      if let owner = finder.owner(at: at, isStrict: false) {
        let origin: Origin = at >= clause ? .clause : .sentence
        let support = nameSupport(at, owner, turn: turn, clauses: clauses, origin)
        let name = at >= clause ? "subject.clause" : "subject.sentence"
        let citation = Citation(sentence.paragraph, owner.range)
        addResolved(citation, name, origin, support, to: &list)
        turn += 1
      }
      at -= 1
    }
  }

  /// The phrases with which the fact's clause and those before it open, at each of their possible ends.
  private func addOpenings(to list: inout [SubjectCandidate]) {
    var start = clause
    var back = 0
    while true {
      let end = back == 0 ? draft.token : sentence.clauseEnd(of: start)
      addOpenings(from: start, notAfter: end, back: back, to: &list)
      guard start > 1, back < SubjectCandidates.clauses else { return }
      start = sentence.clauseStart(of: start - 1)
      back += 1
    }
  }

  private func addOpenings(
    from start: Int, notAfter end: Int, back: Int, to list: inout [SubjectCandidate]
  ) {
    var first = start
    while first < end, finder.isLead(tokens[first]) { first += 1 }
    var at = first
    let bound = min(end, first + SubjectCandidates.longest)
    while at < bound, finder.isInside(at, of: first) {
      at += 1
      guard finder.isWhole(first..<at) else { continue }
      let name = Citation(sentence.paragraph, sentence.textRange(first..<at))
      let support = openingSupport(first..<at, start: start, back: back)
      addResolved(name, "subject.opening", .opening, support, to: &list)
    }
  }

  /// Speakers named behind what they say (`“…”站长某某说`), and owners that the clause names behind the value.
  private func addNamesBehind(to list: inout [SubjectCandidate]) {
    var at = draft.token + 1
    var turn = 0
    var clauses = 0
    while at < tokens.count, turn < 3, clauses < 6 {
      if tokens[at].endsClause { clauses += 1 }
      if let owner = finder.owner(at: at, isStrict: false) {
        let origin: Origin = owner.isSpeaker ? .speaker : .after
        let choice = finder.choice(
          Citation(sentence.paragraph, owner.range),
          owner.isSpeaker ? "subject.speaker" : "subject.after")
        add(
          choice, origin, nameSupport(at, owner, turn: turn, clauses: clauses, origin), to: &list)
        turn += 1
      }
      at += 1
    }
  }

  // MARK: From before

  private func addInherited(to list: inout [SubjectCandidate]) {
    let isFirst = draft.token < 4 ? 1 : 0
    for turn in scene.places.indices {
      let place = scene.places[turn]
      var support = place.support
      if let opening = place.opening { support.add(Feature(.times, isFirst, opening), by: model) }
      if reinforce(place.nature, place.origin, support, in: &list) { continue }
      append(scene.inherited[turn], place.nature, place.origin, support, to: &list)
    }
  }

  // MARK: The list

  /// Adds the name that a citation of this sentence gives, or those that it may stand for.
  private func addResolved(
    _ name: Citation, _ rule: String, _ origin: Origin, _ support: Support,
    to list: inout [SubjectCandidate]
  ) {
    guard finder.standsForAnother(name) else {
      let itself = finder.choice(name, rule)
      add(itself, origin, support, to: &list)
      if let full = history.registry.fullName(of: itself.words) {
        let choice = SubjectChoice(
          name: full.place, words: full.words, isInherited: true, resolvedFrom: name,
          rule: rule + "+resolved")
        add(choice, .resolved, support, to: &list)
      }
      return
    }
    for choice in finder.resolutions(of: name, history, rule: rule) {
      add(choice, origin, support, to: &list)
    }
  }

  private func add(
    _ choice: SubjectChoice, _ origin: Origin, _ support: Support, to list: inout [SubjectCandidate]
  ) {
    let nature = scene.number(of: choice.words)
    if reinforce(nature, origin, support, in: &list) { return }
    append(choice, nature, origin, support, to: &list)
  }

  /// A candidate that is found again keeps its first place and gains features; false for one that is new.
  private func reinforce(
    _ nature: Int, _ origin: Origin, _ support: Support, in list: inout [SubjectCandidate]
  ) -> Bool {
    guard let index = list.firstIndex(where: { $0.nature == nature }) else { return false }
    list[index].support.add(Feature(.same, origin.rawValue, 60), by: model)
    list[index].support.add(support, by: model)
    return true
  }

  private func append(
    _ choice: SubjectChoice, _ nature: Int, _ origin: Origin, _ support: Support,
    to list: inout [SubjectCandidate]
  ) {
    var all = Support(model)
    all.add(Feature(.origin, origin.rawValue, 50), by: model)
    all.add(Feature(.originKind, origin.rawValue, kindNumber), by: model)
    all.add(Feature(.times, choice.resolvedFrom == nil ? 0 : 1, origin.rawValue), by: model)
    addIdentity(of: choice, nature, origin, to: &all)
    all.add(support, by: model)
    list.append(SubjectCandidate(choice: choice, nature: nature, support: all))
  }

  private func mark(_ rule: SubjectChoice?, in list: inout [SubjectCandidate]) {
    guard let rule else { return }
    let number = SubjectCandidates.ruleNumber(rule.rule)
    var marks = support([Feature(.rule, 1, 50), Feature(.rule, number, 51)])
    let nature = scene.number(of: rule.words)
    if let index = list.firstIndex(where: { $0.nature == nature }) {
      list[index].support.add(marks, by: model)
    } else {
      marks.add(Feature(.origin, Origin.rule.rawValue, 50), by: model)
      list.append(SubjectCandidate(choice: rule, nature: nature, support: marks))
    }
  }

  private static func ruleNumber(_ rule: String) -> Int {
    if let number = ruleNames.firstIndex(of: rule) { return number * 2 }
    let bare = rule.utf8.prefix { $0 != 0x2B }
    let number = ruleNames.firstIndex { $0.utf8.elementsEqual(bare) } ?? ruleNames.count
    return number * 2 + (bare.count == rule.utf8.count ? 0 : 1)
  }

  private static let ruleNames = [
    "subject.clause", "subject.sentence", "subject.inherited", "subject.heading",
    "subject.object", "subject.title", "subject.of-measure", "subject.counted",
  ]
}
