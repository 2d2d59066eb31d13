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
  /// - Parameters:
  ///   - decisions: in any order.
  ///   - home: the present id of the fact that a target means; nil where it has none.
  /// - Returns: reviews by present id.
  public static func reviews(
    of decisions: [Decision], home: (Decision.Target) -> String?
  ) -> [String: Review] {
    let ordered = decisions.sorted(by: Decision.precedes)
    let undone = ReviewFold.undone(in: ordered)
    var drafts: [String: Draft] = [:]
    for decision in ordered where !undone.contains(decision.id) {
      for target in decision.targets {
        guard let fact = home(target) else { continue }
        drafts[fact, default: Draft(fact: fact)].take(decision)
      }
    }
    return drafts.mapValues { $0.review() }
  }

  /// Ids of the decisions that do not count.
  public static func undone(in ordered: [Decision]) -> Set<String> {
    // An undo may itself be undone, so later ones are looked at first.
    var state: [String: Bool] = [:]
    var undone: Set<String> = []
    for decision in ordered.reversed() {
      guard state[decision.id] != true else {
        undone.insert(decision.id)
        continue
      }
      guard let target = decision.decision, state[target] == nil else { continue }
      switch decision.action {
      case .undo: state[target] = true
      case .redo: state[target] = false
      default: break
      }
    }
    return undone
  }

  private struct Draft {
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
      if let last = settled, !Draft.agree(last, new) { settled = nil }
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
      guard let first = review.verdicts.first else {
        if let settled { review.decide(by: settled) }
        return review
      }
      if let settled {
        review.decide(by: settled)
      } else if review.verdicts.allSatisfy({ Draft.agree($0, first) }) {
        review.decide(by: first)
      } else {
        review.state = .disputed
      }
      return review
    }
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
