/// Finds the facts that decisions mean after the text was edited or the extractor got better.
///
/// In this order: the fact of the same id; the same quote of the same sentence elsewhere in the article; the quote with
/// what stands before and after it, by a score. A pure function of the facts and the targets.
public enum DecisionCarrier {
  /// How a decision found its fact.
  public enum Way: String, Sendable, Codable {
    case same, sentence, quote
  }

  public struct Home: Sendable, Equatable {
    /// The fact's present id.
    public var fact: String
    public var way: Way
    /// 1 for the same fact or sentence, else how alike quote and context are, from `threshold` on.
    public var score: Double
  }

  /// A present fact, as a decision would name it.
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

  /// The homes of targets of one article whose own facts are gone, by the id they had.
  ///
  /// Best matches are taken first, and no fact is the home of two facts of one version of the article.
  /// - Parameters:
  ///   - targets: one for each id, none of which is an anchor's.
  ///   - anchors: the article's facts in reading order.
  ///   - taken: facts that stand for themselves in decisions.
  public static func homes(
    of targets: [Decision.Target], among anchors: [Anchor], taken: Set<String>
  ) -> [String: Home] {
    var pairs: [(target: Int, anchor: Int, home: Home, rank: Double)] = []
    let byQuote = Dictionary(grouping: anchors.indices) { anchors[$0].quote.text }
    for (index, target) in targets.enumerated() {
      guard let quote = target.quote else { continue }
      for at in byQuote[quote.text] ?? [] where !taken.contains(anchors[at].fact) {
        let isSame = anchors[at].sentence == target.sentence
        let score = isSame ? 1 : QuoteLikeness.score(quote, anchors[at].quote)
        guard score >= threshold else { continue }
        let home = Home(fact: anchors[at].fact, way: isSame ? .sentence : .quote, score: score)
        let sameTurn = anchors[at].quote.turn == quote.turn
        let likeness = QuoteLikeness.score(quote, anchors[at].quote)
        let rank = score + (isSame ? 0.1 : 0) + likeness / 100 + (sameTurn ? 0.001 : 0)
        pairs.append((index, at, home, rank))
      }
    }
    pairs.sort { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      if a.target != b.target { return targets[a.target].fact < targets[b.target].fact }
      return a.anchor < b.anchor
    }
    var homes: [String: Home] = [:]
    var filled: Set<String> = []
    for pair in pairs where homes[targets[pair.target].fact] == nil {
      let target = targets[pair.target]
      guard filled.insert(pair.home.fact + " " + (target.version ?? "")).inserted else { continue }
      homes[target.fact] = pair.home
    }
    return homes
  }
}

/// How alike two quotes with their contexts are.
enum QuoteLikeness {
  /// From 0 to 1; 0 where the quotes differ.
  ///
  /// The share of characters, of quote and context together, that both have in the same order. Where one side of a
  /// quote is the same for `sureLength` characters, or for `wholeLength` that are all there is in one of the two, and the
  /// other side was rewritten, `sureScore`.
  static func score(_ a: Decision.Quote, _ b: Decision.Quote) -> Double {
    guard a.text == b.text else { return 0 }
    let before = (
      Array(a.before.unicodeScalars.reversed()), Array(b.before.unicodeScalars.reversed())
    )
    let after = (Array(a.after.unicodeScalars), Array(b.after.unicodeScalars))
    let quote = a.text.unicodeScalars.count
    let length = [before, after].reduce(quote) { $0 + max($1.0.count, $1.1.count) }
    let common = [before, after].reduce(quote) { $0 + QuoteLikeness.common($1.0, $1.1) }
    let score = length > 0 ? Double(common) / Double(length) : 1
    let isSure = [before, after].contains { side in
      let same = zip(side.0, side.1).prefix { $0 == $1 }.count
      return same >= sureLength
        || same >= wholeLength && same == min(side.0.count, side.1.count)
    }
    return isSure ? max(score, sureScore) : score
  }

  private static let sureLength = 10
  private static let wholeLength = 6
  private static let sureScore = 0.65

  /// The length of the longest common subsequence. Cost: the product of the lengths, at most 576 steps.
  private static func common(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
