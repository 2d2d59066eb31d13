/// How far the review of a fact has come.
public enum ReviewState: String, Sendable, Codable, CaseIterable {
  /// Nobody has decided.
  case unreviewed
  case accepted, rejected, corrected
  /// A person added it, and nobody has rejected it.
  case added
  /// Two reviewers differ, and nobody has settled it since.
  case disputed
}

/// All that persons decided about one fact.
public struct Review: Sendable, Equatable, Codable {
  /// What one reviewer says at last.
  public struct Verdict: Sendable, Equatable, Codable {
    public var who: String
    public var when: String
    /// The decision's id.
    public var decision: String
    public var verdict: Decision.Verdict
    /// All of the reviewer's corrections.
    public var fields: FieldValues
    public var reason: String?
  }

  public struct Note: Sendable, Equatable, Codable {
    public var who: String
    public var when: String
    public var text: String
  }

  /// The fact's present id.
  public var fact: String
  public var state: ReviewState = .unreviewed
  /// The last verdict of each reviewer who gave one, by name.
  public var verdicts: [Verdict] = []
  /// What ended a dispute, where nobody differed since.
  public var settled: Verdict?
  public var notes: [Note] = []
  /// The corrections that hold: none where nobody corrected, or the reviewers differ.
  public var fields: FieldValues = [:]
  /// The record that a person added, by the decision `added`.
  public var record: JSONValue?
  public var added: String?

  public init(fact: String) { self.fact = fact }
}
