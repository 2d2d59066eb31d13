/// A value of a table's cell, the same for CSV and SQLite.
public enum Cell: Sendable, Equatable {
  case null
  case text(String)
  case integer(Int)
  /// An exact number in plain digits.
  case decimal(String)
  case boolean(Bool)

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ decimal: Decimal?) { self = decimal.map { .decimal($0.digits) } ?? .null }
  init(_ boolean: Bool?) { self = boolean.map { .boolean($0) } ?? .null }

  /// Digits that are an exact number, told from text by their type.
  struct Decimal: Sendable {
    var digits: String
  }
}
