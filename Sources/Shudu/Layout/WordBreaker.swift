import ICU

/// ICU's word boundaries for layout's joints.
///
/// Keeps an iterator open, which a worker reuses for all its pages; not for two threads at once.
public final class WordBreaker {
  private var iterator: BreakIterator

  /// Nil where ICU has no dictionary.
  public init?() {
    guard let iterator = BreakIterator(.words) else { return nil }
    self.iterator = iterator
  }

  /// Where words end in a text, ascending, its end among them.
  public func boundaries(of units: [UInt16]) -> [Int] {
    var result: [Int] = []
    iterator.forEachBoundary(in: units, range: 0..<units.count) { result.append($0) }
    return result
  }
}
