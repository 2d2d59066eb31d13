import GRDB

/// A query of facts as SQL.
struct FactSQL {
  /// Selects facts with their reviews, among all.
  static let columns = selection + " " + from
  private static let selection = """
    SELECT fact.id, fact.article, fact.sentence, fact.ordinal, fact.record, \
    coalesce(review.state, 'unreviewed') AS state, review.record AS corrected, review.carried, \
    review.detail
    """
  private static let from = "FROM fact " + joins
  private static let joins =
    "JOIN article ON article.id = fact.article JOIN file ON file.id = article.file "
    + "LEFT JOIN review ON review.fact = fact.id"
  /// The verdicts that count, undone ones left out.
  private static let verdicts =
    "FROM json_each(review.detail, '$.verdicts') AS verdict, json_each(verdict.value) AS who "
    + "WHERE who.key = 'who'"

  private var conditions: [String] = []
  private(set) var arguments = StatementArguments()
  private let order: String
  private var source = FactSQL.from

  init(_ query: FactQuery) {
    order = FactSQL.order(query.order)
    if let text = query.text, !text.isEmpty { search(text) }
    if let article = query.article {
      add("article.key = ?", [article])
      conditions.append(RowNumber.areIn("fact.row", article: "article.id"))
    }
    if let measure = query.measure { add("fact.measure = ?", [measure]) }
    if let subject = query.subject { add("fact.subject = ?", [subject]) }
    add("fact.kind", among: query.kinds)
    add("fact.aspect", among: query.aspects)
    add("fact.status", among: query.statuses)
    add("coalesce(review.state, 'unreviewed')", among: Set(query.states.map(\.rawValue)))
    if let carried = query.carried {
      conditions.append("review.carried IS \(carried ? "NOT NULL" : "NULL")")
    }
    if !query.includesReprints { conditions.append("article.reprint_of IS NULL") }
    if let who = query.openFor {
      // Most facts have no review at all, which is told at once.
      add(
        "(review.fact IS NULL OR NOT EXISTS (SELECT 1 \(FactSQL.verdicts) AND who.value = ?))",
        [who])
    }
    if let who = query.judgedBy {
      let verdict = query.verdict.map { [$0.rawValue] } ?? []
      let given = verdict.isEmpty ? "" : " AND json_extract(verdict.value, '$.verdict') = ?"
      add("EXISTS (SELECT 1 \(FactSQL.verdicts) AND who.value = ?\(given))", [who] + verdict)
    }
    if let after = query.after {
      add("(\(order)) > (SELECT \(order) \(FactSQL.from) WHERE fact.id = ? LIMIT 1)", [after])
    }
  }

  var select: String { FactSQL.selection + " " + source + filter + " ORDER BY " + order }
  var ids: String { "SELECT fact.id " + source + filter + " ORDER BY " + order }
  var count: String { "SELECT count(*) " + source + filter }

  func values(of column: String) -> String {
    let filter = filter.isEmpty ? " WHERE" : filter + " AND"
    return "SELECT \(column), count(*) AS n \(source)\(filter) \(column) IS NOT NULL "
      + "GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?"
  }

  private var filter: String {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  private mutating func add(_ condition: String, _ values: [any DatabaseValueConvertible]) {
    conditions.append(condition)
    arguments += StatementArguments(values)
  }

  private mutating func add(_ column: String, among values: Set<String>) {
    guard !values.isEmpty else { return }
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    add("\(column) IN (\(marks))", values.sorted())
  }

  private mutating func search(_ text: String) {
    if let match = ArticleSearch.match(for: text) {
      // The search comes first, whatever SQLite thinks of it.
      let rows = RowNumber.areIn("fact.row", article: "search.rowid")
      source = "FROM search CROSS JOIN fact ON \(rows) " + FactSQL.joins
      add("search MATCH ?", [match])
    }
    add(
      "shudu_holds(?, fact.measure, (SELECT text FROM sentence WHERE row = fact.sentence))", [text])
  }

  /// Expressions that are never null, all ascending, so that a page can begin behind any fact.
  private static func order(_ order: FactQuery.Order) -> String {
    // Added facts come by their ids, whatever the order in which they were put in.
    let place =
      "file.path, article.line, min(fact.ordinal, \(AddedFact.firstOrdinal)), fact.id"
    // Behind all that has characters.
    func last(_ column: String) -> String { "coalesce(\(column), char(1114111))" }
    switch order {
    // As the index stands, so that a page needs no sorting.
    case .confidence: return "fact.confidence, fact.row"
    case .article: return place
    case .measure: return "\(last("fact.measure")), \(place)"
    case .subject: return "\(last("fact.subject")), \(place)"
    case .kind: return "fact.kind, \(place)"
    case .status: return "fact.status, \(place)"
    case .conflict:
      return
        "CASE WHEN review.state = 'disputed' THEN 0 WHEN review.carried IS NOT NULL THEN 1 ELSE 2 END, "
        + "fact.confidence, fact.row"
    }
  }
}
