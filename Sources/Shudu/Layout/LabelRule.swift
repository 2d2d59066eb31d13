/// A line that names a part of the page and tells nothing: a sidebar's name, a column's head, page furniture.
///
/// - *Recognizes*: a label word in any wrapping (`数读>>>`, `【核心提示】`, `■ 相关链接`), a made-up
///   one of two parts (`亮点速览`), a series with its number (`特别报道(三)`, `系列报道之二`), a line
///   of several pieces one of which is such a word, digits alone, a page's number, date or staff.
/// - *Rejects*: lines that end as sentences do, and longer ones in which the word only occurs.
/// - *Cost*: linear in the line, of which at most 60 units are read.
struct LabelRule: Sendable {
  let words: LayoutWords

  func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let core = bare(units, range)
    if core.isEmpty { return true }
    if core.count <= 12, isName(units, core) { return true }
    if isNumber(units, core) || isPageLine(units, core) { return true }
    return hasLabelPiece(units, core)
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

  /// A label word, or a head and a tail that make one, or a series word with its number.
  func isName(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    if words.isWord(.label, in: units, range) { return true }
    if isSeries(units, range) { return true }
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
  private static let numerals: Set<UInt16> = Set("一二三四五六七八九十上中下".utf16)

  private func isNumber(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    range.allSatisfy { LayoutCharacters.isDigit(units[$0]) }
  }

  /// `03版`, `A2`, `2021年3月5日 星期五`, `责编 张三 美编 李四`.
  private func isPageLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    if words.end(of: .staff, in: units, at: range.lowerBound, limit: range.upperBound) != nil {
      return true
    }
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
  private static let pageSigns: Set<UInt16> =
    Set("年月日星期周一二三四五六版第期总农历庚辛壬癸甲乙丙丁戊己子丑寅卯辰巳午未申酉戌亥 ABCD.-/:|".utf16)

  /// Several pieces between spaces, one of which is a label or a series.
  private func hasLabelPiece(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var pieces = 0
    var found = false
    for at in range.lowerBound...range.upperBound {
      if at < range.upperBound {
        let unit = units[at]
        if LayoutCharacters.isStop(unit) || LayoutCharacters.isPause(unit) { return false }
        guard LayoutCharacters.isSpace(unit) || unit == 0x7C || unit == 0x4E28 else { continue }
      }
      if at > start {
        pieces += 1
        let piece = bare(units, start..<at)
        if piece.count <= 12, isName(units, piece) { found = true }
      }
      start = at + 1
    }
    return found && pieces > 1
  }
}
