/// A fact with its review.
public struct FactRow: Sendable, Equatable {
  public var id: String
  /// The article's row; `ArticleRow.id`.
  public var article: Int64
  /// The sentence's row; nil for an added fact without one.
  public var sentence: Int64?
  /// Place in the article.
  public var ordinal: Int
  /// The record as `extract` writes it, or as a person added it: one JSON object.
  public var record: String
  public var state: ReviewState
  /// The record with the corrections that hold; nil where there are none.
  public var corrected: String?
  /// The lowest score of a carried decision; nil where all decisions met the fact by its id.
  public var carried: Double?
  /// The whole review; nil where nobody decided.
  public var review: Review?

  /// The record that counts: corrected, else as extracted.
  public var effective: String { corrected ?? record }
}

/// An article with its file.
public struct ArticleRow: Sendable, Equatable {
  public var id: Int64
  public var key: String
  public var version: String
  /// Path of its file below the corpus.
  public var path: String
  /// The line of a `.jsonl` file, from 1; 1 for others.
  public var line: Int
  public var title: String?
  public var date: String?
  public var dateFrom: String
  public var publisher: String?
  public var url: String?
  /// Scalars of its decoded text.
  public var characters: Int
  public var sentences: Int
  public var facts: Int
  /// Key of the article that it repeats.
  public var reprintOf: String?
}

/// A file, or a line of one, that could not be read.
public struct FileFailure: Sendable, Equatable {
  public var path: String
  public var reason: String
}

public struct SentenceRow: Sendable, Equatable {
  public var row: Int64
  public var article: Int64
  public var ordinal: Int
  public var id: String
  public var text: String
  /// Half-open, in Unicode scalars of the decoded file.
  public var spans: [[Int]]
}

/// A name that stands in an article.
public struct EntityRow: Sendable, Equatable {
  public var article: Int64
  public var sentence: Int64?
  public var ordinal: Int
  /// One of the eight kinds of names.
  public var kind: String
  public var text: String
  public var spans: [[Int]]
}

/// A numeral that no fact took.
public struct UnclaimedRow: Sendable, Equatable {
  public var article: Int64
  public var sentence: Int64?
  public var ordinal: Int
  public var text: String
  public var spans: [[Int]]
  public var reason: UnclaimedReason
}

/// Why a numeral is part of no fact.
public enum UnclaimedReason: String, Sendable, Codable, CaseIterable {
  /// Part of a date, a time or a period.
  case time
  /// Part of a name (`三峡`, `G20`).
  case name
  /// A quantity that says little by itself (`四大`, `第一批`).
  case weak
  /// A number without a unit.
  case number
  /// The mark of a list's member (`1.`, `(二)`).
  case listMarker = "list_marker"
  /// In a byline, caption, credit, label or other part of the page that states no facts.
  case furniture
  /// Beside a Latin letter (`A320`).
  case code
  /// In a sentence, and read as none of these.
  case unread
}

/// A distinct value of a column with how many facts have it.
public struct ValueCount: Sendable, Equatable {
  public var value: String
  public var count: Int
}

/// What a corpus holds.
public struct CorpusCounts: Sendable, Equatable {
  public var files = 0
  public var failures = 0
  public var articles = 0
  public var reprints = 0
  public var sentences = 0
  public var facts = 0
  public var entities = 0
  public var unclaimed = 0
  public var decisions = 0
  public var orphans = 0
  /// Facts by review state; `unreviewed` included.
  public var states: [ReviewState: Int] = [:]

  public init() {}
}
