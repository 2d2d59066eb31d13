/// One fact as a person annotated it; the fields are those of `Corpus/README.md`.
public struct GoldFact: Decodable, Sendable {
  public struct Change: Decodable, Sendable {
    public var direction: String
    public var basis: String
  }

  public var id: String
  public var quote: String
  public var value: String?
  public var min: String?
  public var max: String?
  public var approx: String
  public var unit: String?
  public var kind: String
  public var aspect: String
  /// Acceptable names, best first.
  public var measure: [String]?
  public var subject: [String]?
  public var predicate: String?
  public var change: Change?
  public var shareOf: [String]?
  public var per: [String]?
  public var time: String?
  public var status: String
  public var emphasis: String?
  public var sentence: String?
  public var optional: Bool?
  /// Unicode scalars of the decoded file where the numeral stands.
  public var start: Int
  public var end: Int

  public var isOptional: Bool { optional ?? false }

  private enum CodingKeys: String, CodingKey {
    case id, quote, value, min, max, approx, unit, kind, aspect, measure, subject, predicate, change
    case shareOf = "share_of"
    case per, time, status, emphasis, sentence, optional, start, end
  }
}

/// A name as a person annotated it.
public struct GoldName: Decodable, Sendable {
  public var text: String
  public var type: String
  public var optional: Bool?
}

/// A block or join as a person annotated it.
public struct GoldLayout: Decodable, Sendable {
  public var kind: String
  public var type: String?
  public var text: String?
  /// Offsets at which the block's text stands.
  public var at: [Int]?
  /// The last characters of the torn stretch, and the first ones of the other.
  public var tail: String?
  public var head: String?
  /// Offsets where the torn stretch may end, and where it may go on.
  public var tails: [Int]?
  public var heads: [Int]?
  public var optional: Bool?
}
