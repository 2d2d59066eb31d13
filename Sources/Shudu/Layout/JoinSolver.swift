/// Finds which torn stretches go on where.
///
/// 1. Sentences that the page printed twice at the tear are found by their repeated words.
/// 2. Lines of one heading are joined where the first ends in a word with which nothing ends.
/// 3. `FlowDecoder` divides the text into flows.
/// 4. An end that is still open may go on before itself, in a stretch that begins in the middle.
///
/// Each end and each beginning is used at most once, and never so that a chain bites its own tail.
///
/// Cost: linear; every step looks at a bounded window.
struct JoinSolver {
  /// A join by the indices of its stretches.
  struct Pair: Sendable, Equatable {
    var tail: Int
    var head: Int
    /// Units at the beginning of the head that repeat the end of the tail.
    var overlap = 0
  }

  /// Stretches searched for a repeated end, and backwards for a continuation.
  static let ahead = 48
  static let behind = 16

  private let stretches: [Stretch]
  /// Stretches that may be torn, ascending.
  private let texts: [Int]
  private let scorer: PairScorer
  private let model: LinearModel
  /// By place: units of a short first sentence; 0 for none.
  private let firstSentences: [Int]
  private var chains: Chains
  /// Pairs looked at so far; a count for tests.
  private(set) var steps = 0

  init(
    _ stretches: [Stretch], words: LayoutWords, breaker: WordBreaker?,
    weights: LayoutWeights = .tuned, model: LinearModel = LinearModel(weights: [:])
  ) {
    self.stretches = stretches
    self.model = model
    chains = Chains(count: stretches.count)
    texts = stretches.indices.filter {
      stretches[$0].role == .body || stretches[$0].role.isHeadingLike
    }
    firstSentences = texts.map { JoinSolver.firstSentence(stretches[$0]) ?? 0 }
    scorer = PairScorer(
      stretches, texts: texts, words: words, breaker: breaker,
      weights: weights)
  }

  /// The joins, by their tails ascending, and the stretches, those that looked like headings and are
  /// torn text among them told apart.
  mutating func solve() -> (joins: [Pair], stretches: [Stretch]) {
    for place in texts.indices where !scorer.isOpen(place) {
      if let pair = overlap(place) { chains.take(pair) }
    }
    joinHeadings()
    let places = texts.indices.filter {
      let stretch = texts[$0]
      return !chains.isHead(stretch)
        && !(stretches[stretch].role.isHeadingLike && chains.isTail(stretch))
    }
    var decoder = FlowDecoder(scorer: scorer, model: model)
    var isDecoded = Array(repeating: false, count: stretches.count)
    for join in decoder.decode(places) {
      isDecoded[texts[join.tail]] = true
      chains.take(Pair(tail: texts[join.tail], head: texts[join.head]))
    }
    steps += decoder.steps
    for place in places
    where stretches[texts[place]].role == .body && scorer.loss(of: place) >= 12
      && !chains.isTail(texts[place])
    {
      joinBackwards(place)
    }
    var result = stretches
    for pair in chains.pairs
    where
      !(result[pair.tail].role.isHeadingLike && result[pair.head].role.isHeadingLike
      && !isDecoded[pair.tail])
    {
      result[pair.tail].role = .body
      result[pair.head].role = .body
    }
    return (chains.pairs.sorted { $0.tail < $1.tail }, result)
  }

  /// The pairs that joins are chosen from, with what speaks for each: by tail, then head.
  func pairs() -> [LayoutStage.Pair] {
    let learnt = JointModel(scorer: scorer, model: model)
    var result: [LayoutStage.Pair] = []
    for tail in texts.indices where scorer.isOpen(tail) {
      let end = stretches[texts[tail]]
      for head in heads(of: tail) where head != tail {
        let start = stretches[texts[head]]
        let joint = scorer.joint(from: tail, to: head)
        result.append(
          LayoutStage.Pair(
            tail: .init(block: end.block, offset: end.range.upperBound),
            head: .init(block: start.block, offset: start.range.lowerBound),
            features: learnt.support(from: tail, to: head, joint).features(by: model)))
      }
    }
    return result
  }

  /// Places where an end may go on: an item of a list, or a heading, only right after it.
  private func heads(of tail: Int) -> Range<Int> {
    if scorer.isHeadingLike(tail) || scorer.isListed[tail] {
      return tail + 1..<max(tail + 1, min(texts.count, tail + 2))
    }
    return max(0, tail - JoinSolver.behind)..<min(texts.count, tail + FlowDecoder.patience + 1)
  }

  /// Lines of one heading, right after each other.
  private mutating func joinHeadings() {
    for place in texts.indices.dropLast()
    where stretches[texts[place]].role.isHeadingLike
      && stretches[texts[place + 1]].role.isHeadingLike && texts[place] + 1 == texts[place + 1]
      && scorer.endsInParticle(place)
    {
      chains.take(Pair(tail: texts[place], head: texts[place + 1]))
    }
  }

  /// The nearest stretch before an open end that begins in the middle.
  private mutating func joinBackwards(_ place: Int) {
    for other in (max(0, place - JoinSolver.behind)..<place).reversed() {
      steps += 1
      guard stretches[texts[other]].role == .body, scorer.beginsInTheMiddle(other),
        !chains.isHead(texts[other]), scorer.joinPoints(from: place, to: other) >= -6
      else { continue }
      chains.take(Pair(tail: texts[place], head: texts[other]))
      return
    }
  }

  /// A closed stretch whose last words another one begins with: the page printed them twice where
  /// it tore the sentence.
  private mutating func overlap(_ position: Int) -> Pair? {
    let tail = stretches[texts[position]]
    let high = min(texts.count, position + JoinSolver.ahead + 1)
    for other in position + 1..<max(position + 1, high) {
      steps += 1
      let head = stretches[texts[other]]
      let length = firstSentences[other]
      guard length > 0, length < head.count, length < tail.count else { continue }
      let end = tail.range.upperBound
      let repeated = tail.units[end - length..<end]
      let start = head.range.lowerBound
      guard repeated.elementsEqual(head.units[start..<start + length]) else { continue }
      // A whole sentence said twice is no torn one.
      guard !LayoutCharacters.isStop(tail.units[end - length - 1]) else { continue }
      return Pair(tail: texts[position], head: texts[other], overlap: length)
    }
    return nil
  }

  /// Units of a first sentence of four to twelve units, its stop included; fewer (`以上。`) are too common.
  private static func firstSentence(_ stretch: Stretch) -> Int? {
    for length in 4..<max(4, min(13, stretch.count))
    where stretch.units[stretch.range.lowerBound + length - 1] == 0x3002 {
      return length
    }
    return nil
  }
}

/// Joins taken so far, each stretch going on at most once and being gone on to at most once.
private struct Chains {
  private(set) var pairs: [JoinSolver.Pair] = []
  /// By stretch: from the first of a chain to its last, and back.
  private var lasts: [Int]
  private var firsts: [Int]
  private var tails: [Bool]
  private var heads: [Bool]

  /// Each of so many stretches by itself.
  init(count: Int) {
    lasts = Array(0..<count)
    firsts = lasts
    tails = Array(repeating: false, count: count)
    heads = tails
  }

  func isTail(_ stretch: Int) -> Bool { tails[stretch] }
  func isHead(_ stretch: Int) -> Bool { heads[stretch] }

  /// Takes a join unless one of its ends is taken or it would close a ring.
  mutating func take(_ pair: JoinSolver.Pair) {
    guard !tails[pair.tail], !heads[pair.head] else { return }
    let first = firsts[pair.tail]
    let last = lasts[pair.head]
    guard first != pair.head else { return }
    tails[pair.tail] = true
    heads[pair.head] = true
    firsts[last] = first
    lasts[first] = last
    pairs.append(pair)
  }
}
