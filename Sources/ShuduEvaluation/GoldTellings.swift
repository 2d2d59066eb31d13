import Shudu

/// Which gold facts of an article tell the same: by their fields, for annotators don't link them.
///
/// Two gold facts do that agree in value, unit, aspect and status, accept a measure in common, and contradict each other neither in
/// time nor in subject. Cost: quadratic in the gold facts of one article that have the same value.
struct GoldTellings {
  /// By the gold fact's turn: the turn of its first telling, which may be itself.
  private let first: [Int]
  private let gold: [GoldFact]

  init(_ gold: [GoldFact]) {
    self.gold = gold
    var first = Array(gold.indices)
    var byValue: [String: [Int]] = [:]
    for (turn, fact) in gold.enumerated() {
      let earlier = byValue["\(fact.value ?? "")|\(fact.unit ?? "")", default: []]
      if let same = earlier.first(where: { GoldTellings.isSame(gold[$0], fact) }) {
        first[turn] = first[same]
      }
      byValue["\(fact.value ?? "")|\(fact.unit ?? "")", default: []].append(turn)
    }
    self.first = first
  }

  /// How many required facts that are told again were linked to a telling of the same; a link from an optional fact counts
  /// neither way.
  func tally(of facts: [Fact], _ matching: FactMatching) -> Tally {
    var turns: [String: Int] = [:]
    for (turn, fact) in matching.met { turns[fact.id] = turn }
    var tally = Tally()
    tally.required = gold.indices.count { first[$0] != $0 && !gold[$0].isOptional }
    for fact in facts {
      guard let target = fact.sameAs else { continue }
      let turn = turns[fact.id]
      if let turn, gold[turn].isOptional { continue }
      tally.predicted += 1
      if let turn, let other = turns[target], first[turn] == first[other] { tally.right += 1 }
    }
    return tally
  }

  private static func isSame(_ one: GoldFact, _ other: GoldFact) -> Bool {
    one.min == other.min && one.max == other.max && one.aspect == other.aspect
      && one.status == other.status && accept(one.measure, other.measure, orNone: false)
      && accept(one.subject, other.subject, orNone: true)
      && isCompatible(one.time, other.time)
  }

  /// Whether two times may be one: either is not told, or one begins like the other (`2022`, `2022-01-13`).
  private static func isCompatible(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    return one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Whether two lists of acceptable names have one in common.
  private static func accept(_ one: [String]?, _ other: [String]?, orNone: Bool) -> Bool {
    guard let one, let other else { return orNone }
    let names = Set(one.compactMap(FieldTest.normal))
    return !names.isDisjoint(with: other.compactMap(FieldTest.normal))
  }
}
