/// How a stretch begins and ends, as far as that tells whether the page tore it there.
///
/// Points are hand-set weights on one scale for ends, heads and joints (`JointScore`).
struct TornEdges: Sendable {
  /// How open the end is; nil where it ends as a sentence does.
  var openness: Int?
  /// How little the beginning looks like a paragraph's; negative for a usual beginning.
  var continuation: Int
  /// The innermost quotation mark or bracket that the end leaves open, by its closer; 0 for none.
  var openCloser: UInt16 = 0
  /// The first closer that closes nothing within the stretch; 0 for none.
  var strayCloser: UInt16 = 0
}

/// Judges the two edges of stretches.
///
/// Cost: brackets are counted in the first and last 400 units, the rest in a bounded number of steps.
struct EdgeJudge {
  let words: LayoutWords
  let boundaries: WordBoundaries?
  private let scope = 400

  func edges(of stretch: Stretch) -> TornEdges {
    var edges = TornEdges(openness: nil, continuation: 0)
    let (open, stray) = brackets(stretch)
    edges.openCloser = open
    edges.strayCloser = stray
    edges.openness = openness(stretch, openCloser: open)
    edges.continuation = continuation(stretch, strayCloser: stray)
    return edges
  }

  private func openness(_ stretch: Stretch, openCloser: UInt16) -> Int? {
    guard !stretch.isClosed else { return nil }
    let last = stretch.last
    var points = 12
    if last == 0x3A { return nil }
    if last == 0x2C || last == 0x3001 {
      points += 12
    } else if last == 0x3B {
      points -= 8
    } else if endsOpen(stretch) {
      points += 12
    } else if words.start(
      of: .transitive, in: stretch.units, endingAt: stretch.range.upperBound,
      from: stretch.range.lowerBound) != nil
    {
      points += 6
    } else if LayoutCharacters.isDigit(last) {
      points += 5
    }
    if openCloser != 0 { points += 12 }
    if stretch.count < 10 { points -= 8 }
    return points
  }

  private func continuation(_ stretch: Stretch, strayCloser: UInt16) -> Int {
    let units = stretch.units
    let start = stretch.range.lowerBound
    let limit = stretch.range.upperBound
    let first = stretch.first
    if !stretch.dateline.isEmpty { return -80 }
    if LayoutCharacters.isPause(first) || LayoutCharacters.isCloser(first)
      || first == 0x3002 || first == 0x25
    {
      return 40
    }
    var points = strayCloser != 0 ? 15 : 0
    let starter = words.end(of: .starter, in: units, at: start, limit: limit)
    let continued = words.end(of: .continuation, in: units, at: start, limit: limit)
    if let continued, continued > (starter ?? 0),
      continued - start > 1 || isWord(stretch, start..<continued)
    {
      points += 14
    } else if starter != nil {
      points -= 18
    }
    if LayoutCharacters.isDigit(first) {
      points += numeralPoints(units, start, limit)
    } else if LayoutCharacters.closer(of: first) != nil {
      points -= 8
    } else if first == 0x2014 || LayoutCharacters.isBullet(first) {
      points -= 30
    }
    return points
  }

  /// Whether its last word is one with which nothing ends.
  private func endsOpen(_ stretch: Stretch) -> Bool {
    let end = stretch.range.upperBound
    guard
      let start = words.start(
        of: .openEnd, in: stretch.units, endingAt: end, from: stretch.range.lowerBound)
    else { return false }
    return end - start > 1 || isWord(stretch, start..<end)
  }

  /// Whether a character at one of the edges is a word, and not a part of one (`会` of `协会`).
  private func isWord(_ stretch: Stretch, _ range: Range<Int>) -> Bool {
    guard let boundaries else {
      return EdgeJudge.particles.contains(stretch.units[range.lowerBound])
    }
    let low = max(stretch.range.lowerBound, range.lowerBound - 10)
    let high = min(stretch.range.upperBound, range.upperBound + 10)
    let found = boundaries(Array(stretch.units[low..<high]))
    let isStart = range.lowerBound == low || found.contains(range.lowerBound - low)
    let isEnd = range.upperBound == high || found.contains(range.upperBound - low)
    return isStart && isEnd
  }

  /// Characters that are hardly ever a part of a longer word at an edge: 的 了 着 们 和 与 及 将 把 被 之.
  private static let particles: Set<UInt16> = Set("的了着们和与及将把被之".utf16)

  /// A date begins a paragraph, a share or a sum of money seldom does.
  private func numeralPoints(_ units: [UInt16], _ start: Int, _ limit: Int) -> Int {
    var at = start
    var hasPoint = false
    while at < min(limit, start + 16), LayoutCharacters.isDigit(units[at]) || units[at] == 0x2E {
      hasPoint = hasPoint || units[at] == 0x2E
      at += 1
    }
    guard at < limit else { return 0 }
    switch units[at] {
    case 0x5E74, 0x6708, 0x65E5: return -14  // 年 月 日
    case 0x25, 0x4EBF, 0x4E07, 0x500D: return 14  // % 亿 万 倍
    case 0x3001: return -14  // a list's number
    default: return hasPoint ? 12 : 0
    }
  }

  /// The closer of the last opener left open, and the first closer without opener.
  private func brackets(_ stretch: Stretch) -> (open: UInt16, stray: UInt16) {
    let range = stretch.range
    var stray: UInt16 = 0
    var expected: [UInt16] = []
    for at in range.lowerBound..<min(range.upperBound, range.lowerBound + scope) {
      let unit = stretch.units[at]
      if let closer = LayoutCharacters.closer(of: unit) {
        expected.append(closer)
      } else if LayoutCharacters.isCloser(unit), expected.popLast() != unit {
        stray = unit
        break
      }
    }
    var pending: [UInt16] = []
    var at = range.upperBound
    let lower = max(range.lowerBound, range.upperBound - scope)
    while at > lower {
      at -= 1
      let unit = stretch.units[at]
      if LayoutCharacters.isCloser(unit) {
        pending.append(unit)
      } else if let closer = LayoutCharacters.closer(of: unit), pending.popLast() != closer {
        return (closer, stray)
      }
    }
    return (0, stray)
  }
}
