/// What a column holds.
public enum ColumnType: String, Sendable {
  case string, integer, boolean, date
  /// An exact decimal. SQLite keeps it as text, and beside it a column `…_real` to calculate with.
  case decimal
  /// A share of one with at most three places, for which a double does.
  case probability

  /// Its name in Table Schema.
  var schemaName: String {
    switch self {
    case .decimal, .probability: "number"
    default: rawValue
    }
  }

  /// Its type in SQLite.
  var affinity: String {
    switch self {
    case .string, .date, .decimal: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .probability: "REAL"
    }
  }
}

/// A column's contract, without its rows.
public struct ColumnSchema: Sendable, Equatable {
  public var name: String
  public var type: ColumnType
  /// In Chinese.
  public var title: String
  /// In English.
  public var description: String
  public var isRequired: Bool
  /// All values that it can have; empty for any.
  public var values: [String]
  /// Whether it quotes whole sentences, which `--without-text` leaves out.
  public var isArticleText: Bool
}

/// A column with the way from a row to its cell.
struct Column<Row: Sendable>: Sendable {
  var schema: ColumnSchema
  var cell: @Sendable (Row) -> Cell

  /// A column of strings.
  init(
    _ name: String, _ title: String, _ description: String, required: Bool = false,
    values: [String] = [], isArticleText: Bool = false,
    _ cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.init(
      name, .string, title, description, required: required, values: values,
      isArticleText: isArticleText, cell)
  }

  init(
    _ name: String, _ type: ColumnType, _ title: String, _ description: String,
    required: Bool = false, values: [String] = [], isArticleText: Bool = false,
    _ cell: @escaping @Sendable (Row) -> Cell
  ) {
    schema = ColumnSchema(
      name: name, type: type, title: title, description: description, isRequired: required,
      values: values, isArticleText: isArticleText)
    self.cell = cell
  }
}
