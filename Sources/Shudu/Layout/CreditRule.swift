/// A line that says who made a picture, or the end of a caption that does.
///
/// - *Recognizes*: `首席记者 张三 摄(某图库)`, `图片来源:某区`, `摄影 张三`, `受访者供图`, `(李四 摄)`, alone or
///   after the caption in the same block; `资料图片` alone.
/// - *Rejects*: sentences in which somebody takes pictures.
/// - *Cost*: linear in the line, of which at most 80 units are read.
struct CreditRule: Sendable {
  let parser: NameLineParser

  /// A line about who edited the page.
  func isStaffLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard let end = opening(.staff, units, range) else { return false }
    let rest = end..<range.upperBound
    guard let next = rest.first, !LayoutCharacters.isSeparator(units[next]) else { return true }
    // `责编丁一 美编牛二`, but neither `编辑手记` nor `统筹城乡发展`.
    return end - range.lowerBound > 2
      || rest.contains { LayoutCharacters.isSpace(units[$0]) } && parser.parse(units, rest) != nil
  }

  /// A line about where the page's figures are from.
  func isSourceLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    opening(.source, units, range) != nil
  }

  /// Where the word ends with which a short line without a stop begins, if it is one of a class.
  private func opening(
    _ kind: LayoutWords.Class, _ units: [UInt16], _ range: Range<Int>
  ) -> Int? {
    guard range.count <= 60, !LayoutCharacters.isStop(units[range.upperBound - 1]) else {
      return nil
    }
    var start = range.lowerBound
    while start < range.upperBound,
      LayoutCharacters.isBullet(units[start]) || units[start] == 0x28 || units[start] == 0x5B
    {
      start += 1
    }
    return parser.words.end(of: kind, in: units, at: start, limit: range.upperBound)
  }

  func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 60,
      !LayoutCharacters.isStop(units[range.upperBound - 1]),
      let line = parser.parse(units, dropSource(units, range))
    else { return false }
    return line.isPicture && line.roles + line.names + line.origins + line.credits > 1
  }

  /// A line that says only that the picture is an old one: `资料图片`, `(资料图)`.
  func isOldPicture(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let isEnclosed = units[range.lowerBound] == 0x28 && units[range.upperBound - 1] == 0x29
    let bare = isEnclosed ? range.lowerBound + 1..<range.upperBound - 1 : range
    return parser.words.isWord(.captionTail, in: units, bare)
  }

  /// Where the credit at the end of a caption stands, or nil.
  func credit(atEndOf units: [UInt16], _ range: Range<Int>) -> Range<Int>? {
    let end = range.upperBound
    let lower = max(range.lowerBound + 2, end - 50)
    guard lower < end, !LayoutCharacters.isStop(units[end - 1]) else { return nil }
    // After the caption's stop, or in brackets.
    if let stop = (lower..<end - 1).last(where: { LayoutCharacters.isStop(units[$0]) }) {
      let tail = LayoutCharacters.trimmed(units, stop + 1..<end)
      return matches(units, tail) ? tail : nil
    }
    if units[end - 1] == 0x29, let open = (lower..<end).last(where: { units[$0] == 0x28 }),
      matches(units, open..<end)
    {
      return open..<end
    }
    // After a space: the earliest from which all is names.
    for at in lower..<end where LayoutCharacters.isSpace(units[at]) {
      let tail = LayoutCharacters.trimmed(units, at..<end)
      if matches(units, tail) { return tail }
    }
    return nil
  }

  /// The line without the agency in brackets at its end (`张三 摄(某图库)`).
  private func dropSource(_ units: [UInt16], _ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, units[last] == 0x29,
      let open = range.last(where: { units[$0] == 0x28 }), open > range.lowerBound,
      last - open <= 16
    else { return range }
    return range.lowerBound..<open
  }
}
