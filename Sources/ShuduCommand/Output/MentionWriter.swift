import Shudu

/// Mentions of a text as `Schemas/recognize-answer.schema.json` describes them.
struct MentionWriter {
  let result: Pipeline.Result

  func write(to json: inout JSONWriter) {
    json.key("mentions")
    json.beginArray()
    let order =
      result.asides.map { ($0.paragraph, $0.mention) }
      + result.sentences.indices.flatMap { index in
        result.mentions[index].map { (result.sentences[index].paragraph, $0) }
      }
    for (paragraph, mention) in order { write(mention, in: paragraph, to: &json) }
    json.endArray()
  }

  private func write(_ mention: Mention, in paragraph: Int, to json: inout JSONWriter) {
    let text = result.page.paragraphs[paragraph].text
    guard let span = span(of: mention.range, in: text) else { return }
    json.beginObject()
    json.key("start")
    json.integer(span.lowerBound)
    json.key("end")
    json.integer(span.upperBound)
    json.key("text")
    json.string(text.text(in: mention.range))
    json.key("kind")
    json.string(mention.kindName)
    json.key("rule")
    json.string(mention.rule)
    switch mention.content {
    case .quantity(let quantity): write(quantity, in: text, to: &json)
    case .time(let time):
      json.key("time")
      time.value.map { json.string($0) } ?? json.null()
    case .name: break
    }
    json.endObject()
  }

  private func write(_ quantity: Quantity, in text: MappedText, to json: inout JSONWriter) {
    if let numeral = span(of: quantity.numeral, in: text) {
      json.key("numeral")
      json.beginObject()
      json.key("start")
      json.integer(numeral.lowerBound)
      json.key("end")
      json.integer(numeral.upperBound)
      json.endObject()
    }
    json.bounds(quantity.value, quantity.minimum, quantity.maximum)
    json.key("approx")
    json.string(quantity.approximation.rawValue)
    json.unit(
      quantity.unit?.unit,
      text: quantity.unit.map { unit in
        let text = unit.paragraph.map { result.page.paragraphs[$0].text } ?? text
        return text.text(in: unit.range)
      })
    json.normalized(quantity.normalized())
    json.per(quantity.per)
  }

  /// Scalars of the file from the first to the last character; they may enclose markup.
  private func span(of range: Range<Int>, in text: MappedText) -> Range<Int>? {
    let spans = result.article.source.scalarSpans(of: text.source(of: range))
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      return nil
    }
    return first..<last
  }
}
