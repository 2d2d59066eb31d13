/// A set of words with a number each, for longest-match look-up in UTF-16 text.
///
/// One open-addressing table holds all edges, eight bytes each: node, unit and the node the edge leads to. Most
/// look-ups miss, at the cost of one such slot; the first unit is looked up in a direct table. Immutable once built.
struct WordTrie: Sendable {
  private struct Root: Sendable {
    /// 0 for none.
    var node: Int32 = 0
    var payload: Int32 = -1
  }

  /// By first unit, from `base` on: half a megabyte for all of them, so only as far as words begin.
  private var roots: [Root]
  private let base: Int
  /// `node << 36 | unit << 20 | child`, 0 for a free slot.
  private var edges: [UInt64]
  /// Number of the word that ends at a node, -1 for none.
  private var payloads: [Int32]
  private var mask: Int
  /// Edges in use.
  private var used = 0

  /// An empty set with room for so many words.
  init(capacity words: Int = 0) {
    self.init(capacity: words, firstUnits: 0..<1 << 16)
  }

  private init(capacity words: Int, firstUnits: Range<Int>) {
    base = firstUnits.lowerBound
    roots = Array(repeating: Root(), count: firstUnits.count)
    var capacity = 1024
    while capacity < words * 3 { capacity *= 2 }
    edges = Array(repeating: 0, count: capacity)
    payloads = [-1]
    mask = capacity - 1
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
    self.init(capacity: words.count, firstUnits: min(low, high)..<high)
    for (word, payload) in words { insert(word[...], payload: payload) }
  }

  /// Adds a word, unless it is there already; its number, the old one if it was.
  @discardableResult
  mutating func insert(_ word: ArraySlice<UInt16>, payload: Int32) -> Int32 {
    guard let first = word.first else { return -1 }
    let root = Int(first) - base
    if roots[root].node == 0 {
      roots[root].node = Int32(payloads.count)
      payloads.append(-1)
    }
    if word.count == 1 {
      if roots[root].payload < 0 { roots[root].payload = payload }
      return roots[root].payload
    }
    var node = UInt64(roots[root].node)
    for unit in word.dropFirst() {
      if used * 2 > edges.count { grow() }
      let key = WordTrie.key(node, unit)
      let slot = slot(of: key)
      if edges[slot] == 0 {
        precondition(payloads.count < 1 << 20, "too many words for the table")
        edges[slot] = key << 20 | UInt64(payloads.count)
        payloads.append(-1)
        used += 1
      }
      node = edges[slot] & WordTrie.childMask
    }
    if payloads[Int(node)] < 0 { payloads[Int(node)] = payload }
    return payloads[Int(node)]
  }

  @inline(__always)
  private func root(of unit: UInt16) -> Root {
    let index = Int(unit) - base
    return index >= 0 && index < roots.count ? roots[index] : Root()
  }

  /// The number of exactly that word, -1 for none.
  func payload(of word: ArraySlice<UInt16>) -> Int32 {
    guard let first = word.first else { return -1 }
    let root = root(of: first)
    if word.count == 1 || root.node == 0 { return word.count == 1 ? root.payload : -1 }
    var node = UInt64(root.node)
    for unit in word.dropFirst() {
      let edge = edges[slot(of: WordTrie.key(node, unit))]
      guard edge != 0 else { return -1 }
      node = edge & WordTrie.childMask
    }
    return payloads[Int(node)]
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
    guard start < limit else { return }
    let root = root(of: units[start])
    guard root.node != 0 else { return }
    if root.payload >= 0 { body(Match(end: start + 1, payload: root.payload)) }
    var node = UInt64(root.node)
    var end = start + 1
    while end < limit {
      let edge = edges[slot(of: WordTrie.key(node, units[end]))]
      guard edge != 0 else { return }
      end += 1
      node = edge & WordTrie.childMask
      let payload = payloads[Int(node)]
      if payload >= 0 { body(Match(end: end, payload: payload)) }
    }
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
    var node = UInt64(root.node)
    while start > lower {
      let edge = edges[slot(of: WordTrie.key(node, units[start - 1]))]
      guard edge != 0 else { return best }
      start -= 1
      node = edge & WordTrie.childMask
      let payload = payloads[Int(node)]
      if payload >= 0 { best = (start, payload) }
    }
    return best
  }

  /// A word found: where it ends (exclusive), and its number.
  struct Match: Sendable, Equatable {
    var end: Int
    var payload: Int32
  }

  private static let childMask: UInt64 = (1 << 20) - 1

  /// The slot of an edge, or the free one where it would stand.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = WordTrie.hash(key) & mask
    while edges[slot] != 0, edges[slot] >> 20 != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: 0, count: old.count * 2)
    mask = edges.count - 1
    for edge in old where edge != 0 {
      var slot = WordTrie.hash(edge >> 20) & mask
      while edges[slot] != 0 { slot = (slot + 1) & mask }
      edges[slot] = edge
    }
  }

  @inline(__always)
  private static func key(_ node: UInt64, _ unit: UInt16) -> UInt64 { node << 16 | UInt64(unit) }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
