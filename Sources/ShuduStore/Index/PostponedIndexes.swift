import GRDB

/// The indexes whose entries stand in another order than the rows that a batch adds.
///
/// Kept up row by row, they make each transaction of a large batch write most of their pages again. Such a batch drops
/// them first and makes them at its end. That they are missing is all the state there is: whoever comes after a killed
/// process makes them, before anything needs them.
enum PostponedIndexes {
  private static let definitions = [
    "CREATE INDEX IF NOT EXISTS fact_id ON fact (id)",
    "CREATE INDEX IF NOT EXISTS fact_confidence ON fact (confidence)",
  ]
  private static let names = ["fact_id", "fact_confidence"]

  /// Files from which on a batch is large, where they are most of the corpus.
  static let leastFiles = 100

  /// Whether some are missing.
  static func areMissing(in database: Database) throws -> Bool {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    let count = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (\(list))"
    )
    return count != names.count
  }

  static func drop(in database: Database) throws {
    for name in names { try database.execute(sql: "DROP INDEX IF EXISTS \(name)") }
  }

  /// Makes those that are missing. Cost: about two seconds a million facts.
  static func make(in database: Database) throws {
    for definition in definitions { try database.execute(sql: definition) }
  }
}
