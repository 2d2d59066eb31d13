/// One table of the dataset: CSV file, SQLite table and Table Schema are all written from this.
struct Table<Row: Sendable>: Sendable {
  var schema: TableSchema
  private var cells: [@Sendable (Row) -> Cell]

  init(
    _ name: String, _ title: String, _ description: String, key: [String],
    references: [TableSchema.Reference] = [], indexes: [String] = [], columns: [Column<Row>]
  ) {
    schema = TableSchema(
      name: name, title: title, description: description, columns: columns.map(\.schema),
      primaryKey: key, references: references, indexes: indexes)
    cells = columns.map(\.cell)
  }

  func cells(of row: Row) -> [Cell] { cells.map { $0(row) } }

  /// The table without the columns that quote whole sentences.
  func withoutArticleText() -> Table {
    var table = self
    let kept = schema.columns.indices.filter { !schema.columns[$0].isArticleText }
    table.schema.columns = kept.map { schema.columns[$0] }
    table.cells = kept.map { cells[$0] }
    return table
  }
}

/// A table's contract, without its rows.
public struct TableSchema: Sendable, Equatable {
  /// Columns whose values are a key of a table.
  public struct Reference: Sendable, Equatable {
    public var columns: [String]
    /// The other table, or the same one.
    public var table: String
    public var keys: [String]
  }

  public var name: String
  /// In Chinese.
  public var title: String
  /// In English.
  public var description: String
  public var columns: [ColumnSchema]
  public var primaryKey: [String]
  public var references: [Reference]
  /// Columns by which SQLite finds rows fast.
  public var indexes: [String]
}
