/// What a dataset tells otherwise than an earlier one.
public struct Changes: Sendable, Equatable {
  /// Why a fact was added, changed or withdrawn.
  public enum Reason: Sendable, Equatable {
    /// The article is new, gone or edited.
    case article(String)
    /// People decided so.
    case decision(String)
    /// The program or its words are others.
    case extractor(String)
    /// The rebuild was asked for other facts.
    case options(String)

    var word: String {
      switch self {
      case .article: "article"
      case .decision: "decision"
      case .extractor: "extractor"
      case .options: "options"
      }
    }

    var detail: String {
      switch self {
      case .article(let text), .decision(let text), .extractor(let text), .options(let text): text
      }
    }
  }

  public struct Field: Sendable, Equatable {
    public var name: String
    public var before: String?
    public var now: String?
  }

  public struct Change: Sendable, Equatable {
    public var fact: String
    public var article: String
    public var quote: String
    public var measure: String?
    public var reasons: [Reason]
    /// What is told otherwise, of changed facts.
    public var fields: [Field] = []
  }

  /// In the order of the dataset; withdrawn ones by article and id.
  public var added: [Change] = []
  public var changed: [Change] = []
  public var withdrawn: [Change] = []

  public var counts: ChangeCounts {
    ChangeCounts(added: added.count, changed: changed.count, withdrawn: withdrawn.count)
  }
}

/// How many facts are told otherwise.
public struct ChangeCounts: Sendable, Equatable {
  public var added: Int
  public var changed: Int
  public var withdrawn: Int
}
