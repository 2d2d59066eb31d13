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

  /// Where a phrase begins that what stands before it in its clause only tells apart: behind the first 的
  /// (`对首次登记并实现交易的企业`, `甲街道的经编产业园`), else behind a word for the one at hand (`本届时装周`); nil for none.
  func innerStart(from first: Int, notAfter end: Int) -> Int? {
    guard first < end else { return nil }
    if let de = (first + 1..<max(first + 1, end - 1)).first(where: { phrases.isDe(tokens[$0]) }) {
      return de + 1
    }
    let token = tokens[first]
    guard token.kind == .word, token.range.count <= 2, first + 1 < end,
      Self.determiners.contains(sentence.units[token.range.lowerBound])
    else { return nil }
    return first + 1
  }

  /// 本 of 本届, 这 of 这家, 该 of 该项.
  private static let determiners = UnitSet("本这该此那")
}
