extension Token {
  /// A small number that tells what it is, for features: its kind, or the first of its classes.
  func trait(in units: [UInt16]) -> UInt8 {
    switch kind {
    case .comma: return 1
    case .pause: return 2
    case .stop: return 3
    case .open: return 4
    case .close: return 5
    case .quoteOpen: return 6
    case .quoteClose: return 7
    case .quantity: return 8
    case .time: return 9
    case .name: return 10
    case .modifier: return 11
    case .word: break
    }
    let c = classes
    if c.contains(.anaphor) { return 12 }
    if range.count == 1, units[range.lowerBound] == 0x7684 { return 13 }  // 的
    if c.contains(.listEnd) { return 14 }
    if c.contains(.rate) { return 15 }
    if c.contains(.attribute) { return 16 }
    if c.contains(.attributive) { return c.contains(.verb) ? 17 : 18 }
    if c.contains(.verbNoun) { return c.contains(.verb) ? 19 : 20 }
    if c.contains(.increase) || c.contains(.decrease) { return 21 }
    if c.contains(.reach) { return 22 }
    if c.contains(.intransitive) { return 23 }
    if c.contains(.verb) { return c.contains(.adverb) ? 24 : 25 }
    if c.contains(.preposition) { return c.contains(.conjunction) ? 26 : 27 }
    if c.contains(.conjunction) { return 28 }
    if c.contains(.modal) { return 29 }
    if c.contains(.adverb) { return 30 }
    if c.contains(.particle) { return 31 }
    if c.contains(.compoundHead) { return 32 }
    if c.contains(.generic) { return 33 }
    if c.contains(.noun) { return 34 }
    if part != .none { return 40 + part.rawValue }
    return range.count == 1 ? 35 : 36
  }
}

extension TokenizedSentence {
  /// The first character of a token, 0 outside the sentence.
  func firstCharacter(_ index: Int) -> Int {
    tokens.indices.contains(index) ? Int(units[tokens[index].range.lowerBound]) : 0
  }

  /// The last character of a token, 0 outside the sentence.
  func lastCharacter(_ index: Int) -> Int {
    tokens.indices.contains(index) ? Int(units[tokens[index].range.upperBound - 1]) : 0
  }

  /// The character of a token that has only one, else 0.
  func loneCharacter(_ index: Int) -> Int {
    guard tokens.indices.contains(index), tokens[index].range.count == 1 else { return 0 }
    return Int(units[tokens[index].range.lowerBound])
  }
}
