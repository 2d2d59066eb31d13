/// The words of a sentence as scalars, with the places of its quotes.
struct SentenceScalars {
  let scalars: [Unicode.Scalar]
  /// Half-open, in scalars of the file.
  let spans: [[Int]]

  init(text: String, spans: [[Int]]) {
    scalars = Array(text.unicodeScalars)
    self.spans = spans
  }

  /// Whether every scalar stands in the file as it is, so that places can be counted through the spans.
  private var isLiteral: Bool { spans.reduce(0) { $0 + $1[1] - $1[0] } == scalars.count }

  /// Where in the sentence a place of the file is.
  func offset(of place: Int) -> Int? {
    guard isLiteral else { return nil }
    var passed = 0
    for span in spans {
      if (span[0]..<span[1]).contains(place) { return passed + place - span[0] }
      passed += span[1] - span[0]
    }
    return nil
  }

  /// The places in the file of a range of the sentence, neighbours merged.
  func places(of range: Range<Int>) -> [[Int]]? {
    guard isLiteral, range.upperBound <= scalars.count else { return nil }
    var places: [[Int]] = []
    var passed = 0
    for span in spans {
      let low = max(range.lowerBound, passed)
      let high = min(range.upperBound, passed + span[1] - span[0])
      if low < high {
        let place = [span[0] + low - passed, span[0] + high - passed]
        if let last = places.last, last[1] == place[0] {
          places[places.count - 1][1] = place[1]
        } else {
          places.append(place)
        }
      }
      passed += span[1] - span[0]
    }
    return places
  }

  /// Where the words stand in the sentence, ascending.
  func occurrences(of words: String) -> [Int] {
    let words = Array(words.unicodeScalars)
    guard let first = words.first, scalars.count >= words.count else { return [] }
    return (0...(scalars.count - words.count)).filter {
      scalars[$0] == first && scalars[$0..<$0 + words.count].elementsEqual(words)
    }
  }

  /// A quote that begins at an offset, with what stands before and after it.
  func quote(_ text: String, at offset: Int, turn: Int?) -> Decision.Quote {
    let end = min(scalars.count, offset + text.unicodeScalars.count)
    let before = scalars[max(0, offset - Decision.Quote.contextLength)..<offset]
    let after = scalars[end..<min(scalars.count, end + Decision.Quote.contextLength)]
    return Decision.Quote(
      text: text, before: String(String.UnicodeScalarView(before)),
      after: String(String.UnicodeScalarView(after)), turn: turn)
  }
}

extension Decision.Quote {
  /// The quotes of facts, with their contexts and turns.
  ///
  /// - Parameter records: of an article, or of its sentences of one text, in the order of `extract`.
  static func quotes(of records: [FactRecord]) -> [Decision.Quote] {
    var turns: [String: Int] = [:]
    return records.map { record in
      let name = record.sentence.id + " " + record.quote.text
      let turn = turns[name, default: 0]
      turns[name] = turn + 1
      let sentence = SentenceScalars(text: record.sentence.text, spans: record.sentence.spans)
      let start = record.quote.spans.first.flatMap { sentence.offset(of: $0[0]) }
      let found = sentence.occurrences(of: record.quote.text)
      let offset = start ?? (found.isEmpty ? 0 : found[min(turn, found.count - 1)])
      return sentence.quote(record.quote.text, at: offset, turn: turn)
    }
  }
}
