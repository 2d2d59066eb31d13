/// A year, a month or a day: a date at the precision of the words that named it.
struct PartialDate: Sendable, Equatable {
  var year: Int
  /// 1 to 12; nil for a whole year.
  var month: Int?
  /// 1 to 31; nil for a whole month or year.
  var day: Int?

  init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ date: CalendarDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }

  /// The month that many months after January of year 0.
  init(monthNumber: Int) {
    let month = ((monthNumber % 12) + 12) % 12
    self.init(year: (monthNumber - month) / 12, month: month + 1)
  }

  /// Months since January of year 0; a whole year counts from its January.
  var monthNumber: Int { year * 12 + (month ?? 1) - 1 }

  /// Its first day; nil where there is no such date.
  var firstDay: CalendarDate? { CalendarDate(year: year, month: month ?? 1, day: day ?? 1) }

  /// Its last day; nil where there is no such date.
  var lastDay: CalendarDate? {
    let month = month ?? 12
    guard (1...12).contains(month) else { return nil }
    return CalendarDate(
      year: year, month: month, day: day ?? CalendarDate.days(inMonth: month, of: year))
  }

  /// ISO 8601: `2020`, `2020-09`, `2020-09-30`.
  var text: String {
    var digits = String(year)
    while digits.utf8.count < 4 { digits = "0" + digits }
    if let month { digits += month < 10 ? "-0\(month)" : "-\(month)" }
    if let day { digits += day < 10 ? "-0\(day)" : "-\(day)" }
    return digits
  }
}

/// From one date to another, both included; an open end is nil.
struct TimeSpan: Sendable, Equatable {
  var start: PartialDate?
  var end: PartialDate?

  init(start: PartialDate?, end: PartialDate?) {
    self.start = start
    self.end = end
  }

  init(_ date: PartialDate) {
    self.init(start: date, end: date)
  }

  /// Whole months of a year; months over 12 are those of the year after.
  init(year: Int, months: ClosedRange<Int>) {
    self.init(
      start: PartialDate(monthNumber: year * 12 + months.lowerBound - 1),
      end: PartialDate(monthNumber: year * 12 + months.upperBound - 1))
  }

  init(_ first: CalendarDate, _ last: CalendarDate) {
    self.init(start: PartialDate(first), end: PartialDate(last))
  }

  /// Whether every date told exists and they are in order.
  var isValid: Bool {
    let first = start?.firstDay
    let last = end?.lastDay
    if start != nil, first == nil || start?.lastDay == nil { return false }
    if end != nil, last == nil || end?.firstDay == nil { return false }
    if let first, let last { return first <= last }
    return start != nil || end != nil
  }

  /// EDTF: one date, or two with `/` between; `..` is an open end.
  var text: String {
    if start == end, let start { return start.text }
    return (start?.text ?? "..") + "/" + (end?.text ?? "..")
  }

  /// The same stretch so that it ends in `year`.
  func moved(toYear year: Int) -> TimeSpan? {
    guard let last = end ?? start else { return nil }
    let offset = year - last.year
    func move(_ date: PartialDate?) -> PartialDate? {
      guard var date else { return nil }
      date.year += offset
      // 29 February has no counterpart in most years.
      if date.month == 2, date.day == 29, date.lastDay == nil { date.day = 28 }
      return date
    }
    return TimeSpan(start: move(start), end: move(end))
  }
}
