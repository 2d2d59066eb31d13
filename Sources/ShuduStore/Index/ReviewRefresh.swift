import Foundation
import GRDB

/// Brings the tables of decisions and reviews up to the log, in one transaction.
struct ReviewRefresh {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Takes in what was appended, or the whole log where it or the facts are others than they were.
  func run(_ log: DecisionLog) throws {
    let mark = DecisionLog.Mark(text: try Meta.text(Meta.log, in: database))
    if let mark, let data = try log.appended(after: mark) {
      guard !data.isEmpty else { return }
      let contents = DecisionLog.contents(of: data)
      if try takeIn(contents.decisions) {
        try setMark(of: log, length: mark.length + contents.length)
        return
      }
    }
    let contents = try log.read()
    try rebuild(contents.decisions)
    try setMark(of: log, length: contents.length)
  }

  private func setMark(of log: DecisionLog, length: Int) throws {
    let text = try log.mark(at: length)?.text ?? "0 0 none"
    try Meta.set(Meta.log, to: text, in: database)
  }

  // MARK: All

  private func rebuild(_ decisions: [Decision]) throws {
    try database.execute(
      sql: """
        DELETE FROM fact WHERE added IS NOT NULL; DELETE FROM decision; DELETE FROM target; \
        DELETE FROM review
        """)
    let undone = ReviewFold.undone(in: decisions)
    var placement = DecisionPlacement(database)
    for decision in decisions where decision.action == .add && !undone.contains(decision.id) {
      try placement.add(decision)
    }
    try placement.carry(decisions.flatMap(\.targets))
    for decision in decisions {
      try store(decision, isUndone: undone.contains(decision.id), placement)
    }
    try fold(nil)
  }

  // MARK: What was appended

  /// False where all must be done again: a decision needs a home other than the fact of its id.
  private func takeIn(_ decisions: [Decision]) throws -> Bool {
    let placement = DecisionPlacement(database)
    let new = try decisions.filter { decision in
      try Int.fetchOne(
        database, sql: "SELECT 1 FROM decision WHERE id = ?", arguments: [decision.id]) == nil
    }
    for decision in new where decision.action == .add { try placement.add(decision) }
    for target in new.flatMap(\.targets) {
      guard try placement.home(of: target) != nil else { return false }
    }
    for decision in new { try store(decision, isUndone: false, placement) }
    var touched = new.map(\.id)
    for decision in new where decision.action == .undo || decision.action == .redo {
      if let object = decision.decision { touched += try chain(of: object) }
    }
    let addsChange = try settleUndone(touched)
    guard !addsChange else { return false }
    let marks = String(decoding: try JSONEncoder().encode(touched), as: UTF8.self)
    let facts = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT home FROM target WHERE home IS NOT NULL \
        AND decision IN (SELECT value FROM json_each(?))
        """, arguments: [marks])
    try fold(facts)
    return true
  }

  /// A decision and what it undoes or redoes, down to one about facts.
  private func chain(of id: String) throws -> [String] {
    var ids = [id]
    while let last = ids.last, ids.count < 1000,
      let object = try String.fetchOne(
        database, sql: "SELECT object FROM decision WHERE id = ?", arguments: [last]),
      !ids.contains(object)
    {
      ids.append(object)
    }
    return ids
  }

  /// Sets anew which of the decisions count; whether one that added a fact is among those that changed.
  private func settleUndone(_ ids: [String]) throws -> Bool {
    var addsChange = false
    let decisions = try heads(withAllAbout: Set(ids))
    let undone = ReviewFold.undone(in: decisions.sorted(by: Decision.precedes))
    for decision in decisions {
      let isUndone = undone.contains(decision.id)
      try database.execute(
        sql: "UPDATE decision SET undone = ? WHERE id = ? AND undone <> ?",
        arguments: [isUndone, decision.id, isUndone])
      if database.changesCount > 0, decision.action == .add { addsChange = true }
    }
    return addsChange
  }

  // MARK: Rows

  private func store(
    _ decision: Decision, isUndone: Bool, _ placement: DecisionPlacement
  ) throws {
    var head = decision
    head.targets = []
    try database.cachedStatement(
      sql: """
        INSERT INTO decision (id, time, who, action, object, undone, head) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      decision.id, decision.when, decision.who, decision.action.rawValue, decision.decision,
      isUndone, String(decoding: try head.line(), as: UTF8.self),
    ])
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO target (decision, turn, fact, article, quote, home, way, score) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (turn, target) in decision.targets.enumerated() {
      let home = try placement.home(of: target)
      try insertion.execute(arguments: [
        decision.id, turn, target.fact, target.article, target.quote?.text, home?.fact,
        home?.way.rawValue, home?.score,
      ])
    }
  }

  /// The decisions of those ids with all that undo or redo them, without their targets.
  private func heads(withAllAbout ids: Set<String>) throws -> [Decision] {
    var found: [String: Decision] = [:]
    var wanted = ids
    while !wanted.isEmpty {
      let list = String(decoding: try JSONEncoder().encode(wanted.sorted()), as: UTF8.self)
      let heads = try String.fetchAll(
        database,
        sql: """
          SELECT head FROM decision WHERE id IN (SELECT value FROM json_each(?1)) \
          UNION SELECT head FROM decision WHERE object IN (SELECT value FROM json_each(?1))
          """, arguments: [list])
      var next: Set<String> = []
      for head in heads {
        let decision = try JSONDecoder().decode(Decision.self, from: Data(head.utf8))
        if found.updateValue(decision, forKey: decision.id) == nil, !wanted.contains(decision.id) {
          next.insert(decision.id)
        }
      }
      wanted = next
    }
    return Array(found.values)
  }

  /// Works out the reviews of some facts anew, or of all.
  private func fold(_ facts: [String]?) throws {
    let filter: String
    var arguments = StatementArguments()
    if let facts {
      filter = "home IN (SELECT value FROM json_each(?))"
      arguments = [String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)]
    } else {
      filter = "home IS NOT NULL"
    }
    var about: [String: [String]] = [:]
    var scores: [String: Double] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT decision, home, way, score FROM target WHERE \(filter)",
      arguments: arguments)
    while let row = try rows.next() {
      let home: String = row[1]
      about[row[0], default: []].append(home)
      let way: String = row[2]
      if way != DecisionCarrier.Way.same.rawValue { scores[home] = min(scores[home] ?? 1, row[3]) }
    }
    let placed = try heads(withAllAbout: Set(about.keys)).map {
      PlacedDecision(decision: $0, facts: about[$0.id] ?? [])
    }
    try database.execute(
      sql: "DELETE FROM review"
        + (facts == nil ? "" : " WHERE fact IN (SELECT value FROM json_each(?))"),
      arguments: facts == nil ? [] : arguments)
    let reviews = ReviewFold.reviews(of: placed)
    for fact in reviews.keys.sorted() {
      if let review = reviews[fact] { try store(review, carried: scores[fact]) }
    }
  }

  private func store(_ review: Review, carried: Double?) throws {
    var corrected: String?
    if !review.fields.isEmpty,
      let record = try String.fetchOne(
        database, sql: "SELECT record FROM fact WHERE id = ?", arguments: [review.fact])
    {
      corrected = try? FactRecord(json: Data(record.utf8)).applying(review.fields).json
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try database.cachedStatement(
      sql: "INSERT INTO review (fact, state, carried, record, detail) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      review.fact, review.state.rawValue, carried, corrected,
      String(decoding: try encoder.encode(review), as: UTF8.self),
    ])
  }
}
