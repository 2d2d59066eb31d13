import ShuduStore

/// All that the dataset tells of one article. The unit in which a rebuild goes through a corpus.
public struct DatasetArticle: Sendable {
  public var key: String
  /// Path of the file below the corpus.
  public var path: String
  /// `sha256:` and the hash of the article's bytes.
  public var version: String
  public var date: String?
  /// What told the date: `option`, `front_matter`, `dateline`, `inferred`, `none`.
  public var dateFrom: String
  public var title: String?
  public var publisher: String?
  public var url: String?
  /// Key of the article that was printed first, where this one is its reprint.
  public var reprintOf: String?
  /// In reading order.
  public var sentences: [DatasetSentence]
  /// In reading order.
  public var facts: [DatasetFact]
  /// In the order of the page.
  public var names: [DatasetName]
  /// Every numeral that none of `facts` took, in the order of the file.
  public var unclaimed: [UnclaimedNumeral]
}

/// A sentence of an article; one that the article repeats is told once.
public struct DatasetSentence: Sendable, Equatable {
  public var id: String
  public var article: String
  /// Its turn in the article, from 1.
  public var position: Int
  public var text: String
  public var spans: [[Int]]
  public var occurrences: Int
}

/// A name where it stands in an article.
public struct DatasetName: Sendable, Equatable {
  public var article: String
  /// Its turn in the article, from 1.
  public var position: Int
  public var sentence: String?
  public var text: String
  /// One of the eight kinds.
  public var kind: String
  public var spans: [[Int]]
}

/// A numeral that no fact of the dataset took.
public struct UnclaimedNumeral: Sendable, Equatable {
  public var article: String
  /// Its turn in the article, from 1.
  public var position: Int
  public var sentence: String?
  public var text: String
  public var reason: Reason
  public var spans: [[Int]]

  /// Why no fact took it.
  public enum Reason: Sendable, Equatable {
    /// What the program took it for.
    case unclaimed(UnclaimedReason)
    /// Its fact was rejected by a reviewer.
    case rejected
    /// Its fact was left out by an option of the rebuild.
    case filtered

    /// All words, for the table's contract.
    static let words = UnclaimedReason.allCases.map(\.rawValue) + ["rejected", "filtered"]

    var word: String {
      switch self {
      case .unclaimed(let reason): reason.rawValue
      case .rejected: "rejected"
      case .filtered: "filtered"
      }
    }
  }

  /// Whether it has Arabic digits; Chinese characters alone often are words.
  var isArabic: Bool {
    text.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
  }
}

/// A unit that facts of the dataset are told in.
public struct DatasetUnit: Sendable, Equatable {
  public var code: String
  public var dimension: String
  /// Code of the unit that values are normalized to; nil where none is.
  public var standard: String?
  /// How it is printed, sorted.
  public var words: [String]
  public var facts: Int
}
