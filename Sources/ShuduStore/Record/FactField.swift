import Foundation

/// The fields of a fact that a person may correct; raw values are the record's member names.
public enum FactField: String, Sendable, CaseIterable, Codable {
  case quote, value, min, max, approx, unit, normalized, kind, aspect, measure, subject, predicate
  case change
  case shareOf = "share_of"
  case per, time, status, attribution
}

/// New values of a fact's fields, each in the record's own shape; null takes a field away.
public typealias FieldValues = [String: JSONValue]

extension FactRecord {
  /// The record with some of its fields replaced.
  ///
  /// - Throws: `refused` where a name is no field, or a value has not the field's shape.
  public func applying(_ fields: FieldValues) throws(StoreError) -> FactRecord {
    for name in fields.keys.sorted() where FactField(rawValue: name) == nil {
      throw .refused(reason: "`\(name)` is no field that can be corrected")
    }
    do {
      let record = try JSONValue(parsing: JSONEncoder().encode(self))
      guard case .object(var members) = record else { return self }
      members.merge(fields) { $1 }
      return try JSONValue.object(members).decoded(as: FactRecord.self)
    } catch let error as DecodingError {
      throw .refused(reason: error.place)
    } catch {
      throw .refused(reason: "the fields make no record")
    }
  }
}

extension DecodingError {
  /// What is wrong, and with which member.
  public var place: String {
    func path(_ context: Context) -> String {
      context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: "/")
    }
    switch self {
    case .typeMismatch(_, let context): return "`\(path(context))` has not the field's type"
    case .valueNotFound(_, let context): return "`\(path(context))` may not be null"
    case .keyNotFound(let key, let context):
      let place = path(context)
      return "no `\(place.isEmpty ? key.stringValue : place + "/" + key.stringValue)`"
    case .dataCorrupted(let context):
      let place = path(context)
      return place.isEmpty ? "no JSON" : "`\(place)` has no value it may have"
    @unknown default: return "no record"
    }
  }
}
