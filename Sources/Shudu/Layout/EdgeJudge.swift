/// Judges the two edges of stretches.
///
/// Cost: brackets are counted in the first and last 400 units, the rest in a bounded number of steps.
struct EdgeJudge {
  let words: LayoutWords
  let breaker: WordBreaker?
  var weights = LayoutWeights.tuned
  /// Units in which brackets are counted.
  static let scope = 400

  /// How a stretch ends; what its beginning says is left as for a usual one.
  func end(of stretch: Stretch) -> TornEdges {
    var edges = TornEdges(openness: nil, continuation: 0)
    guard !stretch.isClosed else { return edges }
    edges.openCloser = openCloser(stretch)
    edges.openness = openness(stretch, &edges)
    guard edges.openness != nil else { return edges }
    edges.endsInSingle = endsInSingle(stretch)
    if let breaker {
      edges.openWords = breaker.openWords(of: stretch.units[stretch.range.suffix(JointScore.reach)])
    }
    edges.wanted = FigureKind.wanted(by: stretch, words: words)
    return edges
  }

  /// Adds how the stretch begins.
  func begin(_ stretch: Stretch, _ edges: inout TornEdges) {
    edges.strayCloser = strayCloser(stretch)
    edges.beginsInSingle = isSingle(stretch)
    edges.continuation = continuation(stretch, &edges)
    edges.figure = FigureKind.first(of: stretch)
  }

  private func openness(_ stretch: Stretch, _ edges: inout TornEdges) -> Int? {
    guard stretch.dateline.isEmpty || stretch.dateline.count + 14 < stretch.count
    else { return nil }
    let last = stretch.last
    var points = weights.open
    if last == 0x3A { return nil }
    if last == 0x2C || last == 0x3001 {
      points += weights.openPause
    } else if last == 0x3B {
      points -= 8
    } else if endsOpen(stretch) {
      points += weights.openParticle
      edges.isParticle = true
    } else if words.start(
      of: .transitive, in: stretch.units, endingAt: stretch.range.upperBound,
      from: stretch.range.lowerBound) != nil
    {
      points += weights.openVerb
      edges.isTransitive = true
    } else if LayoutCharacters.isDigit(last) {
      points += weights.openDigit
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
    if edges.openCloser != 0 { points += weights.openBracket }
    if stretch.count < 10 { points += weights.openShort }
    return points
  }

  private func continuation(_ stretch: Stretch, _ edges: inout TornEdges) -> Int {
    let units = stretch.units
    let start = stretch.range.lowerBound
    let limit = stretch.range.upperBound
    let first = stretch.first
    if !stretch.dateline.isEmpty { return -80 }
    if LayoutCharacters.isPause(first) || LayoutCharacters.isCloser(first) || first == 0x3002 {
      return weights.beginsWithPause
    }
    var points = edges.strayCloser != 0 ? weights.strayCloser : 0
    let strong = words.end(of: .strongStarter, in: units, at: start, limit: limit) ?? 0
    let starter = max(
      strong, words.end(of: .starter, in: units, at: start, limit: limit) ?? 0)
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
      if starter == 0 { points += weights.predicate }
    }
    edges.isChange = beginsWithChange(units, start, limit)
    edges.beginsWithShare = beginsWithShare(units, start, limit)
    edges.hasEarlyFigure = (start..<min(limit, start + 8)).contains {
      LayoutCharacters.isDigit(units[$0])
    }
    if first == 0x6BCF, edges.hasEarlyFigure { edges.beginsWithFigure = true }  // 每公斤3克
    if measure > max(starter, continued), isMeasure(stretch, start..<measure) {
      edges.want = measure - start > 1 ? .numeral : .perhapsNumeral
      points += measure - start > 1 ? weights.measure : weights.shortMeasure
    } else if continued > starter, isContinuation(stretch, start..<continued) {
      points += weights.continuation
      edges.isContinuation = true
    } else if starter > 0 {
      points += strong == starter ? weights.strongStarter : weights.starter
      edges.isStarter = strong < starter
    } else if words.end(of: .preposition, in: units, at: start, limit: limit) != nil {
      points += weights.preposition
    } else if LayoutCharacters.isDigit(first) {
      points += numeralPoints(units, start, limit)
    } else if LayoutCharacters.closer(of: first) != nil {
      points += weights.opener
    } else if first == 0x2014 || LayoutCharacters.isBullet(first) {
      points += weights.dash
    } else if edges.beginsWithShare {
      points += weights.share
    } else if LayoutCharacters.isHan(first) {
      if words.end(of: .bound, in: units, at: start, limit: limit) != nil,
        edges.beginsInSingle
      {
        points += weights.bound
        edges.want = .character
      } else if edges.beginsInSingle {
        points += weights.single
      }
      if let figure = (start..<min(limit, start + 8)).first(where: {
        LayoutCharacters.isDigit(units[$0])
      }) {
        let isLinked = figure > start && EdgeJudge.links.contains(units[figure - 1])
        points += isLinked ? weights.linkedFigure : weights.earlyFigure
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
    if stop + 1 == range.upperBound {
      return range.count <= 16 ? weights.fragment : weights.sentence
    }
    // `率达到81%。`: a figure so soon is seldom a whole sentence.
    let hasFigure = (range.lowerBound..<stop).contains {
      LayoutCharacters.isDigit(stretch.units[$0])
    }
    return hasFigure && stop - range.lowerBound <= 12 ? weights.shortFirst : 0
  }

  /// Whether the last word is a single character; so by default without a dictionary.
  private func endsInSingle(_ stretch: Stretch) -> Bool {
    guard let breaker else { return true }
    let window = stretch.range.suffix(10)
    return window.count < 2
      || breaker.isBoundary(window.upperBound - 1, in: stretch.units, window)
  }

  /// Whether the first word is a single character.
  private func isSingle(_ stretch: Stretch) -> Bool {
    guard let breaker, LayoutCharacters.isHan(stretch.first) else { return false }
    let window = stretch.range.prefix(10)
    return breaker.isBoundary(window.lowerBound + 1, in: stretch.units, window)
  }

  /// A measure word of one character is one only where it is a word of its own, and no figure
  /// follows, which would make it the end of a noun (`铺|位60个`).
  private func isMeasure(_ stretch: Stretch, _ range: Range<Int>) -> Bool {
    let next = range.upperBound < stretch.range.upperBound ? stretch.units[range.upperBound] : 0
    // `亿元以上` is the beginning of a noun.
    if LayoutCharacters.isDigit(next) || next == 0x4EE5 || next == 0x7EA7 { return false }
    return range.count > 1 || !LayoutCharacters.isHan(stretch.first) || isWord(stretch, range)
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
    guard let breaker else {
      return EdgeJudge.particles.contains(stretch.units[range.lowerBound])
    }
    let low = max(stretch.range.lowerBound, range.lowerBound - 10)
    let high = min(stretch.range.upperBound, range.upperBound + 10)
    func isBoundary(_ offset: Int) -> Bool {
      breaker.isBoundary(offset, in: stretch.units, low..<high)
    }
    return (range.lowerBound == low || isBoundary(range.lowerBound))
      && (range.upperBound == high || isBoundary(range.upperBound))
  }

  /// What follows a noun and begins others (`后,` but `后山`).
  static let localizers = UnitSet("后前时中里内外上下间")
  /// 同比, 环比.
  static let bases = UnitSet("同环")
  static let adverbs = UnitSet("将均已仅也又再共各")
  /// 年 月 天 周 倍 半.
  static let spans = UnitSet("年月天周倍半")
  /// What stands between a verb and its figure.
  static let links = UnitSet("到至达为了近超约逾")
  static let numerals = UnitSet("〇一二两三四五六七八九十百千万亿几数")

  /// Characters that are hardly ever a part of a longer word at an edge: 的 了 着 们 和 与 及 将 把 被 之.
  static let particles = UnitSet("的了着们和与及将把被之")
}
