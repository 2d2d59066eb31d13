import ICU

/// ICU's words, for layout's edges and joints.
///
/// A worker uses one breaker for all its pages. Not for two threads at once.
public final class WordBreaker {
  // Unchecked: one call at a time uses it, and the boundaries' receivers are the functions below.
  @exclusivity(unchecked) private var iterator = WordIterator()

  public init() {}

  /// Where words end in a text, ascending, its end among them; the end alone where ICU has no
  /// dictionary. Offsets count from its beginning.
  func boundaries(of text: ArraySlice<UInt16>) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(text.count)
    iterator.forEachBoundary(in: Array(text), range: 0..<text.count) { result.append($0) }
    return result.isEmpty ? [text.count] : result
  }

  /// Whether a word ends at an offset, where a range is cut into words.
  func isBoundary(_ offset: Int, in units: [UInt16], _ range: Range<Int>) -> Bool {
    var isBoundary = offset == range.upperBound
    iterator.forEachBoundary(in: units, range: range) {
      if $0 == offset { isBoundary = true }
    }
    return isBoundary
  }

  /// Where words of the dictionary begin that may go on behind a text: a bit for each distance from its end, from 1.
  func openWords(of text: ArraySlice<UInt16>) -> UInt32 { iterator.openWords(of: text) }

  /// Whether the dictionary has a word that begins in one text and ends in the other, if both stand together.
  ///
  /// Cost: a look-up for each of the open words, while `boundaries` looks at all divisions.
  func hasWord(
    across before: ArraySlice<UInt16>, _ after: ArraySlice<UInt16>, open: UInt32
  ) -> Bool {
    iterator.hasWord(across: before, after, open: open)
  }
}
