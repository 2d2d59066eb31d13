/// Finds the quantities, times and names of a page's sentences.
public struct Recognizer: Sendable {
  var names: NameRecognizer
  private let times: TimeRecognizer
  private let quantities: QuantityRecognizer
  private let idle: IdleQuantities

  public init(adding team: TeamLexicon = TeamLexicon()) {
    self.init(adding: team, idle: .standard)
  }

  /// - Parameter weights: those by which quantities that state no fact are known.
  public init(idle weights: [Feature: Int32]) {
    self.init(adding: TeamLexicon(), idle: IdleQuantities(LinearModel(weights: weights)))
  }

  private init(adding team: TeamLexicon, idle: IdleQuantities) {
    self.idle = idle
    times = TimeRecognizer()
    guard !team.isEmpty else {
      quantities = QuantityRecognizer()
      names = NameRecognizer()
      return
    }
    quantities = QuantityRecognizer(
      table: UnitTable(adding: team.text(of: "units")), phrases: FixedPhrases(adding: team))
    names = NameRecognizer(table: NameTable(adding: team))
  }

  /// Has names chosen by weights other than those of the binary; with none the rules alone choose.
  public mutating func chooseNames(by weights: [Feature: Int32]) {
    names.choose(by: weights)
  }

  /// What the names of each sentence are chosen from, for training.
  public func nameChoices(
    of sentences: [Sentence], on page: Page
  ) -> [[NameRecognizer.Choice]] {
    var context = NameContext()
    names.learn(from: page.paragraphs.map(\.folded), context: &context)
    return sentences.map {
      names.choices(
        in: page.paragraphs[$0.paragraph].folded, range: $0.range, context: &context)
    }
  }

  /// For each sentence its mentions, ascending and disjoint.
  ///
  /// What stands inside a name is a part of the name.
  /// - Parameter date: the article's date, by which relative times are worked out.
  public func mentions(
    of sentences: [Sentence], on page: Page, date: CalendarDate?
  ) -> [[Mention]] {
    var nameContext = NameContext()
    var timeContext = TimeContext(articleDate: date)
    names.learn(from: page.paragraphs.map(\.folded), context: &nameContext)
    let topics = TimeTopics(of: page, times: times, date: date)
    // Layer by layer, not sentence by sentence: each recognizer's tables and branches stay at hand.
    let memory = NameMemory()
    let named = sentences.map { sentence in
      var found = names.names(
        in: page.paragraphs[sentence.paragraph].folded, range: sentence.range,
        context: &nameContext, memory: memory)
      found.removeMentions { $0.count < 2 }
      return found
    }
    var paragraph: Int?
    let timed = sentences.map { sentence in
      if sentence.paragraph != paragraph {
        timeContext.beginParagraph()
        timeContext.topicYear = topics.year(ofParagraph: sentence.paragraph)
        paragraph = sentence.paragraph
      }
      return times.times(
        in: page.paragraphs[sentence.paragraph].folded, range: sentence.range,
        context: &timeContext)
    }
    var found = sentences.indices.map { index in
      let units = page.paragraphs[sentences[index].paragraph].folded
      var taken = Recognizer.merged(named[index], timed[index])
      taken.removeMentions { Recognizer.cutsNumber($0, in: units) }
      let counted = quantities.quantities(
        in: units, range: sentences[index].range, excluding: taken.map(\.range))
      var all = Recognizer.merged(taken, Recognizer.withoutRoom(counted))
      if !counted.isEmpty { idle.weaken(&all, of: sentences[index], in: units) }
      return all
    }
    var tables = TableQuantities(page, by: quantities)
    tables.complete(&found, of: sentences)
    return found
  }

  /// Whether a range begins within a number (`万台` of 15万台), is one (`伍拾万`), or ends within its unit (`五分` of 五分钟).
  static func cutsNumber(_ range: Range<Int>, in units: [UInt16]) -> Bool {
    let alphabet = NumeralAlphabet.standard
    if range.upperBound < units.count, units[range.upperBound] == 0x949F,
      units[range.upperBound - 1] == 0x5206
    {
      return true
    }
    let isNumber = units[range].allSatisfy {
      switch alphabet.sort($0) {
      case .arabic, .digit, .small, .large, .point: true
      default: false
      }
    }
    if isNumber, range.count > 1,
      units[range].contains(where: { alphabet.sort($0) == .small || alphabet.sort($0) == .large })
    {
      return true
    }
    guard range.lowerBound > 0 else { return false }
    var before = units[range.lowerBound - 1]
    if before == 0x20, range.lowerBound > 1 { before = units[range.lowerBound - 2] }
    let first = alphabet.sort(units[range.lowerBound])
    switch alphabet.sort(before) {
    case .arabic: return first == .large || first == .small || first == .more
    case .digit, .small, .large, .several:
      return first == .large || first == .small || first == .more || first == .digit
    default: return false
    }
  }

  /// The same mentions without the room that they grew with, which a page of figures would have half its memory in.
  private static func withoutRoom(_ mentions: [Mention]) -> [Mention] {
    guard mentions.count > 16 else { return mentions }
    var exact: [Mention] = []
    exact.reserveCapacity(mentions.count)
    exact += mentions
    return exact
  }

  /// Two layers of ascending, disjoint mentions as one: of two that overlap the longer stays, of equal ones the
  /// one of the first layer.
  static func merged(_ first: [Mention], _ second: [Mention]) -> [Mention] {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    var result: [Mention] = []
    result.reserveCapacity(first.count + second.count)
    var last = 0..<0
    // By index: a mention that is looked at as a whole is copied, with all that it refers to.
    func add(_ mentions: [Mention], _ index: Int) {
      let range = mentions[index].range
      if result.isEmpty || last.upperBound <= range.lowerBound {
        result.append(mentions[index])
      } else if range.count > last.count {
        result[result.count - 1] = mentions[index]
      } else {
        return
      }
      last = range
    }
    var next = 0
    for index in first.indices {
      let start = first[index].range.lowerBound
      while next < second.count, second[next].range.lowerBound < start {
        add(second, next)
        next += 1
      }
      add(first, index)
    }
    for index in next..<second.count { add(second, index) }
    return result
  }
}

extension [Mention] {
  /// Removes those for whose ranges something holds. Copies none, as the standard one would each.
  fileprivate mutating func removeMentions(where holds: (Range<Int>) -> Bool) {
    guard var end = indices.first(where: { holds(self[$0].range) }) else { return }
    for index in end + 1..<count where !holds(self[index].range) {
      swapAt(end, index)
      end += 1
    }
    removeSubrange(end...)
  }
}
