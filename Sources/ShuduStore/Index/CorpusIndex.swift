import Foundation
import GRDB

/// `.shudu/index.sqlite`: everything derived from a corpus, ready for queries.
///
/// SQLite in WAL mode: readers never wait for the one writer, in this process or another. Safe to share between
/// threads.
public final class CorpusIndex: Sendable {
  public let folder: CorpusFolder
  let pool: DatabasePool

  /// Opens the index of a corpus that was processed.
  ///
  /// - Throws: `noIndex` where there is none, or one of an older schema; `newerSchema` where a newer program made it; `index` where it is corrupt
  ///   or can't be opened.
  public convenience init(_ folder: CorpusFolder) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: folder.index) else {
      throw .noIndex(path: folder.index)
    }
    try self.init(opening: folder, isWriter: false)
    // A process that is at work makes them itself.
    if try read(PostponedIndexes.areMissing), let lock = try? IndexLock(folder) {
      try makePostponedIndexes()
      withExtendedLifetime(lock) {}
    }
  }

  /// Makes the indexes that a large batch, or one that was killed, has left out.
  func makePostponedIndexes() throws(StoreError) {
    guard try read(PostponedIndexes.areMissing) else { return }
    try write(PostponedIndexes.make)
  }

  /// Opens the index for the one process that writes it: makes one where there is none, and sets a corrupt one aside
  /// as `index.corrupt.sqlite`, since all of it can be made anew.
  static func openForWriting(
    _ folder: CorpusFolder
  ) throws(StoreError) -> (index: CorpusIndex, isRebuilt: Bool) {
    do throws(StoreError) {
      let index = try CorpusIndex(opening: folder)
      try index.check()
      return (index, false)
    } catch {
      let corrupt = [ResultCode.SQLITE_CORRUPT.rawValue, ResultCode.SQLITE_NOTADB.rawValue]
      guard case .index(_, let code, _) = error, corrupt.contains(Int32(code & 0xFF)) else {
        throw error
      }
      try setAside(folder)
      return (try CorpusIndex(opening: folder), true)
    }
  }

  private init(opening folder: CorpusFolder, isWriter: Bool = true) throws(StoreError) {
    self.folder = folder
    pool = try CorpusIndex.mapped(folder) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.maximumReaderCount = 8
      configuration.prepareDatabase { database in
        // Facts are long rows: larger pages and a cache of 32 MiB make writing them half as dear.
        try database.execute(
          sql: """
            PRAGMA page_size = 16384;
            PRAGMA cache_size = -32768;
            PRAGMA wal_autocheckpoint = 4096;
            PRAGMA synchronous = NORMAL
            """)
        database.add(function: ArticleSearch.function)
      }
      return try DatabasePool(path: folder.index, configuration: configuration)
    }
    try migrate(makesAnew: isWriter)
  }

  private static func setAside(_ folder: CorpusFolder) throws(StoreError) {
    let aside = folder.derived + "/index.corrupt.sqlite"
    guard rename(folder.index, aside) == 0 else { throw .file(path: folder.index, code: errno) }
    for suffix in ["-wal", "-shm"] { unlink(folder.index + suffix) }
  }

  /// Reads a row of every table: a file that is no database, or lost its pages, shows here.
  private func check() throws(StoreError) {
    try read { database in
      for table in ["file", "article", "fact", "sentence", "review"] {
        _ = try Row.fetchOne(database, sql: "SELECT * FROM \(table) LIMIT 1")
      }
    }
  }

  private func migrate(makesAnew: Bool) throws(StoreError) {
    let folder = folder
    let applied = try read { try IndexSchema.migrator.appliedIdentifiers($0) }
    if let newest = applied.compactMap({ Int($0) }).max(), newest > IndexSchema.version {
      throw .newerSchema(path: folder.index, version: newest, known: IndexSchema.version)
    }
    guard applied.count < IndexSchema.version else { return }
    // An older index is made anew from the articles.
    guard makesAnew else { throw .noIndex(path: folder.index) }
    try CorpusIndex.mapped(folder) { try IndexSchema.migrator.migrate(pool) }
  }

  /// The files as they were when they were processed.
  func knownFiles() throws(StoreError) -> [ProcessPlan.Known] {
    try read { database in
      var stamps: [String: Stamp?] = [:]
      var files: [ProcessPlan.Known] = []
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, path, size, modified, inode, hash, key, stamp, error FROM file ORDER BY path
          """)
      while let row = try rows.next() {
        let text: String = row[7]
        let stamp = stamps[text] ?? Stamp(text: text)
        stamps[text] = stamp
        files.append(
          ProcessPlan.Known(
            id: row[0], path: row[1], size: row[2], modified: row[3], inode: row[4], hash: row[5],
            key: row[6], stamp: stamp, error: row[8]))
      }
      return files
    }
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
