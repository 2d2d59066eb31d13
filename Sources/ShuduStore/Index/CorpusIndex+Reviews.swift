import Foundation
import GRDB

extension CorpusIndex {
  /// Reads the log, and brings the reviews up to it.
  public func refreshReviews(from log: DecisionLog) throws(StoreError) {
    let decisions = try log.read().decisions
    try write { database in
      try database.execute(sql: "DELETE FROM decision; DELETE FROM target; DELETE FROM review")
      var homes: [String: DecisionCarrier.Home] = [:]
      for decision in decisions {
        try CorpusIndex.store(decision, homes: &homes, in: database)
      }
      let reviews = ReviewFold.reviews(of: decisions) { homes[$0.fact]?.fact }
      for review in reviews.values.sorted(by: { $0.fact < $1.fact }) {
        try CorpusIndex.store(review, in: database)
      }
    }
  }

  /// A fact as a decision names it.
  public func target(of fact: FactRow) throws(StoreError) -> Decision.Target {
    guard let record = try? FactRecord(json: Data(fact.record.utf8)) else {
      throw .refused(reason: "fact \(fact.id) has no record")
    }
    return Decision.Target(
      fact: fact.id, article: record.article.key, version: record.article.version,
      sentence: record.sentence.id,
      quote: Decision.Quote(text: record.quote.text, before: "", after: ""))
  }

  /// Targets that have no home, with their decisions, in the order they are meant.
  public func orphans() throws(StoreError) -> [(decision: Decision, target: Decision.Target)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT decision.line, target.turn FROM target JOIN decision ON decision.id = target.decision \
          WHERE target.home IS NULL ORDER BY decision.time, decision.id, target.turn
          """
      ).compactMap { row in
        let line: String = row[0]
        let decision = try JSONDecoder().decode(Decision.self, from: Data(line.utf8))
        let turn: Int = row[1]
        return turn < decision.targets.count ? (decision, decision.targets[turn]) : nil
      }
    }
  }

  /// Decisions in the order they are meant, the last ones first.
  public func decisions(
    who: String? = nil, fact: String? = nil, offset: Int = 0, limit: Int
  ) throws(StoreError) -> [Decision] {
    try read { database in
      var conditions = ["1"]
      var arguments = StatementArguments()
      if let who {
        conditions.append("who = ?")
        arguments += [who]
      }
      if let fact {
        conditions.append("id IN (SELECT decision FROM target WHERE home = ? OR fact = ?)")
        arguments += [fact, fact]
      }
      return try String.fetchAll(
        database,
        sql: "SELECT line FROM decision WHERE \(conditions.joined(separator: " AND ")) "
          + "ORDER BY time DESC, id DESC LIMIT ? OFFSET ?", arguments: arguments + [limit, offset]
      ).map { try JSONDecoder().decode(Decision.self, from: Data($0.utf8)) }
    }
  }

  private static func store(
    _ decision: Decision, homes: inout [String: DecisionCarrier.Home], in database: Database
  ) throws {
    let line = String(decoding: try decision.line(), as: UTF8.self)
    try database.execute(
      sql: "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        decision.id, decision.when, decision.who, decision.action.rawValue, decision.decision, line,
      ])
    for (turn, target) in decision.targets.enumerated() {
      let stands =
        try Int.fetchOne(
          database, sql: "SELECT 1 FROM fact WHERE id = ?", arguments: [target.fact]) != nil
      let home = stands ? DecisionCarrier.Home(fact: target.fact, way: .same, score: 1) : nil
      if let home { homes[target.fact] = home }
      try database.execute(
        sql: "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          decision.id, turn, target.fact, target.article, home?.fact, home?.way.rawValue,
          home?.score,
        ])
    }
  }

  private static func store(_ review: Review, in database: Database) throws {
    let detail = String(decoding: try JSONEncoder().encode(review), as: UTF8.self)
    try database.execute(
      sql: "INSERT INTO review VALUES (?, ?, ?, ?, ?)",
      arguments: [review.fact, review.state.rawValue, nil, nil, detail])
  }
}
