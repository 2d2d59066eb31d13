/// Works out by the dates that an article names when it was written.
///
/// A newspaper leaves out the year of what happened in its own year. So the days without a year
/// belong to the latest year that is named, or to the year after it where that brings them nearer
/// to the latest day that is named in full: `2022年12月29日` and `3月30日` were written in 2023,
/// `2022年12月29日` and `11月5日` in 2022.
struct DateInference {
  private let named: [DateEvidence.Named]
  /// The latest year that is named.
  private let year: Int?
  /// The latest day, or last day of a month, named with its year.
  private let latestNamed: CalendarDate?

  init(_ named: [DateEvidence.Named]) {
    self.named = named
    year = named.compactMap(\.year).max()
    latestNamed = named.compactMap(DateInference.dayWithYear).max()
  }

  /// The latest day that fits all; nil where no year is named.
  var latest: CalendarDate? {
    guard let year else { return nil }
    let days = named.filter { $0.year == nil && $0.day != nil }.compactMap { named in
      named.month.flatMap { month in named.day.flatMap { date(month: month, day: $0) } }
    }
    let months = named.filter { $0.year == nil && $0.day == nil }.compactMap { named in
      named.month.flatMap { date(month: $0, day: DateInference.lastDay) }
    }
    // Days decide; a month beyond them moves on, unless it would be nearly a year.
    var result = (days + [latestNamed].compactMap { $0 }).max()
    for month in months.sorted() {
      guard let known = result else {
        result = month
        continue
      }
      if month > known, month.dayNumber - known.dayNumber < 200 { result = month }
    }
    guard let result else { return CalendarDate(year: year, month: 12, day: 31) }
    return result.year < year ? CalendarDate(year: year, month: 12, day: 31) : result
  }

  /// The day of a date without a year.
  func date(month: Int, day: Int) -> CalendarDate? {
    guard let year else { return nil }
    let same = DateInference.day(year, month, day)
    guard let same, let known = latestNamed, known.year == year, same < known,
      let next = DateInference.day(year + 1, month, day)
    else { return same }
    let back = known.dayNumber - same.dayNumber
    return next.dayNumber - known.dayNumber < back ? next : same
  }

  private static func dayWithYear(_ named: DateEvidence.Named) -> CalendarDate? {
    guard let year = named.year, let month = named.month else { return nil }
    return day(year, month, named.day ?? lastDay)
  }

  /// Stands for the last day of a month.
  private static let lastDay = 0

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(
      year: year, month: month,
      day: day == lastDay ? CalendarDate.days(inMonth: month, of: year) : day)
  }
}
