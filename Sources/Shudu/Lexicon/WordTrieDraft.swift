/// Words put in one by one, of which a `WordTrie` is made.
struct WordTrieDraft {
  struct Edge: BitwiseCopyable {
    /// `node << 16 | unit`; no edge leaves node 0, so that 0 is a free slot.
    var key: UInt64 = 0
    var child: Int32 = 0
    /// Number of the word that ends at the child, -1 for none.
    var payload: Int32 = -1
  }

  /// The units that words may begin with.
  let firstUnits: Range<Int>
  /// By first unit, from the lowest on.
  private(set) var roots: [WordTrie.Root]
  /// Open addressing; at most half of the slots are in use.
  private var edges: [Edge]
  private var used = 0
  private var nodes: Int32 = 1

  /// An empty set with room for so many words.
  init(capacity words: Int, firstUnits: Range<Int> = 0..<1 << 16) {
    self.firstUnits = firstUnits
    roots = Array(repeating: WordTrie.Root(), count: firstUnits.count)
    var capacity = 1024
    while capacity < words * 3 { capacity *= 2 }
    edges = Array(repeating: Edge(), count: capacity)
  }

  /// Adds a word, unless it is there already; its number, the old one if it was.
  @discardableResult
  mutating func insert(_ word: ArraySlice<UInt16>, payload: Int32) -> Int32 {
    guard let first = word.first.map({ Int($0) - firstUnits.lowerBound }) else { return -1 }
    if roots[first].node == 0 {
      roots[first].node = nodes
      nodes += 1
    }
    if word.count == 1 {
      if roots[first].payload < 0 { roots[first].payload = payload }
      return roots[first].payload
    }
    var node = roots[first].node
    var last = 0
    for unit in word.dropFirst() {
      if used * 2 > edges.count { grow() }
      let key = WordTrieDraft.key(node, unit)
      last = slot(of: key)
      if edges[last].key == 0 {
        edges[last] = Edge(key: key, child: nodes)
        nodes += 1
        used += 1
      }
      node = edges[last].child
    }
    if edges[last].payload < 0 { edges[last].payload = payload }
    return edges[last].payload
  }

  /// The number of exactly that word, -1 for none.
  func payload(of word: ArraySlice<UInt16>) -> Int32 {
    guard let first = word.first else { return -1 }
    let root = roots[Int(first) - firstUnits.lowerBound]
    if word.count == 1 || root.node == 0 { return word.count == 1 ? root.payload : -1 }
    var node = root.node
    var payload: Int32 = -1
    for unit in word.dropFirst() {
      let edge = edges[slot(of: WordTrieDraft.key(node, unit))]
      guard edge.key != 0 else { return -1 }
      node = edge.child
      payload = edge.payload
    }
    return payload
  }

  /// Edges in the order of the nodes that they leave.
  struct EdgesByNode {
    var all: [Edge]
    /// By node: the first of its edges; one more for the end.
    var firsts: [Int32]

    func leaving(_ node: Int32) -> Range<Int> {
      Int(firsts[Int(node)])..<Int(firsts[Int(node) + 1])
    }
  }

  var edgesByNode: EdgesByNode {
    var firsts = [Int32](repeating: 0, count: Int(nodes) + 1)
    for edge in edges where edge.key != 0 { firsts[Int(edge.key >> 16) + 1] += 1 }
    for node in 1..<firsts.count { firsts[node] += firsts[node - 1] }
    var all = [Edge](repeating: Edge(), count: used)
    var next = firsts
    for edge in edges where edge.key != 0 {
      let node = Int(edge.key >> 16)
      all[Int(next[node])] = edge
      next[node] += 1
    }
    return EdgesByNode(all: all, firsts: firsts)
  }

  /// The slot of an edge, or the free one where it would stand.
  private func slot(of key: UInt64) -> Int {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(), count: old.count * 2)
    for edge in old where edge.key != 0 { edges[slot(of: edge.key)] = edge }
  }
}
