import ICU

/// ICU's word boundaries for layout's joints.
///
/// A worker uses one breaker for all its pages. Not for two threads at once.
public final class WordBreaker {
  // Unchecked: one call at a time uses it, and the boundaries' receiver is the function below.
  @exclusivity(unchecked) private var iterator = WordIterator()

  public init() {}

  /// Where words end in a text, ascending, its end among them; the end alone where ICU has no
  /// dictionary.
  public func boundaries(of units: [UInt16]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(units.count)
    iterator.forEachBoundary(in: units, range: 0..<units.count) { result.append($0) }
    return result.isEmpty ? [units.count] : result
  }
}
