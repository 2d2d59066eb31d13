/// A line that says who made a picture, or the end of a caption that does.
///
/// - *Recognizes*: `首席记者 张三 摄(某图库)`, `图片来源:某区`, `摄影 张三`, `受访者供图`, `(李四 摄)`, alone or
///   after the caption in the same block.
/// - *Rejects*: sentences in which somebody takes pictures.
/// - *Cost*: linear in the line, of which at most 80 units are read.
struct CreditRule: Sendable {
  let parser: NameLineParser

  /// A line about who edited the page, or where its figures are from.
  func isStaffLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound,
      LayoutCharacters.isBullet(units[start]) || units[start] == 0x28 || units[start] == 0x5B
    {
      start += 1
    }
    return range.count <= 60
      && parser.words.end(of: .staff, in: units, at: start, limit: range.upperBound) != nil
      && !LayoutCharacters.isStop(units[range.upperBound - 1])
  }

  func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 60,
      !LayoutCharacters.isStop(units[range.upperBound - 1]),
      let line = parser.parse(units, dropSource(units, range))
    else { return false }
    return line.isPicture && line.roles + line.names + line.origins + line.credits > 1
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
