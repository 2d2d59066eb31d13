@testable import Shudu

/// Blocks of invented pages: a line is a block; `#` heads headings, `**` encloses bold, `- ` list items.
func blocks(of text: String) -> [Block] {
  let units = Array(text.utf16)
  var result: [Block] = []
  var start = 0
  for end in 0...units.count where end == units.count || units[end] == 0x0A {
    if let block = block(units, start..<end) { result.append(block) }
    start = end + 1
  }
  return result
}

private func block(_ units: [UInt16], _ line: Range<Int>) -> Block? {
  var low = line.lowerBound
  var kind = Block.Kind.paragraph
  var level = 0
  while low < line.upperBound, units[low] == 0x23 {
    level += 1
    low += 1
  }
  if level > 0 { kind = .heading(level: level) }
  if low + 1 < line.upperBound, units[low] == 0x2D, units[low + 1] == 0x20 {
    kind = .listItem
    low += 2
  }
  while low < line.upperBound, units[low] == 0x20 { low += 1 }
  var text = MappedText()
  var bold: [Range<Int>] = []
  var open: Int?
  var segment = low
  var at = low
  while at < line.upperBound {
    guard units[at] == 0x2A, at + 1 < line.upperBound, units[at + 1] == 0x2A else {
      at += 1
      continue
    }
    text.append(segment..<at, of: units)
    if let start = open {
      bold.append(start..<text.count)
      open = nil
    } else {
      open = text.count
    }
    at += 2
    segment = at
  }
  text.append(segment..<line.upperBound, of: units)
  return text.isEmpty ? nil : Block(kind: kind, text: text, bold: bold)
}

/// What a page says of an invented text.
struct PageView {
  let page: Page
  let units: [UInt16]

  init(_ text: String, breaker: WordBreaker? = nil) {
    units = Array(text.utf16)
    page = LayoutStage().page(from: blocks(of: text), breaker: breaker)
  }

  /// The texts of the marks of a kind.
  func marks(_ kind: LayoutMark.Kind) -> [String] {
    page.marks.filter { $0.kind == kind }.map { mark in
      mark.spans.map { String(decoding: units[$0], as: UTF16.self) }.joined()
    }
  }

  /// Four characters before and after each joint, `|` between.
  var joints: [String] {
    page.joins.map { join in
      String(decoding: units[max(0, join.tail - 4)..<join.tail], as: UTF16.self) + "|"
        + String(decoding: units[join.head..<min(units.count, join.head + 4)], as: UTF16.self)
    }
  }

  var texts: [String] {
    page.paragraphs.map { $0.text.text(in: 0..<$0.text.count) }
  }
}
