/// The Chinese lunisolar calendar of the years 1900 to 2099, from `lunar-calendar.tsv`.
struct LunarCalendar: Sendable {
  private struct Year: Sendable {
    var firstDay: Int
    /// The month that is told twice, 0 for none.
    var leapMonth: Int
    /// Days of its months in order, the leap month after its namesake.
    var lengths: [Int]
    /// Day of the month of the 24 terms of the Gregorian year, two in each month from January.
    var terms: [Int]
  }

  private let firstYear: Int
  private let years: [Year]

  init() {
    var years: [Year] = []
    var firstYear = 0
    for row in EmbeddedTable(named: "lunar-calendar").rows where row.count >= 5 {
      guard let number = Int(row[0]), let newYear = CalendarDate(row[1]), let leap = Int(row[2])
      else { continue }
      if years.isEmpty { firstYear = number }
      let digits = row[4].utf8.map { Int($0) - 0x30 }
      years.append(
        Year(
          firstDay: newYear.dayNumber, leapMonth: leap,
          lengths: row[3].utf8.map { $0 == 0x62 ? 30 : 29 },
          terms: stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] * 10 + digits[$0 + 1]
          }))
    }
    self.firstYear = firstYear
    self.years = years
  }

  /// First and last day of a month (1 to 12, the first of the two where it is told twice); nil
  /// outside the table.
  func month(_ month: Int, of year: Int, isLeap: Bool = false) -> ClosedRange<Int>? {
    guard let entry = entry(of: year), (1...12).contains(month) else { return nil }
    if isLeap, entry.leapMonth != month { return nil }
    let afterLeap = entry.leapMonth > 0 && month > entry.leapMonth
    let index = month - 1 + (afterLeap || isLeap ? 1 : 0)
    let start = entry.lengths[..<index].reduce(entry.firstDay, +)
    return start...(start + entry.lengths[index] - 1)
  }

  /// The day; day 0 is the last day of the month before.
  func day(_ day: Int, ofMonth month: Int, of year: Int, isLeap: Bool = false) -> CalendarDate? {
    guard let days = self.month(month, of: year, isLeap: isLeap), day <= days.count else {
      return nil
    }
    return CalendarDate(dayNumber: days.lowerBound + day - 1)
  }

  /// The day of a solar term (1 for 小寒 to 24 for 冬至) in a Gregorian year.
  func term(_ index: Int, of year: Int) -> CalendarDate? {
    guard let entry = entry(of: year), (1...24).contains(index) else { return nil }
    return CalendarDate(year: year, month: (index + 1) / 2, day: entry.terms[index - 1])
  }

  private func entry(of year: Int) -> Year? {
    let index = year - firstYear
    return years.indices.contains(index) ? years[index] : nil
  }
}
