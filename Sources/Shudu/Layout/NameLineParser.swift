/// Reads a line that consists of people's names and of what they are and did: the common part of
/// bylines, credits and signatures.
///
/// Cost: linear in the line, of which at most 80 units are read.
struct NameLineParser: Sendable {
  /// What such a line holds.
  struct Result: Sendable, Equatable {
    var roles = 0
    var names = 0
    /// Words of pictures: `摄`, `供图`, `图片来源`.
    var credits = 0
    /// Words of reports: `整理`, `报道`, `文`.
    var deeds = 0
    /// Words of origin: `作者`, `来源`.
    var origins = 0
    /// Whether the line begins or ends with a word of pictures.
    var isPicture = false
    /// Whether the last piece had a word of pictures.
    var endsInCredit = false
  }

  let words: LayoutWords

  /// What the line holds, or nil where anything in it is neither name nor such a word.
  func parse(_ units: [UInt16], _ range: Range<Int>) -> Result? {
    guard range.count <= 80 else { return nil }
    var result = Result()
    var start = range.lowerBound
    while start < range.upperBound {
      if isBorder(units[start]) {
        start += 1
        continue
      }
      var end = start
      while end < range.upperBound, !isBorder(units[end]) { end += 1 }
      let credits = result.credits
      let isFirst = result == Result()
      guard read(units, start..<end, into: &result) else { return nil }
      result.endsInCredit = result.credits > credits
      if isFirst { result.isPicture = result.endsInCredit }
      start = end
    }
    result.isPicture = result.isPicture || result.endsInCredit
    return result
  }

  private func isBorder(_ unit: UInt16) -> Bool {
    LayoutCharacters.isSeparator(unit) || (0x3008...0x3015).contains(unit) || unit == 0x2014
      || unit == 0x28 || unit == 0x29 || unit == 0x5B
      || unit == 0x5D
      || LayoutCharacters.isBullet(unit) && unit != 0x00B7
  }

  /// One piece without separators: `本报记者张三`, `张三`, `摄`, `李四摄`, `重庆日报`.
  private func read(_ units: [UInt16], _ piece: Range<Int>, into result: inout Result) -> Bool {
    var rest = piece
    var hasRole = false
    if isDay(units, piece) { return true }
    // Origins and picture words open a line: `作者`, `图片来源`, `摄影`.
    if let end = words.end(of: .creditHead, in: units, at: rest.lowerBound, limit: rest.upperBound)
    {
      result.credits += 1
      rest = end..<rest.upperBound
    } else if let end = words.end(
      of: .origin, in: units, at: rest.lowerBound, limit: rest.upperBound)
    {
      result.origins += 1
      rest = end..<rest.upperBound
    }
    if rest.isEmpty { return true }
    if words.isWord(.deed, in: units, rest) {
      result.deeds += 1
      return true
    }
    if let found = lastRole(units, rest), isBody(units, rest.lowerBound..<found.lowerBound) {
      result.roles += 1
      hasRole = true
      rest = found.upperBound..<rest.upperBound
      if rest.isEmpty { return true }
    }
    if words.isWord(.deed, in: units, rest) {
      result.deeds += 1
      return true
    }
    if let start = words.start(
      of: .credit, in: units, endingAt: rest.upperBound, from: rest.lowerBound)
    {
      // `…把邮件发` is no credit: before a single character stands a name.
      if rest.upperBound - start == 1, start - rest.lowerBound > 6 { return false }
      result.credits += 1
      rest = rest.lowerBound..<start
    } else if rest.count > 2,
      let start = words.start(
        of: .deed, in: units, endingAt: rest.upperBound, from: rest.lowerBound),
      start > rest.lowerBound
    {
      result.deeds += 1
      rest = rest.lowerBound..<start
    }
    if rest.isEmpty { return true }
    guard isName(units, rest, hasRole: hasRole, result) else { return false }
    result.names += 1
    return true
  }

  /// `2021年3月5日`, `2021-03-05`, `08:30`.
  private func isDay(_ units: [UInt16], _ piece: Range<Int>) -> Bool {
    LayoutCharacters.isDigit(units[piece.lowerBound])
      && piece.allSatisfy {
        let unit = units[$0]
        return LayoutCharacters.isDigit(unit) || unit == 0x2D || unit == 0x2E || unit == 0x5E74
          || unit == 0x6708 || unit == 0x65E5
      }
  }

  /// The last role word of a piece.
  private func lastRole(_ units: [UInt16], _ piece: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var at = piece.lowerBound
    while at < piece.upperBound {
      if let end = words.end(of: .role, in: units, at: at, limit: piece.upperBound) {
        found = at..<end
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  /// What may stand before a role: the name of a paper or an office.
  private func isBody(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    range.count <= 12
      && range.allSatisfy {
        LayoutCharacters.isHan(units[$0]) || LayoutCharacters.isLatin(units[$0])
      }
  }

  /// Han of a name's length; longer after a word of origin, where bodies are named.
  private func isName(
    _ units: [UInt16], _ range: Range<Int>, hasRole: Bool, _ result: Result
  ) -> Bool {
    var han = 0
    var dots = 0
    for at in range {
      let unit = units[at]
      if LayoutCharacters.isHan(unit) {
        han += 1
      } else if unit == 0x00B7 || unit == 0x2022 || unit == 0x30FB {
        dots += 1
      } else if result.credits + result.origins == 0 || !LayoutCharacters.isLatin(unit) {
        return false
      }
    }
    if dots > 0 { return han <= 14 }
    return han <= (result.credits + result.origins > 0 ? 16 : 4)
  }
}
