/// How likely each field of a draft is right: what the models hold likely, and for times how often the rule is right.
///
/// The fact's own is the product: all of measure, subject, time and status at once.
enum Confidence {
  static func estimate(_ draft: FactDraft) -> Fact.Confidence {
    let measure = draft.measure == nil ? 0 : min(0.98, draft.likelihood.measure)
    let subject = draft.subject == nil ? 0.3 : min(0.98, draft.likelihood.subject)
    let status = min(0.98, draft.likelihood.status)
    let time = self.time(draft.time)
    return Fact.Confidence(
      fact: measure * subject * time * status, measure: measure, subject: subject, time: time,
      status: status)
  }

  /// Shares of right times by rule, as measured on the training split.
  private static func time(_ choice: TimeChoice?) -> Double {
    guard let choice else { return 0.72 }
    switch choice.rule {
    case "time.named": return choice.expression.value == nil ? 0.8 : 0.93
    case "time.heading": return 0.8
    default: return 0.82
    }
  }
}
