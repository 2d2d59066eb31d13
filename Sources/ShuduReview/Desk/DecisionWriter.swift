import Foundation
import ShuduInput
import ShuduStore

/// Writes one reviewer's decisions, one after the other: each is on the disk before it is answered.
///
/// Other servers and `shudu decide` may write to the same log at the same time; what they wrote is read before each
/// decision.
actor DecisionWriter {
  private let corpus: Corpus
  private let reviewer: String
  private let lexicon: String
  private let completion: FieldCompletion
  private var last = Date.distantPast

  init(corpus: Corpus, reviewer: String, reader: ArticleReader) {
    self.corpus = corpus
    self.reviewer = reviewer
    lexicon = reader.lexicon
    completion = FieldCompletion(reader: reader)
  }

  /// Takes a decision; one whose id the log has already is answered again, not written again.
  func take(_ request: DecisionRequest) throws -> DecisionAnswer {
    try request.check()
    try corpus.refresh()
    if let known = try corpus.index.decision(request.id) { return try answer(known) }
    var decision = blank(request.action, id: request.id)
    decision.reason = request.reason
    decision.note = request.note
    decision.verdict = request.verdict
    if request.action == .add {
      try fillAddition(&decision, from: request)
    } else {
      guard let fact = try corpus.index.fact(request.fact ?? "") else { throw ReviewError.notFound }
      let record = try fact.record(for: reviewer)
      decision.targets = [try corpus.target(of: fact)]
      decision.extractor = record.extractor
      if let fields = request.fields {
        decision.fields = try completion.complete(fields, of: record)
        _ = try record.applying(decision.fields ?? [:])
      }
    }
    try corpus.record([decision])
    return try answer(decision)
  }

  /// Accepts many facts as one decision.
  func acceptAll(_ facts: [String], id: String) throws -> DecisionAnswer {
    try corpus.refresh()
    if let known = try corpus.index.decision(id) { return try answer(known) }
    var decision = blank(.accept, id: id)
    decision.targets = try corpus.index.targets(of: facts)
    guard !decision.targets.isEmpty else { return DecisionAnswer() }
    decision.extractor = .init(version: Version.current, lexicon: lexicon)
    try corpus.record([decision])
    return try answer(decision)
  }

  /// Takes the reviewer's last decision back, or puts the last one taken back in again.
  func turn(_ action: Decision.Action) throws -> DecisionAnswer {
    try corpus.refresh()
    let stacks = UndoStacks(try corpus.index.steps(who: reviewer))
    guard let object = action == .undo ? stacks.done.last : stacks.undone.last,
      let meant = try corpus.index.decision(object)
    else { return DecisionAnswer() }
    var decision = blank(action, id: DecisionID.make())
    decision.decision = object
    try corpus.record([decision])
    return try answer(meant)
  }

  private func fillAddition(_ decision: inout Decision, from request: DecisionRequest) throws {
    guard let article = try corpus.index.article(key: request.article ?? "") else {
      throw ReviewError.notFound
    }
    guard let json = request.record, var record = try? json.decoded(as: FactRecord.self) else {
      throw ReviewError.badBody(reason: "`record` is no fact record")
    }
    record.article.key = article.key
    record.article.version = article.version
    record.path = article.path
    decision.record = try JSONValue(record)
    decision.targets = [Decision.Target(adding: record)]
    decision.extractor = record.extractor
  }

  private func blank(_ action: Decision.Action, id: String) -> Decision {
    // Decisions of one writer never share a moment, so that their order is what it was.
    last = max(Date(), last.addingTimeInterval(0.001))
    return Decision(id: id, when: DecisionID.time(of: last), who: reviewer, action: action)
  }

  private func answer(_ decision: Decision) throws -> DecisionAnswer {
    let homes = try corpus.index.homes(of: decision.id)
    let facts = try homes.prefix(50).compactMap { id -> FactState? in
      guard let row = try corpus.index.fact(id) else { return nil }
      let article = try corpus.index.article(row.article)?.key ?? ""
      return FactState(id: id, article: article, state: OwnState(row, for: reviewer))
    }
    return DecisionAnswer(
      decision: decision.id, action: decision.action,
      count: try corpus.index.targetCount(of: decision.id), facts: facts)
  }
}

/// What one person can undo and redo, from the decisions in their order: a new decision ends the redoing.
struct UndoStacks {
  private(set) var done: [String] = []
  private(set) var undone: [String] = []

  init(_ steps: [DecisionStep]) {
    for step in steps {
      switch step.action {
      case .undo:
        guard let object = step.object, let at = done.lastIndex(of: object) else { continue }
        undone.append(done.remove(at: at))
      case .redo:
        guard let object = step.object, let at = undone.lastIndex(of: object) else { continue }
        done.append(undone.remove(at: at))
      default:
        done.append(step.id)
        undone = []
      }
    }
  }
}
