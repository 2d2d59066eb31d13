/// The clause around a quantity, and the words that tie it to what stands before.
struct QuantitySite {
  /// The quantity's token.
  let index: Int
  /// First token of its clause, or of the bracket it stands in.
  let start: Int
  /// The token after its clause or bracket.
  let end: Int
  /// The nearest token to the left that is no adverb, modal, bound or `了`; nil at the start of the clause.
  let back: Int?
  /// The nearest token to the right that is no bound.
  let next: Int
  /// `back`, where it is a verb.
  let verb: Int?
  /// `back`, where it is a verb of change with the amount of change behind it (`增长6.4%`, not `增至`).
  let deltaVerb: Int?

  init(_ index: Int, in sentence: TokenizedSentence) {
    let tokens = sentence.tokens
    self.index = index
    var start = sentence.clauseStart(of: index)
    var end = sentence.clauseEnd(of: index)
    if let open = sentence.enclosingOpen(of: index), open >= start { start = open + 1 }
    if let close = (index..<end).first(where: { tokens[$0].kind == .close }),
      !(index..<close).contains(where: { tokens[$0].kind == .open })
    {
      end = close
    }
    // Members of a list of values begin after the pause or joiner that follows the value before.
    if let value = (start..<index).last(where: { tokens[$0].isQuantity }), value + 1 < index {
      let after = value + 1
      if tokens[after].kind == .pause || tokens[after].classes.contains(.conjunction) {
        start = after + 1
      }
    }
    self.start = min(start, index)
    self.end = end
    var next = index + 1
    while next < end, tokens[next].kind == .modifier { next += 1 }
    self.next = next
    back = QuantitySite.skipLight(index - 1, downTo: self.start, tokens, sentence)
    guard let back, tokens[back].kind == .word || tokens[back].kind == .modifier else {
      verb = nil
      deltaVerb = nil
      return
    }
    let c = tokens[back].classes
    verb = c.isDisjoint(with: [.verb, .reach, .increase, .decrease]) ? nil : back
    let last = sentence.units[tokens[back].range.upperBound - 1]
    let reaches = [0x5230, 0x81F3, 0x4E3A].contains(last)  // 到至为
    let isNoun = last == 0x5E45 || last == 0x901F  // 幅速
    deltaVerb = !c.isDisjoint(with: [.increase, .decrease]) && !reaches && !isNoun ? back : nil
  }

  /// The nearest token at or left of an index, within the clause, that is not light.
  func skipLight(_ from: Int, in sentence: TokenizedSentence) -> Int? {
    QuantitySite.skipLight(from, downTo: start, sentence.tokens, sentence)
  }

  /// Where the words that say what a value is per begin (`每百斤`, `每人每月`); nil where none end at an index.
  private static func perStart(
    _ index: Int, downTo start: Int, _ tokens: [Token], _ sentence: TokenizedSentence
  ) -> Int? {
    let first = { (at: Int) in sentence.units[tokens[at].range.lowerBound] }
    if tokens[index].kind == .word, first(index) == 0x6BCF { return index }
    guard index > start, tokens[index].kind == .word, tokens[index].range.count <= 2,
      tokens[index - 1].kind == .word, tokens[index - 1].range.count == 1,
      first(index - 1) == 0x6BCF
    else { return nil }
    return index - 1
  }

  /// `了`, `过`, `着` behind a verb; `由`, `从`, `自` before the first of two values; `却`, `近`, `约`.
  private static let passed = UnitSet("了过着由从自却")

  private static func skipLight(
    _ from: Int, downTo start: Int, _ tokens: [Token], _ sentence: TokenizedSentence
  ) -> Int? {
    var at = from
    while at >= start {
      let token = tokens[at]
      let isPassed =
        token.kind == .word && token.range.count == 1
        && passed.contains(sentence.units[token.range.lowerBound])
      if let per = QuantitySite.perStart(at, downTo: start, tokens, sentence) {
        at = per - 1
      } else if isPassed || token.isLight && token.classes.isDisjoint(with: [.increase, .decrease])
      {
        at -= 1
      } else {
        return at
      }
    }
    return nil
  }
}
