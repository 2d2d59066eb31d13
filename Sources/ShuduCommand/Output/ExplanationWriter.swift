import Shudu
import ShuduInput

/// Every stage's result as one JSON object, as `Schemas/explain.schema.json` describes it.
struct ExplanationWriter {
  let result: Pipeline.Result
  let article: ArticleInput.Item

  static func name(of role: Paragraph.Role) -> String {
    switch role {
    case .body: "body"
    case .heading: "heading"
    case .byline: "byline"
    case .caption: "caption"
    case .credit: "credit"
    case .label: "label"
    case .listItem: "list_item"
    case .tableCell: "table_cell"
    }
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("path")
    article.path.map { json.string($0) } ?? json.null()
    json.key("date")
    result.date.date.map { json.string($0.description) } ?? json.null()
    json.key("date_from")
    json.string(result.date.origin.rawValue)
    writeLayout(to: &json)
    writeSentences(to: &json)
    json.key("facts")
    json.beginArray()
    let writer = FactRecordWriter(result: result, article: article)
    for fact in result.facts { writer.write(fact, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func writeLayout(to json: inout JSONWriter) {
    json.key("blocks")
    json.beginArray()
    for mark in result.page.marks {
      writeBlock(mark.kind.rawValue, mark.spans, to: &json)
    }
    for paragraph in result.page.paragraphs {
      switch paragraph.role {
      case .body, .listItem, .tableCell:
        let spans = paragraph.text.source(of: 0..<paragraph.text.count)
        guard !spans.isEmpty else { continue }
        writeBlock(ExplanationWriter.name(of: paragraph.role), spans, to: &json)
      default: break
      }
    }
    json.endArray()
    json.key("joins")
    json.beginArray()
    for join in result.page.joins {
      json.beginObject()
      json.key("tail")
      json.integer(result.article.source.scalarOffset(of: join.tail))
      json.key("head")
      json.integer(result.article.source.scalarOffset(of: join.head))
      json.endObject()
    }
    json.endArray()
  }

  private func writeBlock(_ type: String, _ spans: [Range<Int>], to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.string(type)
    json.key("spans")
    writeSpans(spans, to: &json)
    json.endObject()
  }

  private func writeSentences(to json: inout JSONWriter) {
    json.key("sentences")
    json.beginArray()
    for sentence in result.sentences {
      json.beginObject()
      writeWords(sentence.range, in: sentence.paragraph, to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("mentions")
    json.beginArray()
    for aside in result.asides { write(aside.mention, in: aside.paragraph, to: &json) }
    for (index, sentence) in result.sentences.enumerated() {
      for mention in result.mentions[index] { write(mention, in: sentence.paragraph, to: &json) }
    }
    json.endArray()
  }

  private func write(_ mention: Mention, in paragraph: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.string(mention.kindName)
    writeWords(mention.range, in: paragraph, to: &json)
    json.key("rule")
    json.string(mention.rule)
    json.key("value")
    mention.valueText.map { json.string($0) } ?? json.null()
    json.endObject()
  }

  private func writeWords(_ range: Range<Int>, in paragraph: Int, to json: inout JSONWriter) {
    let text = result.page.paragraphs[paragraph].text
    json.key("text")
    json.string(text.text(in: range))
    json.key("spans")
    writeSpans(text.source(of: range), to: &json)
  }

  private func writeSpans(_ spans: [Range<Int>], to json: inout JSONWriter) {
    json.beginArray()
    for span in result.article.source.scalarSpans(of: spans) {
      json.beginArray()
      json.integer(span.lowerBound)
      json.integer(span.upperBound)
      json.endArray()
    }
    json.endArray()
  }
}

extension Mention {
  /// The kind's name in records.
  var kindName: String {
    switch content {
    case .quantity(let quantity): quantity.kind.rawValue
    case .time: "time"
    case .name(let kind): kind.rawValue
    }
  }

  /// What a quantity or time comes to; nil for names and ranges.
  var valueText: String? {
    switch content {
    case .quantity(let quantity): quantity.value?.description
    case .time(let time): time.value
    case .name: nil
    }
  }
}
