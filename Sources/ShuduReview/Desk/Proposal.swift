import Foundation
import Shudu
import ShuduInput
import ShuduStore

/// A fact that a reviewer wants to add, as far as the selected words tell it.
struct Proposal: Sendable {
  var record: FactRecord
  var candidates: FieldCandidates

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("record")
    record.write(to: &json)
    candidates.write(to: &json)
    json.endObject()
  }
}

extension ReviewDesk {
  /// Reads the selected words as a quantity, and takes subject and time from the fact before it.
  ///
  /// - Throws: `noNumeral` where the words hold none; `badBody` where the spans are none of the article.
  func proposal(article key: String, spans: [[Int]]) throws -> Proposal {
    guard let article = try corpus.index.article(key: key) else { throw ReviewError.notFound }
    let reading = try reader.reading(of: article, in: corpus)
    let scalars = Array(String(decoding: reading.source.units, as: UTF16.self).unicodeScalars)
    guard !spans.isEmpty, spans.count < 100,
      spans.allSatisfy({ $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] && $0[1] <= scalars.count })
    else { throw ReviewError.badBody(reason: "`spans` are none of the article") }
    var text = String.UnicodeScalarView()
    for span in spans { text.append(contentsOf: scalars[span[0]..<span[1]]) }
    let quote = FactRecord.Evidence(text: String(text), spans: spans)
    var finder = CandidateFinder(reading)
    let place = reading.source.utf16Offset(ofScalar: spans[0][0])
    let candidates = finder.nearby(place)
    var record = try blank(article, quote, sentence(at: place, reading, finder) ?? quote)
    try fill(&record, from: quote.text)
    inherit(&record, near: spans[0][0], in: key)
    return Proposal(record: record, candidates: candidates)
  }

  private func sentence(
    at place: Int, _ reading: ArticleReader.Reading, _ finder: CandidateFinder
  ) -> FactRecord.Evidence? {
    guard let index = finder.sentence(at: place) else { return nil }
    let sentence = reading.result.sentences[index]
    let text = reading.result.page.paragraphs[sentence.paragraph].text
    return FactRecord.Evidence(
      text: text.text(in: sentence.range),
      spans: reading.source.scalarSpans(of: text.source(of: sentence.range)).map {
        [$0.lowerBound, $0.upperBound]
      })
  }

  private func blank(
    _ article: ArticleRow, _ quote: FactRecord.Evidence, _ sentence: FactRecord.Evidence
  ) throws -> FactRecord {
    let members: [String: JSONValue] = [
      "id": .string(String(DecisionID.make().suffix(16))),
      "article": .object([
        "key": .string(article.key), "version": .string(article.version),
        "date": article.date.map { .string($0) } ?? .null, "date_from": .string(article.dateFrom),
      ]),
      "path": .string(article.path),
      "sentence": .object([
        "id": .string(sentenceID(sentence, article)), "text": .string(sentence.text),
        "spans": .spans(sentence.spans),
      ]),
      "quote": .object(["text": .string(quote.text), "spans": .spans(quote.spans)]),
      "approx": .string("exact"), "kind": .string("count"), "aspect": .string("level"),
      "status": .string("actual"),
      "confidence": .object(
        Dictionary(
          uniqueKeysWithValues: ["fact", "measure", "subject", "time", "status"].map {
            ($0, .number(1))
          })),
      "rules": .array([.string("review.added")]),
      "extractor": .object([
        "version": .string(Version.current), "lexicon": .string(reader.lexicon),
      ]),
    ]
    return try JSONValue.object(members).decoded(as: FactRecord.self)
  }

  /// The id that the index has for the sentence; one of its own where the index has none there.
  private func sentenceID(_ sentence: FactRecord.Evidence, _ article: ArticleRow) -> String {
    let known = (try? corpus.index.sentences(of: article.id))?.first { $0.spans == sentence.spans }
    return known?.id ?? String(DecisionID.make().suffix(16))
  }

  private func fill(_ record: inout FactRecord, from text: String) throws {
    guard let read = reader.facts(of: text).first else {
      // A number without a unit becomes no fact by itself: its count may still be one.
      guard let counted = reader.facts(of: text + "个").first else { throw ReviewError.noNumeral }
      (record.value, record.min, record.max) = (counted.value, counted.min, counted.max)
      record.approx = counted.approx
      return
    }
    (record.value, record.min, record.max) = (read.value, read.min, read.max)
    record.approx = read.approx
    record.unit = read.unit
    record.normalized = read.normalized
    record.kind = read.kind
    record.aspect = read.aspect
    record.change = read.change
  }

  /// The nearest fact's subject and time, where it stands before in the article.
  private func inherit(_ record: inout FactRecord, near place: Int, in key: String) {
    var query = FactQuery()
    query.article = key
    let rows = (try? corpus.index.facts(query, limit: 100_000)) ?? []
    let before = rows.compactMap { try? FactRecord(json: Data($0.record.utf8)) }
      .filter { ($0.quote.spans.first?.first ?? 0) < place }
      .max { ($0.quote.spans.first?.first ?? 0) < ($1.quote.spans.first?.first ?? 0) }
    guard let before else { return }
    record.subject = before.subject
    record.time = before.time
    guard before.sentence.id != record.sentence.id else { return }
    record.subject?.inherited = true
    record.time?.inherited = true
  }
}

extension JSONValue {
  static func spans(_ spans: [[Int]]) -> JSONValue {
    .array(spans.map { .array($0.map { .integer($0) }) })
  }
}

extension SourceText {
  /// The UTF-16 offset of a scalar; the inverse of `scalarOffset(of:)`. Cost: logarithmic.
  func utf16Offset(ofScalar scalar: Int) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if scalarOffset(of: middle) < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
