/// A decision with the present ids of the facts that it is about.
public struct PlacedDecision: Sendable {
  public var decision: Decision
  public var facts: [String]

  public init(decision: Decision, facts: [String]) {
    self.decision = decision
    self.facts = facts
  }
}

/// Folds decisions into reviews: a pure function of the set of decisions.
///
/// The rules, in the order of `when` then `id`:
///
/// - An undo takes its decision out, in whole; a redo puts it in again; the last of them counts.
/// - A reviewer's accept or reject takes the place of all that this reviewer said of the fact before. A correct adds
///   its fields to the reviewer's own earlier corrections, and takes the place of an accept or reject.
/// - Reviewers differ where their verdicts or corrected values differ; a settle decides, until a later verdict
///   differs from it.
/// - Who adds a fact accepts it.
public enum ReviewFold {
  /// Reviews by the facts' present ids.
  ///
  /// - Parameter decisions: in any order, with all that undo or redo one of them.
  public static func reviews(of decisions: [PlacedDecision]) -> [String: Review] {
    let ordered = decisions.sorted { Decision.precedes($0.decision, $1.decision) }
    let undone = ReviewFold.undone(in: ordered.map(\.decision))
    var drafts: [String: ReviewDraft] = [:]
    for placed in ordered where !undone.contains(placed.decision.id) {
      for fact in placed.facts {
        drafts[fact, default: ReviewDraft(fact: fact)].take(placed.decision)
      }
    }
    return drafts.mapValues { $0.review() }
  }

  /// Ids of the decisions that do not count.
  ///
  /// - Parameter ordered: decisions in the order they are meant.
  public static func undone(in ordered: [Decision]) -> Set<String> {
    // An undo may itself be undone, so later ones are looked at first.
    var isUndone: [String: Bool] = [:]
    var undone: Set<String> = []
    for decision in ordered.reversed() {
      guard isUndone[decision.id] != true else {
        undone.insert(decision.id)
        continue
      }
      guard let target = decision.decision, isUndone[target] == nil else { continue }
      switch decision.action {
      case .undo: isUndone[target] = true
      case .redo: isUndone[target] = false
      default: break
      }
    }
    return undone
  }
}

/// One fact's decisions as they are gone through.
private struct ReviewDraft {
  var fact: String
  var verdicts: [String: Review.Verdict] = [:]
  var settled: Review.Verdict?
  var notes: [Review.Note] = []
  var record: JSONValue?
  var added: String?

  init(fact: String) { self.fact = fact }

  mutating func take(_ decision: Decision) {
    switch decision.action {
    case .accept: give(.accept, decision, fields: [:])
    case .reject: give(.reject, decision, fields: [:])
    case .correct:
      let earlier = verdicts[decision.who]?.fields ?? [:]
      give(.correct, decision, fields: earlier.merging(decision.fields ?? [:]) { $1 })
    case .add:
      record = decision.record
      added = decision.id
      give(.accept, decision, fields: [:])
    case .settle:
      settled = verdict(
        decision.verdict ?? .accept, decision,
        fields: decision.verdict == .correct ? decision.fields ?? [:] : [:])
    case .note:
      if let text = decision.note {
        notes.append(Review.Note(who: decision.who, when: decision.when, text: text))
      }
    case .undo, .redo: break
    }
  }

  private mutating func give(
    _ verdict: Decision.Verdict, _ decision: Decision, fields: FieldValues
  ) {
    let new = self.verdict(verdict, decision, fields: fields)
    verdicts[decision.who] = new
    if let last = settled, !ReviewDraft.agree(last, new) { settled = nil }
  }

  private func verdict(
    _ verdict: Decision.Verdict, _ decision: Decision, fields: FieldValues
  ) -> Review.Verdict {
    Review.Verdict(
      who: decision.who, when: decision.when, decision: decision.id, verdict: verdict,
      fields: fields, reason: decision.reason)
  }

  private static func agree(_ a: Review.Verdict, _ b: Review.Verdict) -> Bool {
    a.verdict == b.verdict && a.fields == b.fields
  }

  func review() -> Review {
    var review = Review(fact: fact)
    review.verdicts = verdicts.values.sorted { $0.who < $1.who }
    review.settled = settled
    review.notes = notes
    review.record = record
    review.added = added
    if let settled {
      review.decide(by: settled)
    } else if let first = review.verdicts.first {
      if review.verdicts.allSatisfy({ ReviewDraft.agree($0, first) }) {
        review.decide(by: first)
      } else {
        review.state = .disputed
      }
    }
    return review
  }
}

extension Review {
  fileprivate mutating func decide(by verdict: Verdict) {
    switch verdict.verdict {
    case .accept: state = record == nil ? .accepted : .added
    case .reject: state = .rejected
    case .correct:
      state = record == nil ? .corrected : .added
      fields = verdict.fields
    }
  }
}
