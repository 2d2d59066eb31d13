import Testing

@testable import Shudu

@Suite struct WordTrieTests {
  /// Words of a few characters each, so that nodes are full and many edges want the same slot.
  private func words(
    _ count: Int, alphabet: Int, _ generator: inout SeededGenerator
  ) -> [[UInt16]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        UInt16(0x4E00 + Int.random(in: 0..<alphabet, using: &generator))
      }
    }
  }

  @Test(arguments: [(4, 60), (40, 900), (2000, 6000)])
  func findsEveryWordAndNothingElse(alphabet: Int, count: Int) {
    var generator = SeededGenerator(seed: 7)
    let known = words(count, alphabet: alphabet, &generator)
    let numbers = Dictionary(
      known.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let trie = WordTrie(known.enumerated().map { (word: $1, payload: Int32($0)) })
    let text = words(2000, alphabet: alphabet, &generator).flatMap { $0 }
    for start in text.indices {
      var found: [WordTrie.Match] = []
      trie.forEachMatch(in: text, at: start, limit: text.count) { found.append($0) }
      let expected = (1...4).compactMap { length -> WordTrie.Match? in
        guard start + length <= text.count else { return nil }
        return numbers[Array(text[start..<start + length])].map {
          WordTrie.Match(end: start + length, payload: $0)
        }
      }
      #expect(found == expected)
    }
  }

  /// A free slot and the unit 0 look alike.
  @Test func aNulIsNoEdge() {
    let trie = WordTrie(strings: ["一丁", "一丂"].map { (word: $0, payload: 3) })
    #expect(trie.longestMatch(in: [0x4E00, 0], at: 0, limit: 2) == nil)
  }
}
