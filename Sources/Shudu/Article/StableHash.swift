/// A 128-bit FNV-1a hash of bytes, the same on every machine and in every run: the ids of records.
struct StableHash: Sendable, Hashable {
  private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  /// Its lower half tells hashes apart, and takes half the time to hash again.
  func hash(into hasher: inout Hasher) { hasher.combine(UInt64(truncatingIfNeeded: state)) }

  /// Adds a field; fields are set apart, so that `ab`, `c` and `a`, `bc` differ.
  mutating func combine(_ field: String) {
    var field = field
    field.withUTF8 { for byte in $0 { add(byte) } }
    add(0)
  }

  /// Adds a number as its digits are written.
  mutating func combine(_ number: Int) {
    if number < 0 { add(0x2D) }
    let size = number.magnitude
    var place: UInt = 1
    while size / place >= 10 { place *= 10 }
    while place > 0 {
      add(0x30 + UInt8(truncatingIfNeeded: size / place % 10))
      place /= 10
    }
    add(0)
  }

  /// Adds a number in its shortest form; none is a field of its own.
  mutating func combine(_ number: ExactDecimal?) {
    guard let number = number?.shortened() else { return add(0xFF) }
    combine(Int(truncatingIfNeeded: number.coefficient))
    combine(number.places)
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* StableHash.prime
  }

  /// The first 80 bits in 16 characters of base 32, without letters that look like digits.
  var text: String {
    String(unsafeUninitializedCapacity: 16) { characters in
      var rest = state >> 48
      for index in 0..<16 {
        characters[index] = StableHash.alphabet[Int(rest & 31)]
        rest >>= 5
      }
      return 16
    }
  }
}
