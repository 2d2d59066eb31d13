import Foundation
import GRDB

/// Finds the present facts that targets mean.
struct DecisionPlacement {
  private let database: Database
  private var carried: [String: DecisionCarrier.Home] = [:]

  init(_ database: Database) { self.database = database }

  /// The home of a target: the fact of its id, else the one it was carried to.
  func home(of target: Decision.Target) throws -> DecisionCarrier.Home? {
    if try stands(target.fact) {
      return DecisionCarrier.Home(fact: target.fact, way: .same, score: 1)
    }
    return carried[target.fact]
  }

  private func stands(_ fact: String) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM fact WHERE id = ? LIMIT 1")
    return try Int.fetchOne(statement, arguments: [fact]) != nil
  }

  /// Finds homes for all targets whose own facts are gone.
  mutating func carry(_ targets: [Decision.Target]) throws {
    var lost: [String: Decision.Target] = [:]
    var standing: Set<String> = []
    for target in targets {
      if standing.contains(target.fact) { continue }
      if try stands(target.fact) {
        standing.insert(target.fact)
      } else if lost[target.fact]?.quote == nil {
        lost[target.fact] = target
      }
    }
    let byArticle = Dictionary(grouping: lost.values) { $0.article }
    for key in byArticle.keys.sorted() {
      let group = (byArticle[key] ?? []).sorted { $0.fact < $1.fact }
      guard let article = try article(key: key, versions: group.compactMap(\.version)) else {
        continue
      }
      let homes = DecisionCarrier.homes(
        of: group, among: try anchors(of: article), taken: standing)
      carried.merge(homes) { old, _ in old }
    }
  }

  /// The article of that key, else one of the same bytes under another key.
  private func article(key: String, versions: [String]) throws -> Int64? {
    if let id = try Int64.fetchOne(
      database, sql: "SELECT id FROM article WHERE key = ? AND error IS NULL", arguments: [key])
    {
      return id
    }
    for version in Set(versions).sorted() {
      if let id = try Int64.fetchOne(
        database,
        sql: """
          SELECT article.id FROM article JOIN file ON file.id = article.file \
          WHERE article.version = ? AND article.error IS NULL ORDER BY path, line
          """, arguments: [version])
      {
        return id
      }
    }
    return nil
  }

  private func anchors(of article: Int64) throws -> [DecisionCarrier.Anchor] {
    let records = try DecisionPlacement.records(of: article, in: database)
    return zip(records, Decision.Quote.quotes(of: records)).map {
      DecisionCarrier.Anchor(fact: $0.id, sentence: $0.sentence.id, quote: $1)
    }
  }

  /// An article's extracted records in the order of `extract`.
  static func records(of article: Int64, in database: Database) throws -> [FactRecord] {
    try String.fetchAll(
      database,
      sql: "SELECT record FROM fact WHERE \(RowNumber.areIn()) AND added IS NULL ORDER BY row",
      arguments: [article]
    ).map { try FactRecord(json: Data($0.utf8)) }
  }

  // MARK: Added facts

  /// Puts the fact that a person added into its article; without a place for it the decision has no home.
  func add(_ decision: Decision) throws {
    guard let target = decision.targets.first, let record = decision.record,
      var fact = try? record.decoded(as: FactRecord.self),
      let article = try article(key: target.article, versions: [fact.article.version])
    else { return }
    let sentences = try Row.fetchAll(
      database,
      sql: "SELECT row, id, text, spans FROM sentence WHERE \(RowNumber.areIn()) ORDER BY row",
      arguments: [article])
    guard let place = try AddedFact(fact).place(among: sentences),
      let header = try Row.fetchOne(
        database,
        sql: """
          SELECT article.key, article.version, date, date_from, path FROM article \
          JOIN file ON file.id = article.file WHERE article.id = ?
          """, arguments: [article])
    else { return }
    fact = place.fact
    fact.id = target.fact
    fact.article = FactRecord.Article(
      key: header[0], version: header[1], date: header[2], dateFrom: header[3])
    fact.path = header[4]
    try database.execute(
      sql: """
        INSERT INTO fact (row, id, sentence, confidence, kind, aspect, status, measure, subject, \
        added, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try freeRow(in: article), fact.id, place.sentence, fact.confidence.fact, fact.kind,
        fact.aspect, fact.status, fact.measure?.text, fact.subject?.text, decision.id, fact.json,
      ])
  }

  /// A row behind all extracted facts of an article.
  private func freeRow(in article: Int64) throws -> Int64 {
    let first = RowNumber.of(AddedFact.firstOrdinal, in: article)
    let last = try Int64.fetchOne(
      database, sql: "SELECT max(row) FROM fact WHERE \(RowNumber.areIn())", arguments: [article])
    return max(first, (last ?? 0) + 1)
  }
}
