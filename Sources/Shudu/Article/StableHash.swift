/// A 128-bit FNV-1a hash of bytes, the same on every machine and in every run: the ids of records.
struct StableHash: Sendable {
  private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  /// Adds a field; fields are set apart, so that `ab`, `c` and `a`, `bc` differ.
  mutating func combine(_ field: String) {
    for byte in field.utf8 { add(byte) }
    add(0)
  }

  mutating func combine(_ number: Int) { combine(String(number)) }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* StableHash.prime
  }

  /// The first 80 bits in 16 characters of base 32, without letters that look like digits.
  var text: String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var rest = state >> 48
    var characters: [Character] = []
    for _ in 0..<16 {
      characters.append(alphabet[Int(rest & 31)])
      rest >>= 5
    }
    return String(characters)
  }
}
