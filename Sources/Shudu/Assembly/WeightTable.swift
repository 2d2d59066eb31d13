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
      // Many rows of one template stand one after another.
      var template: UInt8?
      EmbeddedTable.forEachLine(of: bytes) { line in
        guard let row = row(UnsafeBufferPointer(rebasing: bytes[line]), like: template) else {
          return
        }
        template = row.feature.template
        rows.append(row)
      }
      return rows
    }
  }

  private static func row(_ line: UnsafeBufferPointer<UInt8>, like template: UInt8?) -> Row? {
    var at = 0
    guard let feature = Feature(reading: line, at: &at, like: template), at + 1 < line.count,
      line[at] == 0x09
    else { return nil }
    let isNegative = line[at + 1] == 0x2D
    at += isNegative ? 2 : 1
    guard let size = UInt32(reading: line, at: &at), at == line.count else { return nil }
    return (feature, isNegative ? -Int32(size) : Int32(size))
  }
}
