import GRDB

/// Takes rows out, with all rows below them.
enum IndexRemoval {
  static func removeFile(_ id: Int64, in database: Database) throws {
    let articles = try Int64.fetchAll(
      database, sql: "SELECT id FROM article WHERE file = ?", arguments: [id])
    for article in articles {
      try removeContents(of: article, in: database)
      try database.cachedStatement(sql: "DELETE FROM article WHERE id = ?")
        .execute(arguments: [article])
    }
    try database.cachedStatement(sql: "DELETE FROM file WHERE id = ?").execute(arguments: [id])
  }

  /// Takes out all that an article holds, and leaves the article.
  static func removeContents(of article: Int64, in database: Database) throws {
    try ArticleSearch.remove(article: article, in: database)
    for table in ["fact", "sentence"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(RowNumber.areIn())")
        .execute(arguments: [article])
    }
    for table in ["unclaimed", "entity"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?")
        .execute(arguments: [article])
    }
  }
}
