/// A line that says who wrote the article.
///
/// - *Recognizes*: `□本报记者 张三 李四`, `► 赵某 本报记者 钱某`, `(记者张三、李四整理)`, `(张三)`, `张三 整理`,
///   `文/张三`, `作者:张三`, `来源:某报`, and the same at the end of a paragraph: after its stop in
///   brackets, or after its stop and a space.
/// - *Rejects*: sentences about reporters (`记者走进车间`), and the credits of pictures.
/// - *Cost*: linear in the line, of which at most 80 units are read.
struct BylineRule: Sendable {
  let parser: NameLineParser

  func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 80, let first = range.first,
      !LayoutCharacters.isStop(units[range.upperBound - 1])
    else { return false }
    guard let line = parser.parse(units, range), !line.isPicture else { return false }
    if line.roles + line.origins > 0 { return line.names + line.deeds > 0 }
    if line.names == 0 || line.names > 6 { return false }
    if isSigned(units, range, line) { return true }
    // Names alone need a sign before them; `文/张三` needs its word.
    if line.deeds > 0 { return range.count <= 24 && hasSlash(units, range) }
    return isBylineSign(units[first]) && range.count <= 24 && !beginsAsText(units, first + 1, range)
  }

  /// Signs before names: squares, circles, triangles; lozenges and stars stand before headings.
  private func isBylineSign(_ unit: UInt16) -> Bool {
    LayoutCharacters.isBullet(unit) && !(0x25C6...0x25C8).contains(unit)
      && !(0x2605...0x2606).contains(unit)
  }

  /// Whether what follows the sign begins as paragraphs do (`■ 下一步`).
  private func beginsAsText(_ units: [UInt16], _ start: Int, _ range: Range<Int>) -> Bool {
    let rest = LayoutCharacters.trimmed(units, start..<range.upperBound)
    let words = parser.words
    return [LayoutWords.Class.starter, .strongStarter].contains {
      words.end(of: $0, in: units, at: rest.lowerBound, limit: rest.upperBound) != nil
    }
  }

  /// `(张三)`, `(张三 整理)`, `张三 整理`: one to three names of two to four characters, in brackets or before what they did.
  private func isSigned(
    _ units: [UInt16], _ range: Range<Int>, _ line: NameLineParser.Result
  ) -> Bool {
    guard line.names <= 3, range.count <= 20 else { return false }
    if units[range.lowerBound] == 0x28, units[range.upperBound - 1] == 0x29 {
      let inner = range.lowerBound + 1..<range.upperBound - 1
      return line.deeds > 0
        || inner.count >= 2 && inner.count <= 12 && !parser.words.isWord(.label, in: units, inner)
    }
    // `文化 综合` is a page's name.
    return line.deeds > 0 && LayoutCharacters.isHan(units[range.lowerBound])
      && parser.words.start(
        of: .columnTail, in: units, endingAt: range.upperBound, from: range.lowerBound) == nil
      && endsWithDeed(units, range)
  }

  /// Whether the last word stands by itself and is something done.
  private func endsWithDeed(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard let space = range.last(where: { LayoutCharacters.isSpace(units[$0]) }) else {
      return false
    }
    return parser.words.isWord(.deed, in: units, space + 1..<range.upperBound)
  }

  private func hasSlash(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    range.contains { units[$0] == 0x2F || units[$0] == 0x7C || units[$0] == 0x3A }
  }

  /// The signature at the end of a paragraph, or nil.
  func signature(_ units: [UInt16], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 12 else { return nil }
    let end = range.upperBound
    let lower = max(range.lowerBound + 1, end - 60)
    if units[end - 1] == 0x29 {
      guard let open = (lower..<end).last(where: { units[$0] == 0x28 }) else { return nil }
      let inner = open + 1..<end - 1
      guard isAfterStop(units, open, from: range.lowerBound), !inner.isEmpty,
        let line = parser.parse(units, inner), !line.isPicture,
        line.roles + line.origins > 0 && line.names + line.deeds > 0
          || line.names > 0 && isSigned(units, open..<end, line)
      else { return nil }
      return open..<end
    }
    guard let stop = (lower..<end).last(where: { isSentenceEnd(units, $0) }), stop + 2 < end,
      LayoutCharacters.isSpace(units[stop + 1])
    else { return nil }
    let tail = LayoutCharacters.trimmed(units, stop + 1..<end)
    guard let line = parser.parse(units, tail), !line.isPicture, line.names > 0 else {
      return nil
    }
    // Without a role only one to three names of two to four characters.
    if line.roles + line.origins == 0 {
      guard line.names <= 3, tail.count >= 2, tail.count <= 12,
        !parser.words.isWord(.label, in: units, tail)
      else { return nil }
    }
    return tail
  }

  private func isSentenceEnd(_ units: [UInt16], _ at: Int) -> Bool {
    LayoutCharacters.isStop(units[at])
      || units[at] == 0x201D && at > 0 && LayoutCharacters.isStop(units[at - 1])
  }

  private func isAfterStop(_ units: [UInt16], _ at: Int, from lower: Int) -> Bool {
    var before = at - 1
    while before > lower, LayoutCharacters.isSpace(units[before]) { before -= 1 }
    return before >= lower && isSentenceEnd(units, before)
  }
}
