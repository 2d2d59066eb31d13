import Foundation
import GRDB

/// Stores what workers made of files, a batch a transaction.
struct IndexWriter {
  private let index: CorpusIndex
  private let stamp: String
  private var batch: [Entry] = []
  private var weight = 0

  /// What happens to one row of `file`.
  enum Entry: Sendable {
    /// Takes the place of the row `known`, if any.
    case store(ExtractedFile, key: String, known: Int64?)
    /// The same bytes with other times.
    case touch(Int64, CorpusFolder.ArticleFile)
    case remove(Int64)
  }

  /// Bytes of records after which a transaction is made: a few tens of milliseconds of writing.
  private static let mostWeight = 8 << 20

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
        weight += article.facts.reduce(article.characters * 6) { $0 + $1.json.utf8.count }
      }
    }
    if weight > IndexWriter.mostWeight { try flush() }
  }

  /// Stores what is left.
  mutating func flush() throws(StoreError) {
    guard !batch.isEmpty else { return }
    let entries = batch
    batch = []
    weight = 0
    let stamp = stamp
    try index.write { database in
      var changesFacts = false
      for entry in entries {
        switch entry {
        case .store(let file, let key, let known):
          if let known { try IndexRemoval.removeFile(known, in: database) }
          try FileInsertion(database).insert(file, key: key, stamp: stamp)
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

/// Takes rows out, with all rows below them.
enum IndexRemoval {
  static func removeFile(_ id: Int64, in database: Database) throws {
    let articles = try Int64.fetchAll(
      database, sql: "SELECT id FROM article WHERE file = ?", arguments: [id])
    for article in articles {
      try SentenceSearch.remove(article: article, in: database)
      for table in ["unclaimed", "entity", "fact", "sentence"] {
        try database.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?")
          .execute(arguments: [article])
      }
      try database.cachedStatement(sql: "DELETE FROM article WHERE id = ?")
        .execute(arguments: [article])
    }
    try database.cachedStatement(sql: "DELETE FROM file WHERE id = ?").execute(arguments: [id])
  }
}

/// Puts a file's rows in.
struct FileInsertion {
  private let database: Database
  private let sentence: Statement
  private let fact: Statement
  private let entity: Statement
  private let unclaimed: Statement

  init(_ database: Database) throws {
    self.database = database
    sentence = try database.cachedStatement(
      sql: "INSERT INTO sentence (article, ordinal, id, text, spans) VALUES (?, ?, ?, ?, ?)")
    fact = try database.cachedStatement(
      sql: """
        INSERT INTO fact (id, article, sentence, ordinal, record, confidence, kind, aspect, status, \
        measure, subject, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    entity = try database.cachedStatement(
      sql: """
        INSERT INTO entity (article, sentence, ordinal, kind, text, spans) VALUES (?, ?, ?, ?, ?, ?)
        """)
    unclaimed = try database.cachedStatement(
      sql: """
        INSERT INTO unclaimed (article, sentence, ordinal, text, spans, reason) \
        VALUES (?, ?, ?, ?, ?, ?)
        """)
  }

  func insert(_ file: ExtractedFile, key: String, stamp: String) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO file (path, size, modified, inode, hash, key, stamp, error) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      file.file.path, file.file.size, file.file.modified, file.file.inode, file.hash, key, stamp,
      file.error,
    ])
    let id = database.lastInsertedRowID
    for article in file.articles { try insert(article, file: id) }
  }

  private func insert(_ article: ExtractedArticle, file: Int64) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO article (file, line, key, version, title, date, date_from, publisher, url, \
        characters, sentences, facts, fingerprint, error) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      file, article.line, article.key, article.version, article.title, article.date,
      article.dateFrom, article.publisher, article.url, article.characters,
      article.sentences.count, article.facts.count, article.fingerprint.data, article.error,
    ])
    let id = database.lastInsertedRowID
    var rows: [Int64] = []
    rows.reserveCapacity(article.sentences.count)
    for (ordinal, row) in article.sentences.enumerated() {
      sentence.setUncheckedArguments([id, ordinal, row.id, row.text, row.spans])
      try sentence.execute()
      rows.append(database.lastInsertedRowID)
    }
    try SentenceSearch.add(article, rows: rows, in: database)
    for (ordinal, row) in article.facts.enumerated() {
      fact.setUncheckedArguments([
        row.id, id, row.sentence.map { rows[$0] }, ordinal, row.json, row.confidence, row.kind,
        row.aspect, row.status, row.measure, row.subject, row.time,
      ])
      try fact.execute()
    }
    for (ordinal, row) in article.names.enumerated() {
      entity.setUncheckedArguments([
        id, row.sentence.map { rows[$0] }, ordinal, row.kind, row.text, row.spans,
      ])
      try entity.execute()
    }
    for (ordinal, row) in article.unclaimed.enumerated() {
      unclaimed.setUncheckedArguments([
        id, row.sentence.map { rows[$0] }, ordinal, row.text, row.spans, row.reason.rawValue,
      ])
      try unclaimed.execute()
    }
  }
}
