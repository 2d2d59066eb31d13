import Shudu
import ShuduStore

extension ArticleView {
  /// Writes the answer by hand: an article with seventy facts has some hundred thousand bytes, which a general encoder
  /// takes tens of milliseconds for. Records go through as the index has them.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("key", key)
    json.member("path", path)
    json.member("title", title)
    json.member("date", date)
    json.member("text", text)
    json.array("paragraphs", paragraphs) { $0.write(to: &$1) }
    json.array("facts", facts) { $0.write(to: &$1) }
    json.array("unclaimed", unclaimed) { $0.write(to: &$1) }
    json.endObject()
  }
}

extension ArticleView.Paragraph {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("role", role)
    json.array("runs", runs) { $0.write(to: &$1) }
    json.endObject()
  }
}

extension ArticleView.Run {
  /// `[start, end, text?]`.
  fileprivate func write(to json: inout JSONWriter) {
    json.beginArray()
    json.integer(start)
    json.integer(end)
    if let text { json.string(text) }
    json.endArray()
  }
}

extension ArticleView.FactView {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("record")
    json.raw(Array(record.utf8))
    json.member("state", state.rawValue)
    json.key("carried")
    json.bool(carried)
    candidates.write(to: &json)
    json.array("history", history) { $0.write(to: &$1) }
    json.endObject()
  }
}

extension ArticleView.Event {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("action", action.rawValue)
    json.member("when", when)
    json.member("reason", reason)
    json.member("note", note)
    json.endObject()
  }
}

extension ArticleView.Numeral {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("text", text)
    json.spans(spans)
    json.member("reason", reason.rawValue)
    json.member("before", before)
    json.member("after", after)
    json.endObject()
  }
}
