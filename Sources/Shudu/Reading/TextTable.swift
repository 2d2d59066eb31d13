/// Rows of a table in plain text, whose columns are set apart by tabs or runs of spaces, as in communiqués.
///
/// Lines are one where each has two cells or more and half of them hold figures. A blank line may stand between two rows.
struct TextTable {
  /// A row: its cells' characters and the columns they stand in.
  struct Row {
    var cells: [Range<Int>]
    var columns: [Int]
  }

  var rows: [Row]
  /// Where the text goes on behind it, or behind the lines that turned out to be none.
  var end: Int

  private static let longestCell = 30
  private static let fewestRows = 2
  /// What headings, quotes and fences of Markdown begin with.
  private static let blockMarks = UnitSet("#>`")

  /// Reads the lines from one on; `rows` is empty where they are no table. Nil where the line is no row.
  ///
  /// Cost: linear in the lines up to `end`.
  init?(at line: SourceLine, of units: [UInt16]) {
    guard var row = TextTable.line(line, of: units) else { return nil }
    var lines = [row]
    end = line.next
    var offset = end
    var blanks = 0
    while offset < units.count {
      let next = SourceLine(in: units, at: offset)
      offset = next.next
      if next.isBlank {
        blanks += 1
        if blanks > 1 { break }
        continue
      }
      guard let found = TextTable.line(next, of: units) else { break }
      row = found
      lines.append(row)
      blanks = 0
      end = offset
    }
    let figures = lines.count(where: \.hasFigure)
    let isTable = figures >= TextTable.fewestRows && figures * 2 >= lines.count
    rows = isTable ? TextTable.aligned(lines) : []
  }

  /// A line while its columns are not known.
  private struct Line {
    var cells: [Range<Int>]
    /// Where each cell stands on the line, as wide as it is shown: a Chinese character has two.
    var places: [Range<Int>]
    /// How many tabs stand before each cell, where tabs alone set them apart; else nil.
    var tabs: [Int]?
    var hasFigure: Bool
  }

  private static func line(_ line: SourceLine, of units: [UInt16]) -> Line? {
    guard let first = line.content.first, !blockMarks.contains(units[first]),
      isDivided(line.content, of: units)
    else { return nil }
    var found = Line(cells: [], places: [], tabs: [], hasFigure: false)
    var at = line.start
    var width = 0
    var tabs = 0
    var gap = 2
    while at < line.content.upperBound {
      let unit = units[at]
      if SourceLine.isSpace(unit) {
        if unit == 0x09 { tabs += 1 }
        let step = unit == 0x3000 || unit == 0x09 ? 2 : 1
        gap += step
        width += step
        at += 1
        continue
      }
      let start = at
      let place = width
      while at < line.content.upperBound, !SourceLine.isSpace(units[at]) {
        if units[at] == 0x3002 || units[at] == 0x7C { return nil }  // 。|
        width += units[at] < 0x2E80 ? 1 : 2
        at += 1
      }
      if gap >= 2 {
        if tabs == 0, !found.cells.isEmpty { found.tabs = nil }
        found.tabs?.append(tabs)
        tabs = 0
        found.cells.append(start..<at)
        found.places.append(place..<width)
      } else {
        found.cells[found.cells.count - 1] = found.cells[found.cells.count - 1].lowerBound..<at
        found.places[found.places.count - 1] =
          found.places[found.places.count - 1].lowerBound..<width
      }
      gap = 0
    }
    guard found.cells.count >= 2, found.cells.allSatisfy({ $0.count <= longestCell }) else {
      return nil
    }
    guard !isTitle(found.cells[0], of: units) else { return nil }
    found.hasFigure = found.cells.dropFirst().contains {
      CellShape(CharacterFold.standard.fold(Array(units[$0]))[...]) == .figure
    }
    return found
  }

  /// `表1  主要指标`: the number of a table's title, set apart from it.
  private static func isTitle(_ cell: Range<Int>, of units: [UInt16]) -> Bool {
    let words = units[cell].drop { $0 == 0x9644 }  // 附
    return words.first == 0x8868 && words.count <= 5  // 表
      && words.dropFirst().contains { (0x30...0x39).contains($0) || (0xFF10...0xFF19).contains($0) }
  }

  /// Whether a tab or two columns of white space stand within a line.
  private static func isDivided(_ line: Range<Int>, of units: [UInt16]) -> Bool {
    var gap = 0
    for unit in units[line] {
      if unit > 0x3000, unit < 0xFE00 {
        gap = 0
      } else if unit == 0x20 || SourceLine.isSpace(unit) {
        gap += unit == 0x09 || unit == 0x3000 ? 2 : 1
        if gap >= 2 { return true }
      } else {
        gap = 0
      }
    }
    return false
  }

  // MARK: Columns

  private static func aligned(_ lines: [Line]) -> [Row] {
    let widest = lines.max { $0.cells.count < $1.cells.count } ?? lines[0]
    let areTabbed = tabColumns(lines)
    return lines.enumerated().map { turn, line in
      let columns: [Int]
      if let areTabbed {
        columns = areTabbed[turn]
      } else if line.cells.count == widest.cells.count {
        columns = Array(line.cells.indices)
      } else if line.tabs != nil {
        // Over a corner that is left out stands nothing.
        let shift = turn == 0 && line.cells.count == widest.cells.count - 1 ? 1 : 0
        columns = line.cells.indices.map { $0 + shift }
      } else {
        columns = nearest(line.places, to: widest.places)
      }
      return Row(cells: line.cells, columns: columns)
    }
  }

  /// The columns of each line by its tabs, where each tab divides two cells; nil where they only fill.
  private static func tabColumns(_ lines: [Line]) -> [[Int]]? {
    var columns: [[Int]] = []
    var width: Int?
    for line in lines {
      guard let tabs = line.tabs else { return nil }
      var found: [Int] = []
      var column = 0
      for count in tabs {
        column += count
        found.append(column)
      }
      // Blank cells at a row's end may be left out, others not.
      if found.count == column + 1 { width = max(width ?? 0, column + 1) }
      columns.append(found)
    }
    guard let width, columns.allSatisfy({ ($0.last ?? 0) < width }) else { return nil }
    return columns
  }

  /// Twice how far the middles of two places lie apart.
  private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    abs(one.lowerBound + one.upperBound - other.lowerBound - other.upperBound)
  }

  /// For each place the column whose middle is nearest, ascending.
  private static func nearest(_ places: [Range<Int>], to columns: [Range<Int>]) -> [Int] {
    var found: [Int] = []
    var first = 0
    for (turn, place) in places.enumerated() {
      let last = max(first, columns.count - (places.count - turn))
      var column = first
      while column < last, distance(columns[column + 1], place) <= distance(columns[column], place)
      {
        column += 1
      }
      found.append(column)
      first = column + 1
    }
    return found
  }
}
