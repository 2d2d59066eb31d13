import Shudu

extension FactRecord {
  /// Writes the record in the order of members that `extract` has.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(id)
    writeOrigin(to: &json)
    json.key("quote")
    json.write(quote)
    json.member("value", value)
    json.member("min", min)
    json.member("max", max)
    json.member("approx", approx)
    writeUnit(to: &json)
    json.member("kind", kind)
    json.member("aspect", aspect)
    writeMeaning(to: &json)
    writeEnd(to: &json)
    json.endObject()
  }

  /// The record as one line, without its line break.
  public var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func writeOrigin(to json: inout JSONWriter) {
    json.key("article")
    json.beginObject()
    json.member("key", article.key)
    json.member("version", article.version)
    json.member("date", article.date)
    json.member("date_from", article.dateFrom)
    json.endObject()
    json.member("path", path)
    json.key("sentence")
    json.beginObject()
    json.member("id", sentence.id)
    json.members(sentence.text, sentence.spans)
    json.endObject()
  }

  private func writeUnit(to json: inout JSONWriter) {
    json.object("unit", unit) { unit, json in
      json.member("text", unit.text)
      json.member("code", unit.code)
      json.member("dimension", unit.dimension)
    }
    json.object("normalized", normalized) { normalized, json in
      json.member("value", normalized.value)
      json.member("min", normalized.min)
      json.member("max", normalized.max)
      json.member("unit", normalized.unit)
    }
  }

  private func writeMeaning(to json: inout JSONWriter) {
    json.key("measure")
    json.write(measure)
    json.object("subject", subject) { subject, json in
      json.members(subject.text, subject.spans)
      json.key("inherited")
      json.bool(subject.inherited)
      json.key("resolved_from")
      json.write(subject.resolvedFrom)
    }
    json.key("predicate")
    json.write(predicate)
    json.object("change", change) { change, json in
      json.member("direction", change.direction)
      json.member("basis", change.basis)
    }
    json.key("share_of")
    json.write(shareOf)
    json.key("per")
    if let per {
      json.beginArray()
      for part in per { json.string(part) }
      json.endArray()
    } else {
      json.null()
    }
    json.object("time", time) { time, json in
      json.members(time.text, time.spans)
      json.member("value", time.value)
      json.key("inherited")
      json.bool(time.inherited)
    }
    json.member("status", status)
    json.key("attribution")
    json.write(attribution)
  }

  private func writeEnd(to json: inout JSONWriter) {
    json.member("emphasis", emphasis)
    json.member("same_as", sameAs)
    confidence.write(to: &json)
    json.array("rules", rules) { $1.string($0) }
    json.object("extractor", extractor) { extractor, json in
      json.member("version", extractor.version)
      json.member("lexicon", extractor.lexicon)
    }
  }
}

extension FactRecord.Confidence {
  /// Writes the member `confidence`: the fact's own and each field's.
  public func write(to json: inout JSONWriter) {
    json.key("confidence")
    json.beginObject()
    json.key("fact")
    json.number(fact)
    json.key("measure")
    json.number(measure)
    json.key("subject")
    json.number(subject)
    json.key("time")
    json.number(time)
    json.key("status")
    json.number(status)
    json.endObject()
  }
}
