import Shudu

/// Places in a file as cells write them.
enum Spans {
  static let meaning =
    "Half-open ranges of Unicode scalars of the file (in .jsonl: of `text`), `first-end`, parted by `;`."

  /// `19-24;26-27`.
  static func text(_ spans: [[Int]]) -> String {
    spans.map { span in span.map(String.init).joined(separator: "-") }.joined(separator: ";")
  }

  /// Reads what `text` writes; nil for anything else.
  static func parse(_ text: String) -> [[Int]]? {
    var spans: [[Int]] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-").map { Int($0) }
      guard ends.count == 2, let first = ends[0], let end = ends[1], first < end else { return nil }
      spans.append([first, end])
    }
    return spans
  }
}

/// Probabilities as records write them.
enum Probability {
  /// At most three places.
  static func text(_ value: Double) -> String {
    var json = JSONWriter()
    json.number(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
