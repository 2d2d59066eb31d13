import Foundation
import GRDB

/// An earlier dataset, as far as `CHANGES.md` compares with it. Read from its `dataset.sqlite`.
struct EarlierRelease {
  /// A fact as it was told: its columns by name, in plain text.
  typealias Told = [String: String]

  let making: PackageDescriptor.Making
  /// Versions of articles by key.
  let articles: [String: String]
  /// Facts by id.
  let facts: [String: Told]
  /// Places of numerals whose facts were rejected or filtered, with which it was: `key\tspans`.
  let leftOut: [String: String]

  init(_ folder: String) throws(DatasetError) {
    let descriptor = try PackageDescriptor.read(in: folder)
    let path = folder + "/" + DatabaseFile.name
    guard let resource = descriptor.resources.first(where: { $0.path == DatabaseFile.name }),
      try PackageFile.measure(path, name: DatabaseFile.name).hash == resource.hash
    else {
      throw .badPackage(path: path, reason: "is not the file that datapackage.json names")
    }
    making = descriptor.shudu
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      (articles, facts, leftOut) = try queue.read { database in
        (
          try EarlierRelease.pairs(database, "SELECT key, version FROM articles"),
          try EarlierRelease.facts(database),
          try EarlierRelease.pairs(
            database,
            """
            SELECT article || char(9) || spans, reason FROM unclaimed \
            WHERE reason IN ('rejected', 'filtered')
            """)
        )
      }
      try queue.close()
    } catch {
      throw DatasetError(error, path: path)
    }
  }

  private static func pairs(_ database: Database, _ sql: String) throws -> [String: String] {
    var pairs: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: sql)
    while let row = try rows.next() { pairs[row[0]] = row[1] }
    return pairs
  }

  private static func facts(_ database: Database) throws -> [String: Told] {
    var facts: [String: Told] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM facts")
    while let row = try rows.next() {
      var told: Told = [:]
      for (name, value) in row where ChangeFinder.isCompared(name) {
        switch value.storage {
        case .null, .blob: continue
        case .int64(let number): told[name] = String(number)
        case .double(let number): told[name] = Probability.text(number)
        case .string(let text): told[name] = text
        }
      }
      facts[row["id"]] = told
    }
    return facts
  }
}
