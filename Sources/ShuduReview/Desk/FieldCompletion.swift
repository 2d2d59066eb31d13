import Foundation
import ShuduStore

/// Completes what a person corrects by what follows from it: a unit's code, the amount in the standard unit.
struct FieldCompletion: Sendable {
  let reader: ArticleReader

  /// The fields as a record wants them.
  ///
  /// A unit that was only typed gets its code and dimension from the extractor's own tables; one that they do not
  /// know is a counter of its own.
  func complete(_ fields: FieldValues, of record: FactRecord) throws -> FieldValues {
    var fields = fields
    let touchesAmount = ["value", "min", "max", "unit"].contains { fields[$0] != nil }
    guard touchesAmount else { return fields }
    let unit = fields["unit"].map { $0["text"]?.text } ?? record.unit?.text
    func bound(_ name: String, _ old: String?) -> String? { fields[name].map(\.text) ?? old }
    let bounds = [
      bound("value", record.value), bound("min", record.min), bound("max", record.max),
    ]
    for bound in bounds.compactMap({ $0 }) where !FieldCompletion.isDecimal(bound) {
      throw ReviewError.badBody(reason: "`\(bound.prefix(40))` is no decimal number")
    }
    let readings = bounds.map { $0.flatMap { reading(of: $0, unit) } }
    if let unit, fields["unit"] != nil {
      let known = readings.lazy.compactMap { $0?.unit }.first
      fields["unit"] = .object([
        "text": .string(unit), "code": .string(known?.code ?? "{\(unit)}"),
        "dimension": .string(known?.dimension ?? "count"),
      ])
    }
    fields["normalized"] = normalized(readings, bounds)
    return fields
  }

  private func normalized(_ readings: [FactRecord?], _ bounds: [String?]) -> JSONValue {
    guard let unit = readings.lazy.compactMap({ $0?.normalized?.unit }).first else { return .null }
    func value(_ index: Int) -> JSONValue {
      guard bounds[index] != nil, let text = readings[index]?.normalized?.value else {
        return .null
      }
      return .string(text)
    }
    return .object(["value": value(0), "min": value(1), "max": value(2), "unit": .string(unit)])
  }

  /// The fact that a number and a unit make alone.
  private func reading(of number: String, _ unit: String?) -> FactRecord? {
    let facts = reader.facts(of: number + (unit ?? ""))
    return facts.count == 1 && facts[0].value == number ? facts[0] : nil
  }

  static func isDecimal(_ text: String) -> Bool {
    text.wholeMatch(of: /-?[0-9]{1,30}(\.[0-9]{1,30})?/) != nil
  }
}
