import Foundation
import ShuduStore

extension FactRecord {
  /// The record as a value, with null for what it does not tell, as the schema wants it.
  func json() throws -> JSONValue {
    let value = try JSONValue(parsing: JSONEncoder().encode(self))
    guard case .object(var members) = value else { return value }
    for name in [
      "path", "value", "min", "max", "unit", "normalized", "measure", "subject", "predicate",
      "change",
      "share_of", "per", "time", "attribution", "emphasis", "same_as",
    ] where members[name] == nil {
      members[name] = .null
    }
    for (name, member) in [("subject", "resolved_from"), ("time", "value")] {
      guard case .object(var object)? = members[name], object[member] == nil else { continue }
      object[member] = .null
      members[name] = .object(object)
    }
    if case .object(var article)? = members["article"], article["date"] == nil {
      article["date"] = .null
      members["article"] = .object(article)
    }
    return .object(members)
  }

  /// The quote with what stands around it, as a decision keeps it.
  func context() -> Decision.Quote {
    let text = surroundings(length: Decision.Quote.contextLength, ellipsis: "")
    return Decision.Quote(text: quote.text, before: text.before, after: text.after)
  }
}
