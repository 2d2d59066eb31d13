/// Points for one stretch's going on in another: its edges, the joint, order, distance and topic.
struct PairScorer {
  /// Fewer points are no candidate.
  static let least = 12

  private let stretches: [Stretch]
  private let texts: [Int]
  private let edges: [TornEdges]
  private let joints: JointScore
  private let topics: [[UInt32]]
  /// By place in `texts`: whether only captions, credits and labels stand between it and the next.
  private let isNextAdjacent: [Bool]
  /// By place: one of several paragraphs in turn without stops, as in a sidebar.
  private let isListed: [Bool]
  /// By place: a line of text broken at a fixed width.
  private let isWrapped: [Bool]
  /// By place: how many headings stand before it.
  private let headings: [Int]

  init(
    _ stretches: [Stretch], texts: [Int], words: LayoutWords, boundaries: WordBoundaries?
  ) {
    self.stretches = stretches
    self.texts = texts
    let judge = EdgeJudge(words: words, boundaries: boundaries)
    edges = texts.map { judge.edges(of: stretches[$0]) }
    let isUseful = edges.contains { $0.openness != nil }
    var sketch = PageSketch(size: isUseful ? stretches.reduce(0) { $0 + $1.count } : 0)
    if isUseful { for stretch in stretches { sketch.add(stretch.units, stretch.range) } }
    joints = JointScore(sketch: sketch, boundaries: boundaries)
    topics = []
    var adjacent: [Bool] = []
    var headings: [Int] = []
    var seen = 0
    for (place, index) in texts.enumerated() {
      let next = place + 1 < texts.count ? texts[place + 1] : stretches.count
      headings.append(seen)
      let between = stretches[index + 1..<next]
      adjacent.append(between.allSatisfy(\.role.isFurniture))
      seen += between.reduce(0) { $0 + ($1.role.isHeading || $1.role == .byline ? 1 : 0) }
    }
    isNextAdjacent = adjacent
    self.headings = headings
    let runs = PairScorer.runs(stretches, texts, edges, adjacent)
    isListed = runs.listed
    isWrapped = runs.wrapped
  }

  func isOpen(_ place: Int) -> Bool { edges[place].openness != nil }

  func points(from place: Int, to other: Int) -> Int {
    guard let openness = edges[place].openness else { return 0 }
    let tail = stretches[texts[place]]
    let head = stretches[texts[other]]
    var points = openness + edges[other].continuation + distance(place, other)
    if tail.role.isHeading && head.role.isHeading {
      guard other == place + 1, isNextAdjacent[place], openness > 20 else { return 0 }
    } else if tail.role.isHeading || head.role.isHeading {
      points -= 22
    }
    if isListed[place] { points -= 15 }
    if other == place + 1, isWrapped[place] { points += 30 }
    // The joint and the topic give 100 points at most: what is beyond hope need not be looked at.
    if points < -60 { return 0 }
    return points + joints.points(tail, edges[place], head, edges[other])
  }

  /// Whether an end that nothing else continues may go on there.
  func isLastResort(from place: Int, to other: Int) -> Bool {
    guard let openness = edges[place].openness, openness >= 12, !isListed[place],
      !stretches[texts[place]].role.isHeading, !stretches[texts[other]].role.isHeading
    else { return false }
    return edges[other].continuation >= 0
  }

  private func distance(_ place: Int, _ other: Int) -> Int {
    if other == place + 1 {
      if isNextAdjacent[place] { return 18 }
      return 4
    }
    let far = abs(other - place)
    let steps = Int.bitWidth - far.leadingZeroBitCount
    return other > place ? -2 * steps : -12 - 2 * steps
  }

  /// Runs of three and more open paragraphs in turn: lists, or lines broken at a fixed width.
  private static func runs(
    _ stretches: [Stretch], _ texts: [Int], _ edges: [TornEdges], _ adjacent: [Bool]
  ) -> (listed: [Bool], wrapped: [Bool]) {
    var listed = Array(repeating: false, count: texts.count)
    var wrapped = listed
    var start = 0
    while start < texts.count {
      var end = start
      var longest = 0
      var shortest = Int.max
      while end < texts.count, edges[end].openness != nil {
        longest = max(longest, stretches[texts[end]].count)
        shortest = min(shortest, stretches[texts[end]].count)
        end += 1
        if !adjacent[end - 1] { break }
      }
      if end - start >= 3 {
        let isEven = longest - shortest <= 3 && longest >= 10
        for place in start..<end {
          listed[place] = !isEven
          wrapped[place] = isEven
        }
      }
      start = max(end, start + 1)
    }
    return (listed, wrapped)
  }
}
