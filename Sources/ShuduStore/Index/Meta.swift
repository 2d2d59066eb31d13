import GRDB

/// Single values that the index keeps of itself.
enum Meta {
  static func text(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
  }

  static func set(_ name: String, to value: String, in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO meta VALUES (?, ?)", arguments: [name, value])
  }

  static func clear(_ name: String, in database: Database) throws {
    try database.execute(sql: "DELETE FROM meta WHERE name = ?", arguments: [name])
  }

  /// What is worked out from all facts together is out of date.
  static func markFactsChanged(in database: Database) throws {
    for name in [linked, log] { try clear(name, in: database) }
  }

  /// Stands where reprints and equal keys are worked out for the facts as they are.
  static let linked = "linked"
  /// How far the decisions log was read.
  static let log = "log"
}
