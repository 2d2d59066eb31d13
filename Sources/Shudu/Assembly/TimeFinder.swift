/// When a fact holds: the time named nearest before it, carried over within its paragraph.
struct TimeFinder {
  let sentence: TokenizedSentence

  private var tokens: [Token] { sentence.tokens }

  /// The time of a draft; nil where nothing says.
  ///
  /// - Parameter carried: the last time of the paragraph before this sentence.
  func time(of draft: FactDraft, carried: TimeChoice?) -> TimeChoice? {
    var at = draft.token - 1
    while at >= 0 {
      if let choice = choice(at: at, before: draft.token) { return choice }
      at -= 1
    }
    let end = sentence.clauseEnd(of: draft.token)
    at = draft.token + 1
    while at < end {
      if let choice = choice(at: at, before: nil) { return choice }
      at += 1
    }
    if var carried {
      carried.isInherited = true
      if carried.rule == "time.named" { carried.rule = "time.carried" }
      return carried
    }
    return nil
  }

  /// The last time of the sentence that later sentences may take over.
  func lastTime() -> TimeChoice? {
    for at in tokens.indices.reversed() {
      if let choice = choice(at: at, before: nil) { return choice }
    }
    return nil
  }

  private func choice(at index: Int, before: Int?) -> TimeChoice? {
    guard let expression = sentence.time(at: index) else { return nil }
    switch expression.sort {
    case .repeated, .clock: return nil
    case .calendar, .upTo, .since, .goal, .vague: break
    }
    if isBase(index) || isModifier(index) { return nil }
    if let before, reach(of: index).map({ before > $0 }) ?? false { return nil }
    return TimeChoice(
      words: Citation(sentence.paragraph, [tokens[index].range]), expression: expression,
      isInherited: false, rule: "time.named")
  }

  /// `比上年末增加`, `是2019年的1.15倍`: the base of a comparison.
  private func isBase(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let token = tokens[index - 1]
    guard token.kind == .word, token.range.count == 1 else { return false }
    // 比, 较, 是, 继.
    return [0x6BD4, 0x8F83, 0x662F, 0x7EE7].contains(sentence.units[token.range.lowerBound])
  }

  /// The last token that a time within a phrase may date; nil where it dates all that follows.
  ///
  /// `2019年引进的16家企业完成产值50亿元` dates the count alone, `年度目标126亿元` the goal alone.
  private func reach(of index: Int) -> Int? {
    let end = sentence.clauseEnd(of: index)
    guard index + 1 < end, let value = (index + 1..<end).first(where: { tokens[$0].isQuantity })
    else { return nil }
    let words = sentence.text(tokens[index])
    if words == "年度" { return value }
    let start = sentence.clauseStart(of: index)
    guard value - 1 > index, sentence.loneCharacter(value - 1) == 0x7684,
      (index + 1..<value - 1).contains(where: { tokens[$0].classes.contains(.verb) }),
      index == start
    else { return nil }
    return value
  }

  /// A year within a title only names the thing, and so does one in quotation marks before a noun.
  private func isModifier(_ index: Int) -> Bool {
    if index > 0, tokens[index - 1].kind == .quoteOpen, index + 2 < tokens.count,
      tokens[index + 1].kind == .quoteClose, tokens[index + 2].kind == .word,
      tokens[index + 2].classes.isDisjoint(with: [.verb, .adverb, .preposition, .modal])
    {
      return true
    }
    var depth = 0
    for at in 0..<index {
      if case .open = tokens[at].kind, sentence.units[tokens[at].range.lowerBound] == 0x300A {
        depth += 1
      }
      if case .close = tokens[at].kind, sentence.units[tokens[at].range.lowerBound] == 0x300B {
        depth -= 1
      }
    }
    return depth > 0
  }
}
