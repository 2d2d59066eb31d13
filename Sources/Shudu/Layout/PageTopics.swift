/// What the ends and beginnings of stretches speak of, by the rarer words that they share.
///
/// Pairs of characters that occur a few times on the page stand for its names and subjects; those
/// that occur once tell nothing, and frequent ones belong to the whole page.
///
/// Cost: linear in the stretches, of which at most `reach` units at either edge are read.
struct PageTopics {
  /// Units read at an edge.
  static let reach = 160

  private var tails: [[UInt32]] = []
  private var heads: [[UInt32]] = []

  /// - Parameters:
  ///   - isTail: Whether the end of a place's stretch is asked for.
  ///   - isHead: Whether its beginning is.
  init(
    _ stretches: [Stretch], texts: [Int], sketch: PageSketch, isTail: [Bool], isHead: [Bool]
  ) {
    for (place, index) in texts.enumerated() {
      let stretch = stretches[index]
      let range = stretch.range
      let end = max(range.lowerBound, range.upperBound - PageTopics.reach)..<range.upperBound
      let start =
        range.lowerBound..<min(range.upperBound, range.lowerBound + PageTopics.reach)
      tails.append(isTail[place] ? PageTopics.pairs(stretch.units, end, sketch) : [])
      heads.append(isHead[place] ? PageTopics.pairs(stretch.units, start, sketch) : [])
    }
  }

  /// How many rarer pairs of characters the end and the beginning share.
  func shared(from place: Int, to other: Int) -> Int {
    PageTopics.shared(tails[place], heads[other])
  }

  /// How many pairs two lists have in common.
  static func shared(_ tail: [UInt32], _ head: [UInt32]) -> Int {
    var shared = 0
    var left = 0
    var right = 0
    while left < tail.count, right < head.count {
      if tail[left] == head[right] {
        shared += 1
        left += 1
        right += 1
      } else if tail[left] < head[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  /// The rarer pairs of a range, ascending, each once.
  static func pairs(
    _ units: [UInt16], _ range: Range<Int>, _ sketch: PageSketch
  ) -> [UInt32] {
    var found: [UInt32] = []
    found.reserveCapacity(range.count)
    for at in range.dropLast() {
      let first = units[at]
      let second = units[at + 1]
      guard LayoutCharacters.isHan(first), LayoutCharacters.isHan(second),
        (2...6).contains(sketch.count(first, second))
      else { continue }
      found.append(UInt32(first) << 16 | UInt32(second))
    }
    return distinct(&found)
  }

  /// The pairs in order, each once.
  static func distinct(_ found: inout [UInt32]) -> [UInt32] {
    found.sort()
    var count = 0
    for at in found.indices where count == 0 || found[at] != found[count - 1] {
      found[count] = found[at]
      count += 1
    }
    found.removeSubrange(count...)
    return found
  }
}
