import ShuduStore

/// What a rebuild takes into the dataset, and how it writes it.
public struct RebuildOptions: Sendable, Equatable {
  /// Only facts that people accepted, corrected or added.
  public var onlyReviewed = false
  /// Only facts of articles of this day (ISO) and later.
  public var since: String?
  /// Only these statuses and kinds; empty for all.
  public var statuses: [String] = []
  public var kinds: [String] = []
  /// Leaves the articles' sentences out.
  public var withoutText = false
  /// Begins CSV files with a byte order mark.
  public var hasByteOrderMark = false
  /// An earlier dataset, which `CHANGES.md` is written against.
  public var previous: String?
  /// A Python with pyarrow, which writes `facts.parquet`; nil for none.
  public var python: String?

  public init() {}

  /// Whether a fact that people did not reject belongs into the dataset.
  func includes(_ fact: DatasetFact) -> Bool {
    if onlyReviewed, !fact.review.state.isSettled { return false }
    if !statuses.isEmpty, !statuses.contains(fact.record.status) { return false }
    if !kinds.isEmpty, !kinds.contains(fact.record.kind) { return false }
    if let since, fact.record.article.date ?? "" < since { return false }
    return true
  }

  /// The options that choose facts, as they are written on the command line.
  var choices: [String] {
    var choices: [String] = []
    if onlyReviewed { choices.append("--only reviewed") }
    if let since { choices.append("--since \(since)") }
    choices += statuses.sorted().map { "--status \($0)" }
    choices += kinds.sorted().map { "--kind \($0)" }
    return choices
  }
}
