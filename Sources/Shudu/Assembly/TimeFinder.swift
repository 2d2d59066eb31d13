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
      carried.rule = "time.carried"
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
    return TimeChoice(
      words: Citation(sentence.paragraph, [tokens[index].range]), expression: expression,
      isInherited: false, rule: "time.named")
  }

  /// `比上年末增加`, `是2019年的1.15倍`: the base of a comparison.
  private func isBase(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let token = tokens[index - 1]
    guard token.kind == .word, token.range.count == 1 else { return false }
    return [0x6BD4, 0x8F83, 0x662F].contains(sentence.units[token.range.lowerBound])  // 比较是
  }

  /// A year within quotation marks or a title only names the thing.
  private func isModifier(_ index: Int) -> Bool {
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
