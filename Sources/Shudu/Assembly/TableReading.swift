/// What a table's heads say of one of its figures.
struct TableReading: Sendable {
  var measure: Citation?
  var owner: SubjectChoice?
  var time: TimeChoice?
  var aspect: Fact.Aspect?
  var change: Fact.Change?
  /// The change that the line over the table says its rates are (`…比上年涨跌幅度`).
  var captionChange: Fact.Change?
  var status: Fact.Status?
  /// The rules that took the heads.
  var rules: [String] = []

  /// Fills a draft in; what the heads don't tell stays.
  func fill(_ draft: FactDraft) {
    draft.measure = measure
    draft.rules += rules
    if draft.quantity.unit?.paragraph != nil { draft.rules.append("unit.table") }
    if let aspect, draft.quantity.kind != .rank || aspect == .rank { draft.aspect = aspect }
    if aspect == nil, captionChange != nil, draft.quantity.kind == .percent {
      draft.aspect = .change
    }
    if var change = change ?? captionChange, draft.aspect == .change {
      if let value = draft.quantity.value, value.coefficient <= 0 {
        change.direction = value.isNegative ? .decrease : .flat
      }
      draft.change = change
    }
    draft.status = status ?? .actual
    draft.rules.append(status == nil ? "status.default" : "status.table")
    draft.likelihood.measure = TableReading.likelihood
    draft.likelihood.status = TableReading.likelihood
    guard let owner else { return }
    draft.subject = owner
    draft.likelihood.subject = TableReading.likelihood
  }

  /// How often heads tell right.
  private static let likelihood = 0.9
}
