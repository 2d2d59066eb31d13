/// A handful of words that a stretch of text may be.
///
/// One look at the first character turns most stretches away. To be kept in statics alone, as a `UnitSet` is.
struct WordSet: Sendable {
  private let firsts: UnitSet
  private let words: WordIndex

  init(_ words: String...) {
    firsts = UnitSet(words.compactMap { $0.first.map(String.init) }.joined())
    self.words = words.reduce(into: WordIndex()) { $0.insert(NameWords(Array($1.utf16))) }
  }

  func contains(_ units: ArraySlice<UInt16>) -> Bool {
    guard let first = units.first, firsts.contains(first) else { return false }
    return words.contains(NameWords(units))
  }
}
