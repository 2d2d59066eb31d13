/// Weeks, feasts and the lunar calendar.
extension TimeResolver {
  private var today: CalendarDate? { context.articleDate }

  private func day(_ number: Int) -> TimeSpan? {
    CalendarDate(dayNumber: number).map { TimeSpan(PartialDate($0)) }
  }

  private func days(_ first: Int, _ last: Int) -> TimeSpan? {
    guard let first = CalendarDate(dayNumber: first), let last = CalendarDate(dayNumber: last)
    else { return nil }
    return TimeSpan(first, last)
  }

  // MARK: Weeks

  /// A week from Monday to Sunday; weekday 8 is its weekend.
  func week(_ offset: Int, _ weekday: Int?) -> TimeSpan? {
    guard let today else { return nil }
    let monday = today.dayNumber - today.weekday + 1 + offset * 7
    switch weekday {
    case nil: return days(monday, monday + 6)
    case 8?: return days(monday + 5, monday + 6)
    case .some(let weekday): return day(monday + weekday - 1)
    }
  }

  /// The last such day up to the article's date, or the one after the first half of a range.
  func weekday(_ weekday: Int, after base: PartialDate?) -> TimeSpan? {
    if let start = base?.lastDay, weekday < 8 {
      return day(start.dayNumber + (weekday - start.weekday + 7) % 7)
    }
    guard let today else { return nil }
    let target = weekday == 8 ? 6 : weekday
    let back = (today.weekday - target + 7) % 7
    let first = today.dayNumber + (outlook == .ahead ? (7 - back) % 7 : -back)
    return weekday == 8 ? days(first, first + 1) : day(first)
  }

  /// The first week of a month or year is the first that lies in it whole.
  func weekNumber(_ number: Int, _ point: TimePoint, _ base: PartialDate?) -> TimeSpan? {
    guard let (first, last) = bounds(of: point, base), let start = first.firstDay?.dayNumber,
      let end = last.lastDay?.dayNumber
    else { return nil }
    if number < 0 {
      let sunday = end - (CalendarDate(dayNumber: end)?.weekday ?? 7) % 7
      return days(sunday - 6, sunday)
    }
    let weekday = CalendarDate(dayNumber: start)?.weekday ?? 1
    let monday = start + (8 - weekday) % 7 + (number - 1) * 7
    return monday <= end ? days(monday, monday + 6) : nil
  }

  func nth(
    _ number: Int, _ weekday: Int, _ point: TimePoint, _ base: PartialDate?
  ) -> TimeSpan? {
    guard let (first, last) = bounds(of: point, base), let start = first.firstDay,
      let end = last.lastDay
    else { return nil }
    if number < 0 {
      return day(end.dayNumber - (end.weekday - weekday + 7) % 7)
    }
    let found = start.dayNumber + (weekday - start.weekday + 7) % 7 + (number - 1) * 7
    return found <= end.dayNumber ? day(found) : nil
  }

  /// The year or month that a week is counted in.
  private func bounds(
    of point: TimePoint, _ base: PartialDate?
  ) -> (PartialDate, PartialDate)? {
    var whole = point
    whole.other = .none
    guard let span = span(of: whole, after: base), let first = span.start, let last = span.end
    else { return nil }
    return (first, last)
  }

  // MARK: Feasts

  func feast(
    _ feast: TimePoint.Feast, _ holiday: Bool, _ point: TimePoint, _ base: PartialDate?
  ) -> TimeSpan? {
    var found: CalendarDate?
    if let year = yearTold(point, base) {
      found = date(of: feast, in: year)
    } else {
      found = chosen { date(of: feast, in: $0) }
    }
    guard let found else { return nil }
    return holiday ? self.holiday(feast, found) : TimeSpan(PartialDate(found))
  }

  /// The year that dates a feast: told with it, or earlier in the sentence.
  private func yearTold(_ point: TimePoint, _ base: PartialDate?) -> Int? {
    if point.year != .unsaid { return statedYear(point.year, base)?.lowerBound }
    if let base { return base.year }
    guard context.lastIsInSentence, outlook != .ahead else { return nil }
    return context.last?.end?.year
  }

  /// Of the feast's days in the years around the article, the last one up to its date, or the next.
  private func chosen(_ date: (Int) -> CalendarDate?) -> CalendarDate? {
    guard let today else { return nil }
    let dates = ((today.year - 1)...(today.year + 1)).compactMap(date)
    switch outlook {
    case .back: return dates.last { $0 <= today }
    case .ahead: return dates.first { $0 >= today }
    case .nearest:
      return dates.min {
        abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber)
      }
    }
  }

  private func date(of feast: TimePoint.Feast, in year: Int) -> CalendarDate? {
    switch feast {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .term(let index): return lunar.term(index, of: year)
    case .weekday(let month, let weekday, let number):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let offset = (weekday - first.weekday + 7) % 7 + (number - 1) * 7
      return CalendarDate(dayNumber: first.dayNumber + offset)
    case .lunar(let month, let day):
      // The feasts of the twelfth month fall in January of the next year, mostly.
      if month == 12, let early = lunar.day(day, ofMonth: month, of: year - 1), early.year == year {
        return early
      }
      return lunar.day(day, ofMonth: month, of: year)
    }
  }

  /// The days off around a feast, as the state has fixed them in most years.
  private func holiday(_ feast: TimePoint.Feast, _ date: CalendarDate) -> TimeSpan? {
    switch feast {
    case .fixed(10, 1): return days(date.dayNumber, date.dayNumber + 6)
    case .fixed(5, 1): return days(date.dayNumber, date.dayNumber + (date.year < 2020 ? 2 : 4))
    case .fixed(1, 1): return days(date.dayNumber, date.dayNumber + 2)
    case .lunar(1, 1): return days(date.dayNumber - 1, date.dayNumber + 5)
    default: return day(date.dayNumber)
    }
  }

  // MARK: Lunar dates

  func lunarDate(
    _ month: Int, _ day: Int?, _ isLeap: Bool, _ point: TimePoint, _ base: PartialDate?
  ) -> TimeSpan? {
    func span(in year: Int) -> TimeSpan? {
      if let day {
        return lunar.day(day, ofMonth: month, of: year, isLeap: isLeap)
          .map { TimeSpan(PartialDate($0)) }
      }
      return lunar.month(month, of: year, isLeap: isLeap)
        .flatMap { days($0.lowerBound, $0.upperBound) }
    }
    if let year = yearTold(point, base) { return span(in: year) }
    let found = chosen { span(in: $0)?.start?.firstDay }
    guard let found, let today else { return nil }
    return ((today.year - 1)...(today.year + 1)).lazy.compactMap(span)
      .first { $0.start?.firstDay == found }
  }
}
