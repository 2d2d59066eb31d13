/// The decoded characters of one article file, which never change.
///
/// Every offset in the core is a half-open range of UTF-16 code units of a text (starting offset
/// inclusive, ending exclusive), because ICU and the class tables read UTF-16. Records count
/// Unicode scalars of the decoded file instead; `scalarOffset(of:)` is the only place where one
/// becomes the other.
public struct SourceText: Sendable {
  /// UTF-16 code units of the decoded file, without its byte order mark.
  public let units: [UInt16]
  /// Offsets of all high surrogates that a low one follows, ascending.
  private let pairs: [Int]

  public init(units: [UInt16]) {
    self.units = units
    pairs = SourceText.hasSurrogates(units) ? SourceText.pairs(in: units) : []
  }

  /// Most files have none, which many units at once tell.
  private static func hasSurrogates(_ units: [UInt16]) -> Bool {
    var found: UInt16 = 0
    for unit in units { found |= unit & 0xF800 == 0xD800 ? 1 : 0 }
    return found != 0
  }

  private static func pairs(in units: [UInt16]) -> [Int] {
    var pairs: [Int] = []
    var previousIsHigh = false
    for (offset, unit) in units.enumerated() {
      if previousIsHigh, unit & 0xFC00 == 0xDC00 { pairs.append(offset - 1) }
      previousIsHigh = unit & 0xFC00 == 0xD800
    }
    return pairs
  }

  public init(_ text: String) {
    self.init(units: Array(text.utf16))
  }

  /// The number of Unicode scalars before a UTF-16 offset.
  ///
  /// Cost: logarithmic in the number of characters beyond the basic plane.
  public func scalarOffset(of offset: Int) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < offset - 1 { low = middle + 1 } else { high = middle }
    }
    return offset - low
  }

  /// Ranges of Unicode scalars for ranges of UTF-16 units.
  public func scalarSpans(of ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.map { scalarOffset(of: $0.lowerBound)..<scalarOffset(of: $0.upperBound) }
  }

  /// The characters of a range of units; an unpaired surrogate becomes U+FFFD.
  public func text(in range: Range<Int>) -> String {
    String(utf16: units[range])
  }
}
