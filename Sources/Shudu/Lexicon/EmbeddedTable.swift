import CLexicon

/// A word table inside the binary: lines of tab-separated fields, remarks (`#`) left out.
///
/// The tables are `Sources/CLexicon/Data/*.tsv`. The first lines of each say its columns, source and licence.
struct EmbeddedTable: Sendable {
  /// Fields of each line, as UTF-16 without copies of the file's text.
  let rows: [[String]]

  /// The table of that name (`units` for `units.tsv`); empty where there is none.
  init(named name: String) {
    self.init(text: EmbeddedTable.text(named: name))
  }

  init(text: String) {
    var rows: [[String]] = []
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      rows.append(fields.map { String(Substring($0)) })
    }
    self.rows = rows
  }

  /// The table's whole text.
  static func text(named name: String) -> String {
    var length = 0
    guard let bytes = clexicon_table(name, &length) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
