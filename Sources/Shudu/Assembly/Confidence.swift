/// How sure each field of a draft is, by the rule that made it.
enum Confidence {
  /// Probabilities for a fact and its fields.
  static func estimate(_ draft: FactDraft) -> Fact.Confidence {
    let measure = draft.rules.first { $0.hasPrefix("measure.") }.map(measure) ?? 0.5
    let subject = draft.subject.map { self.subject($0.rule) } ?? 0.4
    let time: Double =
      switch draft.time {
      case nil: 0.75
      case let choice?: choice.isInherited ? 0.75 : 0.92
      }
    let status = draft.status == .actual ? 0.95 : 0.85
    return Fact.Confidence(
      fact: measure * 0.4 + subject * 0.25 + time * 0.2 + status * 0.15, measure: measure,
      subject: subject, time: time, status: status)
  }

  private static func measure(_ rule: String) -> Double {
    switch rule {
    case "measure.before", "measure.after": 0.9
    case "measure.before-verb", "measure.before-change", "measure.before-rate": 0.88
    case "measure.respectively": 0.85
    case "measure.around", "measure.inherited": 0.7
    default: 0.45
    }
  }

  private static func subject(_ rule: String) -> Double {
    switch rule {
    case "subject.of-measure", "subject.clause": 0.9
    case "subject.sentence": 0.85
    case "subject.inherited": 0.75
    default: 0.6
    }
  }
}
