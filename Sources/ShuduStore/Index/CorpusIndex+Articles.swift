import Foundation
import GRDB

extension CorpusIndex {
  private static let articleColumns = """
    SELECT article.*, file.path FROM article JOIN file ON file.id = article.file \
    WHERE article.error IS NULL
    """

  /// All articles, by path and line.
  public func articles() throws(StoreError) -> [ArticleRow] {
    try read { database in
      try Row.fetchAll(
        database, sql: CorpusIndex.articleColumns + " ORDER BY file.path, article.line"
      ).map(CorpusIndex.articleRow)
    }
  }

  /// The article of that row.
  public func article(_ id: Int64) throws(StoreError) -> ArticleRow? {
    try read { database in
      try Row.fetchOne(
        database, sql: CorpusIndex.articleColumns + " AND article.id = ?", arguments: [id]
      ).map(CorpusIndex.articleRow)
    }
  }

  /// The article of that key.
  public func article(key: String) throws(StoreError) -> ArticleRow? {
    try read { database in
      try Row.fetchOne(
        database, sql: CorpusIndex.articleColumns + " AND article.key = ? ORDER BY article.id",
        arguments: [key]
      ).map(CorpusIndex.articleRow)
    }
  }

  /// Files and lines that could not be read, by path.
  public func failures() throws(StoreError) -> [FileFailure] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT path, 0 AS line, error FROM file WHERE error IS NOT NULL \
          UNION ALL SELECT file.path, article.line, article.error FROM article \
          JOIN file ON file.id = article.file WHERE article.error IS NOT NULL ORDER BY 1, 2
          """
      ).map { FileFailure(path: $0[0], reason: $0[2]) }
    }
  }

  /// An article's sentences in reading order.
  public func sentences(of article: Int64) throws(StoreError) -> [SentenceRow] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM sentence WHERE \(RowNumber.areIn()) ORDER BY row",
        arguments: [article]
      ).map(CorpusIndex.sentenceRow)
    }
  }

  public func sentence(_ row: Int64) throws(StoreError) -> SentenceRow? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM sentence WHERE row = ?", arguments: [row])
        .map(CorpusIndex.sentenceRow)
    }
  }

  /// An article's names in the order they stand.
  public func entities(of article: Int64) throws(StoreError) -> [EntityRow] {
    try words("entity", of: article).enumerated().map { ordinal, words in
      EntityRow(
        article: article, sentence: words.sentence.map { RowNumber.of($0, in: article) },
        ordinal: ordinal, kind: words.kind, text: words.text, spans: words.spans)
    }
  }

  /// An article's numerals that no fact took, in the order they stand.
  public func unclaimed(of article: Int64) throws(StoreError) -> [UnclaimedRow] {
    try words("unclaimed", of: article).enumerated().map { ordinal, words in
      UnclaimedRow(
        article: article, sentence: words.sentence.map { RowNumber.of($0, in: article) },
        ordinal: ordinal, text: words.text, spans: words.spans,
        reason: UnclaimedReason(rawValue: words.kind) ?? .unread)
    }
  }

  private func words(_ table: String, of article: Int64) throws(StoreError) -> [ListedWords] {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT list FROM \(table) WHERE article = ?", arguments: [article]
      ).map { try JSONDecoder().decode([ListedWords].self, from: Data($0.utf8)) } ?? []
    }
  }

  /// What the corpus holds.
  public func counts() throws(StoreError) -> CorpusCounts {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      var counts = CorpusCounts()
      counts.files = try count("SELECT count(*) FROM file")
      counts.failures = try count(
        """
        SELECT (SELECT count(*) FROM file WHERE error IS NOT NULL) \
        + (SELECT count(*) FROM article WHERE error IS NOT NULL)
        """)
      counts.articles = try count("SELECT count(*) FROM article WHERE error IS NULL")
      counts.reprints = try count("SELECT count(*) FROM article WHERE reprint_of IS NOT NULL")
      counts.sentences = try count("SELECT count(*) FROM sentence")
      counts.facts = try count("SELECT count(*) FROM fact")
      counts.entities = try count("SELECT sum(count) FROM entity")
      counts.unclaimed = try count("SELECT sum(count) FROM unclaimed")
      counts.decisions = try count("SELECT count(*) FROM decision")
      counts.orphans = try count(
        """
        SELECT count(*) FROM target JOIN decision ON decision.id = target.decision \
        WHERE home IS NULL AND NOT undone
        """)
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT coalesce(review.state, 'unreviewed'), count(*) FROM fact \
          LEFT JOIN review ON review.fact = fact.id GROUP BY 1
          """)
      {
        if let state = ReviewState(rawValue: row[0]) { counts.states[state] = row[1] }
      }
      return counts
    }
  }

  private static func articleRow(_ row: Row) -> ArticleRow {
    ArticleRow(
      id: row["id"], key: row["key"], version: row["version"], path: row["path"],
      line: row["line"], title: row["title"], date: row["date"], dateFrom: row["date_from"],
      publisher: row["publisher"], url: row["url"], characters: row["characters"],
      sentences: row["sentences"], facts: row["facts"], reprintOf: row["reprint_of"])
  }

  private static func sentenceRow(_ row: Row) throws -> SentenceRow {
    SentenceRow(
      row: row["row"], article: row["article"], ordinal: row["ordinal"], id: row["id"],
      text: row["text"], spans: try Spans.read(row["spans"]))
  }
}

/// Words of an article's list as the column holds them: `[sentence,kind,text,spans]`.
private struct ListedWords: Decodable {
  var sentence: Int?
  var kind: String
  var text: String
  var spans: [[Int]]

  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    sentence = try values.decodeNil() ? nil : values.decode(Int.self)
    kind = try values.decode(String.self)
    text = try values.decode(String.self)
    spans = try values.decode([[Int]].self)
  }
}

/// Spans as columns hold them: `[[0,17],[19,24]]`.
enum Spans {
  static func read(_ text: String) throws -> [[Int]] {
    try JSONDecoder().decode([[Int]].self, from: Data(text.utf8))
  }
}
