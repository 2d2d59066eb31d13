/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// Most templates have small numbers as values, traits of words above all: their weights stand in a grid by the two values.
/// Those of characters are looked up by their hash (`FeatureTable`). A weight is at most 32,767 thousandths.
struct LinearModel: Sendable {
  /// Where the weights of a template stand in `cells`.
  private struct Grid: Sendable, BitwiseCopyable {
    var start: UInt32 = 0
    /// Values from 0 on that have cells: none where the template has no grid.
    var first: UInt32 = 0
    var second: UInt32 = 0
    /// Whether features beyond the grid may have weights.
    var isOpen = false
  }

  private let grids: FixedTable<Grid>
  private let cells: FixedTable<Int16>
  private let table: FeatureTable<WeightSlot>
  let isEmpty: Bool
  /// Whether candidates keep their features, for training.
  var keepsFeatures = false

  /// Cells that a template's grid has at most.
  private static let mostCells = 20_000

  init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  /// Reads the table of that name.
  init(table name: String) { self.init(rows: WeightTable.rows(named: name)) }

  private init(rows: [WeightTable.Row]) {
    var grids = LinearModel.grids(of: rows)
    var count: UInt32 = 0
    for index in grids.indices {
      grids[index].start = count
      count += grids[index].first * grids[index].second
    }
    var cells = [Int16](repeating: 0, count: Int(count))
    var others: [WeightSlot] = []
    others.reserveCapacity(rows.count)
    for (feature, weight) in rows {
      let grid = grids[Int(feature.template)]
      let weight = Int16(clamping: weight)
      if feature.first >= grid.first || feature.second >= grid.second {
        if let key = feature.shortKey { others.append(WeightSlot(key: key, weight: weight)) }
      } else {
        cells[Int(grid.start + feature.first * grid.second + feature.second)] = weight
      }
    }
    self.grids = FixedTable(grids)
    self.cells = FixedTable(cells)
    table = FeatureTable(others)
    isEmpty = rows.isEmpty
  }

  /// The grid of each template: of all its features, else of those with small values, if there is room for them.
  private static func grids(of rows: [WeightTable.Row]) -> [Grid] {
    var grids = [Grid](repeating: Grid(), count: 1 << 8)
    for limit in [UInt32.max, 64] {
      var found = grids
      for (feature, _) in rows {
        let index = Int(feature.template)
        let isDone = grids[index].first > 0
        guard !isDone, feature.shortKey != nil else { continue }
        if feature.first < limit {
          found[index].first = max(found[index].first, feature.first + 1)
          found[index].second = max(found[index].second, feature.second + 1)
        } else {
          found[index].isOpen = true
        }
      }
      for index in grids.indices {
        let size = UInt64(found[index].first) * UInt64(found[index].second)
        grids[index] = size > LinearModel.mostCells ? Grid(isOpen: true) : found[index]
      }
    }
    return grids
  }

  /// The weight of a feature; 0 for one that has none.
  @inline(__always)
  func weight(of feature: Feature) -> Int {
    let grid = grids.known(Int(feature.template))
    if feature.first < grid.first, feature.second < grid.second {
      return Int(cells.known(Int(grid.start &+ feature.first &* grid.second &+ feature.second)))
    }
    guard grid.isOpen, let key = feature.shortKey else { return 0 }
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
