import GRDB

/// A decision without its facts: what undo, redo and the pace of work are computed from.
public struct DecisionStep: Sendable, Equatable {
  public var id: String
  /// UTC with milliseconds.
  public var when: String
  public var who: String
  public var action: Decision.Action
  /// The decision that an undo or redo is about.
  public var object: String?

  public init(
    id: String, when: String, who: String, action: Decision.Action, object: String? = nil
  ) {
    self.id = id
    self.when = when
    self.who = who
    self.action = action
    self.object = object
  }
}

extension CorpusIndex {
  /// All decisions, or those of one person, in the order they are meant.
  ///
  /// Cost: linear in the decisions, without reading their facts; about a million a second.
  public func steps(who: String? = nil) throws(StoreError) -> [DecisionStep] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT id, time, who, action, object FROM decision "
          + (who == nil ? "" : "WHERE who = ? ") + "ORDER BY time, id",
        arguments: who.map { [$0] } ?? []
      ).compactMap { row in
        guard let action = Decision.Action(rawValue: row[3]) else { return nil }
        return DecisionStep(id: row[0], when: row[1], who: row[2], action: action, object: row[4])
      }
    }
  }

  /// The decision of that id, without its targets, which may be many; nil where there is none.
  public func decision(_ id: String) throws(StoreError) -> Decision? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT head FROM decision WHERE id = ?", arguments: [id]
      ).map(CorpusIndex.decision(of:))
    }
  }

  /// The present ids of the facts that a decision is about; those without a home are left out.
  public func homes(of decision: String) throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT home FROM target WHERE decision = ? AND home IS NOT NULL ORDER BY turn",
        arguments: [decision])
    }
  }

  /// The number of facts that a decision is about.
  public func targetCount(of decision: String) throws(StoreError) -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM target WHERE decision = ?", arguments: [decision]) ?? 0
    }
  }
}
