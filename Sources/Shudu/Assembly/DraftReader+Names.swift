/// What the names and times of a page say beside its facts.
extension DraftReader {
  /// All names of the page.
  func registry() -> NameRegistry {
    var registry = NameRegistry()
    for (index, sentence) in sentences.enumerated() {
      let folded = page.paragraphs[sentence.paragraph].folded
      let isHeading = page.paragraphs[sentence.paragraph].role.isHeading
      for turn in mentions[index].indices {
        guard let kind = mentions[index][turn].nameKind else { continue }
        let range = mentions[index][turn].range
        let end = range.upperBound
        registry.note(
          NameWords(folded[range]), kind, at: Citation(sentence.paragraph, range),
          next: end < folded.count ? folded[end] : nil, weight: isHeading ? 3 : 1,
          isBare: mentions[index][turn].rule == "name.place.short")
        if turn > 0,
          let full = DraftReader.full(of: mentions[index][turn], mentions[index][turn - 1], folded)
        {
          registry.tie(NameWords(folded[range]), to: NameWords(folded[full]))
        }
      }
    }
    registry.mergeForms()
    return registry
  }

  /// The name before a bracket that gives a short one; nil for none.
  private static func full(
    of short: Mention, _ before: Mention, _ units: [UInt16]
  ) -> Range<Int>? {
    guard short.rule == "name.taught", case .name = before.content,
      case let gap = units[before.range.upperBound..<short.range.lowerBound],
      gap.first == 0x28 || gap.dropFirst().first == 0x28, gap.count <= 9  // (
    else { return nil }
    return before.range
  }

  /// The owner of facts that nothing nearer owns: the first name of the first heading, else the main place.
  func title(_ registry: NameRegistry) -> SubjectHistory.Owner? {
    for (index, sentence) in sentences.enumerated().prefix(8) {
      guard page.paragraphs[sentence.paragraph].role.isHeading else { continue }
      let units = page.paragraphs[sentence.paragraph].folded
      if let owner = DraftReader.firstOwner(of: mentions[index], sentence, units) {
        return SubjectHistory.Owner(owner, in: units)
      }
    }
    return registry.main?.owner
      ?? registry.entries.first { $0.kind == .organization }?.owner
  }

  private static func firstOwner(
    of mentions: [Mention], _ sentence: Sentence, _ units: [UInt16]
  ) -> Citation? {
    for index in mentions.indices {
      guard let kind = mentions[index].nameKind,
        [.place, .organization, .facility].contains(kind),
        case let range = mentions[index].range, !NameRegistry.isMedium(units[range])
      else { continue }
      return Citation(sentence.paragraph, range)
    }
    return nil
  }

  /// The owner that a sentence without facts is about: the name it begins with.
  static func topic(of mentions: [Mention], _ sentence: Sentence, _ units: [UInt16]) -> Citation? {
    guard let owner = firstOwner(of: mentions, sentence, units), let range = owner.ranges.first,
      range.upperBound < units.count, units[range.upperBound] != 0x3001
    else { return nil }
    var start = sentence.range.lowerBound
    for mention in mentions {
      if case .time = mention.content, mention.range.lowerBound <= start + 1 {
        start = mention.range.upperBound + 1
      }
    }
    return range.lowerBound <= start + 2 ? owner : nil
  }

  /// Whether a name stands behind a mark or a time that stands so: nothing of its clause is before it but that.
  static func opensClause(_ index: Int, of mentions: [Mention], in units: [UInt16]) -> Bool {
    var start = mentions[index].range.lowerBound
    if index > 0, case .time = mentions[index - 1].content,
      mentions[index - 1].range.upperBound == start
    {
      start = mentions[index - 1].range.lowerBound
    }
    return start == 0 || clauseMarks.contains(units[start - 1])
  }

  /// What clauses begin behind; not 、, which lists.
  private static let clauseMarks = UnitSet("。,;:!?“”\"◆▲●■ ")

  /// Whether somebody of that name says something, so that the clause is not about it: `甲区相关负责人表示`.
  func speaks(_ name: Range<Int>, in units: [UInt16]) -> Bool {
    let limit = min(units.count, name.upperBound + DraftReader.longestTitle)
    guard
      let end = (name.upperBound..<limit).first(where: {
        DraftReader.clauseMarks.contains(units[$0])
      }),
      end > name.upperBound
    else { return false }
    return (1...2).contains { length in
      end - length >= name.upperBound
        && tokenizer.classes.classes(of: end - length..<end, in: units).contains(.speech)
    }
  }

  /// How far behind a name the word for speaking ends.
  private static let longestTitle = 24

  static func lastTime(of mentions: [Mention], paragraph: Int) -> TimeChoice? {
    for mention in mentions.reversed() {
      guard case .time(let expression) = mention.content, expression.canDate else { continue }
      return TimeChoice(
        words: Citation(paragraph, mention.range), expression: expression, isInherited: false,
        rule: "time.named")
    }
    return nil
  }
}

extension SubjectHistory.Owner {
  /// An owner by its words in a paragraph's units.
  init(_ citation: Citation, in units: [UInt16]) {
    self.init(name: citation, words: citation.words(in: units))
  }
}
