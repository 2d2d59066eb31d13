import Foundation
import GRDB

/// `dataset.sqlite`: the tables of the package with keys, references and indexes, ready for queries.
///
/// Exact numbers are text, so that no digit is lost, and have a computed column `…_real` beside them. The same
/// rows in the same order give the same bytes with the same version of SQLite. All writing is one transaction
/// in a file that nobody else sees, without a journal: a rebuild that is killed throws the file away.
final class DatabaseFile {
  static let name = "dataset.sqlite"

  private let path: String
  private let queue: DatabaseQueue
  private var statements: [String: Statement] = [:]
  private var schemas: [TableSchema] = []

  init(in folder: String) throws(DatasetError) {
    path = folder + "/" + DatabaseFile.name
    var configuration = Configuration()
    // References go both ways between rows that come in one order.
    configuration.foreignKeysEnabled = false
    // One transaction over all inserts.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA encoding = 'UTF-8';
          """)
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "BEGIN") }
    } catch {
      throw DatasetError(error, path: path)
    }
  }

  /// A failed rebuild leaves the transaction open, and GRDB may not be told of its end while it goes away.
  deinit {
    statements = [:]
    try? queue.inDatabase { database in
      if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
    }
    try? queue.close()
  }

  func create(_ schema: TableSchema) throws(DatasetError) {
    schemas.append(schema)
    try perform { database in
      try database.execute(sql: DatabaseFile.definition(of: schema))
      let places = Array(repeating: "?", count: schema.columns.count).joined(separator: ", ")
      let names = schema.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
      self.statements[schema.name] = try database.makeStatement(
        sql: "INSERT INTO \"\(schema.name)\" (\(names)) VALUES (\(places))")
    }
  }

  func insert(_ cells: [Cell], into schema: TableSchema) throws(DatasetError) {
    guard let statement = statements[schema.name] else { return }
    let values = zip(cells, schema.columns).map { cell, column in
      DatabaseFile.value(of: cell, as: column.type)
    }
    try perform { _ in
      try statement.setArguments(StatementArguments(values))
      try statement.execute()
    }
  }

  /// Makes the indexes, looks whether all references lead somewhere, and ends the file.
  func finish() throws(DatasetError) -> WrittenFile {
    statements = [:]
    try perform { database in
      for schema in self.schemas {
        for column in schema.indexes {
          try database.execute(
            sql: """
              CREATE INDEX "\(schema.name)_\(column)" ON "\(schema.name)" ("\(column)")
              """)
        }
      }
      try database.checkForeignKeys()
      try database.execute(sql: "COMMIT; VACUUM; ANALYZE")
    }
    do {
      try queue.close()
    } catch {
      throw DatasetError(error, path: path)
    }
    return try PackageFile.measure(path, name: DatabaseFile.name)
  }

  private func perform(_ body: (Database) throws -> Void) throws(DatasetError) {
    do {
      try queue.inDatabase(body)
    } catch {
      throw DatasetError(error, path: path)
    }
  }

  private static func value(of cell: Cell, as type: ColumnType) -> (any DatabaseValueConvertible)? {
    switch cell {
    case .null: nil
    case .text(let text): text
    case .integer(let number): number
    case .decimal(let digits): type == .probability ? Double(digits) ?? 0 : digits
    case .boolean(let isTrue): isTrue
    }
  }

  /// The table's definition, strict, with a computed column beside each exact number.
  static func definition(of schema: TableSchema) -> String {
    func list(_ names: [String]) -> String {
      names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
    var parts: [String] = []
    for column in schema.columns {
      var part = "\"\(column.name)\" \(column.type.affinity)"
      if column.isRequired { part += " NOT NULL" }
      if !column.values.isEmpty {
        let values = column.values.map { "'\($0)'" }.joined(separator: ", ")
        part += " CHECK (\"\(column.name)\" IN (\(values)))"
      }
      parts.append(part)
    }
    for column in schema.columns where column.type == .decimal {
      parts.append(
        "\"\(column.name)_real\" REAL GENERATED ALWAYS AS (CAST(\"\(column.name)\" AS REAL)) VIRTUAL"
      )
    }
    parts.append("PRIMARY KEY (\(list(schema.primaryKey)))")
    for reference in schema.references {
      parts.append(
        "FOREIGN KEY (\(list(reference.columns))) REFERENCES \"\(reference.table)\" (\(list(reference.keys)))"
      )
    }
    let body = parts.map { "  " + $0 }.joined(separator: ",\n")
    return "CREATE TABLE \"\(schema.name)\" (\n\(body)\n) STRICT"
  }
}

extension DatasetError {
  /// An error of SQLite, or of the system beneath it.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .database(path: path, code: 0, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .unwritable(path: path, code: ENOSPC)
    case .SQLITE_READONLY: self = .unwritable(path: path, code: EROFS)
    default:
      // GRDB hides the values; the message names tables and columns alone.
      self = .database(
        path: path, code: Int(error.extendedResultCode.rawValue),
        reason: error.message ?? "SQLite refused")
    }
  }
}
