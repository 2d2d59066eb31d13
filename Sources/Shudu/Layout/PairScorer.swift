/// Points for one stretch's going on in another: its edges and the joint.
///
/// A reference to immutable parts, for every step of the search holds it.
final class PairScorer {
  let stretches: [Stretch]
  let texts: [Int]
  let edges: [TornEdges]
  let joints: JointScore
  private let topics: PageTopics
  private let judge: EdgeJudge
  let weights: LayoutWeights
  /// By place: one of several paragraphs in turn without stops, as in a sidebar.
  let isListed: [Bool]
  /// By place: a line of text broken at a fixed width.
  private let isWrapped: [Bool]
  /// By place: how many headings and bylines stand before it.
  private let headings: [Int]

  init(
    _ stretches: [Stretch], texts: [Int], words: LayoutWords, breaker: WordBreaker?,
    weights: LayoutWeights = .tuned
  ) {
    self.stretches = stretches
    self.texts = texts
    self.weights = weights
    let judge = EdgeJudge(words: words, breaker: breaker, weights: weights)
    self.judge = judge
    var edges = texts.map { judge.end(of: stretches[$0]) }
    let (adjacent, headings) = PairScorer.surroundings(stretches, texts)
    self.headings = headings
    let lists = PairScorer.lists(stretches, texts, edges, adjacent)
    isListed = lists.listed
    isWrapped = lists.wrapped
    // Beginnings are only judged where an open end may go on, for most pages have none.
    let isTorn = texts.indices.map {
      edges[$0].openness != nil && !lists.listed[$0] && stretches[texts[$0]].role == .body
    }
    let isNear = PairScorer.near(isTorn)
    for place in texts.indices {
      let isAsked =
        isNear[place] || stretches[texts[place]].role.isHeadingLike
        || place > 0 && edges[place - 1].openness != nil
      if isAsked { judge.begin(stretches[texts[place]], &edges[place]) }
    }
    self.edges = edges
    let isUseful = isTorn.contains(true)
    let pairs = isUseful ? PagePairs(stretches) : PagePairs()
    joints = JointScore(pairs: pairs, breaker: breaker, weights: weights)
    topics =
      isUseful
      ? PageTopics(
        stretches, texts: texts, pairs: pairs,
        isTail: texts.indices.map { isTorn[$0] || $0 + 1 < texts.count && isNear[$0 + 1] },
        isHead: isNear)
      : PageTopics()
  }

  /// By place: whether nothing stands between it and the next, and how many headings and bylines before it.
  private static func surroundings(
    _ stretches: [Stretch], _ texts: [Int]
  ) -> (adjacent: [Bool], headings: [Int]) {
    var adjacent: [Bool] = []
    var headings: [Int] = []
    var seen = 0
    for (place, index) in texts.enumerated() {
      let next = place + 1 < texts.count ? texts[place + 1] : stretches.count
      headings.append(seen)
      let between = stretches[index + 1..<next]
      adjacent.append(between.isEmpty)
      seen += between.reduce(0) { $0 + ($1.role.isHeading || $1.role == .byline ? 1 : 0) }
    }
    return (adjacent, headings)
  }

  /// By place: whether a torn end stands near enough before or after it to go on there.
  private static func near(_ isTorn: [Bool]) -> [Bool] {
    var result = Array(repeating: false, count: isTorn.count)
    var last = -FlowDecoder.patience - 2
    for place in isTorn.indices {
      if place - last <= FlowDecoder.patience + 1 { result[place] = true }
      if isTorn[place] { last = place }
    }
    var next = Int.max / 2
    for place in isTorn.indices.reversed() {
      if next - place <= JoinSolver.behind { result[place] = true }
      if isTorn[place] { next = place }
    }
    return result
  }

  func isOpen(_ place: Int) -> Bool { edges[place].openness != nil }

  /// Whether it is text with an open end, and no item of a list.
  func isTorn(_ place: Int) -> Bool {
    isOpen(place) && !isListed[place] && stretches[texts[place]].role == .body
  }

  /// How many headings and bylines stand before a place.
  func headings(before place: Int) -> Int { headings[place] }

  /// How many of the page's rarer words the tail and the stretch before it share with the head and the stretch after it, and how many they
  /// could.
  func topicsAround(_ tail: Int, _ head: Int) -> (shared: Int, of: Int) {
    topics.around(tail, head)
  }

  /// How many of them a stretch shares with the end of the one before it.
  func sharedWithPrevious(_ place: Int) -> Int {
    place == 0 ? 0 : topics.shared(from: place - 1, to: place)
  }

  /// What the end of one stretch and the beginning of another make together.
  struct Joint {
    /// Points for what the joint itself makes.
    var made: Int
    /// How many of the page's rarer words both share.
    var shared: Int
  }

  func joint(from place: Int, to other: Int) -> Joint {
    let made = joints.points(
      stretches[texts[place]], edges[place], stretches[texts[other]], edges[other])
    return Joint(
      made: made + (isWrapped[place] && other == place + 1 ? 30 : 0),
      shared: topics.shared(from: place, to: other))
  }

  /// Whether a heading or a byline stands between a stretch of text and the one before it.
  func isAfterHeading(_ place: Int) -> Bool {
    place > 0
      && (headings[place] != headings[place - 1] || stretches[texts[place - 1]].role.isHeadingLike)
  }

  func isHeadingLike(_ place: Int) -> Bool { stretches[texts[place]].role.isHeadingLike }

  /// Whether an open end may go on farther away: not that of a line that is most likely a heading.
  func mayWait(_ place: Int) -> Bool { (asidePoints(place) ?? 0) < weights.heading }

  /// What is lost when an open end goes on nowhere.
  func loss(of place: Int) -> Int {
    isListed[place] ? 2 : (edges[place].openness ?? 0)
  }

  /// Whether an end is open beyond the mere want of a stop.
  func endsInTheMiddle(_ place: Int) -> Bool { (edges[place].openness ?? 0) >= 20 }

  func endsInParticle(_ place: Int) -> Bool { judge.endsInParticle(stretches[texts[place]]) }

  func beginsInTheMiddle(_ place: Int) -> Bool { edges[place].continuation >= 10 }

  /// Points for a heading-like line's being one, or at least no part of a torn paragraph; nil for text.
  func asidePoints(_ place: Int) -> Int? {
    let stretch = stretches[texts[place]]
    guard case .headingLike(let isDoubtful) = stretch.role else { return nil }
    let hasComma = stretch.range.contains { stretch.units[$0] == 0x2C }
    var points = isDoubtful ? weights.heading / 2 : weights.heading
    if hasComma { points -= 4 }
    if edges[place].continuation <= -10 { points -= hasComma ? 10 : 4 }
    if edges[place].continuation >= 14 { points -= 4 }
    if endsInTheMiddle(place) { points -= 10 }
    if isWrapped[place] { points -= 20 }
    if stretch.bold == .whole { points += 10 }
    return points
  }

  /// Points for a stretch's beginning a paragraph.
  func freshPoints(_ place: Int) -> Int {
    -edges[place].continuation * weights.beginningShare / 100
  }

  /// Points for a stretch's continuing another one.
  func joinPoints(from place: Int, to other: Int) -> Int {
    joinPoints(from: place, to: other, joint(from: place, to: other))
  }

  /// The same where it is known what they make together.
  func joinPoints(from place: Int, to other: Int, _ joint: Joint) -> Int {
    let edge = joint.made - freshPoints(other)
    if isListed[place] { return edge - 30 }
    let shared = min(weights.mostTopics, weights.topic * joint.shared)
    return edge + shared + weights.join
  }

  /// Whether lines are equally wide on paper, Chinese characters twice as wide as letters and digits.
  ///
  /// Folded punctuation may have been of either width; both are tried.
  private static func isEven(_ lines: some Sequence<Stretch>) -> Bool {
    [1, 2].contains { punctuation in
      let widths = lines.map { line in
        line.range.reduce(0) { width, at in
          let unit = line.units[at]
          if unit >= 0x80 { return width + 2 }
          let isLetter = LayoutCharacters.isLatin(unit) || LayoutCharacters.isDigit(unit)
          return width + (isLetter ? 1 : punctuation)
        }
      }
      guard let longest = widths.max(), let shortest = widths.min() else { return false }
      return longest - shortest <= 2 && longest >= 28
    }
  }

  /// Runs of three and more places, nothing between, for which something holds.
  private static func runs(
    _ count: Int, _ adjacent: [Bool], where holds: (Int) -> Bool
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = start
      while end < count, holds(end) {
        end += 1
        if !adjacent[end - 1] { break }
      }
      if end - start >= 3 { result.append(start..<end) }
      start = max(end, start + 1)
    }
    return result
  }

  /// Open paragraphs in turn: lists, or lines broken at a fixed width.
  private static func lists(
    _ stretches: [Stretch], _ texts: [Int], _ edges: [TornEdges], _ adjacent: [Bool]
  ) -> (listed: [Bool], wrapped: [Bool]) {
    var listed = Array(repeating: false, count: texts.count)
    var wrapped = listed
    for run in PairScorer.runs(
      texts.count, adjacent,
      where: {
        edges[$0].openness != nil && stretches[texts[$0]].role == .body
      })
    {
      for place in run { listed[place] = true }
    }
    for run in PairScorer.runs(texts.count, adjacent, where: { edges[$0].openness != nil }) {
      guard isEven(run.map { stretches[texts[$0]] }) else { continue }
      for place in run {
        listed[place] = false
        wrapped[place] = true
      }
    }
    // Two are enough where some of their words are bold.
    for place in texts.indices.dropLast()
    where adjacent[place] && edges[place].openness != nil && edges[place + 1].openness != nil
      && stretches[texts[place]].bold == .part && stretches[texts[place + 1]].bold == .part
    {
      listed[place] = true
      listed[place + 1] = true
    }
    for place in texts.indices where stretches[texts[place]].role == .headingLike(isDoubtful: true)
    {
      listed[place] = true
    }
    // And right after a label.
    for place in texts.indices.dropLast()
    where adjacent[place] && edges[place].openness != nil && edges[place + 1].openness != nil
      && texts[place] > 0 && stretches[texts[place] - 1].role == .label
      && stretches[texts[place]].role == .body && stretches[texts[place + 1]].role == .body
    {
      listed[place] = true
      listed[place + 1] = true
    }
    // A short line with a bold figure is a sidebar's item even alone.
    for place in texts.indices where edges[place].openness != nil {
      let stretch = stretches[texts[place]]
      if stretch.bold == .part, stretch.count <= 30, (edges[place].openness ?? 0) <= 12 {
        listed[place] = true
      }
    }
    return (listed, wrapped)
  }
}
