import ShuduStore

/// A decision as the page sends it.
struct DecisionRequest: Decodable, Sendable {
  /// Made by the page, so that sending it twice decides once.
  var id: String
  var action: Decision.Action
  var fact: String?
  /// The article's key, for an added fact.
  var article: String?
  var reason: String?
  var note: String?
  var fields: FieldValues?
  var record: JSONValue?
  var verdict: Decision.Verdict?

  static let longestText = 2000

  /// - Throws: `badBody` where a member is missing, too long, or no id.
  func check() throws(ReviewError) {
    guard id.utf8.count == 26,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
    else { throw .badBody(reason: "`id` is no id of a decision") }
    for text in [reason, note] where (text?.unicodeScalars.count ?? 0) > DecisionRequest.longestText
    {
      throw .badBody(reason: "a text has more than \(DecisionRequest.longestText) characters")
    }
    switch action {
    case .accept, .reject, .note, .correct, .settle:
      guard fact != nil else { throw .badBody(reason: "no `fact`") }
    case .add:
      guard article != nil, record != nil else {
        throw .badBody(reason: "no `article` or `record`")
      }
    case .undo, .redo: throw .badBody(reason: "`\(action.rawValue)` has a road of its own")
    }
    if action == .correct, fields?.isEmpty ?? true { throw .badBody(reason: "no `fields`") }
    if action == .note, note?.isEmpty ?? true { throw .badBody(reason: "no `note`") }
    if action == .settle, verdict == nil { throw .badBody(reason: "no `verdict`") }
  }
}

/// How a fact stands after a decision.
struct FactState: Encodable, Sendable {
  var id: String
  var article: String
  var state: OwnState
}

struct DecisionAnswer: Encodable, Sendable {
  /// The decision's id; for an undo or redo, that of the decision it is about. Nil where nothing was to be done.
  var decision: String?
  var action: Decision.Action?
  /// How many facts it is about.
  var count = 0
  /// The first facts of it, as they stand now.
  var facts: [FactState] = []
}
