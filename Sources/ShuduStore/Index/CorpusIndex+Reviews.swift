import Foundation
import GRDB

extension CorpusIndex {
  /// Brings the reviews up to the log. Cost: nothing where the log and the facts are as they were, little where the log
  /// was only appended to; else linear in the log.
  public func refreshReviews(from log: DecisionLog) throws(StoreError) {
    let known = try read { try Meta.text(Meta.log, in: $0) }
    if let mark = DecisionLog.Mark(text: known), try log.appended(after: mark)?.isEmpty == true {
      return
    }
    try write { try ReviewRefresh($0).run(log) }
  }

  /// A fact as a decision names it: with its quote, and what stands before and after.
  public func target(of fact: FactRow) throws(StoreError) -> Decision.Target {
    try targets(of: [fact.id])[0]
  }

  /// Facts as a bulk decision names them, in the order of their ids.
  ///
  /// - Throws: `refused` for an id that no fact has.
  public func targets(of facts: [String]) throws(StoreError) -> [Decision.Target] {
    try read { database in
      var known: [String: Decision.Target] = [:]
      let statement = try database.cachedStatement(
        sql: """
          SELECT record, added, fact.article, sentence.id FROM fact \
          LEFT JOIN sentence ON sentence.row = fact.sentence WHERE fact.id = ? ORDER BY fact.row
          """)
      let others = try database.cachedStatement(
        sql: """
          SELECT record FROM fact JOIN sentence ON sentence.row = fact.sentence \
          WHERE \(RowNumber.areIn("fact.row")) AND sentence.id = ?2 AND added IS NULL \
          ORDER BY fact.row
          """)
      return try facts.map { id in
        if let target = known[id] { return target }
        guard let row = try Row.fetchOne(statement, arguments: [id]) else {
          throw StoreError.refused(reason: "no fact has the id `\(id)`")
        }
        let (article, sentence): (Int64, String?) = (row[2], row[3])
        let lines =
          try row["added"] != nil
          ? [row[0]] : String.fetchAll(others, arguments: [article, sentence])
        let records = try lines.map { try FactRecord(json: Data($0.utf8)) }
        for (record, quote) in zip(records, Decision.Quote.quotes(of: records)) {
          known[record.id] = Decision.Target(record, quote)
        }
        guard let target = known[id] else {
          throw StoreError.refused(reason: "no fact has the id `\(id)`")
        }
        return target
      }
    }
  }

  /// A target with what became of it.
  public struct PlacedTarget: Sendable, Equatable {
    /// The decision without its targets.
    public var decision: Decision
    /// The id that the fact had.
    public var fact: String
    public var article: String
    public var quote: String?
    /// The id that it has; nil for an orphan.
    public var home: String?
    public var way: DecisionCarrier.Way?
    public var score: Double?
  }

  /// Targets of decisions that count and have no fact any more, in the order the decisions are meant.
  public func orphans() throws(StoreError) -> [PlacedTarget] {
    try placedTargets("target.home IS NULL AND NOT decision.undone")
  }

  /// Targets of decisions that count and were carried to a fact of another id.
  public func carriedTargets() throws(StoreError) -> [PlacedTarget] {
    try placedTargets("target.way <> 'same' AND NOT decision.undone")
  }

  /// All targets of a decision.
  public func targets(ofDecision id: String) throws(StoreError) -> [PlacedTarget] {
    try placedTargets("target.decision = ?", [id])
  }

  private func placedTargets(
    _ condition: String, _ arguments: StatementArguments = []
  ) throws(StoreError) -> [PlacedTarget] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT decision.head, target.* FROM target JOIN decision ON decision.id = target.decision \
          WHERE \(condition) ORDER BY decision.time, decision.id, target.turn
          """, arguments: arguments
      ).map { row in
        PlacedTarget(
          decision: try CorpusIndex.decision(of: row["head"]), fact: row["fact"],
          article: row["article"], quote: row["quote"], home: row["home"],
          way: (row["way"] as String?).flatMap(DecisionCarrier.Way.init), score: row["score"])
      }
    }
  }

  /// A decision with whether it counts.
  public struct LoggedDecision: Sendable, Equatable {
    /// Without its targets, which may be many.
    public var decision: Decision
    public var isUndone: Bool
    /// The number of its targets, and the first one's id then.
    public var targets: Int
    public var firstFact: String?
  }

  /// Decisions, the last ones first.
  ///
  /// - Parameters:
  ///   - who: only this person's.
  ///   - fact: only those about the fact of this present id.
  public func decisions(
    who: String? = nil, fact: String? = nil, offset: Int = 0, limit: Int
  ) throws(StoreError) -> [LoggedDecision] {
    var conditions = ["1"]
    var arguments = StatementArguments()
    if let who {
      conditions.append("who = ?")
      arguments += [who]
    }
    if let fact {
      conditions.append("id IN (SELECT decision FROM target WHERE home = ?)")
      arguments += [fact]
    }
    let filter = conditions.joined(separator: " AND ")
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT head, undone, (SELECT count(*) FROM target WHERE decision = id) AS targets, \
          (SELECT fact FROM target WHERE decision = id AND turn = 0) AS first FROM decision \
          WHERE \(filter) ORDER BY time DESC, id DESC LIMIT ? OFFSET ?
          """, arguments: arguments + [limit, offset]
      ).map { row in
        LoggedDecision(
          decision: try CorpusIndex.decision(of: row[0]), isUndone: row[1], targets: row[2],
          firstFact: row[3])
      }
    }
  }

  static func decision(of head: String) throws -> Decision {
    try JSONDecoder().decode(Decision.self, from: Data(head.utf8))
  }
}

extension Decision.Target {
  /// A fact that a person adds: no extracted one has part in telling its quote.
  public init(adding record: FactRecord) {
    self.init(record, Decision.Quote.quotes(of: [record])[0])
  }

  /// A present fact with its quote.
  init(_ record: FactRecord, _ quote: Decision.Quote) {
    self.init(
      fact: record.id, article: record.article.key, version: record.article.version,
      sentence: record.sentence.id, quote: quote)
  }
}
