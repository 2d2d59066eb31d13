/// Weights by feature: an open-addressing table of packed keys.
///
/// Most features that are asked for have no weight, and one bit of a small filter says so for most of them, without a look
/// at the table.
struct FeatureTable<Weight: BitwiseCopyable & Sendable>: Sendable {
  private struct Slot: Sendable, BitwiseCopyable {
    var key = UInt64.max
    var weight: Weight
  }

  private let slots: FixedTable<Slot>
  private let mask: Int
  /// A bit for each feature, by other bits of its hash than those that give the slot.
  private let filter: FixedTable<UInt64>
  private let filterMask: Int
  private let none: Weight

  /// - Parameters:
  ///   - rows: no feature twice.
  ///   - none: what features without a weight have.
  init(_ rows: some Collection<(key: UInt64, weight: Weight)>, none: Weight) {
    var capacity = 64
    while capacity < rows.count * 2 { capacity *= 2 }
    mask = capacity - 1
    self.none = none
    var slots = Array(repeating: Slot(weight: none), count: capacity)
    var bits = [UInt64](repeating: 0, count: capacity / 8)
    filterMask = bits.count * 64 - 1
    for (key, weight) in rows {
      let hash = FeatureTable.hash(key)
      var slot = Int(truncatingIfNeeded: hash >> 44) & mask
      while slots[slot].key != .max { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: key, weight: weight)
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

  /// The weight of a feature. Not inlined: asked for in a hundred places, it would push their own code out of the cache.
  @inline(never)
  func weight(of key: UInt64) -> Weight {
    let hash = FeatureTable.hash(key)
    let bit = Int(truncatingIfNeeded: hash >> 24) & filterMask
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return none }
    var at = Int(truncatingIfNeeded: hash >> 44) & mask
    while true {
      let slot = slots[at]
      if slot.key == key { return slot.weight }
      if slot.key == .max { return none }
      at = (at + 1) & mask
    }
  }
}
