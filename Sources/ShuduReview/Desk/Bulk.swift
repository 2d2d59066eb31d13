import ShuduStore

struct BulkRequest: Decodable, Sendable {
  var filters: Filters
  /// How many facts the reviewer was shown to be meant.
  var count: Int?
  /// Made by the page, so that sending it twice decides once.
  var id: String?
}

/// What a bulk decision would be about.
struct BulkPreview: Encodable, Sendable {
  var count: Int
  /// Drawn at random.
  var sample: [QueueItem]
}

extension ReviewDesk {
  static let sampleSize = 20

  /// Open facts that the filters leave, whatever state they ask for.
  private func openFacts(_ filters: Filters) throws -> [String] {
    var query = try filters.query(for: reviewer)
    query.openFor = reviewer
    return try corpus.index.factIDs(query)
  }

  func preview(_ filters: Filters) throws -> BulkPreview {
    try corpus.refresh()
    let ids = try openFacts(filters)
    let sample = try ids.shuffled().prefix(ReviewDesk.sampleSize).map { try item($0) }
    return BulkPreview(count: ids.count, sample: sample)
  }

  /// Accepts all open facts that the filters leave, as one decision.
  ///
  /// - Throws: `changed` where they are not as many as the reviewer was shown.
  func acceptAll(_ request: BulkRequest) async throws -> DecisionAnswer {
    guard let id = request.id, let count = request.count else {
      throw ReviewError.badBody(reason: "no `id` or `count`")
    }
    if try corpus.index.decision(id) != nil { return try await writer.acceptAll([], id: id) }
    let ids = try openFacts(request.filters)
    guard ids.count == count else { throw ReviewError.changed(expected: count, found: ids.count) }
    return try await writer.acceptAll(ids, id: id)
  }
}
