/// How often runs of two to four characters occur on a page, in fixed memory.
///
/// Pages repeat their words, so that a joint's characters found elsewhere on the page show a word
/// that the joint makes. Counts are kept by hash; two runs may share a counter, so a count may be
/// too high, never too low (up to 255).
///
/// Cost: linear in the page; a quarter of the page's size in memory, 4 MB at most.
struct PageSketch: Sendable {
  private var counters: [UInt8]
  private let mask: Int

  init(size: Int) {
    var capacity = 1 << 14
    while capacity < size * 4, capacity < 1 << 22 { capacity *= 2 }
    counters = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// Counts the runs within a range.
  mutating func add(_ units: [UInt16], _ range: Range<Int>) {
    for start in range {
      for length in 2...4 where start + length <= range.upperBound {
        guard let slot = slot(units[start..<start + length]) else { break }
        if counters[slot] < 255 { counters[slot] += 1 }
      }
    }
  }

  /// How often a run of two to four characters occurs; 0 where it holds other than Han or letters.
  func count(_ run: some Collection<UInt16>) -> Int {
    guard let slot = slot(run) else { return 0 }
    return Int(counters[slot])
  }

  private func slot(_ run: some Collection<UInt16>) -> Int? {
    var key: UInt64 = 0
    for unit in run {
      guard LayoutCharacters.isHan(unit) || LayoutCharacters.isLatin(unit) else { return nil }
      key = key << 16 | UInt64(unit)
    }
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
