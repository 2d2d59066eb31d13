import Foundation
import GRDB

/// Works out what depends on all articles together, once all files are stored: equal keys and reprints.
enum ArticleLinks {
  /// Marks reprints, and takes out articles whose key another has. Does nothing where no fact changed since.
  static func update(_ index: CorpusIndex) throws(StoreError) {
    try index.write { database in
      guard try Meta.text(Meta.linked, in: database) == nil else { return }
      try refuseEqualKeys(in: database)
      try markReprints(in: database)
      try Meta.set(Meta.linked, to: "1", in: database)
    }
  }

  /// Of articles with one key the first by path and line stays.
  private static func refuseEqualKeys(in database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT article.id, article.key, file.path, article.line, file.id AS file FROM article \
        JOIN file ON file.id = article.file WHERE article.error IS NULL AND article.key IN \
        (SELECT key FROM article WHERE error IS NULL GROUP BY key HAVING count(*) > 1) \
        ORDER BY article.key, file.path, article.line
        """)
    var first: (key: String, path: String)?
    for row in rows {
      let key: String = row["key"]
      guard let known = first, known.key == key else {
        first = (key, row["path"])
        continue
      }
      let id: Int64 = row["id"]
      try IndexRemoval.removeContents(of: id, in: database)
      let path: String = row["path"]
      try database.execute(
        sql: "UPDATE article SET error = ?, facts = 0, sentences = 0 WHERE id = ?",
        arguments: [
          "its id `\(key)` is that of " + (path == known.path ? "an earlier line" : known.path), id,
        ])
      // An empty stamp: looked at again when the other may have gone.
      try database.execute(
        sql: "UPDATE file SET stamp = '' WHERE id = ?", arguments: [row["file"] as Int64])
    }
  }

  private static func markReprints(in database: Database) throws {
    let articles = try Row.fetchAll(
      database,
      sql: """
        SELECT article.id, article.key, file.path, article.line, article.date, article.fingerprint \
        FROM article JOIN file ON file.id = article.file WHERE article.error IS NULL
        """
    ).map { row in
      ReprintFinder.Article(
        id: row["id"], key: row["key"], path: row["path"], line: row["line"], date: row["date"],
        fingerprint: TextFingerprint(data: row["fingerprint"] ?? Data()))
    }
    try database.execute(
      sql: "UPDATE article SET reprint_of = NULL WHERE reprint_of IS NOT NULL")
    for (id, key) in ReprintFinder.reprints(among: articles).sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "UPDATE article SET reprint_of = ? WHERE id = ?", arguments: [key, id])
    }
  }
}
