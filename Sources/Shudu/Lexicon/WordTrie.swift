/// A set of words with a number each, for longest-match look-up in UTF-16 text.
///
/// Each node has a small open-addressing table of its own, of the units that go on from it; a look-up takes one load mostly. The
/// tables of all words with the same first unit stand together, so that those of a text's characters stay in the
/// processor's caches. Made by `WordTrieDraft`; immutable.
struct WordTrie: Sendable {
  struct Root: Sendable, BitwiseCopyable {
    /// 0 for none.
    var node: Int32 = 0
    var payload: Int32 = -1
  }

  /// A unit that goes on from a node: the node that it leads to, and the number of the word that ends there.
  private struct Edge: BitwiseCopyable {
    /// From the lowest bit: the unit, the number plus one in 20 bits, the node.
    let bits: UInt64

    static let mostPayload = 1 << 20 - 2

    init(bits: UInt64) { self.bits = bits }

    init(_ unit: UInt16, payload: Int32, child: Int32) {
      bits = UInt64(unit) | UInt64(payload + 1) << 16 | UInt64(child) << 36
    }

    var unit: UInt16 { UInt16(truncatingIfNeeded: bits) }
    /// -1 for none.
    var payload: Int32 { Int32(truncatingIfNeeded: bits >> 16 & 0xF_FFFF) - 1 }
    /// 0 where no edge leaves it.
    var child: Int32 { Int32(truncatingIfNeeded: bits >> 36) }
  }

  /// By first unit, from `base` on, where words begin with many of them; else none, and the first units stand in a node.
  private let roots: FixedTable<Root>
  private let base: Int
  private let first: Int32
  /// The nodes' tables; 0 for a free slot. A node is the index of its first slot, times 32, and the logarithm of how many there
  /// are: one, or more than its edges. Of two edges that want the same slot the one with the higher unit is found first, so that
  /// most units that go on from no node are known for such by the first lower one.
  private let slots: FixedTable<UInt64>

  init(_ draft: WordTrieDraft) {
    base = draft.firstUnits.lowerBound
    let edges = draft.edgesByNode
    var nodes = [Int32](repeating: 0, count: edges.firsts.count)
    // The first slot belongs to no node, so that no node is 0.
    var count = 1
    var stack: [Int32] = []
    for root in draft.roots where root.node != 0 {
      stack.append(root.node)
      while let node = stack.popLast() {
        let leaving = edges.leaving(node)
        guard !leaving.isEmpty else { continue }
        let size = WordTrie.logarithm(ofSlotsFor: leaving.count)
        nodes[Int(node)] = Int32(count << 5 | size)
        count += 1 << size
        for edge in leaving.reversed() { stack.append(edges.all[edge].child) }
      }
    }
    let firsts = draft.roots.indices.filter { draft.roots[$0].node != 0 }
    let isDense = firsts.count > WordTrie.fewFirsts
    let size = isDense ? 0 : WordTrie.logarithm(ofSlotsFor: max(2, firsts.count))
    first = isDense ? 0 : Int32(count << 5 | size)
    if !isDense { count += 1 << size }
    precondition(count < 1 << 22, "a set of four million edges at most")
    var slots = [UInt64](repeating: 0, count: count)
    for edge in edges.all where nodes[Int(edge.key >> 16)] != 0 {
      let unit = UInt16(truncatingIfNeeded: edge.key)
      WordTrie.put(
        Edge(unit, payload: edge.payload, child: nodes[Int(edge.child)]),
        into: nodes[Int(edge.key >> 16)], of: &slots)
    }
    roots = FixedTable(
      isDense ? draft.roots.map { Root(node: nodes[Int($0.node)], payload: $0.payload) } : [])
    for index in firsts where !isDense {
      let root = draft.roots[index]
      WordTrie.put(
        Edge(UInt16(base + index), payload: root.payload, child: nodes[Int(root.node)]),
        into: first, of: &slots)
    }
    self.slots = FixedTable(slots)
  }

  /// First units up to which they stand in a node: a table for all of them takes up to half a megabyte.
  private static let fewFirsts = 1500

  private static func put(_ edge: Edge, into node: Int32, of slots: inout [UInt64]) {
    precondition(edge.payload <= Edge.mostPayload, "a set of a million words at most")
    let first = Int(node >> 5)
    let mask = 1 << Int(node & 31) - 1
    var edge = edge
    var at = slot(of: edge.unit, in: node)
    while case let other = Edge(bits: slots[first + at]), other.bits != 0 {
      if other.unit < edge.unit {
        slots[first + at] = edge.bits
        edge = other
      }
      at = (at + 1) & mask
    }
    slots[first + at] = edge.bits
  }

  private static func logarithm(ofSlotsFor edges: Int) -> Int {
    edges == 1 ? 0 : Int.bitWidth - (edges + edges / 4).leadingZeroBitCount
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
    if first != 0 {
      return edge(from: first, by: unit).map { Root(node: $0.child, payload: $0.payload) } ?? Root()
    }
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
    let first = Int(node &>> 5)
    var slot = WordTrie.slot(of: unit, in: node)
    var edge = Edge(bits: slots.known(first &+ slot))
    if edge.unit > unit {
      let mask = 1 &<< Int(node & 31) &- 1
      // More slots than one have a free one among them.
      guard mask != 0 else { return nil }
      repeat {
        slot = (slot &+ 1) & mask
        edge = Edge(bits: slots.known(first &+ slot))
      } while edge.unit > unit
    }
    return edge.unit == unit && edge.bits != 0 ? edge : nil
  }

  /// The slot of a node, of a power of two of them, where a unit's edge is looked for first.
  @inline(__always)
  private static func slot(of unit: UInt16, in node: Int32) -> Int {
    Int((UInt64(UInt32(unit) &* 0x9E37_79B9)) &>> UInt64(truncatingIfNeeded: 32 &- node & 31))
  }
}
