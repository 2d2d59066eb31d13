/// Finds which torn stretches go on where.
///
/// All pairs of an open end and a beginning within a window are scored; the best go first, each end
/// and each beginning at most once, and never so that a chain bites its own tail.
///
/// Cost: linear in the stretches (each end is tried with at most `ahead + behind` beginnings) but
/// for the sorting of the pairs kept.
struct JoinSolver {
  /// A join by the indices of its stretches.
  struct Pair: Sendable, Equatable {
    var tail: Int
    var head: Int
    /// Units at the beginning of the head that repeat the end of the tail.
    var overlap = 0
  }

  private struct Candidate {
    var pair: Pair
    var points: Int
    /// Stretches of text from tail to head.
    var distance: Int
    /// Whether it may be taken though its points are few, because nothing else goes on here.
    var isLastResort: Bool
  }

  /// Beginnings tried after an open end, and before it.
  static let ahead = 48
  static let behind = 16

  private let stretches: [Stretch]
  /// Stretches that may be torn, ascending.
  private let texts: [Int]
  private let scorer: PairScorer
  /// Pairs looked at so far; a count for tests.
  private(set) var steps = 0

  init(_ stretches: [Stretch], words: LayoutWords, boundaries: WordBoundaries?) {
    self.stretches = stretches
    texts = stretches.indices.filter {
      stretches[$0].role == .body || stretches[$0].role == .heading(level: 0, isMarked: false)
    }
    scorer = PairScorer(stretches, texts: texts, words: words, boundaries: boundaries)
  }

  /// The joins, by their tails ascending.
  mutating func solve() -> [Pair] {
    var candidates: [Candidate] = []
    for position in texts.indices {
      if scorer.isOpen(position) {
        collect(position, into: &candidates)
      } else if let pair = overlap(position) {
        candidates.append(
          Candidate(pair: pair, points: 100, distance: 0, isLastResort: false))
      }
    }
    candidates.sort { a, b in
      if a.points != b.points { return a.points > b.points }
      if a.distance != b.distance { return a.distance < b.distance }
      return (a.pair.tail, a.pair.head) < (b.pair.tail, b.pair.head)
    }
    var chains = Chains()
    for candidate in candidates where candidate.points >= JointScore.threshold {
      chains.take(candidate.pair)
    }
    for candidate in candidates where candidate.isLastResort { chains.take(candidate.pair) }
    return chains.pairs.sorted { $0.tail < $1.tail }
  }

  private mutating func collect(_ position: Int, into candidates: inout [Candidate]) {
    let low = max(0, position - JoinSolver.behind)
    let high = min(texts.count, position + JoinSolver.ahead + 1)
    for other in low..<high where other != position {
      steps += 1
      let points = scorer.points(from: position, to: other)
      guard points >= PairScorer.least else { continue }
      candidates.append(
        Candidate(
          pair: Pair(tail: texts[position], head: texts[other]), points: points,
          distance: abs(other - position),
          isLastResort: scorer.isLastResort(from: position, to: other)))
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
      guard let length = firstSentence(head), length < head.count, length < tail.count else {
        continue
      }
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

  /// Units of a first sentence of three to twelve units, its stop included.
  private func firstSentence(_ stretch: Stretch) -> Int? {
    for length in 3..<max(3, min(13, stretch.count))
    where stretch.units[stretch.range.lowerBound + length - 1] == 0x3002 {
      return length
    }
    return nil
  }
}

/// Joins taken so far, each stretch going on at most once and being gone on to at most once.
private struct Chains {
  private(set) var pairs: [JoinSolver.Pair] = []
  /// From the first stretch of a chain to its last, and back.
  private var lasts: [Int: Int] = [:]
  private var firsts: [Int: Int] = [:]
  private var tails: Set<Int> = []
  private var heads: Set<Int> = []

  /// Takes a join unless one of its ends is taken or it would close a ring.
  mutating func take(_ pair: JoinSolver.Pair) {
    guard !tails.contains(pair.tail), !heads.contains(pair.head) else { return }
    let first = firsts[pair.tail] ?? pair.tail
    let last = lasts[pair.head] ?? pair.head
    guard first != pair.head else { return }
    tails.insert(pair.tail)
    heads.insert(pair.head)
    firsts[last] = first
    lasts[first] = last
    pairs.append(pair)
  }
}
