import ICU

/// ICU's word boundaries for layout's joints.
///
/// The iterator is opened at the first question, which costs milliseconds, and kept: a worker uses
/// one breaker for all its pages. Not for two threads at once.
public final class WordBreaker {
  private var iterator: BreakIterator?
  private var isOpened = false

  public init() {}

  /// Where words end in a text, ascending, its end among them; the end alone where ICU has no
  /// dictionary.
  public func boundaries(of units: [UInt16]) -> [Int] {
    if !isOpened {
      isOpened = true
      iterator = BreakIterator(.words)
    }
    var result: [Int] = []
    iterator?.forEachBoundary(in: units, range: 0..<units.count) { result.append($0) }
    return result.isEmpty ? [units.count] : result
  }
}
