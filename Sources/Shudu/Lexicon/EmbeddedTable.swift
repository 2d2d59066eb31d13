import CLexicon

/// A word table inside the binary: lines of tab-separated fields, remarks (`#`) left out.
///
/// The tables are `Sources/CLexicon/Data/*.tsv`. The first lines of each say its columns, source and licence.
struct EmbeddedTable: Sendable {
  /// The fields of each line.
  let rows: [[String]]

  /// The table of that name (`units` for `units.tsv`); empty where there is none.
  init(named name: String) {
    rows = EmbeddedTable.withBytes(named: name) { EmbeddedTable.rows(of: $0) }
  }

  init(text: String) {
    rows = Array(text.utf8).withUnsafeBufferPointer { EmbeddedTable.rows(of: $0) }
  }

  private static func rows(of bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
    var rows: [[String]] = []
    forEachLine(of: bytes) { line in
      var fields: [String] = []
      var start = line.lowerBound
      for end in line where bytes[end] == 0x09 {
        fields.append(text(of: start..<end, in: bytes))
        start = end + 1
      }
      fields.append(text(of: start..<line.upperBound, in: bytes))
      rows.append(fields)
    }
    return rows
  }

  /// Calls `body` with each line that is neither blank nor a remark.
  static func forEachLine(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start, bytes[start] != 0x23 { body(start..<end) }
      start = end + 1
    }
  }

  private static func text(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The bytes of the table of that name; none where there is none.
  static func withBytes<Result>(
    named name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var length = 0
    let bytes = clexicon_table(name, &length)
    return body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : length))
  }

  /// The table's whole text.
  static func text(named name: String) -> String {
    withBytes(named: name) { String(decoding: $0, as: UTF8.self) }
  }
}
