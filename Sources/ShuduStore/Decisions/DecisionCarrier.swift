/// Finds the fact that a decision means after the text was edited or the extractor got better.
///
/// In this order: the fact of the same id; the same sentence elsewhere in the article; the quote with what stands
/// before and after it, by a score. A pure function of the facts and the target.
public struct DecisionCarrier: Sendable {
  /// How a decision found its fact.
  public enum Way: String, Sendable, Codable {
    case same, sentence, quote
  }

  public struct Home: Sendable, Equatable {
    /// The fact's present id.
    public var fact: String
    public var way: Way
    /// 1 for the same fact, else how alike quote and context are, from `threshold` on.
    public var score: Double
  }

  /// What the carrier knows of a present fact.
  public struct Anchor: Sendable {
    public var fact: String
    public var sentence: String
    public var quote: Decision.Quote

    public init(fact: String, sentence: String, quote: Decision.Quote) {
      self.fact = fact
      self.sentence = sentence
      self.quote = quote
    }
  }

  /// Below this score a decision has no home.
  public static let threshold = 0.6

  public init() {}

  /// The home of a target among the facts of its article; nil where it has none.
  ///
  /// - Parameter taken: facts that other decisions of the same article mean already, by their id.
  public func home(
    of target: Decision.Target, among anchors: [Anchor], taken: Set<String> = []
  ) -> Home? {
    if anchors.contains(where: { $0.fact == target.fact }) {
      return Home(fact: target.fact, way: .same, score: 1)
    }
    guard let quote = target.quote else { return nil }
    var best: (anchor: Anchor, score: Double)?
    for anchor in anchors where !taken.contains(anchor.fact) && anchor.quote.text == quote.text {
      let isSame = anchor.sentence == target.sentence
      let score = isSame ? 1 : QuoteLikeness.score(quote, anchor.quote)
      let turn = anchor.quote.turn == quote.turn ? 0.001 : 0
      if score >= DecisionCarrier.threshold, score + turn > best?.score ?? 0 {
        best = (anchor, score + turn)
      }
    }
    guard let best else { return nil }
    let isSame = best.anchor.sentence == target.sentence
    return Home(
      fact: best.anchor.fact, way: isSame ? .sentence : .quote, score: min(1, best.score))
  }
}

/// How alike two quotes with their contexts are.
enum QuoteLikeness {
  /// From 0 to 1: the share of the context's characters that stand next to the quote on the same side in both.
  static func score(_ a: Decision.Quote, _ b: Decision.Quote) -> Double {
    guard a.text == b.text else { return 0 }
    let before = common(a.before.unicodeScalars.reversed(), b.before.unicodeScalars.reversed())
    let after = common(Array(a.after.unicodeScalars), Array(b.after.unicodeScalars))
    let length = max(
      a.before.unicodeScalars.count + a.after.unicodeScalars.count,
      b.before.unicodeScalars.count + b.after.unicodeScalars.count)
    guard length > 0 else { return 1 }
    return Double(before + after) / Double(length)
  }

  private static func common(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
  }
}
