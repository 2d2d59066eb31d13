/// Rows of a Markdown table.
enum MarkupTable {
  static func isRow(_ line: Range<Int>, of units: [UInt16]) -> Bool {
    units[line].contains(0x7C)
  }

  /// `|---|:-:|`: what makes the line above it a table's head.
  static func isSeparator(_ line: Range<Int>, of units: [UInt16]) -> Bool {
    var dashes = 0
    var bars = 0
    for unit in units[line] {
      switch unit {
      case 0x2D: dashes += 1
      case 0x7C: bars += 1
      case 0x3A, 0x20, 0x09: break
      default: return false
      }
    }
    return dashes > 0 && bars > 0
  }

  /// The cells' characters, in order, empty ones included. `\|` divides nothing.
  static func cells(_ line: Range<Int>, of units: [UInt16]) -> [Range<Int>] {
    var line = line
    if let first = line.first, units[first] == 0x7C { line = first + 1..<line.upperBound }
    if let last = line.last, units[last] == 0x7C, line.count < 2 || units[last - 1] != 0x5C {
      line = line.lowerBound..<last
    }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line
    where units[index] == 0x7C && (index == line.lowerBound || units[index - 1] != 0x5C) {
      cells.append(SourceLine.trimmed(start..<index, of: units))
      start = index + 1
    }
    cells.append(SourceLine.trimmed(start..<line.upperBound, of: units))
    return cells
  }
}
