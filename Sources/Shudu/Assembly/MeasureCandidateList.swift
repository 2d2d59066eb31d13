/// The candidates of one quantity while they are gathered, with what speaks for each.
struct MeasureCandidateList {
  private let candidates: MeasureCandidates
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

  /// Candidates that most quantities have at most.
  private static let usual = 48

  init(candidates: MeasureCandidates, draft: FactDraft, previous: FactDraft?) {
    self.candidates = candidates
    site = draft.site
    kind = draft.quantity.kind.number * 2 + (draft.aspect == .change ? 1 : 0)
    let sentence = candidates.sentence
    unit = draft.quantity.ownUnit.map { Int(sentence.units[$0.range.upperBound - 1]) } ?? 0
    next = site.next < site.end ? sentence.trait(site.next) : sentence.trait(site.end) + 64
    back = site.back.map { sentence.trait($0) } ?? 0
    items.reserveCapacity(MeasureCandidateList.usual)
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

  private var model: LinearModel { candidates.model }

  // MARK: Candidates

  /// What the runs that end at one place have in common.
  struct Ending {
    let origin: MeasureCandidate.Origin
    /// The trait of the last token.
    let head: Int
    let support: Support
  }

  ///
  /// - Parameter light: 1 for a run that holds adverbs, 2 for one that they were left out of.
  mutating func append(
    _ measure: Citation, tokens run: Range<Int>, _ ending: Ending, _ contents: RunContents,
    light: Int = 0
  ) {
    let origin = ending.origin.rawValue
    let boundary = sentence.trait(run.lowerBound - 1)
    let first = sentence.trait(run.lowerBound)
    var support = ending.support
    support.add(candidates.opening(at: run.lowerBound))
    support.add(contents.support)
    if light > 0 { addAdverbs(of: run, light, to: &support) }
    support.add(Feature(.words, min(run.count, 8), origin), by: model)
    support.add(Feature(.originBoundary, origin, boundary), by: model)
    support.add(Feature(.headBoundary, ending.head, boundary), by: model)
    support.add(
      run.count > 1
        ? Feature(.firstPair, first, sentence.trait(run.lowerBound + 1))
        : Feature(.single, first, boundary), by: model)
    if contents.verbs > 0 { support.add(Feature(.length, contents.verbs, origin), by: model) }
    items.append(
      MeasureCandidate(
        measure: measure, owner: nil, support: support, isRuleChoice: false,
        origin: ending.origin))
  }

  private func addAdverbs(of run: Range<Int>, _ light: Int, to support: inout Support) {
    support.add(Feature(.light, light), by: model)
    for at in run.dropFirst() where candidates.tokens[at].isLight {
      let word = light << 16 | sentence.firstCharacter(at)
      support.add(Feature(.lightWord, word, sentence.lastCharacter(at)), by: model)
    }
  }

  mutating func append(from earlier: FactDraft, _ origin: MeasureCandidate.Origin) {
    guard let measure = earlier.measure else { return }
    append(measure, owner: earlier.owner, origin)
  }

  /// A candidate that is no run of tokens beside the number.
  mutating func append(_ measure: Citation, owner: Citation?, _ origin: MeasureCandidate.Origin) {
    guard !items.contains(where: { $0.measure == measure }) else { return }
    let number = origin.rawValue
    var support = common(origin)
    support.add(Feature(.distance, number, site.start > 0 ? 1 : 0), by: model)
    support.add(Feature(.between, site.verb.map { sentence.trait($0) } ?? 0, number), by: model)
    support.add(Feature(.likeness, likeness, number), by: model)
    support.add(Feature(.separator, sentence.trait(site.start - 1), number), by: model)
    support.add(Feature(.runs, items.isEmpty ? 0 : 1, number), by: model)
    if let back = site.back {
      support.add(Feature(.backCharacter, sentence.lastCharacter(back), number), by: model)
    }
    items.append(
      MeasureCandidate(
        measure: measure, owner: owner, support: support, isRuleChoice: false, origin: origin))
  }

  /// Tells each run of those from an index on how many longer ones end where it does.
  mutating func noteRemaining(from first: Int) {
    for index in first..<items.count {
      let longer = items.count - 1 - index
      items[index].support.add(
        Feature(.remaining, min(longer, 4), items[index].origin.rawValue), by: model)
    }
  }

  // MARK: Features

  private func common(_ origin: MeasureCandidate.Origin) -> Support {
    let number = origin.rawValue
    var support = Support(model)
    support.add(Feature(.origin, number), by: model)
    support.add(Feature(.originKind, number, kind), by: model)
    support.add(Feature(.followed, number, next), by: model)
    support.add(Feature(.preceded, number, back), by: model)
    support.add(Feature(.previous, number, previous), by: model)
    support.add(Feature(.unitOrigin, number, unit), by: model)
    support.add(Feature(.followedKind, number * 64 + kind, next), by: model)
    return support
  }

  /// What the runs have in common that end before a token.
  func ending(at end: Int, _ origin: MeasureCandidate.Origin) -> Ending {
    let number = origin.rawValue
    let head = sentence.trait(end - 1)
    let last = sentence.lastCharacter(end - 1)
    var support = common(origin)
    support.add(Feature(.head, head, number), by: model)
    support.add(Feature(.headCharacter, last), by: model)
    support.add(Feature(.headUnit, kind, head), by: model)
    support.add(Feature(.next, sentence.trait(end), number), by: model)
    support.add(Feature(.unitHead, unit, last), by: model)
    support.add(Feature(.headPair, sentence.firstCharacter(end - 1), last), by: model)
    if origin != .after { support.add(Feature(.gap, gap(end), number), by: model) }
    return Ending(origin: origin, head: head, support: support)
  }

  /// What stands between a run and the number, as bits.
  private func gap(_ end: Int) -> Int {
    var bits = 0
    guard end < site.index else { return 0 }
    for at in end..<site.index {
      switch sentence.trait(at) {
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

  // MARK: Rules

  mutating func markRuleChoice(of draft: FactDraft) {
    guard let measure = draft.measure else { return }
    let rule = draft.rules.last { $0.hasPrefix("measure.") } ?? ""
    let number = MeasureCandidateList.ruleNumber(rule)
    if let index = items.firstIndex(where: { $0.measure == measure }) {
      items[index].support.add(Feature(.rule, number, 1), by: model)
      items[index].owner = draft.owner
      items[index].isRuleChoice = true
    } else {
      var support = common(.rule)
      support.add(Feature(.rule, number, 1), by: model)
      support.add(Feature(.rule, number, measure.ranges.count + 1), by: model)
      items.append(
        MeasureCandidate(
          measure: measure, owner: draft.owner, support: support, isRuleChoice: true,
          origin: .rule))
    }
  }

  private static func ruleNumber(_ rule: String) -> Int {
    (ruleNames.firstIndex(of: rule) ?? ruleNames.count) + 1
  }

  private static let ruleNames = [
    "measure.before", "measure.before-verb", "measure.after", "measure.around",
    "measure.before-change", "measure.before-rate", "measure.growth-noun", "measure.inherited",
    "measure.respectively", "measure.verb", "measure.after-any", "measure.clause-before",
    "measure.unit",
  ]
}
