/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
///
/// An open-addressing table of packed keys with their weights. Most features that are asked for have no weight, and one bit of
/// a small filter says so for most of them, without a look at the table.
struct LinearModel: Sendable {
  private struct Slot: Sendable, BitwiseCopyable {
    var key = UInt64.max
    var weight: Int32 = 0
  }

  private let slots: FixedTable<Slot>
  private let mask: Int
  /// A bit for each feature, by other bits of its hash than those that give the slot.
  private let filter: FixedTable<UInt64>
  private let filterMask: Int
  let isEmpty: Bool
  /// Whether candidates keep their features, for training.
  var keepsFeatures = false

  init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  /// Reads the table of that name: lines of feature, tab, weight.
  ///
  /// There are twenty thousand of them, so the bytes are read in place.
  init(table name: String) {
    var rows: [(feature: Feature, weight: Int32)] = []
    EmbeddedTable.withBytes(named: name) { bytes in
      EmbeddedTable.forEachLine(of: bytes) { line in
        let line = UnsafeBufferPointer(rebasing: bytes[line])
        guard let tab = line.firstIndex(of: 0x09),
          let feature = Feature(name: UnsafeBufferPointer(rebasing: line[..<tab])),
          let weight = Int32(ascii: line[(tab + 1)...])
        else { return }
        rows.append((feature, weight))
      }
    }
    self.init(rows: rows)
  }

  private init(rows: [(feature: Feature, weight: Int32)]) {
    var capacity = 64
    while capacity < rows.count * 2 { capacity *= 2 }
    mask = capacity - 1
    isEmpty = rows.isEmpty
    var slots = Array(repeating: Slot(), count: capacity)
    var bits = [UInt64](repeating: 0, count: capacity / 8)
    filterMask = bits.count * 64 - 1
    for (feature, weight) in rows {
      let hash = LinearModel.hash(feature.key)
      var slot = Int(truncatingIfNeeded: hash >> 44) & mask
      while slots[slot].key != feature.key, slots[slot].key != .max { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: feature.key, weight: weight)
      let bit = Int(truncatingIfNeeded: hash >> 24) & filterMask
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.slots = FixedTable(slots)
    filter = FixedTable(bits)
  }

  /// The template stands in the key's highest bits, which a product alone would leave there.
  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The weight of a feature; 0 for one that has none.
  @inline(__always)
  func weight(of feature: Feature) -> Int {
    let key = feature.key
    let hash = LinearModel.hash(key)
    let bit = Int(truncatingIfNeeded: hash >> 24) & filterMask
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return 0 }
    var at = Int(truncatingIfNeeded: hash >> 44) & mask
    while true {
      let slot = slots[at]
      if slot.key == key { return Int(slot.weight) }
      if slot.key == .max { return 0 }
      at = (at + 1) & mask
    }
  }

  /// The candidate with the highest sum, the first of equals, and how likely it is (softmax); nil for none.
  func best<Candidate>(
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
      $0 + LinearModel.exponential(Double(support($1).sum - highest) / 1000)
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
