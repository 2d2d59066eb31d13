import Testing

@testable import Shudu

/// Pairs of characters of a page.
@Suite struct PagePairsTests {
  private func stretches(_ texts: [String]) -> [Stretch] {
    texts.map { text in
      let units = Array(text.utf16)
      return Stretch(block: 0, range: 0..<units.count, units: units, role: .body)
    }
  }

  private func unit(_ character: Character) -> UInt16 { String(character).utf16.first ?? 0 }

  @Test func countsWithinStretches() {
    let pairs = PagePairs(stretches(["高新区的高新区", "新区,高", "A区"]))
    #expect(pairs.count(unit("高"), unit("新")) == 2)
    #expect(pairs.count(unit("新"), unit("区")) == 3)
    #expect(pairs.count(unit("区"), unit("新")) == 0)
    #expect(pairs.count(unit("A"), unit("区")) == 1)
    #expect(pairs.count(unit(","), unit("高")) == 0)
    #expect(PagePairs().count(unit("高"), unit("新")) == 0)
  }

  @Test func knowsWhatStandsAround() {
    let pairs = PagePairs(stretches(["一高新区", "二高新城", "高新"]))
    func found(_ before: Character, _ after: Character) -> [Bool] {
      let around = pairs.surroundings(
        of: unit("高"), unit("新"), before: unit(before), after: unit(after))
      return [around.isKnown, around.hasBefore, around.hasAfter, around.hasBoth]
    }
    #expect(found("一", "区") == [true, true, true, true])
    #expect(found("一", "城") == [true, true, true, false])
    #expect(found("三", "区") == [true, false, true, false])
    // No character is the same as any mark or edge.
    #expect(found(",", "\u{0}") == [true, false, false, false])
  }

  /// Counts are those of a dictionary, for any text.
  @Test func countsAsADictionary() {
    var generator = SeededGenerator(seed: 11)
    let characters = Array("一二三四五六七八九十,。AB1".utf16)
    let texts = (0..<40).map { _ in
      (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        characters[Int.random(in: 0..<characters.count, using: &generator)]
      }
    }
    var counts: [[UInt16]: Int] = [:]
    for text in texts {
      for (one, other) in zip(text, text.dropFirst()) { counts[[one, other], default: 0] += 1 }
    }
    let pairs = PagePairs(
      texts.map { Stretch(block: 0, range: 0..<$0.count, units: $0, role: .body) })
    let marks = Set(",。1".utf16)
    for one in characters {
      for other in characters where !marks.contains(one) && !marks.contains(other) {
        #expect(pairs.count(one, other) == counts[[one, other]] ?? 0)
      }
    }
  }

  @Test func rarerPairsAreShared() {
    let texts = stretches(["梯田种茶", "种茶的人", "的人很多", "的人,的人,的人,的人,的人,的人"])
    let pairs = PagePairs(texts)
    func set(_ index: Int, _ range: Range<Int>) -> TopicSet {
      var set = TopicSet()
      pairs.addTopics(of: index, texts[index], range, to: &set)
      return set
    }
    // 种茶 is there twice; 梯田 once, 的人 too often.
    #expect(set(0, 0..<4).count == 1)
    #expect(set(0, 0..<4).countShared(with: set(1, 0..<4)) == 1)
    #expect(set(1, 0..<4).countShared(with: set(2, 0..<4)) == 0)
    // Both characters lie within the range.
    #expect(set(0, 0..<3).count == 0)
  }

  @Test func setsCountEachNumberOnce() {
    var (one, other) = (TopicSet(), TopicSet())
    for number in 0..<TopicSet.capacity { one.insert(number) }
    for number in stride(from: 0, to: TopicSet.capacity, by: 3) { other.insert(number) }
    other.insert(TopicSet.capacity + 3)
    #expect(one.count == TopicSet.capacity)
    #expect(other.count == (TopicSet.capacity + 2) / 3)
    #expect(one.countShared(with: other) == other.count)
    other.formUnion(one)
    #expect(other.count == TopicSet.capacity)
  }

  /// The quick look at the dictionary never misses a word that a division has across a joint.
  @Test(arguments: [
    "服务器为客户提|供各类应用", "发展中|国家", "今年上半年全市|场监管", "重庆高新|区", "电|子", "了|一", "3|亿元", "中华人民共|和国",
  ])
  func quickLookFindsTheWord(example: String) {
    let halves = example.split(separator: "|").map { Array(String($0).utf16) }
    let breaker = WordBreaker()
    let isCrossed = !breaker.boundaries(of: (halves[0] + halves[1])[...]).contains(halves[0].count)
    let open = breaker.openWords(of: halves[0][...])
    let isFound = breaker.hasWord(across: halves[0][...], halves[1][...], open: open)
    #expect(isFound || !isCrossed)
    #expect(!breaker.hasWord(across: halves[0][...], halves[1][...], open: 0))
  }
}
