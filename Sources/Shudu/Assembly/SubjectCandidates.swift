/// The owners that a fact may have: names and clause-opening phrases of its sentence, what the text was last about,
/// the owners of heading and title, the place and bodies that the article names most.
///
/// Cost: at most `clauses` clauses of `longest` tokens and `reach` names before the fact, whatever the sentence.
struct SubjectCandidates {
  let scene: SubjectScene
  let draft: FactDraft
  let earlier: ArraySlice<FactDraft>
  let model: LinearModel
  private(set) var items: [SubjectCandidate] = []

  /// First token of the draft's measure or, where that follows, its value.
  let limit: Int
  let clause: Int
  let traits: MeasuredTraits
  /// The owner of the fact before in the sentence.
  private let previous: SubjectScene.Scope?
  /// What the fact says of owners of a kind, by its number; nil where it is not known yet.
  private var kinds: [Support?]

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
    limit = scene.finder.firstToken(of: draft)
    clause = scene.finder.sentence.clauseStart(of: draft.token)
    traits = MeasuredTraits(of: draft, scene.finder)
    previous = earlier.last?.subject.map { subject in
      SubjectScene.Scope(
        number: 5, words: subject.words,
        cluster: scene.history.registry.cluster(of: subject.words))
    }
    kinds = Array(repeating: nil, count: OwnerNature.kinds)
    items.reserveCapacity(SubjectCandidates.usual)
  }

  var finder: SubjectFinder { scene.finder }
  var sentence: TokenizedSentence { scene.finder.sentence }
  var tokens: [Token] { finder.sentence.tokens }

  enum Origin: Int {
    case measure = 1
    case counted, clause, sentence, last, heading, title, main, rule, opening, frequent, previous
    case behind, after, speaker, resolved, person, passed
  }

  /// Gathers the candidates, that of the rules marked.
  ///
  /// - Parameter rule: the number of the rules' choice.
  mutating func gather(rule: Int?) {
    if let owner = draft.owner {
      add(scene.choices(of: owner, .ofMeasure), Support(model))
    }
    if let topic = finder.countedTopic(before: limit, clause: clause, earlier) {
      add(scene.choices(of: topic, .counted), Support(model))
    }
    addBehind()
    addPrevious()
    addNames()
    addOpenings()
    addNamesBehind()
    addStanding()
    if let rule { mark(rule) }
  }

  // MARK: Of the sentence

  /// `68岁的铜匠李铁衣`: what a size, a price or an age is said of, at each of its possible ends.
  private mutating func addBehind() {
    guard let owner = finder.ownerBehind(draft), let phrase = finder.tokens(of: owner) else {
      return
    }
    let end = min(phrase.upperBound, phrase.lowerBound + SubjectCandidates.longest)
    for at in phrase.lowerBound..<end where finder.isWhole(phrase.lowerBound..<at + 1) {
      add(scene.choices(of: phrase.lowerBound..<at + 1, .behind), behindSupport(at))
    }
  }

  /// The subject of the fact before in the same sentence.
  private mutating func addPrevious() {
    guard let previous = earlier.last, let subject = previous.subject else { return }
    let nature = scene.number(of: subject.words)
    let support = previousSupport(previous)
    if reinforce(nature, .previous, support) { return }
    append(scene.add(subject, .inherited, .previous), support)
  }

  private mutating func addNames() {
    var at = limit - 1
    var turn = 0
    var clauses = 0
    while at >= 0, turn < SubjectCandidates.reach {
      if tokens[at].endsClause { clauses += 1 }
      if let owner = finder.owner(at: at, isStrict: false) {
        let rule: SubjectRule = at >= clause ? .clause : .sentence
        let support = nameSupport(at, owner, turn: turn, clauses: clauses, rule.origin)
        add(scene.choices(of: at..<at + owner.tokens, rule), support)
        turn += 1
      }
      at -= 1
    }
  }

  /// The phrases with which the fact's clause and those before it open, at each of their possible ends.
  private mutating func addOpenings() {
    var start = clause
    var back = 0
    while true {
      let end = back == 0 ? draft.token : sentence.clauseEnd(of: start)
      addOpenings(from: start, notAfter: end, back: back)
      guard start > 1, back < SubjectCandidates.clauses else { return }
      start = sentence.clauseStart(of: start - 1)
      back += 1
    }
  }

  private mutating func addOpenings(from start: Int, notAfter end: Int, back: Int) {
    var first = start
    while first < end, finder.isLead(tokens[first]) { first += 1 }
    // `一家淀粉企业改用新品种后`: one that the text has not named.
    if first + 1 < end, tokens[first].isQuantity { first += 1 }
    addPhrases(from: first, start: start, notAfter: end, back: back)
    if let inner = finder.innerStart(from: first, notAfter: end) {
      addPhrases(from: inner, start: start, notAfter: end, back: back, modifiedFrom: first)
    }
  }

  /// The phrase that begins at a token, at each of its possible ends.
  ///
  /// - Parameter outer: where what only tells it apart begins; nil for nothing.
  private mutating func addPhrases(
    from first: Int, start: Int, notAfter end: Int, back: Int, modifiedFrom outer: Int? = nil
  ) {
    var at = first
    let bound = min(end, first + SubjectCandidates.longest)
    while at < bound, finder.isInside(at, of: first) {
      at += 1
      guard finder.isWhole(first..<at) else { continue }
      var support = openingSupport(first..<at, start: start, back: back)
      if let outer { support.add(modifierSupport(outer), by: model) }
      add(scene.choices(of: first..<at, .opening), support)
    }
  }

  /// Speakers named behind what they say (`“…”站长某某说`), and owners that the clause names behind the value.
  private mutating func addNamesBehind() {
    var at = draft.token + 1
    var turn = 0
    var clauses = 0
    while at < tokens.count, turn < 3, clauses < 6 {
      if tokens[at].endsClause { clauses += 1 }
      if let owner = finder.owner(at: at, isStrict: false) {
        let rule: SubjectRule = owner.isSpeaker ? .speaker : .after
        let support = nameSupport(at, owner, turn: turn, clauses: clauses, rule.origin)
        add(scene.choices(of: at..<at + owner.tokens, rule), support)
        turn += 1
      }
      at += 1
    }
  }

  // MARK: From before

  private mutating func addStanding() {
    let isEarly = draft.token < 4
    for owner in scene.standing {
      if let index = index(of: owner.nature) {
        items[index].support.add(isEarly ? owner.again.early : owner.again.late, by: model)
      } else {
        var support = isEarly ? owner.alone.early : owner.alone.late
        addFact(of: owner.nature, owner.origin, to: &support)
        append(Int32(truncatingIfNeeded: owner.nature), owner.choice, support)
      }
    }
  }

  // MARK: The list

  /// Adds the owners that words of this sentence tell.
  private mutating func add(_ choices: Range<Int>, _ support: Support) {
    for choice in choices {
      let owner = scene.owner(choice)
      if !reinforce(Int(owner.nature), owner.origin, support) { append(choice, support) }
    }
  }

  private func index(of nature: Int) -> Int? {
    items.firstIndex { $0.nature == Int32(truncatingIfNeeded: nature) }
  }

  /// A candidate that is found again keeps its first place and gains features; false for one that is new.
  private mutating func reinforce(_ nature: Int, _ origin: Origin, _ support: Support) -> Bool {
    guard let index = index(of: nature) else { return false }
    items[index].support.add(Feature(.same, origin.rawValue, 60), by: model)
    items[index].support.add(support, by: model)
    return true
  }

  private mutating func append(_ choice: Int, _ support: Support) {
    let owner = scene.owner(choice)
    var all = owner.support
    all.add(support, by: model)
    addFact(of: Int(owner.nature), owner.origin, to: &all)
    append(owner.nature, choice, all)
  }

  private mutating func append(_ nature: Int32, _ choice: Int, _ support: Support) {
    items.append(
      SubjectCandidate(
        nature: nature, choice: Int32(truncatingIfNeeded: choice), support: support))
  }

  /// Adds what the fact says of an owner that stands somewhere: whether it is what is measured, or whom the fact before was
  /// about; its kind and its last character beside what is measured.
  private mutating func addFact(of number: Int, _ origin: Origin, to support: inout Support) {
    let nature = scene.nature(number)
    support.add(Feature(.originKind, origin.rawValue, traits.kind), by: model)
    if let previous, scene.isSame(number, previous) {
      support.add(Feature(.role, 5, 200), by: model)
      support.add(Feature(.role, 5, 200 + origin.rawValue), by: model)
    }
    if let text = traits.text, text.count == nature.length,
      scene.words(number).units.elementsEqual(sentence.units[text])
    {
      support.add(Feature(.role, 6, 200), by: model)
    }
    support.add(Feature(.unitHead, nature.last, traits.unit), by: model)
    support.add(Feature(.followedKind, nature.last, traits.last), by: model)
    support.add(kindSupport(nature.kind), by: model)
  }

  /// What the fact says of owners of a kind.
  private mutating func kindSupport(_ kind: Int) -> Support {
    if let known = kinds[kind] { return known }
    var support = Support(model)
    support.add(Feature(.nameKind, kind, 300 + traits.kind), by: model)
    support.add(Feature(.headUnit, traits.unit, 300 + kind), by: model)
    support.add(Feature(.headPair, traits.head, 300 + kind), by: model)
    support.add(Feature(.followed, traits.last, 300 + kind), by: model)
    kinds[kind] = support
    return support
  }

  private mutating func mark(_ rule: Int) {
    let owner = scene.owner(rule)
    var marks = Support(model)
    marks.add(Feature(.rule, 1, 50), by: model)
    marks.add(Feature(.rule, owner.rule.number * 2 + (owner.isResolved ? 1 : 0), 51), by: model)
    if let index = index(of: Int(owner.nature)) {
      items[index].support.add(marks, by: model)
    } else {
      marks.add(Feature(.origin, Origin.rule.rawValue, 50), by: model)
      append(owner.nature, rule, marks)
    }
  }
}
