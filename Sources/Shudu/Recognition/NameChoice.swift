/// Chooses among a sentence's stretches the disjoint ones that together weigh most; what none covers weighs nothing.
///
/// *Cost*: linear in the stretches, which stand in the order of their ends; each goes past those that it overlaps.
struct NameChoice {
  /// A stretch with the kind of name that it would be.
  struct Stretch {
    var range: Range<Int>
    var kind: NameKind
    var weight: Int32
    /// What made it.
    var rule: NameRule
  }

  let stretches: [Stretch]

  func best() -> [Stretch] {
    let isDisjoint = zip(stretches, stretches.dropFirst()).allSatisfy {
      $0.range.upperBound <= $1.range.lowerBound
    }
    guard !isDisjoint else { return stretches.filter { $0.weight > 0 } }
    // Of all stretches up to one: the most that disjoint ones weigh, and whether that one is among them.
    var totals: [(weight: Int32, isTaken: Bool)] = []
    totals.reserveCapacity(stretches.count)
    for index in stretches.indices {
      let without = index > 0 ? totals[index - 1].weight : 0
      let before = last(before: index)
      let with = (before >= 0 ? totals[before].weight : 0) + stretches[index].weight
      totals.append((max(with, without), with > without))
    }
    var chosen: [Stretch] = []
    var index = stretches.count - 1
    while index >= 0 {
      if totals[index].isTaken {
        chosen.append(stretches[index])
        index = last(before: index)
      } else {
        index -= 1
      }
    }
    return chosen.reversed()
  }

  /// The last stretch that ends before another begins; -1 for none.
  private func last(before index: Int) -> Int {
    var before = index - 1
    while before >= 0, stretches[before].range.upperBound > stretches[index].range.lowerBound {
      before -= 1
    }
    return before
  }
}
