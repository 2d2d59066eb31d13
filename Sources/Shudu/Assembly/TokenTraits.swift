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
    return WordTrait.number(of: range, in: units, classes: classes, part: part)
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
