/// The shape of a line that may be a heading without markup.
///
/// - *Recognizes*: short lines without a stop (`向科技要产量`, `——海棠镇春耕见闻`, `32个村“组团”闯市场`), which may
///   end in `!` or `?`, and lines that are bold as a whole.
/// - *Rejects*: what ends with a comma, a colon or in a word with which nothing ends, what begins in
///   the middle, what holds a full stop or three commas, questions that somebody asks (`记者:…?`), and
///   short lines with some bold figures (a sidebar's items).
/// - *Cost*: at most 60 units are read.
struct HeadingRule: Sendable {
  let words: LayoutWords

  /// Units of the longest heading.
  static let longest = 44

  func isHeadingLike(_ stretch: Stretch) -> Bool {
    let units = stretch.units
    let range = stretch.range
    guard (2...HeadingRule.longest).contains(range.count) else { return false }
    let last = stretch.last
    if LayoutCharacters.isPause(last) || last == 0x3002 || last == 0x2026 { return false }
    if stretch.bold == .part, range.contains(where: { LayoutCharacters.isDigit(units[$0]) }) {
      return false
    }
    if last == 0x3F, isAsked(units, range) { return false }
    let first = stretch.first
    if LayoutCharacters.isPause(first) || LayoutCharacters.isStop(first)
      || LayoutCharacters.isCloser(first)
    {
      return false
    }
    return hasHeadingText(units, range)
  }

  /// `问:钱从哪里来?`, `《某报》记者:钱从哪里来?`: said by somebody.
  private func isAsked(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard let colon = range.prefix(20).first(where: { units[$0] == 0x3A }) else { return false }
    let asker = range.lowerBound..<colon
    return asker.count == 1 && units[asker.lowerBound] == 0x95EE
      || words.start(of: .role, in: units, endingAt: colon, from: asker.lowerBound) != nil
  }

  /// `——海棠镇春耕见闻`.
  func isSubtitle(_ stretch: Stretch) -> Bool {
    stretch.count > 2 && stretch.first == 0x2014
      && stretch.units[stretch.range.lowerBound + 1] == 0x2014 && !stretch.isClosed
  }

  private func hasHeadingText(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var commas = 0
    var han = 0
    var open: [UInt16] = []
    for at in range {
      let unit = units[at]
      if unit == 0x3002 || unit == 0x3B { return false }
      if unit == 0x2C { commas += 1 }
      if LayoutCharacters.isHan(unit) { han += 1 }
      if let closer = LayoutCharacters.closer(of: unit) {
        open.append(closer)
      } else if LayoutCharacters.isCloser(unit) {
        // A closer without its opener: the middle of a sentence.
        guard open.popLast() == unit else { return false }
      }
    }
    return commas < 3 && han >= 2 && open.isEmpty
  }
}
