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
  /// Whether the end is a word with which no sentence ends.
  var isParticle = false
  /// Whether the last word is a single character, as a part of a torn word is.
  var endsInSingle = true
  /// Whether the end is a verb that wants an object.
  var isTransitive = false
  /// Whether the end is a word before figures (`近`, `超过`, `增至`).
  var wantsFigure = false
  /// Whether the beginning is a word with which no paragraph begins.
  var isContinuation = false
  /// What the end wants counted, and what the beginning counts.
  var wanted: FigureKind?
  var figure: FigureKind?
  /// Whether the beginning is a verb and its figure (`达到78%`).
  var isPredicate = false
  /// Whether the end compares with something (`比上年同期`), and the beginning says how it differs.
  var isComparison = false
  var isChange = false
  /// Whether the beginning is a share of something (`三成`).
  var beginsWithShare = false
  /// Whether the beginning is a figure, with or without a word of approximation.
  var beginsWithFigure = false
  /// Whether the end is a numeral.
  var endsInNumeral = false
  /// What must stand before the beginning.
  var want = Want.nothing
  /// Whether a figure stands among the first units.
  var hasEarlyFigure = false

  enum Want: Sendable {
    case nothing
    /// The rest of a word: a character, not a comma.
    case character
    /// A measure word: a numeral.
    case numeral
    /// A character that may be a measure word.
    case perhapsNumeral
  }
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
    edges.openness = openness(stretch, &edges)
    edges.continuation = continuation(stretch, &edges)
    if edges.openness != nil { edges.endsInSingle = endsInSingle(stretch) }
    edges.wanted = FigureKind.wanted(by: stretch, words: words)
    edges.figure = FigureKind.first(of: stretch)
    return edges
  }

  private func openness(_ stretch: Stretch, _ edges: inout TornEdges) -> Int? {
    guard !stretch.isClosed, stretch.dateline.isEmpty || stretch.dateline.count + 14 < stretch.count
    else { return nil }
    let last = stretch.last
    var points = 12
    if last == 0x3A { return nil }
    if last == 0x2C || last == 0x3001 {
      points += 12
    } else if last == 0x3B {
      points -= 8
    } else if endsOpen(stretch) {
      points += 12
      edges.isParticle = true
    } else if words.start(
      of: .transitive, in: stretch.units, endingAt: stretch.range.upperBound,
      from: stretch.range.lowerBound) != nil
    {
      points += 6
      edges.isTransitive = true
    } else if LayoutCharacters.isDigit(last) {
      points += 5
    }
    edges.endsInNumeral = LayoutCharacters.isDigit(last) || EdgeJudge.numerals.contains(last)
    if let start = words.start(
      of: .beforeFigure, in: stretch.units, endingAt: stretch.range.upperBound,
      from: stretch.range.lowerBound),
      stretch.range.upperBound - start > 1 || isWord(stretch, start..<stretch.range.upperBound)
    {
      edges.wantsFigure = true
    }
    edges.isComparison = endsInComparison(stretch)
    if edges.openCloser != 0 { points += 12 }
    if stretch.count < 10 { points -= 8 }
    return points
  }

  private func continuation(_ stretch: Stretch, _ edges: inout TornEdges) -> Int {
    let units = stretch.units
    let start = stretch.range.lowerBound
    let limit = stretch.range.upperBound
    let first = stretch.first
    if !stretch.dateline.isEmpty { return -80 }
    if LayoutCharacters.isPause(first) || LayoutCharacters.isCloser(first) || first == 0x3002 {
      return 40
    }
    var points = edges.strayCloser != 0 ? 15 : 0
    let starter = words.end(of: .starter, in: units, at: start, limit: limit) ?? 0
    let continued = words.end(of: .continuation, in: units, at: start, limit: limit) ?? 0
    let measure = words.end(of: .measure, in: units, at: start, limit: limit) ?? 0
    let isDate = LayoutCharacters.isDigit(first) && numeralPoints(units, start, limit) < 0
    edges.beginsWithFigure =
      LayoutCharacters.isDigit(first) && !isDate || beginsWithHanNumeral(units, start, limit)
    if let end = words.end(of: .beforeFigure, in: units, at: start, limit: limit), end < limit,
      LayoutCharacters.isDigit(units[end]), numeralPoints(units, end, limit) >= 0
    {
      edges.beginsWithFigure = true
      edges.isPredicate = true
      if starter == 0 { points += 6 }
    }
    edges.isChange = words.end(of: .change, in: units, at: start, limit: limit) != nil
    edges.beginsWithShare = beginsWithShare(units, start, limit)
    edges.hasEarlyFigure = (start..<min(limit, start + 8)).contains {
      LayoutCharacters.isDigit(units[$0])
    }
    if first == 0x6BCF, edges.hasEarlyFigure { edges.beginsWithFigure = true }  // 每公斤3克
    if measure > max(starter, continued), isMeasure(stretch, start..<measure) {
      edges.want = measure - start > 1 ? .numeral : .perhapsNumeral
      points += measure - start > 1 ? 10 : 4
    } else if continued > starter, isContinuation(stretch, start..<continued) {
      points += 14
      edges.isContinuation = true
    } else if starter > 0 {
      points -= 18
    } else if words.end(of: .preposition, in: units, at: start, limit: limit) != nil {
      points -= 5
    } else if LayoutCharacters.isDigit(first) {
      points += numeralPoints(units, start, limit)
    } else if LayoutCharacters.closer(of: first) != nil {
      points -= 8
    } else if first == 0x2014 || LayoutCharacters.isBullet(first) {
      points -= 30
    } else if edges.beginsWithShare {
      points += 14
    } else if LayoutCharacters.isHan(first) {
      if words.end(of: .bound, in: units, at: start, limit: limit) != nil, isSingle(stretch) {
        points += 8
        edges.want = .character
      } else if isSingle(stretch) {
        points += 2
      }
      if let figure = (start..<min(limit, start + 8)).first(where: {
        LayoutCharacters.isDigit(units[$0])
      }) {
        points += figure > start && EdgeJudge.links.contains(units[figure - 1]) ? 9 : 3
      }
    }
    if starter == 0, !stretch.role.isHeadingLike { points += fragmentPoints(stretch) }
    return points
  }

  /// A word with which no paragraph begins; one of a single character must be a word of its own, and
  /// not before a figure (`前8个月`).
  private func isContinuation(_ stretch: Stretch, _ range: Range<Int>) -> Bool {
    if range.count > 1 { return true }
    let next = range.upperBound < stretch.range.upperBound ? stretch.units[range.upperBound] : 0
    if EdgeJudge.localizers.contains(stretch.units[range.lowerBound]) {
      return LayoutCharacters.isPause(next) || next == 0x7684
    }
    return !LayoutCharacters.isDigit(next) && isWord(stretch, range)
  }

  /// A numeral in characters before a measure word, not an article (`一场`).
  private func beginsWithHanNumeral(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    guard EdgeJudge.numerals.contains(units[start]) else { return false }
    if units[start] != 0x4E00 && units[start] != 0x4E24 { return true }
    let next = start + 1 < limit ? units[start + 1] : 0
    return EdgeJudge.numerals.contains(next) || EdgeJudge.spans.contains(next)
      || beginsWithShare(units, start, limit)
  }

  /// A single sentence too short for a paragraph, if not quoted.
  private func fragmentPoints(_ stretch: Stretch) -> Int {
    let range = stretch.range
    guard LayoutCharacters.closer(of: stretch.first) == nil else { return 0 }
    let window = range.lowerBound..<min(range.upperBound, range.lowerBound + 32)
    guard
      let stop = window.first(where: { LayoutCharacters.isStop(stretch.units[$0]) }),
      !window.prefix(while: { $0 < stop }).contains(where: {
        LayoutCharacters.isPause(stretch.units[$0]) && stop + 1 < range.upperBound
      })
    else { return 0 }
    if stop + 1 == range.upperBound { return range.count <= 16 ? 10 : 5 }
    // `率达到81%。`: a figure so soon is seldom a whole sentence.
    let hasFigure = (range.lowerBound..<stop).contains {
      LayoutCharacters.isDigit(stretch.units[$0])
    }
    return hasFigure && stop - range.lowerBound <= 12 ? 6 : 0
  }

  /// Whether the last word is a single character; so by default without a dictionary.
  private func endsInSingle(_ stretch: Stretch) -> Bool {
    guard let boundaries else { return true }
    let range = stretch.range
    let window = Array(
      stretch.units[max(range.lowerBound, range.upperBound - 10)..<range.upperBound])
    return window.count < 2 || boundaries(window).contains(window.count - 1)
  }

  /// Whether the first word is a single character.
  private func isSingle(_ stretch: Stretch) -> Bool {
    guard let boundaries else { return false }
    let range = stretch.range
    let first = boundaries(
      Array(stretch.units[range.lowerBound..<min(range.upperBound, range.lowerBound + 10)]))
    return first.first { $0 > 0 } == 1
  }

  /// A measure word of one character is one only where it is a word of its own, and no figure
  /// follows, which would make it the end of a noun (`岗|位800多个`).
  private func isMeasure(_ stretch: Stretch, _ range: Range<Int>) -> Bool {
    let next = range.upperBound < stretch.range.upperBound ? stretch.units[range.upperBound] : 0
    // `亿元以上` is the beginning of a noun.
    if LayoutCharacters.isDigit(next) || next == 0x4EE5 || next == 0x7EA7 { return false }
    return range.count > 1 || !LayoutCharacters.isHan(stretch.first) || isWord(stretch, range)
  }

  /// `比上年同期`, `较2015年`: 比 or 较 among the last units, nothing but its object after it.
  private func endsInComparison(_ stretch: Stretch) -> Bool {
    let range = stretch.range
    var at = range.upperBound - 1
    while at >= max(range.lowerBound, range.upperBound - 10) {
      let unit = stretch.units[at]
      if unit == 0x6BD4 || unit == 0x8F83 { return at < range.upperBound - 1 }
      guard LayoutCharacters.isHan(unit) || LayoutCharacters.isDigit(unit) else { return false }
      at -= 1
    }
    return false
  }

  /// Whether a line of a heading ends in a particle.
  func endsInParticle(_ stretch: Stretch) -> Bool {
    EdgeJudge.particles.contains(stretch.last) || stretch.last == 0x66A8
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

  /// What follows a noun and begins others (`后,` but `后山`).
  private static let localizers: Set<UInt16> = Set("后前时中里内外上下间".utf16)
  /// 年 月 天 周 倍 半.
  private static let spans: Set<UInt16> = Set("年月天周倍半".utf16)
  /// What stands between a verb and its figure.
  private static let links: Set<UInt16> = Set("到至达为了近超约逾".utf16)
  private static let numerals: Set<UInt16> = Set("〇一二两三四五六七八九十百千万亿几数".utf16)

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
    default: break
    }
    // `36位,`: an amount that is a clause of its own ends one.
    for end in at..<min(limit, at + 4) {
      if LayoutCharacters.isPause(units[end]) || LayoutCharacters.isStop(units[end]) { return 12 }
      if !LayoutCharacters.isHan(units[end]) { break }
    }
    return hasPoint ? 12 : 0
  }

  /// `四成`, `三到四成`, `三分之一`, `两倍`.
  private func beginsWithShare(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    guard start < limit, EdgeJudge.numerals.contains(units[start]) else { return false }
    return (start + 1..<max(start + 1, min(limit, start + 5))).contains {
      units[$0] == 0x6210 || units[$0] == 0x500D || units[$0] == 0x534A
        || units[$0] == 0x4E4B && units[$0 - 1] == 0x5206
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
