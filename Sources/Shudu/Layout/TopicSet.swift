/// A set of a page's rarer pairs of characters, by their numbers (`PagePairs`).
///
/// Numbers stand for one another modulo `capacity`: a newspaper page has half as many; on a longer one, those that are
/// confused first occur far from each other.
///
/// Cost: 128 bytes; whatever two sets share is counted at once, without branches.
struct TopicSet: Sendable, BitwiseCopyable {
  static let capacity = 1024

  private var bits = InlineArray<16, UInt64>(repeating: 0)

  @inline(__always)
  mutating func insert(_ number: Int) {
    bits[number >> 6 & 15] |= 1 << UInt64(number & 63)
  }

  mutating func formUnion(_ other: TopicSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  var count: Int { countShared(with: self) }

  /// How many both hold.
  func countShared(with other: TopicSet) -> Int {
    // Counts in each byte, of all words together: `nonzeroBitCount` by itself is no single instruction on every machine.
    var bytes: UInt64 = 0
    let (one, two) = (bits.span, other.bits.span)
    for index in one.indices {
      var bits = one[index] & two[index]
      bits &-= bits >> 1 & 0x5555_5555_5555_5555
      bits = bits & 0x3333_3333_3333_3333 &+ bits >> 2 & 0x3333_3333_3333_3333
      bytes &+= (bits &+ bits >> 4) & 0x0F0F_0F0F_0F0F_0F0F
    }
    bytes = bytes & 0x00FF_00FF_00FF_00FF &+ bytes >> 8 & 0x00FF_00FF_00FF_00FF
    return Int((bytes &* 0x0001_0001_0001_0001) >> 48)
  }
}
