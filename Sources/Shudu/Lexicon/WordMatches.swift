/// Every word of a trie that begins at each offset of a range.
///
/// Found in one pass before they are asked for: the look-ups of one offset don't wait for those of another, so that the
/// processor fetches several slots of the table at once. Cost: linear in the range and in the words found.
struct WordMatches {
  let range: Range<Int>
  /// Where the matches of each offset begin, and where the last one's end.
  private var firsts: [Int32] = []
  private var matches: [WordTrie.Match] = []

  init(_ trie: WordTrie, in units: [UInt16], range: Range<Int>) {
    self.range = range
    firsts.reserveCapacity(range.count + 1)
    matches.reserveCapacity(range.count * 2)
    for offset in range {
      firsts.append(Int32(truncatingIfNeeded: matches.count))
      trie.forEachMatch(in: units, at: offset, limit: range.upperBound) { matches.append($0) }
    }
    firsts.append(Int32(truncatingIfNeeded: matches.count))
  }

  /// The words that begin at an offset, shortest first.
  @inline(__always)
  func forEach(at offset: Int, _ body: (WordTrie.Match) -> Void) {
    let at = offset - range.lowerBound
    for index in Int(firsts[at])..<Int(firsts[at + 1]) { body(matches[index]) }
  }
}
