import CLexicon

/// All word tables of the binary.
public enum Lexicon {
  /// Calls `body` with the bytes of every table one after the other, for a hash that tells lexicons apart.
  public static func forEachTable(_ body: (UnsafeRawBufferPointer) -> Void) {
    var index = 0
    var length = 0
    while let table = clexicon_table_at(index, &length) {
      body(UnsafeRawBufferPointer(start: table, count: length))
      index += 1
    }
  }
}
