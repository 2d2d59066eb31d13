import CLexicon

/// All word tables of the binary.
public enum Lexicon {
  /// The bytes of every table one after the other, for a hash that tells lexicons apart.
  public static var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    var length = 0
    while let table = clexicon_table_at(index, &length) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: table, count: length))
      index += 1
    }
    return bytes
  }
}
