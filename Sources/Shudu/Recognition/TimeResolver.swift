/// Fills in what words for a time leave unsaid, by the article's date and the time last named.
///
/// News looks back: a month, day or feast without a year is the last one up to the article's date, unless
/// the words around it look ahead. A year named earlier in the sentence, or a day named earlier in the
/// paragraph, comes before the article's date.
struct TimeResolver {
  /// Which of several years' Marches is meant.
  enum Outlook: Sendable {
    case back, ahead, nearest
  }

  var context: TimeContext
  let lunar: LunarCalendar
  var outlook: Outlook

  private var article: CalendarDate? { context.articleDate }

  /// The stretch that the words mean; nil where nothing fixes it. `base` is the first half of a range.
  func span(of point: TimePoint, after base: PartialDate? = nil) -> TimeSpan? {
    guard let span = unchecked(point, base), span.isValid else { return nil }
    return span
  }

  private func unchecked(_ point: TimePoint, _ base: PartialDate?) -> TimeSpan? {
    switch point.other {
    case .none, .end, .third, .wholeYear, .wholeMonth, .monthEnd:
      return calendar(point, base)
    case .years(let from, let to):
      return article.map {
        TimeSpan(
          start: PartialDate(year: $0.year + from), end: PartialDate(year: $0.year + to))
      }
    case .days(let from, let to):
      guard let article, let first = CalendarDate(dayNumber: article.dayNumber + from),
        let last = CalendarDate(dayNumber: article.dayNumber + to)
      else { return nil }
      return TimeSpan(first, last)
    case .quarter(let offset), .quarterEnd(let offset):
      guard let article else { return nil }
      let first = article.year * 12 + (article.month - 1) / 3 * 3 + offset * 3
      if case .quarter = point.other { return months(first...(first + 2)) }
      return PartialDate(monthNumber: first + 2).lastDay.map { TimeSpan(PartialDate($0)) }
    case .namedQuarter:
      guard let month = (context.last?.end ?? article.map { PartialDate($0) }), month.month != nil
      else { return nil }
      let first = month.monthNumber / 3 * 3
      return months(first...(first + 2))
    case .week(let offset, let weekday): return week(offset, weekday)
    case .weekday(let day): return weekday(day, after: base)
    case .weekNumber(let number): return weekNumber(number, point, base)
    case .nthWeekday(let number, let weekday): return nth(number, weekday, point, base)
    case .feast(let feast, let holiday): return self.feast(feast, holiday, point, base)
    case .lunar(let month, let day, let isLeap):
      return lunarDate(month, day, isLeap, point, base)
    case .span(let span): return span
    case .century(let decade, let part): return century(point.year, decade, part)
    case .back(let amount):
      return article.flatMap { today in
        moved(today, amount, -amount.high).map { TimeSpan(start: $0, end: PartialDate(today)) }
      }
    case .since(let amount):
      return article.flatMap { today in
        moved(today, amount, -amount.high).map { start in
          TimeSpan(start: context.events.start(in: start.year) ?? start, end: PartialDate(today))
        }
      }
    case .ahead(let amount):
      return article.flatMap { today in
        moved(today, amount, amount.high).map { TimeSpan(start: PartialDate(today), end: $0) }
      }
    case .ago(let amount):
      guard let article, let from = moved(article, amount, -amount.high),
        let to = moved(article, amount, -amount.low)
      else { return nil }
      return TimeSpan(start: from, end: to)
    case .later(let amount): return later(amount)
    case .yearsUp(let count):
      guard let last = context.last?.end?.year ?? article?.year, last - count >= 0 else {
        return nil
      }
      return TimeSpan(
        start: PartialDate(year: last - count + 1), end: PartialDate(year: last))
    case .event(let sort, let untilNow):
      let start = context.events.start(of: sort)
      guard let article, start != nil || untilNow else { return nil }
      return TimeSpan(start: start, end: PartialDate(article))
    case .now: return article.map { TimeSpan(start: nil, end: PartialDate($0)) }
    case .samePeriod: return samePeriod(point)
    case .clock:
      guard let last = context.last, last.start == last.end, last.start?.day != nil else {
        return nil
      }
      return last
    case .vague, .repeated: return nil
    }
  }

  private func months(_ numbers: ClosedRange<Int>) -> TimeSpan {
    TimeSpan(
      start: PartialDate(monthNumber: numbers.lowerBound),
      end: PartialDate(monthNumber: numbers.upperBound))
  }

  // MARK: Years

  /// The year that the words fix, or the range's first half, or the time last named; else nil.
  func statedYear(_ place: TimePoint.Place, _ base: PartialDate?) -> ClosedRange<Int>? {
    switch place {
    case .fixed(let years): return years
    case .article(let offset): return article.map { ($0.year + offset)...($0.year + offset) }
    case .named(let offset):
      let known = base?.year ?? context.last?.end?.year ?? context.last?.start?.year
      if let known { return (known + offset)...(known + offset) }
      guard offset < 0, let year = context.topicYear ?? article?.year else { return nil }
      return (year + offset)...(year + offset)
    case .unsaid: return nil
    }
  }

  /// The year of words that are a part of a year and do not name it (`年末`, `全年`).
  private func yearOfPart(isEdge: Bool) -> Int? {
    if context.lastIsInSentence, let year = context.last?.end?.year { return year }
    if let topic = context.topicYear { return topic }
    guard let article else { return context.last?.end?.year }
    // In January to March 年末 and 全年 are those of the year that has just ended.
    return isEdge && article.month <= 3 && outlook == .back ? article.year - 1 : article.year
  }

  // MARK: Year, month and day

  private func calendar(_ point: TimePoint, _ base: PartialDate?) -> TimeSpan? {
    if case .article(let offset) = point.day {
      if let year = statedYear(point.year, base)?.lowerBound, let article {
        return TimeSpan(PartialDate(year: year, month: article.month, day: article.day))
      }
      return article.flatMap { CalendarDate(dayNumber: $0.dayNumber + offset) }
        .map { TimeSpan(PartialDate($0)) }
    }
    if case .named(let offset) = point.day { return namedDay(offset, base) }
    let years = statedYear(point.year, base)
    if point.year != .unsaid, years == nil { return nil }
    if let years, years.count > 1 {
      return TimeSpan(
        start: PartialDate(year: years.lowerBound), end: PartialDate(year: years.upperBound))
    }
    guard let months = monthNumbers(point, years?.lowerBound, base) else {
      return wholeYear(point, years?.lowerBound)
    }
    return days(point, months: months)
  }

  private func wholeYear(_ point: TimePoint, _ stated: Int?) -> TimeSpan? {
    guard point.month == .unsaid, point.day == .unsaid else { return nil }
    let isEdge = point.other == .end || point.other == .wholeYear
    guard let year = stated ?? yearOfPart(isEdge: isEdge) else { return nil }
    if point.other == .end { return TimeSpan(PartialDate(year: year, month: 12, day: 31)) }
    return TimeSpan(PartialDate(year: year))
  }

  private func namedDay(_ offset: Int, _ base: PartialDate?) -> TimeSpan? {
    let last = base ?? context.last?.end
    if let last, last.day != nil, let day = last.firstDay {
      return CalendarDate(dayNumber: day.dayNumber + offset).map { TimeSpan(PartialDate($0)) }
    }
    guard offset == 0, let article else { return nil }
    return TimeSpan(PartialDate(article))
  }

  /// The months that the words mean, counted from January of year 0; nil where they name no month.
  private func monthNumbers(
    _ point: TimePoint, _ year: Int?, _ base: PartialDate?
  ) -> ClosedRange<Int>? {
    switch point.month {
    case .fixed(let months):
      guard let year = year ?? yearOfMonths(months, point, base) else { return nil }
      return (year * 12 + months.lowerBound - 1)...(year * 12 + months.upperBound - 1)
    case .article(let offset):
      guard let article else { return nil }
      let number = (year ?? article.year) * 12 + article.month - 1 + offset
      return number...number
    case .named(let offset):
      var number: Int?
      if let last = base ?? context.last?.end, last.month != nil { number = last.monthNumber }
      if number == nil, offset == 0 { number = article.map { PartialDate($0).monthNumber } }
      guard var number else { return nil }
      // 去年同月: the month of the time last named, in the year told.
      if let year, point.year != .unsaid { number = year * 12 + number % 12 }
      return (number + offset)...(number + offset)
    case .unsaid:
      switch point.other {
      case .third, .wholeMonth, .monthEnd: return monthOfDays(first: firstDay(of: point), base)
      case .none:
        guard case .fixed(let days) = point.day else { return nil }
        return monthOfDays(first: days.lowerBound, base)
      default: return nil
      }
    }
  }

  private func firstDay(of point: TimePoint) -> Int {
    if case .third(let third) = point.other { return daysOfThird(third, length: 31).lowerBound }
    return 1
  }

  private func daysOfThird(_ third: Int, length: Int) -> ClosedRange<Int> {
    switch third {
    case 3: 21...length
    case 4: 1...15
    case 5: 16...length
    default: (third * 10 - 9)...(third * 10)
    }
  }

  private func days(_ point: TimePoint, months: ClosedRange<Int>) -> TimeSpan? {
    let first = PartialDate(monthNumber: months.lowerBound)
    let last = PartialDate(monthNumber: months.upperBound)
    let length = CalendarDate.days(inMonth: last.month ?? 1, of: last.year)
    func of(_ from: Int, _ to: Int) -> TimeSpan {
      TimeSpan(
        start: PartialDate(year: first.year, month: first.month, day: from),
        end: PartialDate(year: last.year, month: last.month, day: to))
    }
    switch point.other {
    case .end, .monthEnd:
      return TimeSpan(PartialDate(year: last.year, month: last.month, day: length))
    case .third(let third):
      let days = daysOfThird(third, length: length)
      return of(days.lowerBound, days.upperBound)
    default:
      if case .fixed(let days) = point.day { return of(days.lowerBound, days.upperBound) }
      return TimeSpan(start: first, end: last)
    }
  }

  /// The year of months told without one.
  private func yearOfMonths(
    _ months: ClosedRange<Int>, _ point: TimePoint, _ base: PartialDate?
  ) -> Int? {
    if let base {
      return (base.month ?? 1) > months.lowerBound ? base.year + 1 : base.year
    }
    if let last = context.last?.end, context.lastIsInSentence || last.month != nil,
      outlook != .ahead || last.year > (article?.year ?? 0)
    {
      return last.year
    }
    if let topic = context.topicYear, topic != article?.year { return topic }
    guard let article else { return nil }
    let today = PartialDate(article).monthNumber
    // `1-11月` tells what has been; a quarter or half that has begun may be told of.
    let isStretch = point.months == .stretch || point.months == .season
    let told = isStretch ? months.lowerBound : months.upperBound
    let month = article.year * 12 + told - 1
    switch outlook {
    case .back:
      if month != today { return month > today ? article.year - 1 : article.year }
      if case .fixed(let days) = point.day, days.lowerBound > article.day {
        return article.year - 1
      }
      return article.year
    case .ahead: return month < today ? article.year + 1 : article.year
    case .nearest:
      let distance = month - today
      return distance > 6 ? article.year - 1 : distance < -6 ? article.year + 1 : article.year
    }
  }

  /// The month of a day told without one, as a number of months.
  private func monthOfDays(first day: Int, _ base: PartialDate?) -> ClosedRange<Int>? {
    if let base, base.month != nil {
      let later = (base.day ?? 0) > day ? 1 : 0
      return (base.monthNumber + later)...(base.monthNumber + later)
    }
    if let last = context.last?.end, last.month != nil,
      last.day != nil || (context.lastIsInSentence && context.last?.start == last)
    {
      return last.monthNumber...last.monthNumber
    }
    guard let article else { return nil }
    let today = PartialDate(article).monthNumber
    switch outlook {
    case .back: return day > article.day ? (today - 1)...(today - 1) : today...today
    case .ahead: return day < article.day ? (today + 1)...(today + 1) : today...today
    case .nearest: return today...today
    }
  }

  // MARK: Centuries, amounts, the same period

  private func century(
    _ place: TimePoint.Place, _ decade: Int?, _ part: TimePoint.DecadePart
  ) -> TimeSpan? {
    var first: Int
    switch place {
    case .fixed(let century): first = (century.lowerBound - 1) * 100
    case .article(let offset): first = ((article?.year ?? 2000) / 100 + offset) * 100
    case .named, .unsaid:
      // The last decade of that name that has begun: 20年代 may be this century's, 90年代 is the last's.
      let year = article?.year ?? 2025
      first = year / 100 * 100
      if first + (decade ?? 0) > year { first -= 100 }
    }
    first += decade ?? 0
    let length = decade == nil ? 100 : 10
    let edge = decade == nil ? 10 : 3
    let range: ClosedRange<Int>
    switch part {
    case .whole: range = 0...(length - 1)
    case .two: range = 0...(2 * length - 1)
    case .early: range = 0...(edge - 1)
    case .middle: range = decade == nil ? 40...59 : edge...(length - edge - 1)
    case .late: range = (length - edge)...(length - 1)
    }
    return TimeSpan(
      start: PartialDate(year: first + range.lowerBound),
      end: PartialDate(year: first + range.upperBound))
  }

  /// That many units from a day, at the precision of the unit.
  private func moved(
    _ day: CalendarDate, _ amount: TimePoint.Amount, _ count: Int
  ) -> PartialDate? {
    switch amount.unit {
    case .day: CalendarDate(dayNumber: day.dayNumber + count).map { PartialDate($0) }
    case .week: CalendarDate(dayNumber: day.dayNumber + count * 7).map { PartialDate($0) }
    case .month: PartialDate(monthNumber: PartialDate(day).monthNumber + count)
    case .year: PartialDate(year: day.year + count)
    }
  }

  /// `三年后` counts from a time named in the same sentence, else from the article's date.
  private func later(_ amount: TimePoint.Amount) -> TimeSpan? {
    var from = article
    if context.lastIsInSentence, let last = context.last?.end?.lastDay { from = last }
    guard let from, let start = moved(from, amount, amount.low),
      let end = moved(from, amount, amount.high)
    else { return nil }
    return TimeSpan(start: start, end: end)
  }

  private func samePeriod(_ point: TimePoint) -> TimeSpan? {
    guard let year = statedYear(point.year, nil)?.lowerBound else {
      return point.year == .unsaid ? context.last : nil
    }
    return context.last?.moved(toYear: year) ?? TimeSpan(PartialDate(year: year))
  }
}
