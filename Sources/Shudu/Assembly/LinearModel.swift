/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// The weights of small values stand in a grid (`FeatureGrid`), those of characters are looked up by their hash
/// (`FeatureTable`). A weight is at most 32,767 thousandths.
///
/// A reference, for all who weigh hold it, and ask it a thousand times a sentence.
final class LinearModel: Sendable {
  private let grid: FeatureGrid
  private let cells: FixedTable<Int16>
  private let table: FeatureTable<WeightSlot>
  let isEmpty: Bool
  /// Where the features of candidates are kept, for training; nil where nobody asks for them.
  let record: FeatureRecord?

  convenience init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  /// Reads the table of that name.
  convenience init(table name: String) { self.init(rows: WeightTable.rows(named: name)) }

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
    record = nil
  }

  /// The same, with candidates' features kept.
  init(recording model: LinearModel) {
    grid = model.grid
    cells = model.cells
    table = model.table
    isEmpty = model.isEmpty
    record = FeatureRecord()
  }

  /// Records a feature behind a step: the new step.
  @inline(never)
  func recorded(_ feature: Feature, after step: Int32) -> Int32 {
    record?.add(feature, after: step) ?? step
  }

  /// Records all features of another step behind a step.
  @inline(never)
  func recorded(_ other: Int32, after step: Int32) -> Int32 {
    record?.add(other, after: step) ?? step
  }

  /// The weight of a feature; 0 for one that has none.
  @inline(__always)
  func weight(of feature: Feature) -> Int32 {
    switch grid.place(of: feature) {
    case .cell(let cell): return Int32(cells.known(cell))
    case .none: return 0
    case .beyond: break
    }
    return weightBeyond(feature)
  }

  /// The weight of a feature that has no cell.
  @inline(never)
  private func weightBeyond(_ feature: Feature) -> Int32 {
    feature.shortKey.map { table.known($0).weight } ?? 0
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
