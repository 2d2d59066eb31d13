/// What the facts of one sentence choose their subjects from: the owners that the text named before, and what holds of each
/// owner whatever the fact.
///
/// A reference, for the candidates of every fact hold it, and what was found of an owner is kept. Made once a sentence.
final class SubjectScene {
  let finder: SubjectFinder
  let history: SubjectHistory
  let model: LinearModel
  /// Those whom the text was about before the sentence, by scope.
  let scopes: [Scope]
  /// Owners from before the sentence, in the order in which they are candidates, and their places.
  let inherited: [SubjectChoice]
  let places: [Place]
  @exclusivity(unchecked) private var known: OwnerNatures

  /// One whom the text was about: its number in features, and the cluster of its names.
  struct Scope {
    var number: Int
    var words: NameWords
    var cluster: Int?
  }

  /// Where an owner from before the sentence was named, and what speaks for that.
  struct Place {
    /// Number of what is known of it.
    var nature: Int
    var origin: SubjectCandidates.Origin
    var support: Support
    /// Its number in the feature that tells whether the fact opens the sentence; nil where that says nothing.
    var opening: Int?
  }

  init(_ finder: SubjectFinder, _ history: SubjectHistory, _ model: LinearModel) {
    self.finder = finder
    self.history = history
    self.model = model
    let before: [(Int, NameWords?)] = [
      (1, history.last?.words), (2, history.headings.first?.words), (3, history.title?.words),
      (4, history.registry.main?.words),
    ]
    scopes = before.compactMap { number, words in
      words.map { Scope(number: number, words: $0, cluster: history.registry.cluster(of: $0)) }
    }
    known = OwnerNatures(scopes: scopes, history, model)
    let owners = Owners(before: finder, history, model, &known)
    inherited = owners.choices
    places = owners.places
  }

  /// The number of what is known of an owner, for this sentence.
  func number(of words: NameWords) -> Int { known.number(of: words, history, model) }

  func nature(_ number: Int) -> OwnerNature { known[number] }

  /// What the words and the standing of an owner say by themselves.
  func support(_ number: Int) -> Support { known.support(number) }

  /// Whether an owner is likely to be the same as another.
  func isSame(_ number: Int, _ other: Scope) -> Bool {
    let cluster = known[number].cluster
    return history.isSame(
      other.words, other.cluster, known.words(number), cluster < 0 ? nil : cluster)
  }
}

/// The owners from before a sentence while they are gathered.
private struct Owners {
  private let model: LinearModel
  private(set) var choices: [SubjectChoice] = []
  private(set) var places: [SubjectScene.Place] = []

  /// Owners that most sentences have at most.
  private static let usual = 24

  init(
    before finder: SubjectFinder, _ history: SubjectHistory, _ model: LinearModel,
    _ known: inout OwnerNatures
  ) {
    self.model = model
    choices.reserveCapacity(Owners.usual)
    places.reserveCapacity(Owners.usual)
    let tokens = finder.tokens
    let start = tokens.indices.first { !finder.isLead(tokens[$0]) }
    let opening = start.map { finder.sentence.trait($0) } ?? 0
    let isNew = history.isNewParagraph ? 1 : 0
    for (turn, owner) in history.recent.enumerated() {
      add(
        owner, "subject.inherited", .last,
        [
          Feature(.distance, turn, 90), Feature(.sentences, turn * 2 + isNew, 90),
          Feature(.firstToken, opening, 90 + turn),
        ], opening: 90 + turn, history, &known)
    }
    for (turn, owner) in history.headings.enumerated() {
      add(
        owner, "subject.heading", .heading,
        [
          Feature(.distance, turn, 91), Feature(.sentences, turn * 2 + isNew, 91),
          Feature(.firstToken, opening, 95),
        ], history, &known)
    }
    if let person = history.person { add(person, "subject.person", .person, [], history, &known) }
    if let title = history.title {
      add(title, "subject.title", .title, [Feature(.sentences, isNew, 92)], history, &known)
    }
    if let main = history.registry.main {
      add(
        main.owner, "subject.main-place", .main, [Feature(.sentences, isNew, 93)], history, &known)
    }
    addNamed(isNew, history, &known)
  }

  /// Those that reading came past last, and those that the article names most.
  private mutating func addNamed(
    _ isNew: Int, _ history: SubjectHistory, _ known: inout OwnerNatures
  ) {
    let passed = history.registry.passed
    for turn in passed.indices {
      add(
        passed[turn].owner, "subject.passed", .passed,
        [
          Feature(.distance, turn, 94), Feature(.sentences, turn * 2 + isNew, 94),
          Feature(.nameKind, passed[turn].kind.number, 94),
        ], history, &known)
    }
    let frequent = history.registry.frequentOwners
    for turn in frequent.indices {
      add(
        frequent[turn].owner, "subject.frequent", .frequent,
        [
          Feature(.distance, turn, 70), Feature(.times, min(frequent[turn].count, 8), 70),
          Feature(.nameKind, frequent[turn].kind.number, 70),
        ], history, &known)
    }
  }

  private mutating func add<let count: Int>(
    _ owner: SubjectHistory.Owner, _ rule: String, _ origin: SubjectCandidates.Origin,
    _ features: InlineArray<count, Feature>, opening: Int? = nil, _ history: SubjectHistory,
    _ known: inout OwnerNatures
  ) {
    var support = Support(model)
    for turn in features.indices { support.add(features[turn], by: model) }
    choices.append(SubjectChoice(owner, rule: rule))
    places.append(
      SubjectScene.Place(
        nature: known.number(of: owner.words, history, model), origin: origin, support: support,
        opening: opening))
  }
}
