/// The candidates of one quantity while they are gathered, with what speaks for each.
struct MeasureCandidateList {
  private let candidates: MeasureCandidates
  let sentence: TokenizedSentence
  let model: LinearModel
  let quantity: QuantityTraits
  private(set) var items: [MeasureCandidate] = []
  /// The words of those that are no stretch of the paragraph.
  private var cited: [Citation] = []
  /// What all candidates of the origin that was looked at last have in common.
  private var common: (origin: Origin, support: Support)?

  typealias Origin = MeasureCandidate.Origin

  /// UTF-16 units from which on runs are of one length in features.
  private static let longestTold = 14
  /// Candidates that most quantities have at most.
  private static let usual = 48

  init(_ candidates: MeasureCandidates, for draft: FactDraft, after earlier: FactDraft?) {
    self.candidates = candidates
    sentence = candidates.sentence
    model = candidates.model
    quantity = QuantityTraits(of: draft, in: candidates.sentence, after: earlier)
    items.reserveCapacity(MeasureCandidateList.usual)
  }

  // MARK: Words

  /// The words of a candidate.
  func measure(_ index: Int) -> Citation { citation(of: items[index].words) }

  private func citation(of words: MeasureCandidate.Words) -> Citation {
    switch words {
    case .whole(let start, let end): Citation(sentence.paragraph, Int(start)..<Int(end))
    case .withoutAdverbs(let start, let end):
      Citation(
        sentence.paragraph, candidates.withoutAdverbs(sentence.tokens(of: Int(start)..<Int(end))))
    case .cited(let number): cited[Int(number)]
    }
  }

  /// The first candidate that has these words; nil for none.
  func index(of words: Citation) -> Int? {
    let isHere = words.paragraph == sentence.paragraph
    let first = words.ranges[0]
    let isWhole = isHere && words.ranges.count == 1 && words.rest.isEmpty
    return items.firstIndex { item in
      switch item.words {
      case .whole(let start, let end):
        isWhole && first.lowerBound == Int(start) && first.upperBound == Int(end)
      case .withoutAdverbs(let start, _):
        isHere && first.lowerBound == Int(start) && citation(of: item.words) == words
      case .cited(let number): cited[Int(number)] == words
      }
    }
  }

  // MARK: Candidates

  /// What the runs that end at one place have in common.
  struct Ending {
    let origin: Origin
    /// The trait of the last token.
    let head: Int
    let support: Support
  }

  /// Adds a run.
  mutating func append(_ run: Range<Int>, _ ending: Ending, _ contents: RunContents) {
    append(.init(sentence.textRange(run)), support(of: run, ending, contents), ending.origin)
  }

  /// Adds a run that holds adverbs, with them and without.
  mutating func appendBoth(_ run: Range<Int>, _ ending: Ending, _ contents: RunContents) {
    let text = sentence.textRange(run)
    let support = support(of: run, ending, contents)
    append(.init(text), adverbs(of: run, 1, support), ending.origin)
    append(.init(withoutAdverbs: text), adverbs(of: run, 2, support), ending.origin)
  }

  @inline(__always)
  private func support(
    of run: Range<Int>, _ ending: Ending, _ contents: RunContents
  ) -> Support {
    let origin = ending.origin.number
    let boundary = sentence.trait(run.lowerBound - 1)
    let opening = candidates.opening(at: run.lowerBound)
    var support = ending.support
    support.add(run.count > 1 ? opening.pair : opening.single, by: model)
    support.add(contents.support, by: model)
    support.add(Feature(.words, min(run.count, 8), origin), by: model)
    let extent = min(sentence.textRange(run).count, MeasureCandidateList.longestTold)
    support.add(Feature(.extent, extent, origin), by: model)
    support.add(Feature(.originBoundary, origin, boundary), by: model)
    support.add(Feature(.headBoundary, ending.head, boundary), by: model)
    if contents.verbs > 0 { support.add(Feature(.length, contents.verbs, origin), by: model) }
    return support
  }

  @inline(__always)
  mutating func append(
    _ words: MeasureCandidate.Words, _ support: Support, _ origin: Origin
  ) {
    items.append(MeasureCandidate(words: words, support: support, origin: origin))
  }

  /// With what a run's adverbs say.
  ///
  /// - Parameter light: 1 for a run that holds them, 2 for one that they were left out of.
  private func adverbs(of run: Range<Int>, _ light: Int, _ support: Support) -> Support {
    var support = support
    support.add(Feature(.light, light), by: model)
    for at in run.dropFirst() where sentence.tokens[at].isLight {
      let word = light << 16 | sentence.firstCharacter(at)
      support.add(Feature(.lightWord, word, sentence.lastCharacter(at)), by: model)
    }
    return support
  }

  mutating func append(from earlier: FactDraft, _ origin: Origin) {
    if let measure = earlier.measure { append(measure, origin) }
  }

  /// Words that are no run of tokens beside the number, if no candidate has them yet.
  mutating func append(_ measure: Citation, _ origin: Origin) {
    guard index(of: measure) == nil else { return }
    append(words(of: measure), support(besides: origin), origin)
  }

  mutating func words(of measure: Citation) -> MeasureCandidate.Words {
    if measure.paragraph == sentence.paragraph, measure.ranges.count == 1, measure.rest.isEmpty {
      return .init(measure.ranges[0])
    }
    cited.append(measure)
    return .cited(Int32(truncatingIfNeeded: cited.count - 1))
  }

  /// What speaks for words that are no run of tokens beside the number.
  mutating func support(besides origin: Origin) -> Support {
    let number = origin.number
    var support = common(origin)
    support.add(Feature(.distance, number, quantity.site.start > 0 ? 1 : 0), by: model)
    let verb = quantity.site.verb.map { sentence.trait($0) } ?? 0
    support.add(Feature(.between, verb, number), by: model)
    support.add(Feature(.likeness, quantity.likeness, number), by: model)
    support.add(Feature(.separator, sentence.trait(quantity.site.start - 1), number), by: model)
    support.add(Feature(.runs, items.isEmpty ? 0 : 1, number), by: model)
    if let back = quantity.site.back {
      support.add(Feature(.backCharacter, sentence.lastCharacter(back), number), by: model)
    }
    return support
  }

  /// Tells each run of those from an index on how many longer ones end where it does.
  mutating func noteRemaining(from first: Int) {
    for index in first..<items.count {
      let longer = items.count - 1 - index
      items[index].support.add(
        Feature(.remaining, min(longer, 4), items[index].origin.number), by: model)
    }
  }

  // MARK: Features

  private mutating func common(_ origin: Origin) -> Support {
    if let common, common.origin == origin { return common.support }
    let number = origin.number
    let (kind, next) = (quantity.kind, quantity.next)
    var support = Support(model)
    support.add(Feature(.origin, number), by: model)
    support.add(Feature(.originKind, number, kind), by: model)
    support.add(Feature(.followed, number, next), by: model)
    support.add(Feature(.preceded, number, quantity.back), by: model)
    support.add(Feature(.previous, number, quantity.previous), by: model)
    support.add(Feature(.unitOrigin, number, quantity.unit), by: model)
    support.add(Feature(.followedKind, number * 64 + kind, next), by: model)
    common = (origin, support)
    return support
  }

  /// What the runs have in common that end before a token.
  mutating func ending(at end: Int, _ origin: Origin) -> Ending {
    let number = origin.number
    let head = sentence.trait(end - 1)
    let last = sentence.lastCharacter(end - 1)
    var support = common(origin)
    support.add(Feature(.head, head, number), by: model)
    support.add(Feature(.headCharacter, last), by: model)
    support.add(Feature(.headUnit, quantity.kind, head), by: model)
    support.add(Feature(.next, sentence.trait(end), number), by: model)
    support.add(Feature(.unitHead, quantity.unit, last), by: model)
    support.add(Feature(.headPair, sentence.firstCharacter(end - 1), last), by: model)
    if origin != .after {
      support.add(Feature(.gap, quantity.gap(from: end, in: sentence), number), by: model)
    }
    return Ending(origin: origin, head: head, support: support)
  }

  // MARK: Rules

  mutating func markRuleChoice(of draft: FactDraft) {
    guard let measure = draft.measure else { return }
    let number = MeasureCandidateList.number(ofRuleIn: draft.rules)
    if let index = index(of: measure) {
      items[index].support.add(Feature(.rule, number, 1), by: model)
      items[index].isRuleChoice = true
    } else {
      var support = common(.rule)
      support.add(Feature(.rule, number, 1), by: model)
      support.add(Feature(.rule, number, measure.ranges.count + 1), by: model)
      append(words(of: measure), support, .rule)
      items[items.count - 1].isRuleChoice = true
    }
  }

  /// The number in features of the rule that found a measure, the last of those that did.
  private static func number(ofRuleIn rules: [String]) -> Int {
    for rule in rules.reversed() {
      if let number = ruleNames.firstIndex(of: rule) { return number + 1 }
      if rule.hasPrefix("measure.") { break }
    }
    return ruleNames.count + 1
  }

  private static let ruleNames = [
    "measure.before", "measure.before-verb", "measure.after", "measure.around",
    "measure.before-change", "measure.before-rate", "measure.growth-noun", "measure.inherited",
    "measure.respectively", "measure.verb", "measure.after-any", "measure.clause-before",
    "measure.unit",
  ]
}
