/// The folded units of a name, with their hash: told apart from others at once, found in a table without a copy.
///
/// A slice of the paragraph where the name stands. Cost: one multiplication a unit when it is made.
struct NameWords: Sendable, Hashable {
  let units: ArraySlice<UInt16>
  /// Well mixed in its lower bits.
  let digest: UInt64

  init(_ units: ArraySlice<UInt16>) {
    self.units = units
    var digest = Digest()
    for unit in units { digest.append(unit) }
    self.digest = digest.value
  }

  /// The digest of words, unit by unit: that of each beginning is had on the way to the whole.
  struct Digest: BitwiseCopyable {
    private var state: UInt64 = 0x9FB2_1C65_1E98_DF25

    @inline(__always)
    mutating func append(_ unit: UInt16) {
      state = (state ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    var value: UInt64 { state ^ state >> 32 }
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
