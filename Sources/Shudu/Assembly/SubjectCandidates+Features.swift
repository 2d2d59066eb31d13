/// What speaks for an owner where it stands.
extension SubjectCandidates {
  /// Where a named owner stands: its kind, its neighbours, how far away, as what.
  func nameSupport(
    _ index: Int, _ owner: SubjectFinder.Owner, turn: Int, clauses: Int, _ origin: Origin
  ) -> Support {
    var kind = 9
    if case .name(_, let name) = tokens[index].kind { kind = name.number }
    let end = index + owner.tokens
    let place = origin.rawValue
    let topic = owner.isTopic ? 1 : 0
    var support = Support(model)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.nameKind, kind, place)
    add(.headUnit, traits.kind, 100 + kind)
    add(.same, topic, place)
    add(.next, sentence.trait(end), place)
    add(.previous, sentence.trait(index - 1), place)
    add(.distance, min(turn, 5), place * 2 + topic)
    add(.clauses, min(clauses, 5), place * 2 + topic)
    add(.boundaryCharacter, sentence.loneCharacter(index - 1), place)
    add(.boundary, sentence.loneCharacter(end), place)
    add(.role, owner.isSpeaker ? 1 : 0, owner.isExample ? 1 : 0)
    add(.originRole, owner.opensClause ? 1 : 0, kind)
    add(.originBoundary, traits.relation(index..<end), place)
    return support
  }

  /// What a clause-opening phrase is made of, and what follows it.
  func openingSupport(_ run: Range<Int>, start: Int, back: Int) -> Support {
    let head = sentence.trait(run.upperBound - 1)
    let next = sentence.trait(run.upperBound)
    let near = min(back, 2)
    let relation = traits.relation(run)
    var support = Support(model)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.head, head, 50 + near)
    add(.next, next, 50 + near)
    add(.headCharacter, sentence.lastCharacter(run.upperBound - 1), 50)
    add(.words, min(run.count, 6), 50 + near)
    add(.firstToken, sentence.trait(run.lowerBound), 50)
    add(.boundaryPair, head, next)
    add(.length, sentence.textRange(run).count, 50)
    add(.originBoundary, relation, 50 + near)
    add(.sentences, start == 0 ? 1 : 0, 50 + near)
    add(.previous, sentence.trait(run.lowerBound - 1), 50)
    add(.boundaryCharacter, sentence.loneCharacter(run.lowerBound - 1), 50)
    add(.boundary, sentence.loneCharacter(run.upperBound), 50)
    add(.headBoundary, head, relation)
    add(.kindDistance, traits.kind, head + 200)
    return support
  }

  /// What a modifier of an opening phrase begins with, and stands behind: `对首次登记的企业` is about the 企业, `建成一流的
  /// 中心` is not about the 中心.
  func modifierSupport(_ first: Int) -> Support {
    var support = Support(model)
    support.add(Feature(.firstToken, sentence.trait(first), 51), by: model)
    support.add(Feature(.boundaryCharacter, sentence.loneCharacter(first - 1), 51), by: model)
    return support
  }

  /// What a phrase behind a size, a price or an age ends with.
  func behindSupport(_ last: Int) -> Support {
    var support = Support(model)
    support.add(Feature(.headUnit, traits.kind, 80), by: model)
    support.add(Feature(.head, sentence.trait(last), 80), by: model)
    support.add(Feature(.next, sentence.trait(last + 1), 80), by: model)
    support.add(Feature(.headCharacter, sentence.lastCharacter(last), 80), by: model)
    return support
  }

  /// How the fact goes on after the one before.
  func previousSupport(_ previous: FactDraft) -> Support {
    let between = previous.token..<max(previous.token, limit)
    let owners = between.count { finder.owner(at: $0, isStrict: false) != nil }
    let clauses = between.count { tokens[$0].endsClause }
    let opening = (clause..<draft.token).first { !tokens[$0].isLight && !tokens[$0].isTime }
    var support = Support(model)
    support.add(Feature(.between, min(owners, 3), 80), by: model)
    support.add(Feature(.clauses, min(clauses, 4), 80), by: model)
    support.add(Feature(.times, draft.measure == previous.measure ? 1 : 0, 80), by: model)
    support.add(Feature(.firstToken, opening.map { sentence.trait($0) } ?? 0, 80), by: model)
    support.add(Feature(.kindDistance, traits.kind, 80), by: model)
    return support
  }
}
