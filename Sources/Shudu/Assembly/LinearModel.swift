/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// The weights of small values stand in a grid (`FeatureGrid`), those of characters are looked up by their hash
/// (`FeatureTable`). A weight is at most 32,767 thousandths.
struct LinearModel: Sendable {
  private let grid: FeatureGrid
  private let cells: FixedTable<Int16>
  private let table: FeatureTable<WeightSlot>
  let isEmpty: Bool
  /// Whether candidates keep their features, for training.
  var keepsFeatures = false

  init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  /// Reads the table of that name.
  init(table name: String) { self.init(rows: WeightTable.rows(named: name)) }

  private init(rows: [WeightTable.Row]) {
    grid = FeatureGrid(of: rows.lazy.filter { $0.feature.shortKey != nil }.map(\.feature))
    var cells = [Int16](repeating: 0, count: grid.count)
    var others: [WeightSlot] = []
    others.reserveCapacity(rows.count)
    for (feature, weight) in rows {
      let weight = Int16(clamping: weight)
      if case .cell(let cell) = grid.place(of: feature) {
        cells[cell] = weight
      } else if let key = feature.shortKey {
        others.append(WeightSlot(key: key, weight: weight))
      }
    }
    self.cells = FixedTable(cells)
    table = FeatureTable(others)
    isEmpty = rows.isEmpty
  }

  /// The weight of a feature; 0 for one that has none.
  @inline(__always)
  func weight(of feature: Feature) -> Int {
    switch grid.place(of: feature) {
    case .cell(let cell): return Int(cells.known(cell))
    case .none: return 0
    case .beyond: break
    }
    guard let key = feature.shortKey else { return 0 }
    return table.slot(of: key).weight
  }

  /// The candidate with the highest sum, the first of equals, and how likely it is (softmax); nil for none.
  static func best<Candidate>(
    of candidates: [Candidate], by support: (Candidate) -> Support
  ) -> (index: Int, probability: Double)? {
    guard !candidates.isEmpty else { return nil }
    var best = 0
    var highest = Int.min
    for index in candidates.indices where support(candidates[index]).sum > highest {
      best = index
      highest = support(candidates[index]).sum
    }
    let sum = candidates.reduce(0.0) {
      $0 + exponential(Double(support($1).sum - highest) / 1000)
    }
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
