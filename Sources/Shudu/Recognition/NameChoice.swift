/// Chooses among a sentence's stretches the disjoint ones that together weigh most; what none covers weighs nothing.
///
/// *Cost*: linear in the stretches, which stand in the order of their ends.
struct NameChoice {
  /// A stretch with the kind of name that it would be.
  struct Stretch {
    var range: Range<Int>
    var kind: NameKind
    var weight: Int32
    /// What made it.
    var rule: NameRule
  }

  let range: Range<Int>
  let stretches: [Stretch]

  func best() -> [Stretch] {
    let isDisjoint = zip(stretches, stretches.dropFirst()).allSatisfy {
      $0.range.upperBound <= $1.range.lowerBound
    }
    guard !isDisjoint else { return stretches.filter { $0.weight > 0 } }
    var totals = [Int32](repeating: 0, count: range.count + 1)
    var picks = [Int](repeating: -1, count: range.count + 1)
    var next = 0
    for offset in 1...range.count {
      totals[offset] = totals[offset - 1]
      while next < stretches.count, stretches[next].range.upperBound == range.lowerBound + offset {
        let start = stretches[next].range.lowerBound - range.lowerBound
        let total = totals[start] + stretches[next].weight
        if total > totals[offset] {
          totals[offset] = total
          picks[offset] = next
        }
        next += 1
      }
    }
    var chosen: [Stretch] = []
    var offset = range.count
    while offset > 0 {
      guard picks[offset] >= 0 else {
        offset -= 1
        continue
      }
      chosen.append(stretches[picks[offset]])
      offset = stretches[picks[offset]].range.lowerBound - range.lowerBound
    }
    return chosen.reversed()
  }
}
