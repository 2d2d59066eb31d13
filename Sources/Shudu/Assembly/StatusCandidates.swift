/// The statuses that a fact may have, by the cues of its sentence: words of plan, expectation, rule and completion before the
/// number, in its clause and in the others, the time's place, and the status of the fact before.
struct StatusCandidates {
  private let sentence: TokenizedSentence
  private let model: OutcomeModel
  /// The words that are cues, which all facts of the sentence look at.
  private let words: [Word]

  /// A word that is a cue, by itself or as one of a class.
  private struct Word: BitwiseCopyable {
    var token: Int
    /// A bit for each class that counts, in order.
    var classes: UInt16
    /// Its number in features; nil where the word itself is no cue.
    var number: Int?
    /// The word before with the same number.
    var same: Int?
  }

  init(sentence: TokenizedSentence, model: OutcomeModel) {
    self.sentence = sentence
    self.model = model
    words = StatusCandidates.words(of: sentence)
  }

  private static func words(of sentence: TokenizedSentence) -> [Word] {
    var words: [Word] = []
    for at in sentence.tokens.indices {
      let token = sentence.tokens[at]
      guard token.kind == .word || token.kind == .modifier, !token.classes.isDisjoint(with: cues)
      else { continue }
      var word = Word(token: at, classes: 0)
      for turn in counted.indices where token.classes.contains(counted[turn]) {
        word.classes |= 1 << UInt16(turn)
      }
      if token.range.count <= 2, !token.classes.isDisjoint(with: telling) {
        // The word itself: its first and last character.
        let number = sentence.firstCharacter(at) * 7 + sentence.lastCharacter(at)
        word.number = number
        word.same = words.lastIndex { $0.number == number }
      }
      words.append(word)
    }
    return words
  }

  /// Classes of words that are cues as a class.
  private static let counted: InlineArray<4, WordClasses> = [
    .target, .forecast, .provision, .speech,
  ]
  /// Classes of words that are cues by themselves.
  private static let telling: WordClasses = [
    .target, .forecast, .provision, .adverb, .modal, .particle,
  ]
  private static let cues = telling.union(.speech)
  static let statuses: [Fact.Status] = [.actual, .target, .forecast, .provision]

  /// What speaks for each.
  func support(
    for draft: FactDraft, rule: Fact.Status, after earlier: FactDraft?
  ) -> OutcomeSupport {
    var support = OutcomeSupport(model)
    func add(_ cue: Int) { support.add(Feature(.status, cue), by: model) }
    let ruling = StatusCandidates.number(of: rule)
    let time = draft.time?.expression
    add(1 + ruling)
    // What the rules say weighs otherwise where the time lies ahead.
    add(60 + ruling * 2 + (time?.isAhead == true ? 1 : 0))
    if let time {
      add(10 + (time.isAhead ? 1 : 0))
      if time.sort == .goal { add(time.isGoalAhead ? 19 : 12) }
      if time.sort == .upTo { add(13) }
      if time.value == nil { add(14) }
    } else {
      add(15)
    }
    if !draft.quantity.per.isEmpty { add(16) }
    if draft.aspect == .change { add(17) }
    add(20 + draft.quantity.kind.number)
    switch draft.quantity.approximation {
    case .atMost, .atLeast: add(18)
    default: break
    }
    if let previous = earlier {
      let last = StatusCandidates.number(of: previous.status)
      let isSameTime = previous.time?.words == draft.time?.words
      add((previous.sentence == draft.sentence ? 40 : 50) + last)
      add(70 + last * 2 + (isSameTime ? 1 : 0))
    }
    addNeighbours(of: draft.site, to: &support)
    addWords(around: draft.token, to: &support)
    return support
  }

  static func number(of status: Fact.Status) -> Int {
    switch status {
    case .actual: 0
    case .target: 1
    case .forecast: 2
    case .provision: 3
    }
  }

  private func addNeighbours(of site: QuantitySite, to support: inout OutcomeSupport) {
    let back = site.back.map { 900 + sentence.trait($0) }
    let next = site.next < site.end ? 950 + sentence.trait(site.next) : nil
    if let back { support.add(Feature(.status, back), by: model) }
    // Some traits of the one have the numbers of the other: no cue counts twice.
    if let next, next != back { support.add(Feature(.status, next), by: model) }
  }

  /// Adds what the words of the sentence say, each once: in the number's clause before it, before that clause, behind it.
  private func addWords(around token: Int, to support: inout OutcomeSupport) {
    let clause = sentence.clauseStart(of: token)
    let end = sentence.clauseEnd(of: token)
    let before = clause..<token
    var seen: UInt16 = 0
    for word in words {
      let at = word.token
      let zone = before.contains(at) ? 0 : at < clause ? 1 : at < end ? 2 : 3
      seen |= word.classes << UInt16(zone * 4)
      guard let number = word.number, isFirst(word, before) else { continue }
      let cue = 10_000 + (zone == 0 ? 0 : 1_000_000) + number
      support.add(Feature(.status, cue), by: model)
    }
    while seen != 0 {
      let bit = seen.trailingZeroBitCount
      support.add(Feature(.status, 100 + bit / 4 * 10 + bit % 4), by: model)
      seen &= seen - 1
    }
  }

  /// Whether no word before with the same number stands on the same side of a range's border.
  private func isFirst(_ word: Word, _ range: Range<Int>) -> Bool {
    let isWithin = range.contains(word.token)
    var same = word.same
    while let index = same {
      if range.contains(words[index].token) == isWithin { return false }
      same = words[index].same
    }
    return true
  }
}
