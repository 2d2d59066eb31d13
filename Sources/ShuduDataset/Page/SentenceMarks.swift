/// Where the words of a fact stand in its sentence's text.
enum SentenceMarks {
  /// Half-open ranges of UTF-16 units of `text`, ascending; empty where the words stand outside the sentence.
  ///
  /// Places in the file are followed through the sentence's own spans. Where the file spells characters otherwise
  /// than the text (entities of HTML), the first place that has the words is taken.
  static func ranges(
    of words: String, at spans: [[Int]], in text: String, standing sentence: [[Int]]
  ) -> [[Int]] {
    let scalars = Array(text.unicodeScalars)
    guard sentence.reduce(0, { $0 + $1[1] - $1[0] }) == scalars.count else {
      return first(words, in: scalars)
    }
    var ranges: [Range<Int>] = []
    for span in spans {
      var start = 0
      for piece in sentence {
        let low = max(piece[0], span[0])
        let high = min(piece[1], span[1])
        if low < high { ranges.append(start + low - piece[0]..<start + high - piece[0]) }
        start += piece[1] - piece[0]
      }
    }
    return units(of: merged(ranges), in: scalars)
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound >= range.lowerBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func first(_ words: String, in scalars: [Unicode.Scalar]) -> [[Int]] {
    let wanted = Array(words.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return [] }
    for start in 0...(scalars.count - wanted.count)
    where Array(scalars[start..<start + wanted.count]) == wanted {
      return units(of: [start..<start + wanted.count], in: scalars)
    }
    return []
  }

  private static func units(of ranges: [Range<Int>], in scalars: [Unicode.Scalar]) -> [[Int]] {
    func unit(_ offset: Int) -> Int { scalars[..<offset].reduce(0) { $0 + UTF16.width($1) } }
    return ranges.map { [unit($0.lowerBound), unit($0.upperBound)] }
  }
}
