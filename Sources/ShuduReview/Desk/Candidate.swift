import Shudu
import ShuduStore

/// What a field of a fact may be instead: words of the article, the likeliest first.
struct Candidate: Sendable, Equatable {
  var text: String
  /// Half-open, in Unicode scalars of the file; nil where it is no words of the article.
  var spans: [[Int]]?
  /// What a time comes to.
  var value: String?

  /// The most that a field offers: as many as there are digits to pick by.
  static let limit = 9
}

/// The candidates of one fact's fields.
struct FieldCandidates: Sendable, Equatable {
  var measure: [Candidate] = []
  var subject: [Candidate] = []
  var shareOf: [Candidate] = []
  var attribution: [Candidate] = []
  var time: [Candidate] = []
  var unit: [Candidate] = []
}

extension FieldCandidates {
  /// Writes the member `candidates`: by field's name, what each may be.
  func write(to json: inout JSONWriter) {
    json.key("candidates")
    json.beginObject()
    json.array("measure", measure) { $0.write(to: &$1) }
    json.array("subject", subject) { $0.write(to: &$1) }
    json.array("share_of", shareOf) { $0.write(to: &$1) }
    json.array("attribution", attribution) { $0.write(to: &$1) }
    json.array("time", time) { $0.write(to: &$1) }
    json.array("unit", unit) { $0.write(to: &$1) }
    json.endObject()
  }
}

extension Candidate {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("text", text)
    if let spans { json.spans(spans) }
    if let value { json.member("value", value) }
    json.endObject()
  }
}
