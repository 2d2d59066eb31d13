import Shudu
import ShuduStore

/// Writes `facts.jsonl`: fact records with a member `review`, as `Schemas/dataset-fact.schema.json` describes them.
struct FactLines {
  /// Whether sentences keep their words.
  var hasText: Bool

  /// Writes one record and a line break.
  func write(_ fact: DatasetFact, to json: inout JSONWriter) {
    let record = fact.record
    json.beginObject()
    write("id", record.id, to: &json)
    json.key("article")
    json.beginObject()
    write("key", record.article.key, to: &json)
    write("version", record.article.version, to: &json)
    write("date", record.article.date, to: &json)
    write("date_from", record.article.dateFrom, to: &json)
    json.endObject()
    write("path", record.path, to: &json)
    json.key("sentence")
    json.beginObject()
    write("id", record.sentence.id, to: &json)
    if hasText { write("text", record.sentence.text, to: &json) }
    write(record.sentence.spans, to: &json)
    json.endObject()
    write("quote", record.quote, to: &json)
    writeQuantity(record, to: &json)
    writeMeaning(record, to: &json)
    writeOrigin(fact, to: &json)
    json.endObject()
    json.newline()
  }

  private func writeQuantity(_ record: FactRecord, to json: inout JSONWriter) {
    write("value", record.value, to: &json)
    write("min", record.min, to: &json)
    write("max", record.max, to: &json)
    write("approx", record.approx, to: &json)
    object("unit", record.unit, to: &json) { unit, json in
      write("text", unit.text, to: &json)
      write("code", unit.code, to: &json)
      write("dimension", unit.dimension, to: &json)
    }
    object("normalized", record.normalized, to: &json) { normalized, json in
      write("value", normalized.value, to: &json)
      write("min", normalized.min, to: &json)
      write("max", normalized.max, to: &json)
      write("unit", normalized.unit, to: &json)
    }
    write("kind", record.kind, to: &json)
    write("aspect", record.aspect, to: &json)
  }

  private func writeMeaning(_ record: FactRecord, to json: inout JSONWriter) {
    write("measure", record.measure, to: &json)
    object("subject", record.subject, to: &json) { subject, json in
      write("text", subject.text, to: &json)
      write(subject.spans, to: &json)
      json.key("inherited")
      json.bool(subject.inherited)
      write("resolved_from", subject.resolvedFrom, to: &json)
    }
    write("predicate", record.predicate, to: &json)
    object("change", record.change, to: &json) { change, json in
      write("direction", change.direction, to: &json)
      write("basis", change.basis, to: &json)
    }
    write("share_of", record.shareOf, to: &json)
    json.per(record.per ?? [])
    object("time", record.time, to: &json) { time, json in
      write("text", time.text, to: &json)
      write(time.spans, to: &json)
      write("value", time.value, to: &json)
      json.key("inherited")
      json.bool(time.inherited)
    }
    write("status", record.status, to: &json)
    write("attribution", record.attribution, to: &json)
    write("emphasis", record.emphasis, to: &json)
    write("same_as", record.sameAs, to: &json)
  }

  private func writeOrigin(_ fact: DatasetFact, to json: inout JSONWriter) {
    fact.record.confidence.write(to: &json)
    write("rules", fact.record.rules, to: &json)
    json.key("extractor")
    json.beginObject()
    write("version", fact.record.extractor.version, to: &json)
    write("lexicon", fact.record.extractor.lexicon, to: &json)
    json.endObject()
    write("origin", fact.origin.rawValue, to: &json)
    write("reprint_of", fact.reprintOf, to: &json)
    json.key("review")
    json.beginObject()
    write("state", fact.review.state.rawValue, to: &json)
    write("reviewers", fact.review.reviewers, to: &json)
    write("date", fact.review.date, to: &json)
    write("corrected", fact.review.corrected, to: &json)
    json.key("carried")
    fact.review.carried.map { json.number($0) } ?? json.null()
    write("decisions", fact.review.decisions, to: &json)
    json.endObject()
  }

  // MARK: Members

  private func object<Value>(
    _ name: StaticString, _ value: Value?, to json: inout JSONWriter,
    _ members: (Value, inout JSONWriter) -> Void
  ) {
    json.key(name)
    guard let value else { return json.null() }
    json.beginObject()
    members(value, &json)
    json.endObject()
  }

  private func write(
    _ name: StaticString, _ evidence: FactRecord.Evidence?, to json: inout JSONWriter
  ) {
    object(name, evidence, to: &json) { evidence, json in
      write("text", evidence.text, to: &json)
      write(evidence.spans, to: &json)
    }
  }

  private func write(_ name: StaticString, _ text: String?, to json: inout JSONWriter) {
    json.key(name)
    text.map { json.string($0) } ?? json.null()
  }

  private func write(_ name: StaticString, _ words: [String], to json: inout JSONWriter) {
    json.key(name)
    json.beginArray()
    for word in words { json.string(word) }
    json.endArray()
  }

  private func write(_ spans: [[Int]], to json: inout JSONWriter) {
    json.key("spans")
    json.beginArray()
    for span in spans {
      json.beginArray()
      for end in span { json.integer(end) }
      json.endArray()
    }
    json.endArray()
  }
}
