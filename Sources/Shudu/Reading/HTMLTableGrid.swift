/// Gives the cells of a table their rows and columns, those that span several included.
struct HTMLTableGrid {
  /// What a page may claim at most; also the number of columns that are kept track of.
  private static let maximumSpan = 1000

  private let table: Int
  private var row = -1
  private var column = 0
  /// For each column, how many further rows a cell above reaches into.
  private var reaching: [Int] = []
  /// The columns of this row that cells above reach into.
  private var occupied: [Bool] = []

  init(table: Int) {
    self.table = table
  }

  mutating func beginRow() {
    row += 1
    column = 0
    occupied = reaching.map { $0 > 0 }
    for index in reaching.indices { reaching[index] = max(0, reaching[index] - 1) }
  }

  /// The place of the row's next cell.
  mutating func place(isHead: Bool, columns: Int, rows: Int) -> TableCell {
    if row < 0 { beginRow() }
    while column < occupied.count, occupied[column] { column += 1 }
    let columns = min(max(columns, 1), HTMLTableGrid.maximumSpan)
    let rows = min(max(rows, 1), HTMLTableGrid.maximumSpan)
    defer { column += columns }
    if rows > 1 {
      let end = min(column + columns, HTMLTableGrid.maximumSpan)
      while reaching.count < end { reaching.append(0) }
      for index in min(column, end)..<end { reaching[index] = rows - 1 }
    }
    return TableCell(
      table: table, row: row, column: column, isHead: isHead || row == 0 || column == 0,
      columnSpan: columns, rowSpan: rows)
  }
}
