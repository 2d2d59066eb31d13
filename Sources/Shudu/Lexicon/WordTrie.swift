/// A set of words with a number each, for longest-match look-up in UTF-16 text.
///
/// One open-addressing table holds all edges: node, unit, the node the edge leads to and the number of the word that ends
/// there. Most look-ups miss, and one bit of a small filter says so for most of them, without a look at the table, which
/// the processor's caches don't hold; the first unit is looked up in a direct table. Made by `WordTrieDraft`; immutable.
struct WordTrie: Sendable {
  struct Root: Sendable, BitwiseCopyable {
    /// 0 for none.
    var node: Int32 = 0
    var payload: Int32 = -1
  }

  struct Edge: Sendable, BitwiseCopyable {
    /// `node << 16 | unit`; no edge leaves node 0, so that 0 is a free slot.
    var key: UInt64 = 0
    /// In a finished trie 0 where no edge leaves the child.
    var child: Int32 = 0
    /// Number of the word that ends at the child, -1 for none.
    var payload: Int32 = -1
  }

  /// By first unit, from `base` on: half a megabyte for all of them, so only as far as words begin.
  private let roots: FixedTable<Root>
  private let base: Int
  private let edges: FixedTable<Edge>
  /// A bit for each edge, by other bits of its hash than those that give the slot.
  private let filter: FixedTable<UInt64>
  private let mask: Int
  private let filterMask: Int

  init(_ draft: WordTrieDraft) {
    base = draft.firstUnits.lowerBound
    roots = FixedTable(draft.roots)
    edges = FixedTable(draft.edgesWithoutLeaves)
    mask = draft.edges.count - 1
    var bits = [UInt64](repeating: 0, count: max(1, draft.edges.count / 16))
    filterMask = bits.count * 64 - 1
    for edge in draft.edges where edge.key != 0 {
      let bit = Int(truncatingIfNeeded: WordTrie.hash(edge.key) >> 40) & filterMask
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    filter = FixedTable(bits)
  }

  /// Builds the set. A word given twice keeps its first number. Cost: linear in the words' lengths.
  init(_ words: some Collection<(word: [UInt16], payload: Int32)>) {
    var low = 1 << 16
    var high = 0
    for (word, _) in words {
      guard let first = word.first else { continue }
      low = min(low, Int(first))
      high = max(high, Int(first) + 1)
    }
    var draft = WordTrieDraft(capacity: words.count, firstUnits: min(low, high)..<high)
    for (word, payload) in words { draft.insert(word[...], payload: payload) }
    self.init(draft)
  }

  @inline(__always)
  private func root(of unit: UInt16) -> Root {
    let index = Int(unit) - base
    return index >= 0 && index < roots.count ? roots[index] : Root()
  }

  /// Builds the set from strings.
  init(strings: some Collection<(word: String, payload: Int32)>) {
    self.init(strings.map { (word: Array($0.word.utf16), payload: $0.payload) })
  }

  /// The longest word that begins at an offset and ends by `limit`.
  ///
  /// Cost: linear in the length of the longest word there.
  @inline(__always)
  func longestMatch(in units: [UInt16], at start: Int, limit: Int) -> Match? {
    var best: Match?
    forEachMatch(in: units, at: start, limit: limit) { best = $0 }
    return best
  }

  /// Every word that begins at an offset and ends by `limit`, shortest first.
  @inline(__always)
  func forEachMatch(
    in units: [UInt16], at start: Int, limit: Int, _ body: (Match) -> Void
  ) {
    _ = forEachMatch(in: units, at: start, upTo: limit, body)
  }

  /// The same; returns where the search stands in the set when the text ends before it, 0 where no longer word begins so.
  @inline(__always)
  func forEachMatch(
    in units: [UInt16], at start: Int, upTo limit: Int, _ body: (Match) -> Void
  ) -> Int32 {
    guard start < limit else { return 0 }
    let root = root(of: units[start])
    guard root.node != 0 else { return 0 }
    if root.payload >= 0 { body(Match(end: start + 1, payload: root.payload)) }
    return forEachMatch(from: root.node, in: units, at: start + 1, upTo: limit, body)
  }

  /// Goes on with a search that stood at a node of the set when its text ended.
  @inline(__always)
  func forEachMatch(
    from first: Int32, in units: [UInt16], at start: Int, upTo limit: Int, _ body: (Match) -> Void
  ) -> Int32 {
    var node = first
    var end = start
    while node != 0, end < limit {
      guard let edge = edge(from: node, by: units[end]) else { return 0 }
      end += 1
      node = edge.child
      if edge.payload >= 0 { body(Match(end: end, payload: edge.payload)) }
    }
    return node
  }

  /// The longest word whose units stand in reverse before `end`, not before `lower`; built from reversed words.
  func longestMatch(
    in units: [UInt16], endingAt end: Int, from lower: Int
  ) -> (start: Int, payload: Int32)? {
    guard end > lower else { return nil }
    let root = root(of: units[end - 1])
    guard root.node != 0 else { return nil }
    var start = end - 1
    var best: (start: Int, payload: Int32)?
    if root.payload >= 0 { best = (start, root.payload) }
    var node = root.node
    while node != 0, start > lower, let edge = edge(from: node, by: units[start - 1]) {
      start -= 1
      node = edge.child
      if edge.payload >= 0 { best = (start, edge.payload) }
    }
    return best
  }

  /// A word found: where it ends (exclusive), and its number.
  struct Match: Sendable, Equatable {
    var end: Int
    var payload: Int32
  }

  @inline(__always)
  private func edge(from node: Int32, by unit: UInt16) -> Edge? {
    let key = WordTrie.key(node, unit)
    let hash = WordTrie.hash(key)
    let bit = Int(truncatingIfNeeded: hash >> 40) & filterMask
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return nil }
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while true {
      let edge = edges[slot]
      if edge.key == key { return edge }
      if edge.key == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// Where the search for a key begins in a table of that mask.
  @inline(__always)
  static func slot(of key: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash(key) >> 20) & mask
  }
}
