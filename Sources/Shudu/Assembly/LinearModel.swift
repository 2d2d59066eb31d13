/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// An open-addressing table of packed keys; a look-up costs one or two loads.
struct LinearModel: Sendable {
  private var keys: [UInt64]
  private var weights: [Int32]
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
    keys = Array(repeating: .max, count: capacity)
    weights = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    isEmpty = rows.isEmpty
    for (feature, weight) in rows {
      let slot = slot(of: feature.key)
      keys[slot] = feature.key
      weights[slot] = weight
    }
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }

  func score(_ features: [Feature]) -> Int {
    var sum = 0
    for feature in features { sum += Int(weights[slot(of: feature.key)]) }
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
