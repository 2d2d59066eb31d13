/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// An open-addressing table of packed keys with their weights; a look-up costs one or two loads.
struct LinearModel: Sendable {
  private struct Slot: Sendable, BitwiseCopyable {
    var key = UInt64.max
    var weight: Int32 = 0
  }

  private let slots: FixedTable<Slot>
  private let mask: Int
  let isEmpty: Bool

  init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  /// Reads lines of `feature`, tab, weight.
  init(_ table: EmbeddedTable) {
    self.init(
      rows: table.rows.compactMap { row in
        guard row.count >= 2, let feature = Feature(name: row[0]), let weight = Int32(row[1]) else {
          return nil
        }
        return (feature, weight)
      })
  }

  private init(rows: [(feature: Feature, weight: Int32)]) {
    var capacity = 64
    while capacity < rows.count * 2 { capacity *= 2 }
    mask = capacity - 1
    isEmpty = rows.isEmpty
    var slots = Array(repeating: Slot(), count: capacity)
    for (feature, weight) in rows {
      var slot = LinearModel.hash(feature.key) & mask
      while slots[slot].key != feature.key, slots[slot].key != .max { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: feature.key, weight: weight)
    }
    self.slots = FixedTable(slots)
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private func weight(of key: UInt64) -> Int {
    var at = LinearModel.hash(key) & mask
    while true {
      let slot = slots[at]
      if slot.key == key { return Int(slot.weight) }
      if slot.key == .max { return 0 }
      at = (at + 1) & mask
    }
  }

  func score(_ features: [Feature]) -> Int {
    var sum = 0
    for feature in features { sum += weight(of: feature.key) }
    return sum
  }

  /// The candidate with the highest score, the first of equals, and how likely it is (softmax); nil for none.
  func best<Candidate>(
    of candidates: [Candidate], features: (Candidate) -> [Feature]
  ) -> (index: Int, probability: Double)? {
    guard !candidates.isEmpty else { return nil }
    let scores = candidates.map { score(features($0)) }
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    let sum = scores.reduce(0.0) { $0 + LinearModel.exponential(Double($1 - scores[best]) / 1000) }
    return (best, 1 / sum)
  }

  /// e to a power that is not positive, to four digits, without libm.
  static func exponential(_ power: Double) -> Double {
    guard power > -20 else { return 0 }
    var base = 1 + power / 4096
    for _ in 0..<12 { base *= base }
    return base
  }
}
