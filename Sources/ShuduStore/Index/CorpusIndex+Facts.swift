import Foundation
import GRDB

extension CorpusIndex {
  /// A page of facts.
  ///
  /// Cost: that of sorting the facts that the query leaves; a page of 100,000 facts by confidence some 50 ms.
  public func facts(
    _ query: FactQuery, offset: Int = 0, limit: Int
  ) throws(StoreError) -> [FactRow] {
    let sql = FactSQL(query)
    return try read { database in
      let rows = try Row.fetchCursor(
        database, sql: sql.select + " LIMIT ? OFFSET ?", arguments: sql.arguments + [limit, offset])
      return try CorpusIndex.factRows(rows)
    }
  }

  /// The number of facts that a query asks for.
  public func count(_ query: FactQuery) throws(StoreError) -> Int {
    let sql = FactSQL(query)
    return try read {
      try Int.fetchOne($0, sql: sql.count, arguments: sql.arguments) ?? 0
    }
  }

  /// The ids of all facts that a query asks for, in its order: what a bulk decision lists.
  public func factIDs(_ query: FactQuery) throws(StoreError) -> [String] {
    let sql = FactSQL(query)
    return try read { try String.fetchAll($0, sql: sql.ids, arguments: sql.arguments) }
  }

  /// The fact of that id, nil where there is none.
  public func fact(_ id: String) throws(StoreError) -> FactRow? {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: FactSQL.columns + " WHERE fact.id = ? ORDER BY fact.row LIMIT 1",
        arguments: [id])
      return try CorpusIndex.factRows(rows).first
    }
  }

  /// Calls `body` with every fact that a query asks for, in its order, without holding them all.
  public func forEachFact(
    _ query: FactQuery, _ body: (FactRow) throws -> Void
  ) throws(StoreError) {
    let sql = FactSQL(query)
    try read { database in
      let rows = try Row.fetchCursor(database, sql: sql.select, arguments: sql.arguments)
      while let row = try rows.next() { try body(CorpusIndex.factRow(row)) }
    }
  }

  /// The distinct values of a field among facts that a query asks for, most frequent first.
  ///
  /// - Parameter field: `measure`, `subject`, `kind`, `aspect` or `status`; others have no column.
  public func values(
    of field: FactField, _ query: FactQuery = FactQuery(), limit: Int = 100
  ) throws(StoreError) -> [ValueCount] {
    guard [.measure, .subject, .kind, .aspect, .status].contains(field) else { return [] }
    let sql = FactSQL(query)
    return try read { database in
      try Row.fetchAll(
        database, sql: sql.values(of: "fact.\(field.rawValue)"), arguments: sql.arguments + [limit]
      ).map { ValueCount(value: $0[0], count: $0[1]) }
    }
  }

  static func factRows(_ cursor: RowCursor) throws -> [FactRow] {
    var rows: [FactRow] = []
    while let row = try cursor.next() { rows.append(try factRow(row)) }
    return rows
  }

  static func factRow(_ row: Row) throws -> FactRow {
    let detail: String? = row["detail"]
    return FactRow(
      id: row["id"], article: row["article"], sentence: row["sentence"], ordinal: row["ordinal"],
      record: row["record"], state: ReviewState(rawValue: row["state"] ?? "") ?? .unreviewed,
      corrected: row["corrected"], carried: row["carried"],
      review: try detail.map { try JSONDecoder().decode(Review.self, from: Data($0.utf8)) })
  }
}
