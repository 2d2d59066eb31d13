/// A table of weights inside the binary: lines of feature, tab, weight.
///
/// There are fifty thousand of them in all, so the bytes are read in place.
enum WeightTable {
  typealias Row = (feature: Feature, weight: Int32)

  /// The rows of the table of that name, those that can't be read left out.
  static func rows(named name: String) -> [Row] {
    EmbeddedTable.withBytes(named: name) { bytes in
      var rows: [Row] = []
      rows.reserveCapacity(bytes.count / 16)
      EmbeddedTable.forEachLine(of: bytes) { line in
        let line = UnsafeBufferPointer(rebasing: bytes[line])
        guard let tab = line.firstIndex(of: 0x09),
          let feature = Feature(name: UnsafeBufferPointer(rebasing: line[..<tab])),
          let weight = Int32(ascii: line[(tab + 1)...])
        else { return }
        rows.append((feature, weight))
      }
      return rows
    }
  }
}
