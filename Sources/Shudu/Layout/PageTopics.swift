/// What the ends and beginnings of stretches speak of, by the rarer words that they share.
///
/// Pairs of characters that occur a few times on the page stand for its names and subjects; those
/// that occur once tell nothing, and frequent ones belong to the whole page.
///
/// A reference, for what was found at a place is kept: most places are never asked for.
///
/// Cost: linear in the stretches, of which at most `reach` units at the end and twice as many at the beginning are read.
final class PageTopics {
  /// Units read at an edge.
  static let reach = 160

  private let stretches: [Stretch]
  private let texts: [Int]
  private let sketch: PageSketch
  private let isTail: [Bool]
  private let isHead: [Bool]
  // Unchecked: they are read and written by the two functions below alone, which call nobody who might come back.
  @exclusivity(unchecked) private var tails: [[UInt32]?]
  @exclusivity(unchecked) private var beginnings: [Beginning?]

  /// The pairs of the first units of a place.
  private struct Beginning {
    /// Of `reach` units.
    var head: [UInt32]
    /// Of twice as many.
    var opening: [UInt32]
  }

  /// - Parameters:
  ///   - isTail: Whether the end of a place's stretch counts.
  ///   - isHead: Whether its beginning does.
  init(
    _ stretches: [Stretch], texts: [Int], sketch: PageSketch, isTail: [Bool], isHead: [Bool]
  ) {
    self.stretches = stretches
    self.texts = texts
    self.sketch = sketch
    self.isTail = isTail
    self.isHead = isHead
    tails = Array(repeating: nil, count: texts.count)
    beginnings = Array(repeating: nil, count: texts.count)
  }

  /// How many rarer pairs of characters the end and the beginning share.
  func shared(from place: Int, to other: Int) -> Int {
    guard isTail[place], isHead[other] else { return 0 }
    return PageTopics.shared(tail(place), beginning(other).head)
  }

  /// The rarer pairs of the first units of a place, `reach` twice; none beyond the page.
  func opening(of place: Int) -> [UInt32] {
    texts.indices.contains(place) ? beginning(place).opening : []
  }

  private func tail(_ place: Int) -> [UInt32] {
    if let known = tails[place] { return known }
    let stretch = stretches[texts[place]]
    let end = stretch.range.suffix(PageTopics.reach)
    let pairs = PageTopics.pairs(PageTopics.rare(stretch.units, end, sketch)) { _ in true }
    tails[place] = pairs
    return pairs
  }

  private func beginning(_ place: Int) -> Beginning {
    if let known = beginnings[place] { return known }
    let stretch = stretches[texts[place]]
    let last = stretch.range.lowerBound + PageTopics.reach - 1
    let found = PageTopics.rare(
      stretch.units, stretch.range.prefix(PageTopics.reach * 2), sketch)
    let beginning = Beginning(
      head: PageTopics.pairs(found) { $0 < last }, opening: PageTopics.pairs(found) { _ in true })
    beginnings[place] = beginning
    return beginning
  }

  /// How many pairs two lists have in common.
  static func shared(_ tail: [UInt32], _ head: [UInt32]) -> Int {
    var shared = 0
    var left = 0
    var right = 0
    // Without branches on what the lists hold, which no processor could guess.
    while left < tail.count, right < head.count {
      let one = tail[left]
      let other = head[right]
      shared += one == other ? 1 : 0
      left += one <= other ? 1 : 0
      right += other <= one ? 1 : 0
    }
    return shared
  }

  /// A pair of characters where it stands: ordered by the pair.
  private struct Place {
    let number: UInt64

    init(_ first: UInt16, _ second: UInt16, at offset: Int) {
      number =
        UInt64(first) << 48 | UInt64(second) << 32 | UInt64(UInt32(truncatingIfNeeded: offset))
    }

    var pair: UInt32 { UInt32(truncatingIfNeeded: number >> 32) }
    var offset: Int { Int(UInt32(truncatingIfNeeded: number)) }
  }

  /// The rarer pairs of a range, ascending.
  private static func rare(
    _ units: [UInt16], _ range: Range<Int>, _ sketch: PageSketch
  ) -> [Place] {
    var found: [Place] = []
    found.reserveCapacity(range.count)
    var last: UInt16 = 0
    for at in range {
      let unit = units[at]
      guard LayoutCharacters.isHan(unit) else {
        last = 0
        continue
      }
      if last != 0, (2...6).contains(sketch.count(pair: UInt64(last) << 16 | UInt64(unit))) {
        found.append(Place(last, unit, at: at - 1))
      }
      last = unit
    }
    found.sort { $0.number < $1.number }
    return found
  }

  /// The pairs of some of those places, ascending, each once.
  private static func pairs(_ found: [Place], where holds: (_ offset: Int) -> Bool) -> [UInt32] {
    var pairs: [UInt32] = []
    pairs.reserveCapacity(found.count)
    for place in found where place.pair != pairs.last && holds(place.offset) {
      pairs.append(place.pair)
    }
    return pairs
  }

  /// The pairs of two lists, ascending, each once.
  static func union(_ first: [UInt32], _ second: [UInt32]) -> [UInt32] {
    if first.isEmpty { return second }
    var union: [UInt32] = []
    union.reserveCapacity(first.count + second.count)
    var next = 0
    for pair in first {
      while next < second.count, second[next] <= pair {
        if second[next] < pair { union.append(second[next]) }
        next += 1
      }
      union.append(pair)
    }
    union.append(contentsOf: second[next...])
    return union
  }
}
