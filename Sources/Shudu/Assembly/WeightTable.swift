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
      var reader = FeatureReader()
      EmbeddedTable.forEachLine(of: bytes) { line in
        let line = UnsafeBufferPointer(rebasing: bytes[line])
        guard let tab = line.firstIndex(of: 0x09),
          let feature = reader.feature(named: UnsafeBufferPointer(rebasing: line[..<tab])),
          let weight = Int32(ascii: line[(tab + 1)...])
        else { return }
        rows.append((feature, weight))
      }
      return rows
    }
  }
}

/// Reads the names of features, of which many of one template stand one after another.
private struct FeatureReader {
  /// The template of the name before, and how long its title is.
  private var template: UInt8?
  private var length = 0

  /// The feature of that name; nil for what is none.
  mutating func feature(named name: UnsafeBufferPointer<UInt8>) -> Feature? {
    if let template, let feature = Feature(name: name, template: template, title: length) {
      return feature
    }
    guard let feature = Feature(name: name) else { return nil }
    template = feature.template
    length = name.firstIndex(of: 0x3A) ?? 0
    return feature
  }
}
