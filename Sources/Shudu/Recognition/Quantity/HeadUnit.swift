/// The unit that a table's head or caption gives its figures: `产量(万吨)`, `单位:亿元`, `比上年增长%`.
struct HeadUnit: Sendable {
  /// What of the head says so, brackets and `单位:` included.
  var range: Range<Int>
  /// The units, scale words included; several where the head leaves the choice (`亿元、%`).
  var choices: [Range<Int>]

  /// The unit of a head; nil for none.
  ///
  /// - Parameter isUnit: whether the whole head may be a unit, as in a column of units.
  /// - Complexity: linear in the head.
  static func find(in units: [UInt16], isUnit: Bool, table: UnitTable = .standard) -> HeadUnit? {
    let whole = SourceLine.trimmed(0..<units.count, of: units)
    guard !whole.isEmpty, whole.count <= longestHead else { return nil }
    if isUnit, let choices = choices(of: whole, in: units, table) {
      return HeadUnit(range: whole, choices: choices)
    }
    if let line = afterLabel(whole, of: units), line.lowerBound > whole.lowerBound {
      return choices(of: line, in: units, table).map { HeadUnit(range: whole, choices: $0) }
    }
    if let inner = trailingBracket(whole, of: units) {
      let words = afterLabel(inner, of: units) ?? inner
      if let choices = choices(of: words, in: units, table) {
        return HeadUnit(range: inner.lowerBound - 1..<whole.upperBound, choices: choices)
      }
    }
    if let last = whole.last, units[last] == 0x25 || units[last] == 0x2030 {
      return HeadUnit(range: last..<last + 1, choices: [last..<last + 1])
    }
    return nil
  }

  private static let longestHead = 60

  /// The inside of the bracket that a stretch ends with.
  private static func trailingBracket(_ range: Range<Int>, of units: [UInt16]) -> Range<Int>? {
    guard let last = range.last, units[last] == 0x29 || units[last] == 0x5D,
      let open = units[range].lastIndex(where: { $0 == 0x28 || $0 == 0x5B })
    else { return nil }
    return SourceLine.trimmed(open + 1..<last, of: units)
  }

  /// What stands behind `单位:`, within a bracket or not.
  private static func afterLabel(_ range: Range<Int>, of units: [UInt16]) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    if high - low > 2, units[low] == 0x28, units[high - 1] == 0x29 {
      low += 1
      high -= 1
    }
    for label in labels where high - low > label.count {
      if units[low..<low + label.count].elementsEqual(label) {
        return SourceLine.trimmed(low + label.count..<high, of: units)
      }
    }
    return nil
  }

  private static let labels = ["计量单位:", "单位:", "单位为"].map { Array($0.utf16) }

  /// The units that a stretch names and nothing else; nil for other words.
  private static func choices(
    of range: Range<Int>, in units: [UInt16], _ table: UnitTable
  ) -> [Range<Int>]? {
    var range = range
    while let first = range.first, units[first] == 0xB1 || units[first] == 0x2B {
      range = first + 1..<range.upperBound  // ±
    }
    if isUnit(range, of: units, table) { return [range] }
    var found: [Range<Int>] = []
    for piece in units[range].split(whereSeparator: { separators.contains($0) }) {
      let word = SourceLine.trimmed(piece.startIndex..<piece.endIndex, of: units)
      guard isUnit(word, of: units, table) else { return nil }
      found.append(word)
    }
    return found.isEmpty ? nil : found
  }

  private static let separators = UnitSet("、,;/ ")
  private static let scales = UnitSet("十百千万亿兆")

  /// `亿元`, `元/平方米`.
  private static func isUnit(_ range: Range<Int>, of units: [UInt16], _ table: UnitTable) -> Bool {
    guard !range.isEmpty, range.count <= 16 else { return false }
    var at = range.lowerBound
    for turn in 0..<3 {
      if turn == 0 { while at < range.upperBound, scales.contains(units[at]) { at += 1 } }
      guard let match = table.trie.longestMatch(in: units, at: at, limit: range.upperBound) else {
        return false
      }
      if match.end == range.upperBound { return true }
      guard units[match.end] == 0x2F else { return false }
      at = match.end + 1
    }
    return false
  }
}
