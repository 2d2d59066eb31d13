import Shudu
import ShuduInput

/// One line of a filter's input: `{"id","text","date"?}`.
struct FilterLine {
  var id: String
  var article: ReadArticle

  /// Why a line is no article.
  struct Failure: Error {
    var id: String?
    var code: String
    var reason: String
  }

  /// Reads a line as one of a `.jsonl` file; it must have an id, and its text may be empty.
  init(_ line: [UInt8]) throws(Failure) {
    let record = ReadRecord(line: line[...], number: 1)
    switch record.article {
    case .success(let read): article = read
    case .failure(.empty): article = ReadArticle(empty: "")
    case .failure(.badRecord(_, let reason)):
      throw Failure(id: record.id, code: "bad_record", reason: reason)
    case .failure(let error):
      throw Failure(id: record.id, code: error.code, reason: error.reason)
    }
    guard let id = record.id else {
      throw Failure(id: nil, code: "bad_record", reason: "no \"id\", a string or a number")
    }
    self.id = id
    // The line's own id is the key, whatever a front matter in its text says.
    article.metadata.id = nil
  }

  /// The article's date where the line tells none.
  func options(date: CalendarDate?) -> Pipeline.Options {
    Pipeline.Options(date: article.metadata.date == nil ? date : nil, key: id)
  }

  /// `{"id":…,"error":{"code","reason"}}` and a line break.
  static func error(id: String?, code: String, reason: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    id.map { json.string($0) } ?? json.null()
    json.key("error")
    json.beginObject()
    json.key("code")
    json.string(code)
    json.key("reason")
    json.string(reason)
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }
}
