/// The first and last day of a time in EDTF (`2023`, `2023-01/2023-11`, `../2020-12-30`); nil for an open end.
struct DayRange: Sendable, Equatable {
  var first: String?
  var last: String?

  init(_ value: String?) {
    guard let value else { return }
    let ends = value.split(separator: "/", maxSplits: 1).map(String.init)
    first = ends.first.flatMap { DayRange.day($0, isLast: false) }
    last = ends.last.flatMap { DayRange.day($0, isLast: true) }
  }

  private static func day(_ text: String, isLast: Bool) -> String? {
    let parts = text.split(separator: "-").map(String.init)
    guard let year = parts.first.flatMap({ Int($0) }), parts[0].count == 4 else { return nil }
    switch parts.count {
    case 1: return parts[0] + (isLast ? "-12-31" : "-01-01")
    case 2:
      guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      return "\(parts[0])-\(parts[1])-" + (isLast ? String(lastDay(of: month, year)) : "01")
    case 3: return text
    default: return nil
    }
  }

  private static func lastDay(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
