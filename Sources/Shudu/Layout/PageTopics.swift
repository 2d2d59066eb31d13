/// What the ends and beginnings of stretches speak of, by the rarer words that they share.
///
/// Cost: linear in the stretches, of which at most `reach` units at the end and twice as many at the beginning are read.
struct PageTopics: Sendable {
  /// Units read at an edge.
  static let reach = 160

  /// By place: the rarer pairs of the first and of the last `reach` units; empty on pages where nothing is torn.
  private var heads: [TopicSet] = []
  private var tails: [TopicSet] = []
  /// By place, one before the first among them: those of the first units of it and of the next, `reach` twice.
  private var openings: [TopicSet] = []
  private var counts: [Int] = []

  /// Nothing.
  init() {}

  /// - Parameters:
  ///   - isTail: Whether the end of a place's stretch counts.
  ///   - isHead: Whether its beginning does.
  init(
    _ stretches: [Stretch], texts: [Int], pairs: PagePairs, isTail: [Bool], isHead: [Bool]
  ) {
    heads = Array(repeating: TopicSet(), count: texts.count)
    tails = heads
    openings = Array(repeating: TopicSet(), count: texts.count + 1)
    for (place, index) in texts.enumerated() {
      let range = stretches[index].range
      func add(_ part: Range<Int>, to set: inout TopicSet) {
        pairs.addTopics(of: index, stretches[index], part, to: &set)
      }
      if isTail[place] { add(range.suffix(PageTopics.reach), to: &tails[place]) }
      var opening = TopicSet()
      add(range.prefix(PageTopics.reach), to: &opening)
      if isHead[place] { heads[place] = opening }
      add(range.prefix(PageTopics.reach * 2).dropFirst(PageTopics.reach - 1), to: &opening)
      openings[place].formUnion(opening)
      openings[place + 1].formUnion(opening)
    }
    counts = openings.map(\.count)
  }

  /// How many rarer pairs of characters the end and the beginning share.
  func shared(from place: Int, to other: Int) -> Int {
    heads.isEmpty ? 0 : tails[place].countShared(with: heads[other])
  }

  /// How many of them the tail and the stretch before it share with the head and the stretch after it, and how many they
  /// could.
  func around(_ tail: Int, _ head: Int) -> (shared: Int, of: Int) {
    guard !heads.isEmpty else { return (0, 0) }
    return (
      openings[tail].countShared(with: openings[head + 1]), min(counts[tail], counts[head + 1])
    )
  }
}
