/// What speaks for an owner.
extension SubjectCandidates {
  /// What some features say together.
  @inline(__always)
  func support<let count: Int>(_ features: InlineArray<count, Feature>) -> Support {
    var support = Support(model)
    for turn in features.indices { support.add(features[turn], by: model) }
    return support
  }

  /// Where a named owner stands: its kind, its neighbours, how far away, as what.
  func nameSupport(
    _ index: Int, _ owner: SubjectFinder.Owner, turn: Int, clauses: Int, _ origin: Origin
  ) -> Support {
    var kind = 9
    if case .name(_, let name) = tokens[index].kind {
      kind = name.number
    }
    let next = sentence.trait(index + owner.tokens)
    let previous = sentence.trait(index - 1)
    let topic = owner.isTopic ? 1 : 0
    return support([
      Feature(.nameKind, kind, origin.rawValue), Feature(.headUnit, kindNumber, 100 + kind),
      Feature(.same, topic, origin.rawValue), Feature(.next, next, origin.rawValue),
      Feature(.previous, previous, origin.rawValue),
      Feature(.distance, min(turn, 5), origin.rawValue * 2 + topic),
      Feature(.clauses, min(clauses, 5), origin.rawValue * 2 + topic),
      Feature(.boundaryCharacter, sentence.loneCharacter(index - 1), origin.rawValue),
      Feature(.boundary, sentence.loneCharacter(index + owner.tokens), origin.rawValue),
      Feature(.role, owner.isSpeaker ? 1 : 0, owner.isExample ? 1 : 0),
      Feature(.originRole, owner.opensClause ? 1 : 0, kind),
      Feature(.originBoundary, relation(index..<index + owner.tokens), origin.rawValue),
    ])
  }

  /// What a clause-opening phrase is made of, and what follows it.
  func openingSupport(_ run: Range<Int>, start: Int, back: Int) -> Support {
    let head = sentence.trait(run.upperBound - 1)
    let next = sentence.trait(run.upperBound)
    let near = min(back, 2)
    let isSentence = start == 0 ? 1 : 0
    return support([
      Feature(.head, head, 50 + near), Feature(.next, next, 50 + near),
      Feature(.headCharacter, sentence.lastCharacter(run.upperBound - 1), 50),
      Feature(.words, min(run.count, 6), 50 + near),
      Feature(.firstToken, sentence.trait(run.lowerBound), 50),
      Feature(.boundaryPair, head, next), Feature(.length, sentence.textRange(run).count, 50),
      Feature(.originBoundary, relation(run), 50 + near),
      Feature(.sentences, isSentence, 50 + near),
      Feature(.previous, sentence.trait(run.lowerBound - 1), 50),
      Feature(.boundaryCharacter, sentence.loneCharacter(run.lowerBound - 1), 50),
      Feature(.boundary, sentence.loneCharacter(run.upperBound), 50),
      Feature(.headBoundary, head, relation(run)),
      Feature(.kindDistance, kindNumber, head + 200),
    ])
  }

  /// How a run of tokens lies to the measure: 0 apart, 1 right before it, 2 within it from its start, 3 the same, 4 over it.
  private func relation(_ run: Range<Int>) -> Int {
    guard let measure else { return 5 }
    if run == measure { return 3 }
    if run.upperBound == measure.lowerBound { return 1 }
    if run.upperBound + 1 == measure.lowerBound { return 6 }
    guard run.overlaps(measure) else { return run.upperBound < measure.lowerBound ? 0 : 7 }
    return run.lowerBound == measure.lowerBound ? 2 : 4
  }

  /// Whether the owner is the one that the text was about, by scope.
  func addIdentity(
    of choice: SubjectChoice, _ number: Int, _ origin: Origin, to support: inout Support
  ) {
    let nature = scene.nature(number)
    for scope in 1..<5 where nature.sameScopes >> scope & 1 != 0 {
      addRole(scope, origin, to: &support)
    }
    if let previous, scene.isSame(number, previous) {
      addRole(previous.number, origin, to: &support)
    }
    if let measure, let text = draft.measure?.ranges.first, measure.count > 0,
      text.count == nature.length, choice.words.units.elementsEqual(sentence.units[text])
    {
      support.add(Feature(.role, 6, 200), by: model)
    }
    support.add(scene.support(number), by: model)
    addNature(of: choice, nature, origin, to: &support)
    if nature.endsName { support.add(Feature(.role, 7, 200 + origin.rawValue), by: model) }
  }

  private func addRole(_ number: Int, _ origin: Origin, to support: inout Support) {
    support.add(Feature(.role, number, 200), by: model)
    support.add(Feature(.role, number, 200 + origin.rawValue), by: model)
  }

  /// What the owner is, beside what is measured; how long ago it was named, and how much has been said of it.
  private func addNature(
    of choice: SubjectChoice, _ nature: OwnerNature, _ origin: Origin, to support: inout Support
  ) {
    let kind = nature.kind
    let last = nature.last
    let topic = min(clausesOpened(by: choice, nature), 8)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.times, topic, 500 + kind)
    add(.times, topic, 600 + origin.rawValue)
    add(.times, topic, 700 + min(nature.length, 8))
    add(.boundaryWord, nature.before + (origin.rawValue << 16), last)
    add(.nameKind, kind, 300 + kindNumber)
    add(.nameKind, kind, 400 + origin.rawValue)
    add(.headUnit, unit, 300 + kind)
    add(.headPair, measureTrait, 300 + kind)
    add(.followed, measureEnd, 300 + kind)
    add(.unitHead, last, unit)
    add(.followedKind, last, measureEnd)
    add(.sentences, nature.since, 400 + origin.rawValue)
  }

  /// How many clauses open with the owner and go on otherwise than here: `科技` of `科技创新` is no topic however often that
  /// stands.
  private func clausesOpened(by choice: SubjectChoice, _ nature: OwnerNature) -> Int {
    let all = nature.topics
    guard all > 0, !choice.isInherited, choice.name.ranges.count == 1,
      let end = choice.name.ranges.first?.upperBound, end < sentence.units.count
    else { return all }
    let longer = NameWords(sentence.units[choice.name.ranges[0].lowerBound...end])
    return all - history.topics.count(of: longer)
  }
}
