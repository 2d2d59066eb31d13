import ShuduStore

extension FactRecord {
  /// All words that the fact was read from, the quote first.
  var words: [Evidence] {
    [
      quote, measure, subject.map { Evidence(text: $0.text, spans: $0.spans) },
      subject?.resolvedFrom, predicate, shareOf,
      time.map { Evidence(text: $0.text, spans: $0.spans) },
      attribution,
    ].compactMap { $0 }
  }
}

extension FactRecord.Evidence {
  /// Its runs of Arabic digits with their places; none where the file spells the words otherwise.
  var digitRuns: [FactRecord.Evidence] {
    let scalars = Array(text.unicodeScalars)
    let places = spans.flatMap { $0[0]..<$0[1] }
    guard places.count == scalars.count else { return [] }
    var runs: [FactRecord.Evidence] = []
    var start: Int?
    for index in 0...scalars.count {
      let isDigit = index < scalars.count && ("0"..."9").contains(scalars[index])
      if isDigit, start == nil { start = index }
      guard !isDigit, let first = start else { continue }
      var run = String.UnicodeScalarView()
      run.append(contentsOf: scalars[first..<index])
      runs.append(
        .init(text: String(run), spans: FactRecord.Evidence.spans(of: places[first..<index])))
      start = nil
    }
    return runs
  }

  private static func spans(of places: ArraySlice<Int>) -> [[Int]] {
    var spans: [[Int]] = []
    for place in places {
      if let last = spans.last, last[1] == place {
        spans[spans.count - 1][1] = place + 1
      } else {
        spans.append([place, place + 1])
      }
    }
    return spans
  }
}
