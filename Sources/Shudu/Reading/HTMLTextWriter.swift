/// Collects the text of one block of HTML, its white space as a reader of Chinese sees it.
///
/// A run of white space is one space; one that holds a line's end is none, except between words
/// of letters.
struct HTMLTextWriter {
  private var text = MappedText()
  private var bold: [Range<Int>] = []
  private var boldStart: Int?
  /// White space that is written when more text comes, and whether a line ended in it.
  private var space: Range<Int>?
  private var hasLineEnd = false
  let units: [UInt16]

  var isBold = false {
    didSet {
      if isBold, boldStart == nil { boldStart = text.count }
      if !isBold { endBold() }
    }
  }

  var isSuperscript = false

  init(units: [UInt16]) {
    self.units = units
  }

  /// A line's end that the page's layout stands for, such as a `<br>` within a cell.
  mutating func addBreak() {
    if !text.isEmpty { hasLineEnd = true }
  }

  mutating func write(_ piece: HTMLTextAlignment.Piece) {
    switch piece {
    case .plain(let range): write(range)
    case .decoded(let decoded, let range):
      if decoded.allSatisfy(HTMLTextWriter.isSpace) {
        addSpace(range, isLineEnd: decoded.contains(0x0A))
      } else {
        writeSpace(before: decoded[0], at: range.lowerBound)
        text.append(decoded: decoded, from: range)
      }
    }
  }

  /// The block's text and bold ranges; the writer is empty again.
  mutating func take() -> (text: MappedText, bold: [Range<Int>]) {
    endBold()
    let part = InlineReader.Part(text: text, bold: bold).trimmed
    text = MappedText()
    bold = []
    space = nil
    hasLineEnd = false
    boldStart = isBold ? 0 : nil
    return (part.text, part.bold)
  }

  private mutating func write(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      if HTMLTextWriter.isSpace(units[offset]) {
        var isLineEnd = false
        while offset < range.upperBound, HTMLTextWriter.isSpace(units[offset]) {
          if SourceLine.isLineEnd(units[offset]) { isLineEnd = true }
          offset += 1
        }
        addSpace(start..<offset, isLineEnd: isLineEnd)
        continue
      }
      while offset < range.upperBound, !HTMLTextWriter.isSpace(units[offset]) { offset += 1 }
      writeSpace(before: units[start], at: start)
      if isSuperscript {
        for index in start..<offset { writeRaised(index) }
      } else {
        text.append(start..<offset, of: units)
      }
    }
  }

  private mutating func writeRaised(_ index: Int) {
    let raised = Superscript.of(units[index])
    if raised == units[index] {
      text.append(index..<index + 1, of: units)
    } else {
      text.append(decoded: [raised], from: index..<index + 1)
    }
  }

  private mutating func addSpace(_ range: Range<Int>, isLineEnd: Bool) {
    space = space ?? range
    hasLineEnd = hasLineEnd || isLineEnd
  }

  private mutating func writeSpace(before unit: UInt16, at start: Int) {
    guard space != nil || hasLineEnd else { return }
    defer {
      space = nil
      hasLineEnd = false
    }
    guard let last = text.units.last, let end = text.runs.last?.source.upperBound else { return }
    if hasLineEnd, !HTMLTextWriter.isLetter(last) || !HTMLTextWriter.isLetter(unit) { return }
    if let space, space.count == 1, units[space.lowerBound] == 0x20 {
      text.append(space, of: units)
    } else if let range = space ?? (end < start ? end..<start : nil) {
      text.append(decoded: [0x20], from: range)
    }
  }

  private mutating func endBold() {
    if let start = boldStart, start < text.count { bold.append(start..<text.count) }
    boldStart = nil
  }

  private static func isSpace(_ unit: UInt16) -> Bool {
    SourceLine.isSpace(unit) || SourceLine.isLineEnd(unit)
  }

  private static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x21...0x7E, 0xC0...0x24F: true
    default: false
    }
  }
}
