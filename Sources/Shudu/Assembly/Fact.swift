/// One quantified statement of an article. Ranges are UTF-16 units of the file.
public struct Fact: Sendable {
  /// Words of the article with their places in the file.
  public struct Evidence: Sendable, Equatable {
    public var text: String
    /// Half-open UTF-16 ranges of the file, in reading order.
    public var spans: [Range<Int>]

    public init(text: String, spans: [Range<Int>]) {
      self.text = text
      self.spans = spans
    }
  }

  public struct Subject: Sendable {
    public var name: Evidence
    /// Whether it was told before this sentence.
    public var isInherited: Bool
    /// The words that stand for it in this sentence (`全市`).
    public var resolvedFrom: Evidence?
  }

  public struct Time: Sendable {
    public var words: Evidence
    /// ISO 8601 / EDTF; nil where the words fix none.
    public var value: String?
    public var isInherited: Bool
  }

  public struct Change: Sendable, Equatable {
    public enum Direction: String, Sendable { case increase, decrease, flat }
    public enum Basis: String, Sendable { case yoy, mom, since, peer, unstated }
    public var direction: Direction
    public var basis: Basis
  }

  public enum Aspect: String, Sendable { case level, change, share, rank, ratio, scale }
  public enum Status: String, Sendable { case actual, target, forecast, provision }
  public enum Emphasis: String, Sendable { case bold, heading }

  /// Estimated probabilities that the fact, and each field, is right.
  public struct Confidence: Sendable {
    public var fact: Double
    public var measure: Double
    public var subject: Double
    public var time: Double
    public var status: Double
  }

  public var id: String
  public var sentenceID: String
  public var sentence: Evidence
  public var quote: Evidence
  public var quantity: Quantity
  public var unit: Evidence?
  public var normalized: NormalizedQuantity?
  public var aspect: Aspect
  public var measure: Evidence?
  public var subject: Subject?
  public var predicate: Evidence?
  public var change: Change?
  public var shareOf: Evidence?
  public var per: [String]
  public var time: Time?
  public var status: Status
  public var attribution: Evidence?
  public var emphasis: Emphasis?
  /// Id of the first telling of the same fact in the article.
  public var sameAs: String?
  public var confidence: Confidence
  /// Rules that made it, in the order they were applied.
  public var rules: [String]
}

/// A quantity in the standard unit of its dimension.
public struct NormalizedQuantity: Sendable, Equatable {
  public var value: ExactDecimal?
  public var minimum: ExactDecimal?
  public var maximum: ExactDecimal?
  /// Code of the standard unit.
  public var unit: String

  public init(value: ExactDecimal?, minimum: ExactDecimal?, maximum: ExactDecimal?, unit: String) {
    self.value = value
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
  }
}
