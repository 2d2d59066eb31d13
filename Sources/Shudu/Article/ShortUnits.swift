/// Up to eight UTF-16 units as one number, which is hashed and compared at once where an array takes memory of its own.
struct ShortUnits: Hashable, Sendable {
  private let bits: UInt128
  private let count: UInt8

  /// Nil for longer texts.
  init?(_ units: ArraySlice<UInt16>) {
    guard units.count <= 8 else { return nil }
    var bits: UInt128 = 0
    for unit in units { bits = bits << 16 | UInt128(unit) }
    self.bits = bits
    count = UInt8(truncatingIfNeeded: units.count)
  }
}
