/// Weights by feature: an open-addressing table of keys.
///
/// Most features that are asked for have no weight, and one bit of a small filter says so for most of them, without a look
/// at the table.
struct FeatureTable<Slot: FeatureSlot>: Sendable {
  private let slots: FixedTable<Slot>
  private let mask: Int
  /// A bit for each feature, by other bits of its hash than those that give the slot.
  private let filter: FixedTable<UInt64>
  private let filterMask: Int

  /// - Parameter rows: no key twice.
  init(_ rows: some Collection<Slot>) {
    var capacity = 64
    while capacity * 3 < rows.count * 4 { capacity *= 2 }
    mask = capacity - 1
    var slots = Array(repeating: Slot.free, count: capacity)
    var bits = [UInt64](repeating: 0, count: capacity / 4)
    filterMask = bits.count * 64 - 1
    for row in rows {
      let hash = FeatureTable.hash(row.key)
      var slot = Int(truncatingIfNeeded: hash >> 44) & mask
      while slots[slot].key != Slot.free.key { slot = (slot + 1) & mask }
      slots[slot] = row
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

  /// What stands at a key, or a free slot. Not inlined: asked for in a hundred places, it would push their own code out of the
  /// cache.
  @inline(never)
  func slot(of key: UInt64) -> Slot { known(key) }

  /// The same for a caller that is not inlined itself.
  @inline(__always)
  func known(_ key: UInt64) -> Slot {
    let hash = FeatureTable.hash(key)
    let bit = Int(truncatingIfNeeded: hash >> 24) & filterMask
    guard filter.known(bit >> 6) >> UInt64(bit & 63) & 1 != 0 else { return Slot.free }
    var at = Int(truncatingIfNeeded: hash >> 44) & mask
    while true {
      let slot = slots.known(at)
      if slot.key == key || slot.key == Slot.free.key { return slot }
      at = (at + 1) & mask
    }
  }
}

/// A key with its weight or weights.
protocol FeatureSlot: BitwiseCopyable, Sendable {
  var key: UInt64 { get }
  /// A key that no feature has, with weights of nothing.
  static var free: Self { get }
}

/// A key of 48 bits and one weight, in eight bytes: a table of ten thousand fits into a processor's nearer cache.
struct WeightSlot: FeatureSlot {
  private let bits: UInt64

  init(key: UInt64, weight: Int16) {
    bits = key << 16 | UInt64(UInt16(bitPattern: weight))
  }

  var key: UInt64 { bits >> 16 }
  var weight: Int32 { Int32(Int16(truncatingIfNeeded: bits)) }
  static let free = WeightSlot(key: .max >> 16, weight: 0)
}

/// A key and the weights of four outcomes.
struct OutcomeSlot: FeatureSlot {
  let key: UInt64
  var weights: SIMD4<Int16>

  static let free = OutcomeSlot(key: .max, weights: .zero)
}
