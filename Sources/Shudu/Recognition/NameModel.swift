/// What a table of the binary weighs for and against stretches of text being names, for all kinds of names at once.
///
/// A stretch has most of its features whatever kind of name it may be, so that one look-up gives the weights of all.
struct NameModel: Sendable {
  /// A sum, in thousandths, for each kind by its number.
  typealias Row = SIMD8<Int32>
  /// The same of one feature: in half the room, for a processor's nearer caches.
  typealias Weights = SIMD8<Int16>

  private let grid: FeatureGrid
  private let cells: FixedTable<Weights>
  private let table: FeatureTable<KindSlot>
  private let units: NameUnitSums
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
    grid = FeatureGrid(of: rows.lazy.map(\.feature.ofNoKind).filter { !$0.isOfUnit })
    var cells = [Weights](repeating: .zero, count: grid.count)
    var others: [UInt64: Weights] = [:]
    var units = NameUnitSums.Draft()
    for (feature, weight) in rows {
      let (kind, weight) = (feature.kindNumber, Int16(clamping: weight))
      let place = feature.ofNoKind
      if place.isOfUnit {
        units.add(weight, tag: Int(place.first), unit: place.second, kind: kind)
      } else if case .cell(let cell) = grid.place(of: place) {
        cells[cell][kind] = weight
      } else {
        others[place.key, default: .zero][kind] = weight
      }
    }
    self.cells = FixedTable(cells)
    table = FeatureTable(others.map { KindSlot(key: $0.key, weights: $0.value) })
    self.units = NameUnitSums(units)
    isEmpty = rows.isEmpty
  }

  /// A feature's weight in each kind.
  @inline(__always)
  func row(of feature: Feature) -> Row {
    if feature.isOfUnit { return row(ofUnit: UInt16(feature.second), Int(feature.first)) }
    switch grid.place(of: feature) {
    case .cell(let cell): return Row(cells.known(cell))
    case .beyond: return Row(table.slot(of: feature.key).weights)
    case .none: return Row()
    }
  }

  /// The weights of a character at a place.
  @inline(__always)
  func row(ofUnit unit: UInt16, _ tag: Int) -> Row { units.row(of: unit, tag) }
}

extension NameModel.Row {
  /// One by one, which the compiler makes one step of; the standard conversion is a call.
  @inline(__always)
  init(_ some: NameModel.Weights) {
    self.init(
      Int32(some[0]), Int32(some[1]), Int32(some[2]), Int32(some[3]), Int32(some[4]),
      Int32(some[5]), Int32(some[6]), Int32(some[7]))
  }
}

/// A key and the weights of eight kinds of names.
private struct KindSlot: FeatureSlot {
  let key: UInt64
  var weights: NameModel.Weights

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

  /// Makes it nothing again.
  mutating func clear() {
    sums = NameModel.Row()
    if features != nil { features = [] }
  }

  @inline(__always)
  mutating func add(_ feature: Feature, by model: NameModel) {
    sums &+= model.row(of: feature)
    if features != nil { keep(feature, .all) }
  }

  /// Not inlined: it is for training alone.
  @inline(never)
  private mutating func keep(_ feature: Feature, _ kinds: NameKinds) {
    features?.append((feature, kinds))
  }

  /// Adds what a character tells at a place.
  @inline(__always)
  mutating func addUnit(_ tag: Int, _ unit: UInt16, by model: NameModel) {
    sums &+= model.row(ofUnit: unit, tag)
    if features != nil { keep(Feature(.nameUnit, tag, Int(unit)), .all) }
  }

  /// Adds a feature that some kinds only have.
  mutating func add(_ feature: Feature, to kinds: NameKinds, by model: NameModel) {
    let row = model.row(of: feature)
    for number in 0..<8 where kinds.rawValue >> UInt8(number) & 1 != 0 {
      sums[number] &+= row[number]
    }
    if features != nil { keep(feature, kinds) }
  }

  /// Adds sums of features that nobody asks for.
  @inline(__always)
  mutating func add(_ more: NameModel.Row) { sums &+= more }

  /// Adds what the form of a word tells, and its classes, those that tell something of names beside or around it.
  ///
  /// - Parameter tag: of the form; the classes' is the next.
  mutating func addWord(
    _ form: NameToken.Form, _ classes: NameClass, _ template: Feature.Template, _ tag: Int,
    by model: NameModel
  ) {
    add(Feature(template, tag, Int(form.rawValue)), by: model)
    var bits = classes.rawValue & NameSupport.telling.rawValue
    while bits != 0 {
      add(Feature(template, tag + 1, bits.trailingZeroBitCount), by: model)
      bits &= bits - 1
    }
  }

  /// Classes of words that tell something of names beside or around them.
  private static let telling = NameClass(
    rawValue: NameClass.anyEnd.rawValue | NameClass.facilityWeak.rawValue
      | NameClass.placeWeak.rawValue | NameClass.programWeak.rawValue | NameClass.anchor.rawValue
      | NameClass.plain.rawValue
      | NameClass.stop.rawValue | NameClass.quantifier.rawValue | NameClass.direction.rawValue
      | NameClass.admin.rawValue | NameClass.title.rawValue | NameClass.titleAfter.rawValue
      | NameClass.surnameTitle.rawValue | NameClass.speech.rawValue | NameClass.that.rawValue
      | NameClass.shortLead.rawValue)

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

  @inline(__always)
  fileprivate var isOfUnit: Bool { template == Template.nameUnit.rawValue }

  fileprivate var kindNumber: Int { Int(first >> Feature.kindShift & 7) }

  fileprivate var ofNoKind: Feature {
    var feature = self
    feature.first &= (1 << Feature.kindShift) - 1
    return feature
  }
}
