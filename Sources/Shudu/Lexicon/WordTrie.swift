/// A set of words with a number each, for longest-match look-up in UTF-16 text.
///
/// One open-addressing table holds all edges, keyed on node and unit; the first unit is looked up
/// in a direct table, so that a miss costs one load. Immutable once built.
struct WordTrie: Sendable {
  /// First node by first unit, 0 for none.
  private var roots: [Int32]
  /// Keys `node << 16 | unit`, 0 for a free slot.
  private var keys: [UInt64]
  private var children: [Int32]
  /// Number of the word that ends at a node, -1 for none.
  private var payloads: [Int32]
  private var mask: Int

  /// Builds the set. A word given twice keeps its first number. Cost: linear in the words' lengths.
  init(_ words: some Collection<(word: [UInt16], payload: Int32)>) {
    roots = Array(repeating: 0, count: 1 << 16)
    payloads = [-1]
    var capacity = 1024
    keys = Array(repeating: 0, count: capacity)
    children = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    var edges = 0
    for (word, payload) in words {
      guard let first = word.first else { continue }
      var node = roots[Int(first)]
      if node == 0 {
        node = Int32(payloads.count)
        payloads.append(-1)
        roots[Int(first)] = node
      }
      for unit in word.dropFirst() {
        let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
        var slot = WordTrie.hash(key) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        if keys[slot] == 0 {
          keys[slot] = key
          children[slot] = Int32(payloads.count)
          payloads.append(-1)
          edges += 1
          node = children[slot]
          if edges * 2 > capacity {
            capacity *= 2
            grow(to: capacity)
          }
        } else {
          node = children[slot]
        }
      }
      if payloads[Int(node)] < 0 { payloads[Int(node)] = payload }
    }
  }

  /// Builds the set from strings.
  init(strings: some Collection<(word: String, payload: Int32)>) {
    self.init(strings.map { (word: Array($0.word.utf16), payload: $0.payload) })
  }

  /// The longest word that begins at an offset and ends by `limit`.
  ///
  /// Cost: linear in the length of the longest word there.
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
    var node = roots[Int(units[start])]
    guard node != 0 else { return }
    var end = start + 1
    while true {
      let payload = payloads[Int(node)]
      if payload >= 0 { body(Match(end: end, payload: payload)) }
      guard end < limit else { return }
      let next = child(of: node, by: units[end])
      guard next != 0 else { return }
      node = next
      end += 1
    }
  }

  /// A word found: where it ends (exclusive), and its number.
  struct Match: Sendable, Equatable {
    var end: Int
    var payload: Int32
  }

  private func child(of node: Int32, by unit: UInt16) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
    var slot = WordTrie.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private mutating func grow(to capacity: Int) {
    let oldKeys = keys
    let oldChildren = children
    keys = Array(repeating: 0, count: capacity)
    children = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = WordTrie.hash(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      children[slot] = oldChildren[index]
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
