/// Owners from before a sentence.
extension SubjectScene {
  /// One that the text named before the sentence, wherever it did: what speaks for that, summed for all facts.
  struct Standing: BitwiseCopyable {
    /// Number of what is known of it.
    var nature: Int
    /// Number of its first choice, and where that stands.
    var choice: Int
    var origin: SubjectCandidates.Origin
    /// What all its places say of an owner that the sentence tells as well.
    var again: ByOpening
    /// What they say of one that it does not.
    var alone: ByOpening
  }

  /// What speaks for an owner in facts behind the fourth token, and in those that open the sentence.
  struct ByOpening: BitwiseCopyable {
    var late: Support
    var early: Support
  }

  /// The owners from before, each at its first place.
  func standingOwners() -> [Standing] {
    var list: [Standing] = []
    list.reserveCapacity(SubjectScene.usualStanding)
    let isNew = history.isNewParagraph ? 1 : 0
    let opening = openingTrait()
    for turn in history.recent.indices {
      var support = Support(model)
      support.add(Feature(.distance, turn, 90), by: model)
      support.add(Feature(.sentences, turn * 2 + isNew, 90), by: model)
      support.add(Feature(.firstToken, opening, 90 + turn), by: model)
      add(history.recent[turn], .last, support, opening: 90 + turn, to: &list)
    }
    for turn in history.headings.indices {
      var support = Support(model)
      support.add(Feature(.distance, turn, 91), by: model)
      support.add(Feature(.sentences, turn * 2 + isNew, 91), by: model)
      support.add(Feature(.firstToken, opening, 95), by: model)
      add(history.headings[turn], .heading, support, to: &list)
    }
    if let person = history.person { add(person, .person, Support(model), to: &list) }
    if let title = history.title { add(title, .title, support(.sentences, isNew, 92), to: &list) }
    if let main = history.registry.main {
      add(main.owner, .main, support(.sentences, isNew, 93), to: &list)
    }
    addNamed(isNew, to: &list)
    return list
  }

  /// Those that reading came past last, and those that the article names most.
  private func addNamed(_ isNew: Int, to list: inout [Standing]) {
    let entries = history.registry.entries
    for (turn, number) in history.registry.passed.enumerated() {
      var support = support(.distance, turn, 94)
      support.add(Feature(.sentences, turn * 2 + isNew, 94), by: model)
      support.add(Feature(.nameKind, entries[number].kind.number, 94), by: model)
      add(entries[number].owner, .passed, support, to: &list)
    }
    let frequent = history.registry.frequentOwners
    for turn in frequent.indices {
      var support = support(.distance, turn, 70)
      support.add(Feature(.times, min(frequent[turn].count, 8), 70), by: model)
      support.add(Feature(.nameKind, frequent[turn].kind.number, 70), by: model)
      add(frequent[turn].owner, .frequent, support, to: &list)
    }
  }

  /// Owners that most sentences have at most.
  private static let usualStanding = 16

  /// What the sentence begins with, but for times, adverbs and joining words.
  private func openingTrait() -> Int {
    let start = finder.tokens.indices.first { !finder.isLead(finder.tokens[$0]) }
    return start.map { finder.sentence.trait($0) } ?? 0
  }

  private func support(_ template: Feature.Template, _ first: Int, _ second: Int) -> Support {
    var support = Support(model)
    support.add(Feature(template, first, second), by: model)
    return support
  }

  /// Adds a place of an owner.
  ///
  /// - Parameter opening: its number in the feature that tells whether the fact opens the sentence; nil where that says nothing.
  private func add(
    _ owner: SubjectHistory.Owner, _ origin: SubjectCandidates.Origin, _ support: Support,
    opening: Int? = nil, to list: inout [Standing]
  ) {
    var place = ByOpening(late: support, early: support)
    if let opening {
      place.late.add(Feature(.times, 0, opening), by: model)
      place.early.add(Feature(.times, 1, opening), by: model)
    }
    let nature = number(of: owner.words)
    if history.isHeading {
      place.add(self.support(.role, origin.rawValue, 300), by: model)
      place.add(self.support(.role, self.nature(nature).sameScopes, 301), by: model)
    }
    let again = self.support(.same, origin.rawValue, 60)
    if let known = list.firstIndex(where: { $0.nature == nature }) {
      place.add(again, by: model)
      list[known].again.add(place, by: model)
      list[known].alone.add(place, by: model)
      return
    }
    let choice = add(owner, nature, SubjectScene.rule(of: origin), origin)
    var alone = place
    alone.add(self.owner(choice).support, by: model)
    place.add(again, by: model)
    list.append(
      Standing(nature: nature, choice: choice, origin: origin, again: place, alone: alone))
  }

  /// The rule by which an owner from before is told.
  private static func rule(of origin: SubjectCandidates.Origin) -> SubjectRule {
    switch origin {
    case .heading: .heading
    case .person: .person
    case .title: .title
    case .main: .mainPlace
    case .passed: .passed
    case .frequent: .frequent
    default: .inherited
    }
  }
}

extension SubjectScene.ByOpening {
  mutating func add(_ support: Support, by model: LinearModel) {
    late.add(support, by: model)
    early.add(support, by: model)
  }

  mutating func add(_ other: SubjectScene.ByOpening, by model: LinearModel) {
    late.add(other.late, by: model)
    early.add(other.early, by: model)
  }
}
