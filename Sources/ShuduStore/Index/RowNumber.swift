/// The numbers of sentences' and facts' rows: an article's number, then the place in it.
///
/// An article's rows stand together, in order, so that no index is needed to find them, and adding an article
/// appends to the tables.
enum RowNumber {
  /// Places of one article: more than a file of a gigabyte has numerals.
  private static let bits: Int64 = 28

  static func of(_ place: Int, in article: Int64) -> Int64 { article << bits | Int64(place) }

  /// The condition that rows are those of an article.
  ///
  /// - Parameters:
  ///   - column: the row's, with its table's name where a query has several.
  ///   - article: its number; the statement's first parameter, or a column.
  static func areIn(_ column: String = "row", article: String = "?1") -> String {
    "\(column) >= \(article) << \(bits) AND \(column) < (\(article) + 1) << \(bits)"
  }
}
