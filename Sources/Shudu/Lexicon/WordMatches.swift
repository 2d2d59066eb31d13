/// Every word of a trie that begins at each offset of a range.
///
/// Found in one pass before they are asked for: the look-ups of one offset don't wait for those of another, so that the
/// processor fetches several slots of the table at once. Cost: linear in the range and in the words found.
struct WordMatches {
  let range: Range<Int>
  /// Where the matches of each offset begin, and where the last one's end.
  private let firsts: WorkBuffer<Int32>
  private let matches: WorkBuffer<Found>

  /// A match in half its size.
  struct Found: BitwiseCopyable {
    fileprivate let end: Int32
    fileprivate let payload: Int32
  }

  /// - Parameters: the memory that they take, until it is filled again.
  init(
    _ trie: WordTrie, in units: [UInt16], range: Range<Int>, firsts: WorkBuffer<Int32>,
    matches: WorkBuffer<Found>
  ) {
    self.range = range
    self.firsts = firsts
    self.matches = matches
    firsts.refill(with: 0, count: range.count + 1)
    matches.removeAll()
    for offset in range {
      trie.forEachMatch(in: units, at: offset, limit: range.upperBound) {
        matches.append(Found(end: Int32(truncatingIfNeeded: $0.end), payload: $0.payload))
      }
      firsts[known: offset &- range.lowerBound &+ 1] = Int32(truncatingIfNeeded: matches.count)
    }
  }

  /// The words that begin at an offset, shortest first.
  @inline(__always)
  func forEach(at offset: Int, _ body: (WordTrie.Match) -> Void) {
    let at = offset &- range.lowerBound
    var index = Int(firsts[at])
    let end = Int(firsts[at &+ 1])
    while index < end {
      let found = matches[known: index]
      body(WordTrie.Match(end: Int(found.end), payload: found.payload))
      index &+= 1
    }
  }
}
