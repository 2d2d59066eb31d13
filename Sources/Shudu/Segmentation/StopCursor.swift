/// Walks a paragraph from stop to stop.
struct StopCursor {
  enum Stop {
    /// A sentence ends before this offset.
    case end(Int)
    /// A semicolon stands at this offset.
    case semicolon(Int)
  }

  private let units: [UInt16]
  private let limit: Int
  private let guarded: [Range<Int>]
  private let words = SentenceWords.standard
  private var nextGuard = 0
  private var offset: Int
  /// Whether a straight quote is open, which looks the same at both ends.
  private var isQuoteOpen = false

  init(units: [UInt16], range: Range<Int>, guarded: [Range<Int>]) {
    self.units = units
    limit = range.upperBound
    offset = range.lowerBound
    self.guarded = guarded
  }

  /// The next stop; nil at the end of the paragraph.
  mutating func next(sentenceStart: Int, latinStops: inout ArraySlice<Int>) -> Stop? {
    while offset < limit {
      let at = offset
      offset += 1
      let unit = units[at]
      // No stop stands among the ideographs.
      if unit > 0x3002, unit != 0xFF61 { continue }
      switch unit {
      case 0x22: isQuoteOpen.toggle()
      case 0x0A: return .end(offset)
      case 0x3B where !isGuarded(at): return .semicolon(at)
      case 0x3002, 0xFF61, 0x21, 0x3F:
        if let end = endBehindStop(at, sentenceStart) { return .end(end) }
      case 0x2026:
        if let end = endBehindDots(at, sentenceStart) { return .end(end) }
      case 0x2E:
        if offset + 1 < limit, units[offset] == 0x2E, units[offset + 1] == 0x2E {
          if let end = endBehindDots(at, sentenceStart) { return .end(end) }
        } else if endsBehindPoint(at, sentenceStart, &latinStops) {
          return .end(offset)
        }
      default: break
      }
    }
    return nil
  }

  private mutating func isGuarded(_ at: Int) -> Bool {
    while nextGuard < guarded.count, guarded[nextGuard].upperBound <= at { nextGuard += 1 }
    return nextGuard < guarded.count && guarded[nextGuard].contains(at)
  }

  private mutating func endBehindStop(_ at: Int, _ start: Int) -> Int? {
    let unit = units[at]
    // `?id=3`, `Yahoo!3`
    if unit < 0x80, offset < limit, isLatin(units[offset]), at > start, isLatin(units[at - 1]) {
      return nil
    }
    while offset < limit, isStop(units[offset]) { offset += 1 }
    guard !isGuarded(at) else { return nil }
    let closesQuote = readClosers()
    guard offset < limit else { return offset }
    if goesOn(closesQuote: closesQuote) { return nil }
    return closesQuote ? endBehindSpeaker() ?? offset : offset
  }

  private mutating func endBehindDots(_ at: Int, _ start: Int) -> Int? {
    while offset < limit, units[offset] == 0x2026 || units[offset] == 0x2E { offset += 1 }
    if offset < limit, isStop(units[offset]) { return nil }
    guard !isGuarded(at) else { return nil }
    let closesQuote = readClosers()
    guard offset < limit else { return offset }
    if goesOn(closesQuote: closesQuote) { return nil }
    if closesQuote { return endBehindSpeaker() ?? offset }
    // Dots of hesitation, or behind a list's few names.
    guard at - start >= 8, !isBareList(start..<at), !isTimeFrame(at: offset) else { return nil }
    return offset
  }

  /// Names with `、` between them and no clause.
  private func isBareList(_ range: Range<Int>) -> Bool {
    var hasPause = false
    for unit in units[range].prefix(200) {
      if unit == 0x3001 { hasPause = true }
      if unit == 0x2C || unit == 0x3B { return false }
    }
    return hasPause
  }

  private func isTimeFrame(at offset: Int) -> Bool {
    MarkupLine.isDigit(units[offset])
      || words.frame.longestMatch(in: units, at: offset, limit: limit) != nil
  }

  private func endsBehindPoint(
    _ at: Int, _ start: Int, _ latinStops: inout ArraySlice<Int>
  ) -> Bool {
    guard at > start else { return false }
    let previous = units[at - 1]
    var next = offset
    while next < limit, SourceLine.isSpace(units[next]) { next += 1 }
    // A full stop typed as a point behind Chinese text, not `一.` at its beginning.
    if previous >= 0x3400 || previous == 0x25 || SentenceGuard.isCloser(previous) {
      guard at - start > 4 else { return false }
      return next == limit || units[next] >= 0x3400 || SentenceGuard.closer(of: units[next]) != 0
    }
    guard next > offset, next < limit, isLatin(units[next]) || units[next] == 0x201C,
      !MarkupLine.isDigit(units[next])
    else { return false }
    while let first = latinStops.first, first < next { latinStops.removeFirst() }
    return latinStops.first == next
  }

  /// Passes the closing quotes and brackets behind a stop; says whether a quote was among them.
  private mutating func readClosers() -> Bool {
    var closesQuote = false
    while offset < limit {
      let unit = units[offset]
      if unit == 0x22, isQuoteOpen {
        isQuoteOpen = false
      } else if !SentenceGuard.isCloser(unit) {
        break
      }
      closesQuote = closesQuote || SentenceGuard.isQuoteCloser(unit)
      offset += 1
    }
    return closesQuote
  }

  /// Whether the sentence goes on with what stands behind its stop.
  private func goesOn(closesQuote: Bool) -> Bool {
    switch units[offset] {
    case 0x2C, 0x3001, 0x3B, 0x3A, 0x29: true
    default: closesQuote && words.binds.longestMatch(in: units, at: offset, limit: limit) != nil
    }
  }

  /// The end of `市民王女士说。` behind a quote.
  private mutating func endBehindSpeaker() -> Int? {
    var commas = 0
    var end = offset
    while end < min(limit, offset + 40) {
      let unit = units[end]
      if unit == 0x2C { commas += 1 }
      if unit == 0x3002 { break }
      if unit == 0x3A || unit == 0x3B || unit == 0x201C || unit == 0x21 || unit == 0x3F {
        return nil
      }
      end += 1
    }
    guard end < limit, units[end] == 0x3002, commas == 0 || commas == 1 && end - offset <= 30
    else { return nil }
    for start in max(offset, end - 4)..<end {
      var ends = false
      words.speech.forEachMatch(in: units, at: start, limit: end) { ends = ends || $0.end == end }
      if ends {
        offset = end + 1
        return offset
      }
    }
    return nil
  }

  private func isStop(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0x21 || unit == 0x3F || unit == 0xFF61
  }

  private func isLatin(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
