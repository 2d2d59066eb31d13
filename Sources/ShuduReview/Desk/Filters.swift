import ShuduStore

/// The queue's filters, as the address names them.
struct Filters: Sendable, Codable, Equatable {
  /// Words in the sentence or the measure.
  var q: String?
  var order: String?
  /// One of `all`, `open`, `decided`, `second`, `carried`, or a state.
  var state: String?
  /// The article's key.
  var article: String?
  var measure: String?
  /// The subject.
  var place: String?
  var kind: String?
  var status: String?

  /// The query for one reviewer, who sees none of the others' verdicts.
  ///
  /// - Throws: `badParameter` where a name is none that it may be.
  func query(for reviewer: String) throws(ReviewError) -> FactQuery {
    var query = FactQuery()
    query.text = q
    query.article = article
    query.measure = measure
    query.subject = place
    if let kind { query.kinds = [kind] }
    if let status { query.statuses = [status] }
    guard let order = FactQuery.Order(rawValue: order ?? "confidence") else {
      throw .badParameter(name: "order")
    }
    query.order = order
    switch state ?? "all" {
    case "all": break
    case "open": query.openFor = reviewer
    case "decided": query.judgedBy = reviewer
    case "accepted": (query.judgedBy, query.verdict) = (reviewer, .accept)
    case "rejected": (query.judgedBy, query.verdict) = (reviewer, .reject)
    case "corrected": (query.judgedBy, query.verdict) = (reviewer, .correct)
    case "added": query.states = [.added]
    case "disputed": query.states = [.disputed]
    case "carried": query.carried = true
    case "second":
      query.openFor = reviewer
      query.states = [.accepted, .rejected, .corrected, .added, .disputed]
    default: throw .badParameter(name: "state")
    }
    return query
  }
}
