/// From a phrase to its value.
extension TimeResolver {
  /// The expression, and the stretch that becomes the time last named.
  func expression(of phrase: TimePhrase) -> (TimeExpression, TimeSpan?) {
    let first = phrase.first
    switch first.other {
    case .vague: return (TimeExpression(sort: .vague, value: nil), nil)
    case .repeated: return (TimeExpression(sort: .repeated, value: nil), nil)
    default: break
    }
    guard let span = wholeSpan(phrase) else {
      if case .event = first.other { return (TimeExpression(sort: .vague, value: nil), nil) }
      return (
        TimeExpression(sort: sort(of: first), value: nil, namesYear: first.namesYear), nil
      )
    }
    var (sort, value) = opened(span, phrase)
    if sort == .calendar { sort = self.sort(of: first) }
    let isAhead = isAhead(value)
    if first.months == .season { value = value.ofSeasons(isRange: phrase.second != nil) }
    var expression = TimeExpression(
      sort: sort, value: value.text, isAhead: isAhead,
      namesYear: first.namesYear || phrase.second?.namesYear == true)
    if value.start != nil, value.end == nil { expression.valueToNow = toNow(value)?.text }
    if first.other == .now { return (expression, nil) }
    if case .event = first.other { return (expression, nil) }
    // `同期` after `今年以来` is up to the same day.
    return (expression, phrase.suffix == .upToNow && value.end != nil ? value : span)
  }

  private func sort(of point: TimePoint) -> TimeExpression.Sort {
    switch point.other {
    case .weekday, .feast, .clock: .clock
    case .week(_, let weekday): weekday == nil ? .calendar : .clock
    case .now: .upTo
    case .since, .event: .since
    default: .calendar
    }
  }

  /// From the first day told to the last.
  private func wholeSpan(_ phrase: TimePhrase) -> TimeSpan? {
    guard let second = phrase.second else { return span(of: phrase.first) }
    var first = phrase.first
    if first.year == .unsaid, second.year != .unsaid, case .fixed(let months) = first.month,
      let end = span(of: second)?.end
    {
      // `11月至2020年3月`: the year told last dates both.
      let isBefore = months.lowerBound <= (end.month ?? 12)
      first.year = .number(isBefore ? end.year : end.year - 1)
    }
    guard let start = span(of: first) else { return nil }
    guard let end = span(of: second, after: start.end ?? start.start) else { return nil }
    let whole = TimeSpan(start: start.start, end: end.end)
    return whole.isValid ? whole : nil
  }

  /// Opens the stretch at the end that the prefix or suffix leaves open.
  private func opened(
    _ span: TimeSpan, _ phrase: TimePhrase
  ) -> (TimeExpression.Sort, TimeSpan) {
    let today = context.articleDate
    let ends = span.end?.lastDay
    let isLater = today.flatMap { today in ends.map { $0 > today } } ?? false
    if phrase.first.other == .now {
      if phrase.suffix == .onward { return (.since, TimeSpan(start: span.end, end: nil)) }
      return (.upTo, span)
    }
    switch phrase.suffix {
    case .upToNow:
      return (.since, toNow(span) ?? TimeSpan(start: span.start, end: nil))
    case .onward: return (.since, TimeSpan(start: span.start, end: nil))
    case .before:
      if isLater { return (.goal, TimeSpan(start: span.end, end: span.end)) }
      return (.upTo, TimeSpan(start: nil, end: span.end))
    case .none: break
    }
    guard phrase.second == nil else { return (.calendar, span) }
    switch phrase.prefix {
    case .upTo: return (.upTo, TimeSpan(start: nil, end: span.end))
    case .since: return (.since, TimeSpan(start: span.start, end: nil))
    case .until:
      if isLater { return (.goal, span) }
      let isPoint = span.end?.day != nil && span.start == span.end
      return isPoint ? (.upTo, TimeSpan(start: nil, end: span.end)) : (.calendar, span)
    case .from, nil: return (.calendar, span)
    }
  }

  /// From where a stretch begins up to the article's date; nil where it begins later, or nothing tells the date.
  private func toNow(_ span: TimeSpan) -> TimeSpan? {
    guard let today = context.articleDate else { return nil }
    let closed = TimeSpan(start: span.start, end: PartialDate(today))
    return closed.isValid ? closed : nil
  }

  private func isAhead(_ span: TimeSpan) -> Bool {
    guard let today = context.articleDate else { return false }
    if let start = span.start?.firstDay { return start > today || (span.isFuture(from: today)) }
    return span.end?.lastDay.map { $0 > today } ?? false
  }
}

extension TimeSpan {
  /// A season is told by its year alone, winter by the year that it begins in: which months it has nobody says.
  fileprivate func ofSeasons(isRange: Bool) -> TimeSpan {
    let first = start.map { PartialDate(year: $0.year) }
    guard let end, end.day == nil else { return TimeSpan(start: first, end: end) }
    let last = PartialDate(year: end.year)
    return TimeSpan(start: first, end: isRange ? last : first ?? last)
  }

  /// Whether it runs from a day into later time (`未来三年`).
  fileprivate func isFuture(from today: CalendarDate) -> Bool {
    guard start == PartialDate(today), start != end else { return false }
    return end?.lastDay.map { $0 > today } ?? false
  }
}
