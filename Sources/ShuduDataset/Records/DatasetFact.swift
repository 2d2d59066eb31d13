import ShuduStore

/// A fact as the dataset tells it: the record with people's corrections applied, and how it was reviewed.
public struct DatasetFact: Sendable, Equatable {
  /// Where the fact comes from.
  public enum Origin: String, Sendable, CaseIterable {
    /// The extractor found it.
    case extracted
    /// A reviewer added it.
    case added
  }

  public var record: FactRecord
  public var origin: Origin
  public var review: Review
  /// Key of the article that was printed first, where this one is its reprint.
  public var reprintOf: String?

  public init(
    record: FactRecord, origin: Origin = .extracted, review: Review = Review(),
    reprintOf: String? = nil
  ) {
    self.record = record
    self.origin = origin
    self.review = review
    self.reprintOf = reprintOf
  }

  /// What people decided about it.
  public struct Review: Sendable, Equatable {
    public var state: State
    /// Names of those who decided, sorted.
    public var reviewers: [String]
    /// Ids of the decisions in force, in their order.
    public var decisions: [String]
    /// How sure it is that decisions which did not find the fact by its id mean it, from 0 to 1; nil where all did.
    public var carried: Double?
    /// Names of the fields that were corrected, sorted.
    public var corrected: [String]
    /// Day of the last decision, UTC.
    public var date: String?

    public init(
      state: State = .unreviewed, reviewers: [String] = [], decisions: [String] = [],
      carried: Double? = nil, corrected: [String] = [], date: String? = nil
    ) {
      self.state = state
      self.reviewers = reviewers
      self.decisions = decisions
      self.carried = carried
      self.corrected = corrected
      self.date = date
    }
  }

  public enum State: String, Sendable, CaseIterable {
    case unreviewed, accepted, corrected, added, disputed

    /// Whether people agree that the fact is right.
    public var isSettled: Bool { self != .unreviewed && self != .disputed }
  }

  /// The days that its time speaks of.
  var days: DayRange { DayRange(record.time?.value) }
}
