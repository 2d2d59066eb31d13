import Foundation
import Shudu

/// One line of a filter's input: `{"id","text","date"?}`.
struct FilterLine {
  var id: String
  var text: String
  var date: CalendarDate?

  /// Why a line is no article.
  struct Failure: Error {
    var id: String?
    var code: String
    var reason: String
  }

  init(_ line: [UInt8]) throws(Failure) {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(line), options: [.fragmentsAllowed])
    } catch {
      throw Failure(id: nil, code: "bad_json", reason: "the line is no JSON in UTF-8")
    }
    guard let object = value as? [String: Any] else {
      throw Failure(id: nil, code: "bad_record", reason: "the line is no JSON object")
    }
    let id = (object["id"] as? String) ?? (object["id"] as? NSNumber)?.stringValue
    guard let id else {
      throw Failure(id: nil, code: "bad_record", reason: "no \"id\", a string or a number")
    }
    guard let text = object["text"] as? String else {
      throw Failure(id: id, code: "bad_record", reason: "no \"text\", a string")
    }
    self.id = id
    self.text = text
    switch object["date"] {
    case nil, is NSNull: date = nil
    case let written as String:
      guard let day = CalendarDate(written) else {
        throw Failure(id: id, code: "bad_date", reason: "\"date\" is no day such as 2020-12-30")
      }
      date = day
    default: throw Failure(id: id, code: "bad_date", reason: "\"date\" is no string")
    }
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
