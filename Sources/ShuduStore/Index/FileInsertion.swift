import GRDB
import Shudu

/// Puts a file's rows in. One a transaction.
struct FileInsertion {
  private let database: Database
  private let sentence: Statement
  private let search: Statement
  private let fact: Statement
  private let entity: Statement
  private let unclaimed: Statement
  private var row = RowBuffer()

  init(_ database: Database) throws {
    self.database = database
    sentence = try database.cachedStatement(
      sql: "INSERT INTO sentence (row, id, text, spans) VALUES (?, ?, ?, ?)")
    search = try database.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
    fact = try database.cachedStatement(
      sql: """
        INSERT INTO fact (row, id, sentence, confidence, kind, aspect, status, measure, subject, \
        record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    entity = try database.cachedStatement(
      sql: "INSERT INTO entity (article, count, list) VALUES (?, ?, ?)")
    unclaimed = try database.cachedStatement(
      sql: "INSERT INTO unclaimed (article, count, list) VALUES (?, ?, ?)")
  }

  mutating func insert(_ file: ExtractedFile, key: String, stamp: String) throws {
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

  private mutating func insert(_ article: ExtractedArticle, file: Int64) throws {
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
    for (ordinal, sentence) in article.sentences.enumerated() {
      try insert(sentence, row: RowNumber.of(ordinal, in: id))
    }
    for (ordinal, fact) in article.facts.enumerated() {
      try insert(fact, ordinal, article: id)
    }
    if !article.tokens.isEmpty {
      row.integer(id)
      row.text(utf8: article.tokens)
      try row.execute(search, in: database)
    }
    try insert(article.names, article: id, by: entity)
    try insert(article.unclaimed, article: id, by: unclaimed)
  }

  private mutating func insert(_ text: ExtractedArticle.Sentence, row number: Int64) throws {
    row.integer(number)
    row.text(text.id)
    row.text(text.text)
    row.text(text.spans)
    try row.execute(sentence, in: database)
  }

  private mutating func insert(
    _ record: ExtractedArticle.FactRecord, _ ordinal: Int, article: Int64
  ) throws {
    row.integer(RowNumber.of(ordinal, in: article))
    row.text(record.id)
    row.integer(record.sentence.map { RowNumber.of($0, in: article) })
    row.real(record.confidence)
    row.text(record.kind)
    row.text(record.aspect)
    row.text(record.status)
    row.text(record.measure)
    row.text(record.subject)
    row.text(utf8: record.json)
    try row.execute(fact, in: database)
  }

  private mutating func insert(
    _ words: [ExtractedArticle.Words], article: Int64, by statement: Statement
  ) throws {
    guard !words.isEmpty else { return }
    var json = JSONWriter()
    json.beginArray()
    for words in words {
      json.beginArray()
      words.sentence.map { json.integer($0) } ?? json.null()
      json.string(words.kind)
      json.string(words.text)
      json.raw(Array(words.spans.utf8))
      json.endArray()
    }
    json.endArray()
    row.integer(article)
    row.integer(Int64(words.count))
    row.text(utf8: json.bytes)
    try row.execute(statement, in: database)
  }
}
