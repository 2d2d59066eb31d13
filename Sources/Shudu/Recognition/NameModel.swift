/// What a table of the binary weighs for and against stretches of text being names, for all kinds of names at once.
///
/// A stretch has most of its features whatever kind of name it may be, so that one look-up gives the weights of all.
struct NameModel: Sendable {
  /// A sum, in thousandths, for each kind by its number.
  typealias Row = SIMD8<Int32>

  private let grid: FeatureGrid
  private let cells: FixedTable<SIMD8<Int16>>
  private let table: FeatureTable<KindSlot>
  /// Whether the rules alone choose.
  let isEmpty: Bool
  /// Whether stretches keep their features, for training.
  var keepsFeatures = false

  init(weights: [Feature: Int32]) {
    self.init(rows: weights.map { ($0.key, $0.value) })
  }

  /// Reads the table of that name.
  init(table name: String) { self.init(rows: WeightTable.rows(named: name)) }

  private init(rows: [WeightTable.Row]) {
    grid = FeatureGrid(of: rows.lazy.map(\.feature.ofNoKind))
    var cells = [SIMD8<Int16>](repeating: .zero, count: grid.count)
    var others: [UInt64: SIMD8<Int16>] = [:]
    for (feature, weight) in rows {
      let (kind, weight) = (feature.kindNumber, Int16(clamping: weight))
      switch grid.place(of: feature.ofNoKind) {
      case .cell(let cell): cells[cell][kind] = weight
      case .beyond, .none: others[feature.ofNoKind.key, default: .zero][kind] = weight
      }
    }
    self.cells = FixedTable(cells)
    table = FeatureTable(others.map { KindSlot(key: $0.key, weights: $0.value) })
    isEmpty = rows.isEmpty
  }

  /// A feature's weight in each kind.
  @inline(__always)
  func row(of feature: Feature) -> Row {
    switch grid.place(of: feature) {
    case .cell(let cell): Row(truncatingIfNeeded: cells.known(cell))
    case .beyond: Row(truncatingIfNeeded: table.slot(of: feature.key).weights)
    case .none: Row()
    }
  }
}

/// A key and the weights of eight kinds of names.
private struct KindSlot: FeatureSlot {
  let key: UInt64
  var weights: SIMD8<Int16>

  static let free = KindSlot(key: .max, weights: .zero)
}

/// What speaks for a stretch being a name of each kind.
struct NameSupport: Sendable {
  private(set) var sums = NameModel.Row()
  /// With the kinds that have each; nil where nobody asks for them.
  private(set) var features: [(feature: Feature, kinds: NameKinds)]?

  /// Nothing yet.
  init(_ model: NameModel) {
    features = model.keepsFeatures ? [] : nil
  }

  @inline(__always)
  mutating func add(_ feature: Feature, by model: NameModel) {
    sums &+= model.row(of: feature)
    features?.append((feature, .all))
  }

  /// Adds a feature that some kinds only have.
  mutating func add(_ feature: Feature, to kinds: NameKinds, by model: NameModel) {
    let row = model.row(of: feature)
    for number in 0..<8 where kinds.rawValue >> UInt8(number) & 1 != 0 {
      sums[number] &+= row[number]
    }
    features?.append((feature, kinds))
  }

  /// Adds sums of features that nobody asks for.
  @inline(__always)
  mutating func add(_ more: NameModel.Row) { sums &+= more }

  func features(of kind: NameKind) -> [Feature] {
    (features ?? []).compactMap {
      $0.kinds.contains(NameKinds(kind)) ? $0.feature.of(kind) : nil
    }
  }
}

extension Feature {
  private static let kindShift: UInt32 = 24

  /// The same of a stretch that is a name of a kind.
  fileprivate func of(_ kind: NameKind) -> Feature {
    var feature = self
    feature.first |= UInt32(truncatingIfNeeded: kind.number) << Feature.kindShift
    return feature
  }

  fileprivate var kindNumber: Int { Int(first >> Feature.kindShift & 7) }

  fileprivate var ofNoKind: Feature {
    var feature = self
    feature.first &= (1 << Feature.kindShift) - 1
    return feature
  }
}
