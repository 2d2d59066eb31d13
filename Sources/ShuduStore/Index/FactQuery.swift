/// Which facts, in which order. Members that are nil or empty ask for nothing.
public struct FactQuery: Sendable, Equatable, Codable {
  public enum Order: String, Sendable, CaseIterable, Codable {
    /// Least certain first.
    case confidence
    /// As they stand: article by path, then by place in it.
    case article
    case measure, subject, kind, status
    /// Disputed facts first, then those with carried decisions.
    case conflict
  }

  /// Words in the sentence or the measure, from one character on.
  public var text: String?
  /// The article's key.
  public var article: String?
  public var measure: String?
  public var subject: String?
  public var kinds: Set<String> = []
  public var aspects: Set<String> = []
  /// `actual`, `target`, `forecast`, `provision`.
  public var statuses: Set<String> = []
  public var states: Set<ReviewState> = []
  /// True for facts with carried decisions, false for those without.
  public var carried: Bool?
  /// Whether facts of reprints are wanted too.
  public var includesReprints = true
  /// Only facts on which this reviewer has given no verdict.
  public var openFor: String?
  /// Only facts on which this reviewer has given a verdict: any, or the one that `verdict` names.
  public var judgedBy: String?
  public var verdict: Decision.Verdict?
  /// Only facts that stand behind the fact of this id in the order asked for: the next page.
  public var after: String?
  public var order: Order = .article

  public init() {}
}
