import GRDB

/// The indexes whose entries stand in another order than the rows that a batch adds.
///
/// Kept up row by row, they make each transaction of a large batch write most of their pages again. Such a batch drops
/// them first and makes them at its end. That they are missing is all the state there is: whoever comes after a killed
/// process makes them, before anything needs them.
enum PostponedIndexes {
  /// Each with what it is on.
  private static let all = [("fact_id", "fact (id)"), ("fact_confidence", "fact (confidence)")]

  /// Files from which on a batch is large, where they are most of the corpus.
  static let leastFiles = 100

  /// Whether some are missing.
  static func areMissing(in database: Database) throws -> Bool {
    let list = all.map { "'\($0.0)'" }.joined(separator: ", ")
    let count = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (\(list))"
    )
    return count != all.count
  }

  static func drop(in database: Database) throws {
    for (name, _) in all { try database.execute(sql: "DROP INDEX IF EXISTS \(name)") }
  }

  /// Makes those that are missing. Cost: about two seconds a million facts.
  static func make(in database: Database) throws {
    for (name, columns) in all {
      try database.execute(sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(columns)")
    }
  }
}
