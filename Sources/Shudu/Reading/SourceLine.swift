/// One line of the decoded file.
struct SourceLine: Equatable {
  /// Its characters without the line's end and without white space at both ends.
  var content: Range<Int>
  /// Where the line begins, white space included.
  var start: Int
  /// Where the next line begins.
  var next: Int

  var isBlank: Bool { content.isEmpty }
}

extension SourceLine {
  /// The line that begins at an offset before the end of the text. Ends are LF, CR, CR LF, form
  /// feed, U+2028 and U+2029.
  init(in units: [UInt16], at start: Int) {
    var end = start
    while end < units.count, !SourceLine.isLineEnd(units[end]) { end += 1 }
    var next = min(end + 1, units.count)
    if end < units.count, units[end] == 0x0D, next < units.count, units[next] == 0x0A { next += 1 }
    self.start = start
    self.next = next
    self.content = SourceLine.trimmed(start..<end, of: units)
  }

  @inline(__always)
  static func isLineEnd(_ unit: UInt16) -> Bool {
    // Chinese characters are told by one comparison.
    guard unit <= 0x2029 else { return false }
    switch unit {
    case 0x0A, 0x0C, 0x0D, 0x2028, 0x2029: return true
    default: return false
    }
  }

  /// White space within a line, the ideographic, no-break and zero-width ones included.
  static func isSpace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0B, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// A range without white space at both ends.
  static func trimmed(_ range: Range<Int>, of units: [UInt16]) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isSpace(units[low]) { low += 1 }
    while low < high, isSpace(units[high - 1]) { high -= 1 }
    return low..<high
  }
}
