/// What a line of a page is by its first characters.
enum MarkupLine {
  /// A heading `# …`, its level, and its characters without the marks at both ends.
  ///
  /// Typists leave out the space behind several `#`; behind a single one they write topics
  /// (`#秋收#`) and numbers (`#1`), which are no headings.
  static func heading(
    _ line: Range<Int>, of units: [UInt16]
  ) -> (level: Int, content: Range<Int>)? {
    var level = 0
    while level < line.count, units[line.lowerBound + level] == 0x23 { level += 1 }
    guard (1...6).contains(level), level < line.count else { return nil }
    let next = units[line.lowerBound + level]
    guard SourceLine.isSpace(next) || (level > 1 && !isDigit(next)) else { return nil }
    var end = line.upperBound
    while end > line.lowerBound + level, units[end - 1] == 0x23 { end -= 1 }
    let content = SourceLine.trimmed(line.lowerBound + level..<end, of: units)
    return content.isEmpty ? nil : (level, content)
  }

  /// The characters of a list item without its mark: `- `, `* `, `+ `, `• `, `1. `, `1) `.
  static func listItem(_ line: Range<Int>, of units: [UInt16]) -> Range<Int>? {
    guard let first = line.first else { return nil }
    var end = first
    switch units[first] {
    case 0x2D, 0x2A, 0x2B, 0x2022, 0x25CF, 0x25AA:
      end += 1
    case 0x30...0x39:
      while end < line.upperBound, end - first < 3, isDigit(units[end]) { end += 1 }
      guard end < line.upperBound, units[end] == 0x2E || units[end] == 0x29 else { return nil }
      end += 1
      // `12. 5` is a number that the page layout spaced.
      if end + 1 < line.upperBound, isDigit(units[end + 1]), end - first > 2 { return nil }
    default: return nil
    }
    guard end < line.upperBound, SourceLine.isSpace(units[end]) else { return nil }
    let content = SourceLine.trimmed(end..<line.upperBound, of: units)
    return content.isEmpty ? nil : content
  }

  /// Three or more of `*`, `-`, `_` or `=` and nothing else but space.
  static func isRule(_ line: Range<Int>, of units: [UInt16]) -> Bool {
    guard let first = line.first else { return false }
    let mark = units[first]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F || mark == 0x3D else { return false }
    var count = 0
    for index in line {
      if units[index] == mark {
        count += 1
      } else if !SourceLine.isSpace(units[index]) {
        return false
      }
    }
    return count >= 3
  }

  /// The mark of a line of three backticks or tildes, and whether the word behind it names a
  /// programming language.
  static func fence(
    _ line: Range<Int>, of units: [UInt16]
  ) -> (mark: UInt16, hidesCode: Bool)? {
    guard line.count >= 3, let first = line.first else { return nil }
    let mark = units[first]
    guard mark == 0x60 || mark == 0x7E else { return nil }
    var end = first
    while end < line.upperBound, units[end] == mark { end += 1 }
    guard end - first >= 3, !units[end..<line.upperBound].contains(mark) else { return nil }
    let name = SourceLine.trimmed(end..<line.upperBound, of: units)
    guard name.count <= 16 else { return nil }
    let word = String(decoding: units[name], as: UTF16.self).lowercased()
    return (mark, !["", "markdown", "md", "text", "txt", "plain", "plaintext"].contains(word))
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
}
