import Shudu

/// Pairs extracted facts with gold facts: the same fact is the one whose expression holds the gold numeral.
public struct FactMatching: Sendable {
  public struct Pair: Sendable {
    public var fact: Fact
    public var gold: GoldFact
  }

  /// Pairs whose gold fact is required.
  public private(set) var pairs: [Pair] = []
  /// Required gold facts that no extracted fact met.
  public private(set) var missed: [GoldFact] = []
  /// The extracted facts of all gold facts that one met, optional ones too, by the gold fact's turn.
  public private(set) var met: [Int: Fact] = [:]
  /// Extracted facts that no gold fact, required or optional, met.
  public private(set) var extra: [Fact] = []

  /// Matches the facts of one article. Where several facts hold a numeral, the one with most fields right is taken.
  public init(facts: [Fact], gold: [GoldFact], source: SourceText) {
    let spans = facts.map { source.scalarSpans(of: $0.quote.spans) }
    var taken = Set<Int>()
    for (turn, row) in gold.enumerated() {
      var best: (index: Int, rank: Int)?
      for index in facts.indices
      where !taken.contains(index) && spans[index].contains(where: { $0.contains(row.start) }) {
        let rank = FieldTest.allCases.count { $0.isRight(facts[index], row) }
        if best.map({ rank > $0.rank }) ?? true { best = (index, rank) }
      }
      if let best {
        taken.insert(best.index)
        met[turn] = facts[best.index]
        if !row.isOptional { pairs.append(Pair(fact: facts[best.index], gold: row)) }
      } else if !row.isOptional {
        missed.append(row)
      }
    }
    extra = facts.indices.filter { !taken.contains($0) }.map { facts[$0] }
  }

  /// Extracted facts that count: those that met an optional gold fact do not.
  public var predictedCount: Int { pairs.count + extra.count }

  public var requiredCount: Int { pairs.count + missed.count }
}
