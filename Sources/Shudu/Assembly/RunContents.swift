/// What speaks for a run of tokens by what it holds; grows from its end to the left.
struct RunContents: Sendable {
  private(set) var support: Support
  /// Verbs that it holds.
  private(set) var verbs = 0
  /// Whether it is one stretch of text without adverbs within.
  private(set) var isPlain = true
  private let end: Int

  /// An empty run before a token.
  init(end: Int, _ model: LinearModel) {
    support = Support(model)
    self.end = end
  }

  /// Takes in the token to the left.
  mutating func grow(to start: Int, in sentence: TokenizedSentence, _ model: LinearModel) {
    let trait = sentence.trait(start)
    if trait == 25 || trait == 22 { verbs += 1 }
    let inner = start + 1
    guard inner < end else { return }
    let innerTrait = sentence.trait(inner)
    let isLast = inner + 1 == end
    if !isLast || innerTrait > 11 {
      support.add(Feature(.holds, innerTrait, isLast ? 1 : 0), by: model)
    }
    if trait == 25 { support.add(Feature(.between, innerTrait, 99), by: model) }
    let token = sentence.tokens[inner]
    if token.isLight && token.kind == .word
      || sentence.tokens[start].range.upperBound != token.range.lowerBound
    {
      isPlain = false
    }
  }
}
