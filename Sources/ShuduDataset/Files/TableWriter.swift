/// Writes a table's rows into its CSV file and into the database, in the order in which they come.
final class TableWriter<Row: Sendable> {
  let table: Table<Row>
  private let file: OutputFile
  private let database: DatabaseFile
  private(set) var rows = 0

  init(
    _ table: Table<Row>, in folder: String, database: DatabaseFile, hasByteOrderMark: Bool
  ) throws(DatasetError) {
    self.table = table
    self.database = database
    file = try OutputFile(table.schema.name + ".csv", in: folder)
    if hasByteOrderMark { try file.write(CSVText.byteOrderMark) }
    try file.write(CSVText.header(table.schema.columns.map(\.name)))
    try database.create(table.schema)
  }

  func append(_ row: Row) throws(DatasetError) {
    let cells = table.cells(of: row)
    try file.write(CSVText.line(cells))
    try database.insert(cells, into: table.schema)
    rows += 1
  }

  /// Ends the CSV file.
  func finish() throws(DatasetError) -> TableFile {
    TableFile(schema: table.schema, file: try file.finish(), rows: rows)
  }
}

/// A table that stands in the package as CSV.
struct TableFile: Sendable {
  var schema: TableSchema
  var file: WrittenFile
  var rows: Int
}
