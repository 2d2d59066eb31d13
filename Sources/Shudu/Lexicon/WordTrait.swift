/// What a word is, as one small number for features: the first of its classes that counts, else its part of speech.
///
/// The numbers are part of the weights' names: new ones go to free places.
enum WordTrait {
  /// The trait of a word by its classes and part of speech.
  static func number(
    of range: Range<Int>, in units: [UInt16], classes c: WordClasses, part: PartOfSpeech
  ) -> UInt8 {
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
