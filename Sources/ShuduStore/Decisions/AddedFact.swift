import GRDB

/// A fact that a person added, put where its words stand in the present text.
struct AddedFact {
  private let fact: FactRecord

  /// Added facts come after the extracted ones of their article.
  static let firstOrdinal = 1 << 27

  init(_ fact: FactRecord) { self.fact = fact }

  /// The fact with its present sentence and spans; nil where its quote stands nowhere with what was around it.
  ///
  /// - Parameter sentences: rows of the article's sentences: row, id, text, spans.
  func place(among sentences: [Row]) throws -> (fact: FactRecord, sentence: Int64)? {
    let old = SentenceScalars(text: fact.sentence.text, spans: fact.sentence.spans)
    let start =
      fact.quote.spans.first.flatMap { old.offset(of: $0[0]) }
      ?? old.occurrences(of: fact.quote.text).first
    guard let start else { return nil }
    let quote = old.quote(fact.quote.text, at: start, turn: nil)
    var best: (row: Row, offset: Int, score: Double)?
    for row in sentences {
      let text: String = row[2]
      guard text.contains(fact.quote.text) else { continue }
      let sentence = SentenceScalars(text: text, spans: try Spans.read(row[3]))
      for offset in sentence.occurrences(of: fact.quote.text) {
        let isSame = text == fact.sentence.text && offset == start
        let likeness = QuoteLikeness.score(
          quote, sentence.quote(fact.quote.text, at: offset, turn: nil))
        let score = isSame ? 2 : likeness
        if score >= DecisionCarrier.threshold, score > best?.score ?? 0 {
          best = (row, offset, score)
        }
      }
    }
    guard let best else { return nil }
    return (try moved(to: best.row, quoteAt: best.offset, from: old), best.row[0])
  }

  private func moved(
    to row: Row, quoteAt offset: Int, from old: SentenceScalars
  ) throws -> FactRecord {
    let spans = try Spans.read(row[3])
    let text: String = row[2]
    var moved = fact
    moved.sentence = FactRecord.Sentence(id: row[1], text: text, spans: spans)
    guard spans != fact.sentence.spans || text != fact.sentence.text else { return moved }
    let sentence = SentenceScalars(text: text, spans: spans)
    let length = fact.quote.text.unicodeScalars.count
    moved.quote.spans = sentence.places(of: offset..<offset + length) ?? spans
    func found(_ words: String, _ places: [[Int]]) -> [[Int]] {
      let before = places.first.flatMap { old.offset(of: $0[0]) }
      let occurrences = sentence.occurrences(of: words)
      // The occurrence nearest to where it stood, as seen from the quote.
      let wanted = before.map { $0 + offset } ?? offset
      let nearest = occurrences.min { abs($0 - wanted) < abs($1 - wanted) }
      let count = words.unicodeScalars.count
      return nearest.flatMap { sentence.places(of: $0..<$0 + count) } ?? []
    }
    for field in [\FactRecord.measure, \.predicate, \.shareOf, \.attribution] {
      if let words = moved[keyPath: field] {
        moved[keyPath: field]?.spans = found(words.text, words.spans)
      }
    }
    if let subject = moved.subject { moved.subject?.spans = found(subject.text, subject.spans) }
    if let resolved = moved.subject?.resolvedFrom {
      moved.subject?.resolvedFrom?.spans = found(resolved.text, resolved.spans)
    }
    if let time = moved.time { moved.time?.spans = found(time.text, time.spans) }
    return moved
  }
}
