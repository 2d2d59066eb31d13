import Testing

@testable import Shudu

/// The options of a sentence by their ends, then by their starts.
@Suite struct NameOptionListTests {
  private func stretches(
    _ options: [(Range<Int>, NameKinds)], in range: Range<Int>, memory: NameMemory = NameMemory()
  ) -> [(range: Range<Int>, kinds: NameKinds, options: Int)] {
    let list = NameOptionList(range: range, memory: memory)
    for (stretch, kinds) in options { list.insert(stretch, kinds, []) }
    var cursor = NameOptionList.Cursor()
    var found: [(Range<Int>, NameKinds, Int)] = []
    while let stretch = list.next(&cursor) {
      var count = 0
      list.forEach(of: stretch) { _ in count += 1 }
      found.append((stretch.range, stretch.kinds, count))
    }
    return found
  }

  @Test func comeInTheOrderOfTheirEndsThenOfTheirStarts() {
    let found = stretches(
      [(12..<18, .place), (10..<14, .place), (11..<18, .event), (13..<14, .person)], in: 10..<20)
    #expect(found.map(\.range) == [10..<14, 13..<14, 11..<18, 12..<18])
  }

  @Test func equalOnesAreOneStretchOfAllTheirKinds() {
    let found = stretches([(0..<3, .place), (1..<3, .event), (0..<3, .person)], in: 0..<3)
    #expect(found.map(\.options) == [2, 1])
    #expect(found[0].kinds == [.place, .person])
  }

  @Test func forgetTheSentenceBefore() {
    let memory = NameMemory()
    _ = stretches([(0..<200, .place), (5..<9, .event)], in: 0..<200, memory: memory)
    #expect(stretches([(0..<2, .person)], in: 0..<4, memory: memory).map(\.range) == [0..<2])
  }
}
