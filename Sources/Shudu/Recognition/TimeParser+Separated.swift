/// Figures with separators between them: dates (`2020-11-23`), and ranges that share their unit
/// (`1-11月`, `2023—2027年`, `5至8日`).
extension TimeParser {
  func separated(_ first: Figure, at start: Int) -> TimePoint? {
    if !first.isChinese, let point = dotted(first, at: start) { return point }
    guard let second = secondFigure(after: first) else { return nil }
    let unit = skipSpaces(second.end)
    guard unit < limit, let scalar = Unicode.Scalar(units[unit]) else {
      return years(first, second, end: second.end, at: start)
    }
    switch scalar {
    case "年":
      return years(first, second, end: unit + 1, at: start)
    case "月":
      guard let months = wrapped(first.value, second.value) else { return nil }
      return month(months, unit: unit, at: start, isChinese: first.isChinese)
    case "季":
      guard first.value < second.value else { return nil }
      return quarter(first.value...second.value, unit: unit, at: start)
    case "日", "号":
      guard let days = days(first, second), dayUnitEnds(unit, isAfterMonth: true) else {
        return nil
      }
      var point = TimePoint(at: start, end: unit + 1)
      point.day = .fixed(days)
      return afterDay(point, unit + 1)
    case "学", "财", "赛":
      return namedYear(first, end: second.end, second: second, at: start)
    default:
      return years(first, second, end: second.end, at: start)
    }
  }

  /// The second figure of a range, or of two neighbours in a row (`7、8月`).
  func secondFigure(after first: Figure) -> Figure? {
    if at(first.end, "、"), let second = figure(at: first.end + 1) {
      return second.value == first.value + 1 && second.isChinese == first.isChinese ? second : nil
    }
    guard let start = connector(at: first.end), let second = figure(at: start),
      second.isChinese == first.isChinese
    else { return nil }
    return second
  }

  /// Months of one year, or from one year into the next (`11-3月`).
  private func wrapped(_ first: Int, _ second: Int) -> ClosedRange<Int>? {
    guard (1...12).contains(first), (1...12).contains(second), first != second else { return nil }
    return first...(second < first ? second + 12 : second)
  }

  func days(_ first: Figure, _ second: Figure) -> ClosedRange<Int>? {
    guard first.value >= 1, first.value < second.value, second.value <= 31 else { return nil }
    return first.value...second.value
  }

  /// `2023—2027年`, `2018-20年`, and `2018-2020` where no unit makes it a quantity.
  private func years(
    _ first: Figure, _ second: Figure, end: Int, at start: Int
  ) -> TimePoint? {
    if first.digits == 2, first.beginsWithZero, second.digits == 2, at(end - 1, "年"),
      !first.isChinese
    {
      // Two digits may lie in different centuries: `09-68年` would run from 2009 to 1968.
      let years = (first: fullYear(first.value), last: fullYear(second.value))
      guard years.first < years.last else { return nil }
      var point = TimePoint(at: start, end: end)
      point.year = .fixed(years.first...years.last)
      return point
    }
    guard first.digits == 4, !first.isChinese || first.isPositional,
      (1000...2199).contains(first.value)
    else { return nil }
    var last = second.value
    if second.digits == 2 { last += first.value / 100 * 100 }
    guard last > first.value, last <= 2199, last - first.value <= 300 else { return nil }
    let hasUnit = at(end - 1, "年")
    if !hasUnit, at(first.end, "、") { return nil }
    if !hasUnit, second.digits != 4 || !isBoundary(end) || !(1900...2099).contains(first.value) {
      return nil
    }
    var point = TimePoint(at: start, end: end)
    point.year = .fixed(first.value...last)
    if hasUnit, at(end, "度") { point.range = start..<(end + 1) }
    return point
  }

  /// School years and fiscal years: `2020学年`, `2019-2020学年`, `2020财年`.
  func namedYear(_ first: Figure, end: Int, second: Figure?, at start: Int) -> TimePoint? {
    guard first.digits == 4, (1900...2099).contains(first.value) else { return nil }
    let next = skipSpaces(end)
    var last = second.map { $0.digits == 2 ? $0.value + first.value / 100 * 100 : $0.value }
    if let end = after("学年度", at: next) ?? after("学年", at: next) {
      if last == nil { last = first.value + 1 }
      guard let last, last == first.value + 1 else { return nil }
      var point = TimePoint(at: start, end: end)
      point.other = .span(
        TimeSpan(
          start: PartialDate(year: first.value, month: 9),
          end: PartialDate(year: last, month: 8)))
      return point
    }
    if let end = after("赛季", at: next), let last, last == first.value + 1 {
      var point = TimePoint(at: start, end: end)
      point.year = .fixed(first.value...last)
      return point
    }
    if let end = after("财政年度", at: next) ?? after("财年", at: next) {
      guard second == nil || last == first.value + 1 else { return nil }
      var point = TimePoint(at: start, end: end)
      point.year = .number(last ?? first.value)
      return point
    }
    return nil
  }

  /// `2020-11-23`, `2020.11.23`, `2020/1/2`, `13.5.2015`, `05/05/89`, `2020-09`, `2008.03`.
  private func dotted(_ first: Figure, at start: Int) -> TimePoint? {
    let separator = first.end
    guard at(separator, anyOf: "./-"), isDigit(separator + 1),
      let second = figure(at: separator + 1)
    else { return nil }
    if at(separator, "/"), first.digits == 2, second.digits == 4, isBoundary(second.end),
      (1...12).contains(first.value), (1900...2099).contains(second.value)
    {
      var point = TimePoint(at: start, end: second.end)
      point.year = .number(second.value)
      point.month = .number(first.value)
      return point
    }
    guard second.digits <= 2 else { return nil }
    let point = TimePoint(at: start, end: second.end)
    guard second.end < limit, units[second.end] == units[separator], isDigit(second.end + 1),
      let third = figure(at: second.end + 1)
    else { return yearAndMonth(first, second, separator: separator, point) }
    // A fourth part makes it an address or a version.
    if third.end < limit, units[third.end] == units[separator], isDigit(third.end + 1) {
      return nil
    }
    guard !isLetter(third.end), !at(third.end, "%") else { return nil }
    var found: TimePoint?
    let full = TimePoint(at: start, end: third.end)
    if first.digits == 4, third.digits <= 2 {
      found = date(first.value, second.value, third.value, full)
    } else if third.digits == 4, first.digits <= 2 {
      found =
        date(third.value, second.value, first.value, full)
        ?? date(third.value, first.value, second.value, full)
    } else if at(separator, "/"), first.digits == 2, second.digits == 2, third.digits == 2 {
      found = date(fullYear(third.value), second.value, first.value, full)
    }
    guard let found else { return nil }
    let end = at(third.end, "日") ? third.end + 1 : third.end
    return afterDay(found, end)
  }

  /// What a range may end with and no time begin with: a bare year, or year and month with a point.
  func rangeEnd(at start: Int) -> TimePoint? {
    if isDigit(start), let point = numbered(at: start, endsRange: true) { return point }
    if let point = point(at: start) { return point }
    guard isDigit(start), let year = figure(at: start), year.digits == 4,
      (1900...2099).contains(year.value)
    else { return nil }
    var point = TimePoint(at: start, end: year.end)
    point.year = .number(year.value)
    if at(year.end, "."), let month = figure(at: year.end + 1) {
      guard month.digits == 2, (1...12).contains(month.value) else { return nil }
      point.month = .number(month.value)
      point.range = start..<month.end
    }
    return isBoundary(point.range.upperBound) ? point : nil
  }

  /// A year and a month; with a point only where it cannot be a decimal.
  private func yearAndMonth(
    _ first: Figure, _ second: Figure, separator: Int, _ point: TimePoint
  ) -> TimePoint? {
    guard first.digits == 4, (1900...2099).contains(first.value), second.digits == 2,
      (1...12).contains(second.value), isBoundary(second.end) || connector(at: second.end) != nil
    else { return nil }
    if at(separator, ".") {
      // `2008.03-2009.05`, `2008.03至今`: a range of decimals would have a unit after it.
      guard let next = connector(at: second.end) else { return nil }
      if isDigit(next) {
        guard let other = figure(at: next), other.digits == 4 else { return nil }
        var end = other.end
        if at(end, "."), let month = figure(at: end + 1) {
          guard month.digits == 2, month.value <= 12 else { return nil }
          end = month.end
        }
        guard isBoundary(end), (1900...2099).contains(other.value) else { return nil }
      } else if !at(next, "今") {
        return nil
      }
    }
    var point = point
    point.year = .number(first.value)
    point.month = .number(second.value)
    return point
  }
}
