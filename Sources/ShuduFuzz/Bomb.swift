/// An input that repeats what might cost a stage more than its length.
struct Bomb {
  let name: String
  /// `t`, `m`, `h` or `j`, as in `Stage.run`.
  let format: UInt8
  /// Bytes of the longer of its two sizes.
  let size: Int
  /// Whether it is tried in short runs too.
  let standsForOthers: Bool
  private let head: String
  /// `◇` is another character of the basic plane each time.
  private let unit: String
  private let tail: String

  init(
    _ format: Character, _ unit: String, name: String? = nil, head: String = "", tail: String = "",
    size: Int = 128_000, standsForOthers: Bool = false
  ) {
    self.name = "\(format) \(name ?? unit.debugDescription)"
    self.format = format.asciiValue ?? 0
    self.size = size
    self.standsForOthers = standsForOthers
    self.head = head
    self.unit = unit
    self.tail = tail
  }

  /// About that many bytes; the same each time.
  func bytes(_ count: Int) -> [UInt8] {
    let units = max(1, count / unit.utf8.count)
    return Array(head.utf8) + (unit.contains("◇") ? varied(units) : repeated(units))
      + Array(tail.utf8)
  }

  private func repeated(_ count: Int) -> [UInt8] {
    Array(String(repeating: unit, count: count).utf8)
  }

  private func varied(_ count: Int) -> [UInt8] {
    var state: UInt32 = 5
    var bytes: [UInt8] = []
    for _ in 0..<count {
      for scalar in unit.unicodeScalars {
        state = state &* 1_664_525 &+ 1_013_904_223
        let other = Unicode.Scalar(0x4E00 + (state >> 12) % 0x4000)
        bytes += String(scalar == "◇" ? other ?? scalar : scalar).utf8
      }
    }
    return bytes
  }
}
