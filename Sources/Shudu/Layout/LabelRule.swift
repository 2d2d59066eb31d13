/// A line that names a part of the page and tells nothing: a sidebar's name, a column's head, page furniture.
///
/// - *Recognizes*: a label word in any wrapping (`数读>>>`, `【核心提示】`, `■ 相关链接`), a made-up
///   one of two parts (`亮点速览`), that of a sidebar of figures (`数读赤水河`), a series with its number (`特别报道(三)`, `系列报道之二`), a line
///   of several pieces one of which is such a word, digits alone, a page's number, date or staff.
/// - *Rejects*: lines that end as sentences do, and longer ones in which the word only occurs.
/// - *Cost*: linear in the line, of which at most 60 units are read.
struct LabelRule: Sendable {
  let words: LayoutWords

  func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let core = bare(units, range)
    if core.isEmpty { return true }
    if core.count <= 12, isName(units, core) || isDecorated(units, range, core) { return true }
    if isNumber(units, core) || isPageNumberOrDay(units, core) || isNotice(units, core) {
      return true
    }
    return hasLabelPiece(units, core)
  }

  /// `数字会说话>>>`, `今日账本◆◆`: at least two signs after a few words.
  private func isDecorated(_ units: [UInt16], _ range: Range<Int>, _ core: Range<Int>) -> Bool {
    let after = core.upperBound..<range.upperBound
    return after.count >= 2 && core.count >= 2
      && after.allSatisfy {
        LayoutCharacters.isBullet(units[$0]) || units[$0] == 0x3E || units[$0] == 0xBB
          || units[$0] == 0x3D || units[$0] == 0x300B
      }
  }

  /// `(下转第4版)`, `版权声明:…`.
  func isNotice(_ units: [UInt16], _ core: Range<Int>) -> Bool {
    core.count <= 40 && !core.contains { units[$0] == 0x3002 }
      && words.first(of: .notice, in: units, core) != nil
  }

  /// A line that says the day alone: `2021年3月5日`, `(2021-03-05)`; with the weekday it is the
  /// page's furniture.
  func isDay(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    let core = bare(units, range)
    guard (6...24).contains(core.count), isPageNumberOrDay(units, core) else { return false }
    let hasYear = core.contains { units[$0] == 0x5E74 || units[$0] == 0x2D || units[$0] == 0x2E }
    let hasWeekday = core.contains { units[$0] == 0x661F || units[$0] == 0x5468 }
    return hasYear && !hasWeekday
      && !core.contains { units[$0] == 0x7248 || LayoutCharacters.isLatin(units[$0]) }
  }

  /// `——2021年1月14日在某市人民代表大会上`: the day and place of a report or a speech.
  func isOccasion(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let core = bare(units, range)
    guard core.count > 8, units[core.upperBound - 1] == 0x4E0A,
      LayoutCharacters.isDigit(units[core.lowerBound])
    else { return false }
    return core.prefix(5).contains { units[$0] == 0x5E74 }
  }

  /// The line without what decorates it at both ends.
  private func bare(_ units: [UInt16], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isDecoration(units[low]) { low += 1 }
    while high > low, isDecoration(units[high - 1]) { high -= 1 }
    return low..<high
  }

  private func isDecoration(_ unit: UInt16) -> Bool {
    LayoutCharacters.isSpace(unit) || LayoutCharacters.isBullet(unit)
      || LayoutCharacters.closer(of: unit) != nil || LayoutCharacters.isCloser(unit)
      || unit == 0x3E || unit == 0x3C || unit == 0xBB || unit == 0xAB || unit == 0x3A
      || unit == 0x7C || unit == 0x2A || unit == 0x23 || unit == 0x3D || unit == 0x2D
      || unit == 0x2014 || unit == 0x2500 || unit == 0x2503 || unit == 0x00B7
  }

  /// Whether the line is a label's word, which may begin as a byline does (`记者观察`).
  func isLabelWord(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    words.isWord(.label, in: units, bare(units, range))
  }

  /// A label word, or a head and a tail that make one, or a series word with its number.
  func isName(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    if words.isWord(.label, in: units, range) { return true }
    if isSeries(units, range) { return true }
    if isPaired(units, range) || isFigures(units, range) { return true }
    guard range.count <= 8 else { return false }
    guard
      let middle = words.end(
        of: .labelHead, in: units, at: range.lowerBound, limit: range.upperBound),
      middle < range.upperBound
    else { return false }
    return words.isWord(.labelTail, in: units, middle..<range.upperBound)
      || words.isWord(.labelTail, in: units, range.upperBound - 1..<range.upperBound)
        && range.count <= 4
  }

  /// `数读赤水河`, `数说2023`.
  private func isFigures(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard
      let end = words.end(
        of: .figures, in: units, at: range.lowerBound, limit: range.upperBound)
    else { return false }
    return range.upperBound - end <= 6
      && (end..<range.upperBound).allSatisfy {
        LayoutCharacters.isHan(units[$0]) || LayoutCharacters.isDigit(units[$0])
      }
  }

  /// `民生·账本`, `3 开放·口岸`: two short words with a dot between.
  private func isPaired(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.contains(where: { units[$0] == 0x00B7 }) else { return false }
    var low = range.lowerBound
    while low < range.upperBound,
      LayoutCharacters.isDigit(units[low]) || LayoutCharacters.isSpace(units[low])
    {
      low += 1
    }
    let parts = units[low..<range.upperBound].split(
      separator: 0x00B7, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { (2...5).contains($0.count) && $0.allSatisfy(LayoutCharacters.isHan) }
  }

  /// `特别报道`, `特别报道(三)`, `系列报道之二`, `…⑤`.
  private func isSeries(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard let found = words.first(of: .series, in: units, range) else { return false }
    guard found.lowerBound - range.lowerBound <= 6 else { return false }
    for at in found.upperBound..<range.upperBound {
      let unit = units[at]
      let isNumeral =
        LayoutCharacters.isDigit(unit) || LabelRule.numerals.contains(unit)
        || (0x2460...0x2473).contains(unit) || unit == 0x28 || unit == 0x29
        || LayoutCharacters.isSpace(unit) || unit == 0x4E4B || unit == 0x7B2C
        || unit == 0x671F || unit == 0x7BC7 || unit == 0x00B7 || unit == 0x2022
      if !isNumeral { return false }
    }
    return true
  }

  /// 一 to 十, 上, 中, 下.
  static let numerals = UnitSet("一二三四五六七八九十上中下")

  private func isNumber(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    range.allSatisfy { LayoutCharacters.isDigit(units[$0]) }
  }

  /// `03版`, `A2`, `2021年3月5日 星期五`.
  private func isPageNumberOrDay(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var digits = 0
    for at in range {
      let unit = units[at]
      if LayoutCharacters.isDigit(unit) {
        digits += 1
      } else if !LabelRule.pageSigns.contains(unit) {
        return false
      }
    }
    return digits > 0
  }

  /// What a page's number and date are written with.
  private static let pageSigns =
    UnitSet("年月日星期周一二三四五六版第期总农历庚辛壬癸甲乙丙丁戊己子丑寅卯辰巳午未申酉戌亥 ABCD.-/:|")

  /// A page's head: its day with the weekday, the page's number or the paper's name, whoever else is named.
  func isPageLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let counts = pieceCounts(units, range)
    return counts.pieces > 1
      && (counts.furniture > 1 || counts.furniture > 0 && counts.columns > 0)
  }

  /// Several pieces between spaces, one of which is a label or a series.
  private func hasLabelPiece(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let counts = pieceCounts(units, range)
    return counts.pieces > 1
      && (counts.labels > 0 || counts.furniture > 1 || counts.furniture > 0 && counts.columns > 0
        || counts.furniture == 1 && counts.shorts == 1 && counts.pieces == 2)
  }

  private struct PieceCounts {
    var pieces = 0
    var labels = 0
    /// Days, weekdays, page numbers.
    var furniture = 0
    /// Names of papers and columns.
    var columns = 0
    /// Others of at most four units.
    var shorts = 0
  }

  /// What stands between spaces and bars; nothing for a line that is a sentence.
  private func pieceCounts(_ units: [UInt16], _ range: Range<Int>) -> PieceCounts {
    var counts = PieceCounts()
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound {
      if at < range.upperBound {
        let unit = units[at]
        let isPause = LayoutCharacters.isPause(unit) && unit != 0x3A
        if LayoutCharacters.isStop(unit) || isPause { return PieceCounts() }
        guard LayoutCharacters.isSpace(unit) || unit == 0x7C || unit == 0x4E28 else { continue }
      }
      if at > start { count(units, bare(units, start..<at), in: &counts) }
      start = at + 1
    }
    return counts
  }

  private func count(_ units: [UInt16], _ piece: Range<Int>, in counts: inout PieceCounts) {
    counts.pieces += 1
    if piece.count <= 12, isName(units, piece) { counts.labels += 1 }
    if isDay(units, piece) || isPageNumber(units, piece) || isWeekday(units, piece) {
      counts.furniture += 1
    } else if isColumn(units, piece) {
      counts.columns += 1
    } else if piece.count <= 4 {
      counts.shorts += 1
    }
  }

  /// `A3`, `03版`, `第5版`, `14`.
  private func isPageNumber(_ units: [UInt16], _ piece: Range<Int>) -> Bool {
    piece.count <= 4 && !piece.isEmpty && isPageNumberOrDay(units, piece)
  }

  private func isWeekday(_ units: [UInt16], _ piece: Range<Int>) -> Bool {
    piece.count == 3 && units[piece.lowerBound] == 0x661F && units[piece.lowerBound + 1] == 0x671F
      || piece.count == 2 && units[piece.lowerBound] == 0x5468
  }

  /// A column's or a paper's short name: `教育周刊`, `某某日报`, `楼市·聚焦`.
  func isColumn(_ units: [UInt16], _ piece: Range<Int>) -> Bool {
    guard (2...10).contains(piece.count),
      piece.allSatisfy({ LayoutCharacters.isHan(units[$0]) || units[$0] == 0x00B7 })
    else { return false }
    return [LayoutWords.Class.columnTail, .agency].contains { kind in
      words.start(of: kind, in: units, endingAt: piece.upperBound, from: piece.lowerBound) != nil
    }
  }
}
