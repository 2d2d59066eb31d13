/// The folded units of a name, with their hash: told apart from others at once, found in a table without a copy.
///
/// A slice of the paragraph where the name stands. Cost: one multiplication a unit when it is made.
struct NameWords: Sendable, Hashable {
  let units: ArraySlice<UInt16>
  /// Well mixed in its lower bits.
  let digest: UInt64

  init(_ units: ArraySlice<UInt16>) {
    self.units = units
    var digest = UInt64(truncatingIfNeeded: units.count)
    for unit in units { NameWords.mix(unit, into: &digest) }
    self.digest = digest ^ digest >> 32
  }

  /// The digest of the words that a range of units holds.
  static func digest(of units: [UInt16], _ range: Range<Int>) -> UInt64 {
    var digest = UInt64(truncatingIfNeeded: range.count)
    for at in range { mix(units[at], into: &digest) }
    return digest ^ digest >> 32
  }

  @inline(__always)
  private static func mix(_ unit: UInt16, into digest: inout UInt64) {
    digest = (digest ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
  }

  init(_ units: [UInt16]) { self.init(units[...]) }

  var count: Int { units.count }

  static func == (a: NameWords, b: NameWords) -> Bool {
    a.digest == b.digest && a.count == b.count && a.hasWords(b, at: 0)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Whether shorter words, two characters at least, are their beginning or their end.
  func isNamed(by short: NameWords) -> Bool {
    short.count >= 2 && (begins(with: short) || ends(with: short))
  }

  func begins(with short: NameWords) -> Bool {
    count >= short.count && hasWords(short, at: 0)
  }

  func ends(with short: NameWords) -> Bool {
    count >= short.count && hasWords(short, at: count - short.count)
  }

  /// Whether shorter words stand anywhere within these.
  func holds(_ short: NameWords) -> Bool {
    count >= short.count && (0...count - short.count).contains { hasWords(short, at: $0) }
  }

  /// Whether shorter words stand at an offset, within these.
  private func hasWords(_ short: NameWords, at offset: Int) -> Bool {
    let start = units.startIndex + offset
    for turn in 0..<short.count
    where units[start + turn] != short.units[short.units.startIndex + turn] { return false }
    return true
  }
}
