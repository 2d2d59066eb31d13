/// What a clause may open with, and where its opening phrase may end.
extension SubjectFinder {
  /// Times, adverbs, joining words and prepositions that stand before what a clause is about.
  func isLead(_ token: Token) -> Bool {
    if token.isTime || token.isLight || token.kind == .comma { return true }
    guard token.kind == .word else { return false }
    return !token.classes.isDisjoint(with: [.conjunction, .preposition])
      && token.classes.isDisjoint(with: [.verb, .verbNoun, .anaphor])
  }

  /// Whether a token may stand within a phrase that began at `first`.
  func isInside(_ index: Int, of first: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .name, .quoteOpen, .quoteClose, .open, .close: return true
    case .word:
      if token.classes.contains(.anaphor) { return true }
      if phrases.isDe(token) { return index > first }
      return phrases.isNominal(token) || phrases.isJoiner(token) && index > first
    default: return false
    }
  }

  /// Whether a run of tokens is a phrase: its brackets and quotes closed, no joining word at its end.
  func isWhole(_ run: Range<Int>) -> Bool {
    let last = tokens[run.upperBound - 1]
    guard !phrases.isDe(last), !phrases.isJoiner(last), last.kind != .open, last.kind != .quoteOpen
    else { return false }
    var depth = 0
    for at in run {
      switch tokens[at].kind {
      case .open, .quoteOpen: depth += 1
      case .close, .quoteClose: depth -= 1
      default: break
      }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Where what a clause says of somebody before naming it ends (`对首次登记并实现交易的企业`): the token behind its first 的
  /// that has a verb before it; nil for none.
  func relativeHead(from first: Int, notAfter end: Int) -> Int? {
    var hasVerb = false
    for at in first..<max(first, end) {
      let token = tokens[at]
      if token.kind == .word, token.classes.contains(.verb) { hasVerb = true }
      if hasVerb, phrases.isDe(token), at + 1 < end { return at + 1 }
    }
    return nil
  }
}
