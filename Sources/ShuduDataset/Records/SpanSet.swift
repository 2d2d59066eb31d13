/// Places of a file that are taken.
struct SpanSet: Sendable {
  /// Ascending and apart from one another.
  private var ranges: [Range<Int>] = []

  init(_ spans: [[Int]]) {
    for span in spans.sorted(by: { $0[0] < $1[0] }) {
      if let last = ranges.last, last.upperBound >= span[0] {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, span[1])
      } else {
        ranges.append(span[0]..<span[1])
      }
    }
  }

  /// Whether one of the spans shares a character with a place. Cost: logarithmic in the places.
  func touches(_ spans: [[Int]]) -> Bool {
    spans.contains { span in
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= span[0] { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].lowerBound < span[1]
    }
  }
}
