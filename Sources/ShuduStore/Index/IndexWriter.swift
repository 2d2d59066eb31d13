import Foundation
import GRDB

/// Stores what workers made of files, a batch a transaction.
struct IndexWriter {
  private let index: CorpusIndex
  private let stamp: String
  private var batch: [Entry] = []
  private var weight = 0
  private var start = ContinuousClock.now

  /// What happens to one row of `file`.
  enum Entry: Sendable {
    /// Takes the place of the row `known`, if any.
    case store(ExtractedFile, key: String, known: Int64?)
    /// The same bytes with other times.
    case touch(Int64, CorpusFolder.ArticleFile)
    case remove(Int64)
  }

  /// Bytes of records, and time, after which a transaction is made. Each sorts its words for the search and touches most
  /// pages of the facts' indexes, so that few are made; a killed process does again what it had not yet stored.
  private static let mostWeight = 20 << 20
  private static let longestWait = Duration.seconds(4)

  init(_ index: CorpusIndex, stamp: Stamp) {
    self.index = index
    self.stamp = stamp.text
  }

  /// Stores an entry with the next transaction.
  mutating func add(_ entry: Entry) throws(StoreError) {
    batch.append(entry)
    weight += 200
    if case .store(let file, _, _) = entry {
      for article in file.articles {
        weight += article.facts.reduce(article.characters * 6) { $0 + $1.json.count }
      }
    }
    if weight > IndexWriter.mostWeight || start.duration(to: .now) > IndexWriter.longestWait {
      try flush()
    }
  }

  /// Stores what is left.
  mutating func flush() throws(StoreError) {
    guard !batch.isEmpty else { return }
    let entries = batch
    batch = []
    weight = 0
    defer { start = .now }
    let stamp = stamp
    try index.write { database in
      var changesFacts = false
      var insertion = try FileInsertion(database)
      for entry in entries {
        switch entry {
        case .store(let file, let key, let known):
          if let known { try IndexRemoval.removeFile(known, in: database) }
          try insertion.insert(file, key: key, stamp: stamp)
          changesFacts = true
        case .touch(let id, let file):
          try database.execute(
            sql: "UPDATE file SET size = ?, modified = ?, inode = ? WHERE id = ?",
            arguments: [file.size, file.modified, file.inode, id])
        case .remove(let id):
          try IndexRemoval.removeFile(id, in: database)
          changesFacts = true
        }
      }
      if changesFacts { try Meta.markFactsChanged(in: database) }
    }
  }
}
