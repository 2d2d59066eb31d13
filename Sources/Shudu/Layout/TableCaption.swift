/// The lines over a table: `表1 2023年主要产品产量`, `单位:亿元`.
enum TableCaption {
  private static let longest = 60
  private static let mostLines = 3

  /// The lines right over the paragraph at an index that belong to the table there, nearest first.
  static func lines(over index: Int, of paragraphs: [Paragraph]) -> [Int] {
    var found: [Int] = []
    var at = index - 1
    while at >= 0, found.count < mostLines, belongs(paragraphs[at]) {
      found.append(at)
      at -= 1
    }
    return found
  }

  private static func belongs(_ paragraph: Paragraph) -> Bool {
    switch paragraph.role {
    case .caption: true
    case .tableCell, .credit, .byline: false
    case .heading, .label, .body, .listItem:
      isNumbered(paragraph.folded, 0..<paragraph.folded.count)
        || isUnitLine(paragraph.folded, 0..<paragraph.folded.count)
    }
  }

  /// `单位:亿元`, `(单位:万人)`.
  static func isUnitLine(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    var at = range.lowerBound
    while at < range.upperBound, units[at] == 0x28 || LayoutCharacters.isSpace(units[at]) {
      at += 1
    }
    if at + 4 < range.upperBound, units[at] == 0x8BA1, units[at + 1] == 0x91CF { at += 2 }  // 计量
    guard at + 2 < range.upperBound, units[at] == 0x5355, units[at + 1] == 0x4F4D else {
      return false  // 单位
    }
    return units[at + 2] == 0x3A
  }

  /// `表1 …`, `附表2:…`, `表三 …`.
  static func isNumbered(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard range.count <= longest else { return false }
    var at = range.lowerBound
    if at < range.upperBound, units[at] == 0x9644 { at += 1 }  // 附
    guard at + 1 < range.upperBound, units[at] == 0x8868 else { return false }  // 表
    at += 1
    while at < range.upperBound, LayoutCharacters.isSpace(units[at]) { at += 1 }
    return at < range.upperBound
      && (LayoutCharacters.isDigit(units[at]) || numerals.contains(units[at]))
  }

  private static let numerals = UnitSet("一二三四五六七八九十")
}
