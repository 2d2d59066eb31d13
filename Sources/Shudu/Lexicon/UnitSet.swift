/// A set of UTF-16 units, such as the characters that end a class of words.
///
/// Two loads tell whether a unit is in it, where a hashed set takes fifty instructions. Takes a quarter of a kilobyte and
/// 32 bytes for each block of 256 characters that it has some of; never freed, so to be kept in statics alone.
struct UnitSet: Sendable {
  /// By the unit's high byte: the number of its block; 0 for one without members.
  private let blocks: FixedTable<UInt8>
  /// Four words of bits a block.
  private let bits: FixedTable<UInt64>

  /// The units of a text.
  init(_ text: String) {
    var blocks = [UInt8](repeating: 0, count: 256)
    var bits = [UInt64](repeating: 0, count: 4)
    for unit in text.utf16.map(Int.init) {
      if blocks[unit >> 8] == 0 {
        blocks[unit >> 8] = UInt8(bits.count / 4)
        bits += [0, 0, 0, 0]
      }
      bits[Int(blocks[unit >> 8]) * 4 + (unit >> 6 & 3)] |= 1 << UInt64(unit & 63)
    }
    self.blocks = FixedTable(blocks)
    self.bits = FixedTable(bits)
  }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    let block = Int(blocks.known(Int(unit >> 8)))
    return bits.known(block &* 4 &+ Int(unit >> 6 & 3)) >> UInt64(unit & 63) & 1 != 0
  }
}
