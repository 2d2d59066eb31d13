import Shudu

/// The members that records of the store and answers of the review app have in common.
extension JSONWriter {
  /// A member that is text, null for none.
  public mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    value.map { string($0) } ?? null()
  }

  /// A member that is an object, null for none.
  public mutating func object<Value>(
    _ name: StaticString, _ value: Value?, _ body: (Value, inout JSONWriter) -> Void
  ) {
    key(name)
    guard let value else { return null() }
    beginObject()
    body(value, &self)
    endObject()
  }

  /// A member that is a list.
  public mutating func array<Values: Sequence>(
    _ name: StaticString, _ values: Values, _ body: (Values.Element, inout JSONWriter) -> Void
  ) {
    key(name)
    beginArray()
    for value in values { body(value, &self) }
    endArray()
  }

  /// Words with their places as an object, null for none.
  public mutating func write(_ evidence: FactRecord.Evidence?) {
    guard let evidence else { return null() }
    beginObject()
    members(evidence.text, evidence.spans)
    endObject()
  }

  /// The members `text` and `spans`.
  public mutating func members(_ text: String, _ spans: [[Int]]) {
    member("text", text)
    self.spans(spans)
  }

  /// The member `spans`.
  public mutating func spans(_ spans: [[Int]]) {
    array("spans", spans) { span, json in
      json.beginArray()
      for offset in span { json.integer(offset) }
      json.endArray()
    }
  }
}
