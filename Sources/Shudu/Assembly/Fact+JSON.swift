/// Writes fact records as `Schemas/fact.schema.json` describes them.
public struct FactRecordWriter: Sendable {
  /// What every record of an article repeats.
  public struct ArticleHeader: Sendable {
    public var key: String
    /// `sha256:` and the hash of the file's bytes.
    public var version: String
    public var date: CalendarDate?
    /// Where the date comes from: `option`, `front_matter`, `dateline`, `inferred`, `none`.
    public var dateOrigin: String
    /// The path as the caller named the file; nil for the filters.
    public var path: String?

    public init(
      key: String, version: String, date: CalendarDate?, dateOrigin: String, path: String?
    ) {
      self.key = key
      self.version = version
      self.date = date
      self.dateOrigin = dateOrigin
      self.path = path
    }
  }

  public var header: ArticleHeader
  public var source: SourceText
  /// The extractor's version and its lexicon's hash.
  public var extractor: (version: String, lexicon: String)

  public init(
    header: ArticleHeader, source: SourceText, extractor: (version: String, lexicon: String)
  ) {
    self.header = header
    self.source = source
    self.extractor = extractor
  }

  /// Writes one record, without a line break.
  public func write(_ fact: Fact, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(fact.id)
    writeArticle(to: &json)
    json.key("sentence")
    json.beginObject()
    json.key("id")
    json.string(fact.sentenceID)
    writeMembers(fact.sentence, to: &json)
    json.endObject()
    json.key("quote")
    write(fact.quote, to: &json)
    writeQuantity(fact, to: &json)
    writeMeaning(fact, to: &json)
    writeOrigin(fact, to: &json)
    json.endObject()
  }

  private func writeArticle(to json: inout JSONWriter) {
    json.key("article")
    json.beginObject()
    json.key("key")
    json.string(header.key)
    json.key("version")
    json.string(header.version)
    json.key("date")
    header.date.map { json.string($0.description) } ?? json.null()
    json.key("date_from")
    json.string(header.dateOrigin)
    json.endObject()
    json.key("path")
    header.path.map { json.string($0) } ?? json.null()
  }

  private func writeQuantity(_ fact: Fact, to json: inout JSONWriter) {
    let quantity = fact.quantity
    json.bounds(quantity.value, quantity.minimum, quantity.maximum)
    json.key("approx")
    json.string(quantity.approximation.rawValue)
    json.unit(quantity.unit?.unit, text: fact.unit?.text)
    json.normalized(fact.normalized)
    json.key("kind")
    json.string(quantity.kind.rawValue)
  }

  private func writeMeaning(_ fact: Fact, to json: inout JSONWriter) {
    json.key("aspect")
    json.string(fact.aspect.rawValue)
    json.key("measure")
    write(fact.measure, to: &json)
    json.key("subject")
    if let subject = fact.subject {
      json.beginObject()
      writeMembers(subject.name, to: &json)
      json.key("inherited")
      json.bool(subject.isInherited)
      json.key("resolved_from")
      write(subject.resolvedFrom, to: &json)
      json.endObject()
    } else {
      json.null()
    }
    json.key("predicate")
    write(fact.predicate, to: &json)
    json.key("change")
    if let change = fact.change {
      json.beginObject()
      json.key("direction")
      json.string(change.direction.rawValue)
      json.key("basis")
      json.string(change.basis.rawValue)
      json.endObject()
    } else {
      json.null()
    }
    json.key("share_of")
    write(fact.shareOf, to: &json)
    json.per(fact.per)
    json.key("time")
    if let time = fact.time {
      json.beginObject()
      writeMembers(time.words, to: &json)
      json.key("value")
      time.value.map { json.string($0) } ?? json.null()
      json.key("inherited")
      json.bool(time.isInherited)
      json.endObject()
    } else {
      json.null()
    }
    json.key("status")
    json.string(fact.status.rawValue)
    json.key("attribution")
    write(fact.attribution, to: &json)
  }

  private func writeOrigin(_ fact: Fact, to json: inout JSONWriter) {
    json.key("emphasis")
    fact.emphasis.map { json.string($0.rawValue) } ?? json.null()
    json.key("same_as")
    fact.sameAs.map { json.string($0) } ?? json.null()
    json.key("confidence")
    json.beginObject()
    json.key("fact")
    json.number(fact.confidence.fact)
    json.key("measure")
    json.number(fact.confidence.measure)
    json.key("subject")
    json.number(fact.confidence.subject)
    json.key("time")
    json.number(fact.confidence.time)
    json.key("status")
    json.number(fact.confidence.status)
    json.endObject()
    json.key("rules")
    json.beginArray()
    for rule in fact.rules { json.string(rule) }
    json.endArray()
    json.key("extractor")
    json.beginObject()
    json.key("version")
    json.string(extractor.version)
    json.key("lexicon")
    json.string(extractor.lexicon)
    json.endObject()
  }

  private func write(_ evidence: Fact.Evidence?, to json: inout JSONWriter) {
    guard let evidence else { return json.null() }
    json.beginObject()
    writeMembers(evidence, to: &json)
    json.endObject()
  }

  private func writeMembers(_ evidence: Fact.Evidence, to json: inout JSONWriter) {
    json.key("text")
    json.string(evidence.text)
    json.key("spans")
    json.beginArray()
    for span in source.scalarSpans(of: evidence.spans) {
      json.beginArray()
      json.integer(span.lowerBound)
      json.integer(span.upperBound)
      json.endArray()
    }
    json.endArray()
  }
}
