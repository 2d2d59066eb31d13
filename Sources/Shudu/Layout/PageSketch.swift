/// How often runs of two to four characters occur on a page, in fixed memory.
///
/// Pages repeat their words, so that a joint's characters found elsewhere on the page show a word
/// that the joint makes. Counts are kept by two hashes each, in half a byte; runs may share counters, so that a count
/// may be too high (seldom: one in a hundred), never too low up to 15.
///
/// Cost: linear in the units read, `limit` at most; 32 bytes a unit in memory, 4 MB at most.
struct PageSketch: Sendable {
  /// Units read of a page.
  static let limit = 1 << 17

  private var counters: [UInt8]
  private let mask: Int
  private var read = 0

  init(size: Int) {
    var capacity = 1 << 10
    while capacity < min(size, PageSketch.limit) * 64 { capacity *= 2 }
    counters = Array(repeating: 0, count: capacity / 2)
    mask = capacity - 1
  }

  /// Counts the runs within a range.
  mutating func add(_ units: [UInt16], _ range: Range<Int>) {
    guard read < PageSketch.limit else { return }
    read += range.count
    let mask = mask
    counters.withUnsafeMutableBufferPointer { counters in
      // The last four units, and how many of them a run may hold.
      var last: UInt64 = 0
      var length = 0
      for at in range {
        guard PageSketch.isCounted(units[at]) else {
          length = 0
          continue
        }
        last = last << 16 | UInt64(units[at])
        length = min(length + 1, 4)
        guard length > 1 else { continue }
        PageSketch.count(last & 0xFFFF_FFFF, in: counters, mask)
        guard length > 2 else { continue }
        PageSketch.count(last & 0xFFFF_FFFF_FFFF, in: counters, mask)
        if length > 3 { PageSketch.count(last, in: counters, mask) }
      }
    }
  }

  /// How often a run of two to four characters occurs; 0 where it holds other than Han or letters.
  func count(
    _ first: UInt16, _ second: UInt16, _ third: UInt16? = nil, _ fourth: UInt16? = nil
  ) -> Int {
    guard PageSketch.isCounted(first), PageSketch.isCounted(second) else { return 0 }
    var key = UInt64(first) << 16 | UInt64(second)
    if let third {
      guard PageSketch.isCounted(third) else { return 0 }
      key = key << 16 | UInt64(third)
    }
    if let fourth {
      guard PageSketch.isCounted(fourth) else { return 0 }
      key = key << 16 | UInt64(fourth)
    }
    let (one, other) = PageSketch.slots(key, mask)
    return Int(min(counter(one), counter(other)))
  }

  /// How often two Han characters or letters stand together; the first in the higher bits.
  @inline(__always)
  func count(pair: UInt64) -> Int {
    let (one, other) = PageSketch.slots(pair, mask)
    return Int(min(counter(one), counter(other)))
  }

  @inline(__always)
  private static func count(
    _ run: UInt64, in counters: UnsafeMutableBufferPointer<UInt8>, _ mask: Int
  ) {
    let (first, second) = slots(run, mask)
    count(first, in: counters)
    if second != first { count(second, in: counters) }
  }

  /// Two counters stand in a byte.
  @inline(__always)
  private static func count(_ slot: Int, in counters: UnsafeMutableBufferPointer<UInt8>) {
    let shift = UInt8(truncatingIfNeeded: slot & 1) * 4
    let byte = counters[slot >> 1]
    if byte &>> shift & 15 < 15 { counters[slot >> 1] = byte &+ 1 &<< shift }
  }

  @inline(__always)
  private func counter(_ slot: Int) -> UInt8 {
    counters[slot >> 1] &>> (UInt8(truncatingIfNeeded: slot & 1) * 4) & 15
  }

  @inline(__always)
  private static func isCounted(_ unit: UInt16) -> Bool {
    LayoutCharacters.isHan(unit) || LayoutCharacters.isLatin(unit)
  }

  @inline(__always)
  private static func slots(_ key: UInt64, _ mask: Int) -> (Int, Int) {
    let hash = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    let first = Int(truncatingIfNeeded: hash >> 40) & mask
    let second =
      Int(truncatingIfNeeded: ((hash ^ hash >> 32) &* 0xBF58_476D_1CE4_E5B9) >> 40) & mask
    return (first, second)
  }
}
