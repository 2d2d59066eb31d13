/// Tells the heads of a page's tables from their figures.
///
/// The first row heads the columns unless most of it are figures, and so do rows below that stand under a merged head; the
/// columns before the first one of figures head the rows. A row of one cell is a title at the top, a band below.
///
/// Cost: linear in the cells. Columns beyond the first 1,000 have no heads.
struct TableFinder {
  private static let longestRow = 1000
  private static let mostHeadRows = 4
  private static let mostHeadColumns = 4

  private struct Cell {
    var paragraph: Int
    var place: TableCell
    var shape: CellShape
  }

  private let rows: [[Cell]]
  private let columnCount: Int
  private var table: PageTable

  /// The tables of a page, in reading order.
  static func tables(of paragraphs: [Paragraph]) -> [PageTable] {
    var tables: [PageTable] = []
    var index = 0
    while index < paragraphs.count {
      guard case .tableCell(let first) = paragraphs[index].role else {
        index += 1
        continue
      }
      let start = index
      while index < paragraphs.count, case .tableCell(let cell) = paragraphs[index].role,
        cell.table == first.table
      {
        index += 1
      }
      var finder = TableFinder(start..<index, of: paragraphs)
      finder.read(paragraphs)
      tables.append(finder.table)
    }
    return tables
  }

  private init(_ cells: Range<Int>, of paragraphs: [Paragraph]) {
    var rows: [[Cell]] = []
    var columns = 0
    var row = -1
    for index in cells {
      guard case .tableCell(let place) = paragraphs[index].role else { continue }
      // Reading gives rows in order; empty ones have no cells.
      if place.row != row {
        rows.append([])
        row = place.row
      }
      columns = max(columns, min(place.column + 1, TableFinder.longestRow))
      let shape = CellShape(paragraphs[index].folded[...])
      rows[rows.count - 1].append(Cell(paragraph: index, place: place, shape: shape))
    }
    self.rows = rows
    columnCount = columns
    table = PageTable(cells: cells)
  }

  private mutating func read(_ paragraphs: [Paragraph]) {
    table.captions = TableCaption.lines(over: table.cells.lowerBound, of: paragraphs)
    table.columnHeads = Array(repeating: [], count: columnCount)
    table.rowHeads = Array(repeating: [], count: rows.count)
    table.bands = Array(repeating: nil, count: rows.count)
    table.places = Array(repeating: nil, count: table.cells.count)
    var first = 0
    while first < rows.count - 1, first < TableFinder.mostHeadRows, columnCount > 1,
      isAlone(rows[first])
    {
      table.captions.insert(rows[first][0].paragraph, at: 0)
      first += 1
    }
    let body = readHeadRows(from: first)
    table.headColumns = headColumnCount(of: rows[body...])
    readBody(from: body, table.headColumns)
  }

  private func isAlone(_ row: [Cell]) -> Bool {
    row.count == 1 && !row[0].shape.isFigure && row[0].place.column == 0
  }

  // MARK: Heads of columns

  /// The first row behind those that head columns.
  private mutating func readHeadRows(from first: Int) -> Int {
    var end = first
    while end < rows.count, end - first < TableFinder.mostHeadRows, isHead(rows[end], end - first) {
      end += 1
    }
    // A table all of heads has none.
    if end == rows.count {
      end = first + (isHead(rows[first], 0) && rows.count > first + 1 ? 1 : 0)
    }
    for row in first..<end {
      let spreads = row + 1 < end && rows[row].allSatisfy { $0.place.columnSpan == 1 }
      for (turn, cell) in rows[row].enumerated() {
        var limit = cell.place.column + cell.place.columnSpan
        // A merged head of a Markdown table: blank cells follow it.
        if spreads, cell.place.column > 0, cell.place.rowSpan == 1 {
          limit = turn + 1 < rows[row].count ? rows[row][turn + 1].place.column : columnCount
        }
        for column in cell.place.column..<max(limit, cell.place.column + 1)
        where column < columnCount { table.columnHeads[column].append(cell.paragraph) }
      }
    }
    return end
  }

  /// Whether a row heads columns; `turn` counts the rows that may, from 0.
  private func isHead(_ row: [Cell], _ turn: Int) -> Bool {
    let cells = row.filter { $0.place.column > 0 }
    let figures = cells.count { $0.shape == .figure }
    guard turn > 0 else { return figures * 2 < max(1, cells.count) || cells.isEmpty }
    guard figures == 0, cells.contains(where: { $0.shape != .blank }) else { return false }
    return row.first?.place.column != 0 || cells.allSatisfy(\.place.isHead)
  }

  // MARK: Heads of rows

  /// How many columns head the rows: those of words before the first one of figures.
  private func headColumnCount(of body: ArraySlice<[Cell]>) -> Int {
    var figures = Array(repeating: 0, count: columnCount)
    var words = Array(repeating: 0, count: columnCount)
    for cell in body.joined() where cell.place.column < columnCount {
      if cell.shape.isFigure {
        figures[cell.place.column] += 1
      } else if cell.shape == .words {
        words[cell.place.column] += 1
      }
    }
    let isFigures = (0..<columnCount).map { figures[$0] > 0 && figures[$0] >= words[$0] }
    guard let first = isFigures.firstIndex(of: true) else { return min(1, columnCount) }
    // Ages, years and serial numbers head rows too, where other columns have the figures.
    guard first == 0 else { return min(first, TableFinder.mostHeadColumns) }
    guard isFigures.dropFirst().contains(true) else { return 0 }
    let next = isFigures.dropFirst().firstIndex(of: true) ?? 1
    return min(next, TableFinder.mostHeadColumns)
  }

  private mutating func readBody(from body: Int, _ headColumns: Int) {
    var band: Int?
    for row in body..<max(body, rows.count) {
      if isAlone(rows[row]), headColumns > 0, columnCount > 1 {
        band = rows[row][0].paragraph
        continue
      }
      table.bands[row] = band
      // A merged head of rows in a Markdown table: blank cells below it.
      if headColumns > 1, row > body, let first = rows[row].first, first.place.column > 0,
        first.place.column < headColumns, table.rowHeads[row].isEmpty
      {
        table.rowHeads[row] = Array(table.rowHeads[row - 1].prefix(first.place.column))
      }
      for cell in rows[row] {
        if cell.place.column >= headColumns {
          table.places[cell.paragraph - table.cells.lowerBound] = (row, cell.place.column)
          continue
        }
        let end = min(rows.count, row + cell.place.rowSpan)
        for below in row..<end { table.rowHeads[below].append(cell.paragraph) }
      }
    }
  }
}
