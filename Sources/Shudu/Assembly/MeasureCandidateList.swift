/// The candidates of one quantity while they are gathered, with the features of each.
struct MeasureCandidateList {
  private let candidates: MeasureCandidates
  private let draft: FactDraft
  private let site: QuantitySite
  private(set) var items: [MeasureCandidate] = []

  /// The quantity's kind, doubled, and whether it is a change.
  private let kind: Int
  /// The last character of the unit.
  private let unit: Int
  /// What follows the number, and what stands before it.
  private let next: Int
  private let back: Int
  /// Where the measure of the fact before was found.
  private let previous: Int
  private let likeness: Int

  private typealias Origin = MeasureCandidate.Origin

  init(
    candidates: MeasureCandidates, draft: FactDraft, site: QuantitySite, previous: FactDraft?
  ) {
    self.candidates = candidates
    self.draft = draft
    self.site = site
    let kinds = QuantityKind.allCases
    kind =
      (kinds.firstIndex(of: draft.quantity.kind) ?? 0) * 2 + (draft.aspect == .change ? 1 : 0)
    let units = candidates.sentence.units
    unit = draft.quantity.unit.map { Int(units[$0.range.upperBound - 1]) } ?? 0
    next = site.next < site.end ? candidates.trait(site.next) : candidates.trait(site.end) + 64
    back = site.back.map { candidates.trait($0) } ?? 0
    self.previous = previous.map { $0.sentence == draft.sentence ? $0.measureOrigin + 1 : 30 } ?? 0
    if let previous {
      likeness =
        (previous.quantity.kind == draft.quantity.kind ? 1 : 0)
        + (previous.aspect == draft.aspect ? 2 : 0)
        + (previous.sentence == draft.sentence ? 4 : 0)
    } else {
      likeness = 8
    }
  }

  private var sentence: TokenizedSentence { candidates.sentence }

  // MARK: Candidates

  ///
  /// - Parameter light: 1 for a run that holds adverbs, 2 for one that they were left out of.
  mutating func append(
    _ measure: Citation, tokens run: Range<Int>, _ origin: MeasureCandidate.Origin, light: Int = 0
  ) {
    var features = common(origin)
    if light > 0 {
      features.append(Feature(.light, light))
      for at in run.dropFirst() where candidates.tokens[at].isLight {
        features.append(
          Feature(.lightWord, light << 16 | sentence.firstCharacter(at), sentence.lastCharacter(at))
        )
      }
    }
    appendFeatures(of: run, origin, to: &features)
    items.append(
      MeasureCandidate(
        measure: measure, owner: nil, features: features, isRuleChoice: false, origin: origin))
  }

  mutating func append(from earlier: FactDraft, _ origin: MeasureCandidate.Origin) {
    guard let measure = earlier.measure else { return }
    append(measure, owner: earlier.owner, origin)
  }

  /// A candidate that is no run of tokens beside the number.
  mutating func append(_ measure: Citation, owner: Citation?, _ origin: MeasureCandidate.Origin) {
    guard !items.contains(where: { $0.measure == measure }) else { return }
    let isSameClause = site.start > 0
    var features = common(origin)
    features += [
      Feature(.distance, origin.rawValue, isSameClause ? 1 : 0),
      Feature(.between, site.verb.map { candidates.trait($0) } ?? 0, origin.rawValue),
      Feature(.likeness, likeness, origin.rawValue),
      Feature(.separator, candidates.trait(site.start - 1), origin.rawValue),
      Feature(.runs, items.isEmpty ? 0 : 1, origin.rawValue),
    ]
    if let back = site.back {
      features.append(Feature(.backCharacter, sentence.lastCharacter(back), origin.rawValue))
    }
    items.append(
      MeasureCandidate(
        measure: measure, owner: owner, features: features, isRuleChoice: false, origin: origin))
  }

  /// Tells each run of those from an index on how many longer ones end where it does.
  mutating func noteRemaining(from first: Int) {
    for index in first..<items.count {
      let longer = items.count - 1 - index
      items[index].features.append(
        Feature(.remaining, min(longer, 4), items[index].origin.rawValue))
    }
  }

  // MARK: Features

  private func common(_ origin: MeasureCandidate.Origin) -> [Feature] {
    let number = origin.rawValue
    return [
      Feature(.origin, number), Feature(.originKind, number, kind),
      Feature(.followed, number, next), Feature(.preceded, number, back),
      Feature(.previous, number, previous), Feature(.unitOrigin, number, unit),
      Feature(.followedKind, number * 64 + kind, next),
    ]
  }

  private func appendFeatures(
    of run: Range<Int>, _ origin: MeasureCandidate.Origin, to features: inout [Feature]
  ) {
    let number = origin.rawValue
    let before = run.lowerBound - 1
    let boundary = before < 0 ? 0 : candidates.trait(before)
    let first = candidates.trait(run.lowerBound)
    let head = candidates.trait(run.upperBound - 1)
    let after = candidates.trait(run.upperBound)
    let headEnd = sentence.lastCharacter(run.upperBound - 1)
    features += [
      Feature(.boundary, boundary), Feature(.firstToken, first),
      Feature(.boundaryPair, boundary, first),
      Feature(.boundaryCharacter, sentence.loneCharacter(before)),
      Feature(.firstCharacter, sentence.loneCharacter(run.lowerBound)),
      Feature(.head, head, number), Feature(.headCharacter, headEnd),
      Feature(.headUnit, kind, head), Feature(.words, min(run.count, 8), number),
      Feature(.originBoundary, number, boundary), Feature(.next, after, number),
      Feature(.headBoundary, head, boundary), Feature(.unitHead, unit, headEnd),
      Feature(.headPair, sentence.firstCharacter(run.upperBound - 1), headEnd),
      Feature(.boundaryWord, sentence.firstCharacter(before), sentence.lastCharacter(before)),
      Feature(
        .firstWord, sentence.firstCharacter(run.lowerBound), sentence.lastCharacter(run.lowerBound)),
    ]
    if run.count > 1 {
      features.append(Feature(.firstPair, first, candidates.trait(run.lowerBound + 1)))
    } else {
      features.append(Feature(.single, first, boundary))
    }
    if origin != .after { features.append(Feature(.gap, gap(run.upperBound), number)) }
    appendContents(of: run, origin, to: &features)
  }

  /// What stands between a run and the number, as bits.
  private func gap(_ end: Int) -> Int {
    var bits = 0
    guard end < site.index else { return 0 }
    for at in end..<site.index {
      switch candidates.trait(at) {
      case 1, 2, 3: bits |= 1
      case 8: bits |= 2
      case 9: bits |= 4
      case 10: bits |= 8
      case 19, 25: bits |= 16
      case 22: bits |= 32
      case 21: bits |= 64
      case 26, 27: bits |= 128
      case 13: bits |= 256
      case 11, 24, 29, 30, 31: break
      default: bits |= 512
      }
    }
    return bits
  }

  private func appendContents(
    of run: Range<Int>, _ origin: MeasureCandidate.Origin, to features: inout [Feature]
  ) {
    var verbs = 0
    var isAfterVerb = false
    for at in run {
      let trait = candidates.trait(at)
      if at > run.lowerBound, at < run.upperBound - 1 || trait > 11 {
        features.append(Feature(.holds, trait, at == run.upperBound - 1 ? 1 : 0))
      }
      if trait == 25 || trait == 22 { verbs += 1 }
      if isAfterVerb { features.append(Feature(.between, trait, 99)) }
      isAfterVerb = trait == 25
    }
    if verbs > 0 { features.append(Feature(.length, verbs, origin.rawValue)) }
  }

  // MARK: Rules

  mutating func markRuleChoice() {
    guard let measure = draft.measure else { return }
    let rule = draft.rules.last { $0.hasPrefix("measure.") } ?? ""
    let number = MeasureCandidateList.ruleNumber(rule)
    if let index = items.firstIndex(where: { $0.measure == measure }) {
      items[index].features.append(Feature(.rule, number, 1))
      items[index].owner = draft.owner
      items[index].isRuleChoice = true
    } else {
      var features = common(.rule)
      features += [
        Feature(.rule, number, 1), Feature(.rule, number, measure.ranges.count + 1),
      ]
      items.append(
        MeasureCandidate(
          measure: measure, owner: draft.owner, features: features, isRuleChoice: true,
          origin: .rule))
    }
  }

  private static func ruleNumber(_ rule: String) -> Int {
    let names = [
      "measure.before", "measure.before-verb", "measure.after", "measure.around",
      "measure.before-change", "measure.before-rate", "measure.growth-noun", "measure.inherited",
      "measure.respectively", "measure.verb", "measure.after-any", "measure.clause-before",
      "measure.unit",
    ]
    return (names.firstIndex(of: rule) ?? names.count) + 1
  }
}
