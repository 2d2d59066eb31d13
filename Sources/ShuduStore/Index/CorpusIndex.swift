import Foundation
import GRDB

/// `.shudu/index.sqlite`: everything derived from a corpus, ready for queries.
///
/// SQLite in WAL mode: readers never wait for the one writer, in this process or another. Safe to share between
/// threads.
public final class CorpusIndex: Sendable {
  public let folder: CorpusFolder
  let pool: DatabasePool

  /// Opens the index of a corpus; makes one where there is none, and rebuilds a corrupt one.
  ///
  /// - Parameter creates: whether to make a missing index, rather than throw `noIndex`.
  /// - Throws: `newerSchema` where a newer program made it; `noIndex`; `index` or `file` where disk or rights refuse.
  public init(_ folder: CorpusFolder, creates: Bool = false) throws(StoreError) {
    self.folder = folder
    let exists = FileManager.default.fileExists(atPath: folder.index)
    guard exists || creates else { throw .noIndex(path: folder.index) }
    if !exists { try CorpusIndex.makeFolder(folder) }
    pool = try CorpusIndex.mapped(folder) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      return try DatabasePool(path: folder.index, configuration: configuration)
    }
    try migrate()
  }

  private static func makeFolder(_ folder: CorpusFolder) throws(StoreError) {
    guard mkdir(folder.derived, 0o755) == 0 || errno == EEXIST else {
      throw .file(path: folder.derived, code: errno)
    }
  }

  private func migrate() throws(StoreError) {
    let folder = folder
    let applied = try read { try IndexSchema.migrator.appliedIdentifiers($0) }
    if let newest = applied.compactMap({ Int($0) }).max(), newest > IndexSchema.version {
      throw .newerSchema(path: folder.index, version: newest, known: IndexSchema.version)
    }
    try CorpusIndex.mapped(folder) { try IndexSchema.migrator.migrate(pool) }
  }

  /// Runs queries on a snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try CorpusIndex.mapped(folder) { try pool.read(body) }
  }

  /// Runs one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try CorpusIndex.mapped(folder) { try pool.write(body) }
  }

  /// Names SQLite's errors by the index's path.
  static func mapped<Value>(
    _ folder: CorpusFolder, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw .index(
        path: folder.index, code: Int(error.extendedResultCode.rawValue),
        reason: error.message ?? "SQLite refused")
    } catch {
      throw .index(path: folder.index, code: 0, reason: "\(type(of: error))")
    }
  }
}
