/// Weekdays, weeks by number, and times of day.
extension TimeParser {
  /// Extends a point that names a day by a weekday and a time of day.
  func afterDay(_ day: TimePoint, _ offset: Int) -> TimePoint {
    var point = day
    var end = offset
    if let (_, next) = weekdayInBrackets(at: skipSpaces(end)) { end = next }
    if let next = clockRange(at: end, needsFigure: false) { end = next }
    point.range = point.range.lowerBound..<max(end, point.range.upperBound)
    return point
  }

  private func weekdayInBrackets(at start: Int) -> (Int, Int)? {
    if at(start, anyOf: "(（") {
      guard let (day, end) = weekday(at: start + 1), at(end, anyOf: ")）") else { return nil }
      return (day, end + 1)
    }
    if at(start, anyOf: ",，") {
      guard let (day, end) = weekday(at: start + 1), isBoundary(end) else { return nil }
      return (day, end)
    }
    return weekday(at: start)
  }

  /// `周五`, `星期五`, `礼拜天`, `周末` (8): the number of the weekday.
  func weekday(at start: Int) -> (Int, Int)? {
    var next: Int
    if at(start, "周") {
      next = start + 1
    } else if let end = after("星期", at: start) ?? after("礼拜", at: start) {
      next = end
    } else {
      return nil
    }
    guard next < limit, let scalar = Unicode.Scalar(units[next]) else { return nil }
    next += 1
    switch scalar {
    case "一":
      // `本周一共`, `一周一次`.
      return at(next, anyOf: "共直定起样般致旦些次个") ? nil : (1, next)
    case "二": return (2, next)
    case "三": return (3, next)
    case "四": return (4, next)
    case "五": return (5, next)
    case "六": return (6, next)
    case "日", "天": return at(next, "报") ? nil : (7, next)
    case "末": return (8, next)
    default: return nil
    }
  }

  /// A weekday by itself; in the form `周五` only where no name or frequency is meant.
  func bareWeekday(at start: Int) -> TimePoint? {
    if isChineseNumeral(start - 1) || isDigit(start - 1) || at(start - 1, anyOf: "每上下本这个") {
      return nil
    }
    guard let (day, end) = weekday(at: start) else { return nil }
    if at(start, "周"), !isBoundary(end),
      !at(end, anyOf: "至到上下晚早凌的起前将在是公发举召宣对开我他她中和")
    {
      return nil
    }
    var point = TimePoint(at: start, end: end)
    point.other = .weekday(day)
    if day < 8, let second = connector(at: end), let (_, last) = weekday(at: second) {
      // Opening hours: 周一至周五 is no date.
      point.other = .repeated
      point.range = start..<last
      return point
    }
    return afterDay(point, end)
  }

  /// A week counted from the article's, with or without a weekday (`上周`, `上周五`, `下周周六`).
  func week(_ offset: Int, at start: Int, end: Int) -> TimePoint {
    var point = TimePoint(at: start, end: end)
    // The unit before `end` may be the 周 of `周五`: the day stands right after it.
    if let (day, next) = weekday(at: end) ?? weekday(at: end - 1) ?? weekday(at: end - 2) {
      point.other = .week(offset, weekday: day)
      return afterDay(point, next)
    }
    point.other = .week(offset, weekday: nil)
    return point
  }

  /// `第2周`, `第一个星期`, `第一个周二`, `最后一个周三`, `首周`, `第三季度` of a year or month.
  func numbered(part known: TimePoint, at start: Int) -> TimePoint? {
    var point = known
    func finish(_ other: TimePoint.Other, _ end: Int) -> TimePoint {
      point.other = other
      point.range = point.range.lowerBound..<end
      return point
    }
    if let end = after("首周", at: start) { return finish(.weekNumber(1), end) }
    if let end = after("最后一周", at: start) { return finish(.weekNumber(-1), end) }
    var number = 0
    var unit = start
    if let end = after("最后一个", at: start) {
      (number, unit) = (-1, end)
    } else if at(start, "第"), let figure = figure(at: start + 1), figure.value > 0 {
      (number, unit) = (figure.value, skipSpaces(figure.end))
      if known.month == .unsaid, at(unit, "季") {
        return quarter(number...number, unit: unit, at: start, in: known)
      }
      if at(unit, "个") { unit += 1 }
    } else {
      return nil
    }
    if let (day, end) = weekday(at: unit), day < 8 {
      return finish(.nthWeekday(number, weekday: day), end)
    }
    if let end = after("周", at: unit) ?? after("星期", at: unit) ?? after("礼拜", at: unit) {
      return at(end, anyOf: "年岁期") ? nil : finish(.weekNumber(number), end)
    }
    return nil
  }

  // MARK: Times of day

  /// `上午9时至11时30分`; the end of it.
  func clockRange(at start: Int, needsFigure: Bool) -> Int? {
    guard let end = clock(at: start, needsFigure: needsFigure) else { return nil }
    if let second = connector(at: end), let last = clock(at: second, needsFigure: true) {
      return last
    }
    return end
  }

  /// A time of day after a day, or with a word such as 上午 before it.
  private func clock(at offset: Int, needsFigure: Bool) -> Int? {
    let start = skipSpaces(offset)
    var end = start
    var isLong = false
    if let (_, next) = word(at: start, where: { $0 == .clock }) {
      isLong = next - start > 1
      end = skipSpaces(next)
    }
    if let next = clockFigure(at: end) { return next }
    if end > start, isLong, !needsFigure { return end }
    return nil
  }

  /// `9时`, `9点30分`, `9:30`, `八点半`, `20时许`.
  func clockFigure(at start: Int) -> Int? {
    guard let hour = figure(at: start), hour.value <= 24, hour.digits <= 3 else { return nil }
    if at(hour.end, ":") {
      guard !hour.isChinese, let minute = figure(at: hour.end + 1), !minute.isChinese,
        minute.digits == 2, minute.value < 60
      else { return nil }
      if at(minute.end, ":"), let second = figure(at: minute.end + 1), second.digits == 2 {
        return second.end
      }
      return minute.end
    }
    let unit = skipSpaces(hour.end)
    guard at(unit, "时") || at(unit, "点"), !at(unit + 1, anyOf: "间代期任速尚常隔候段") else {
      return nil
    }
    let end = unit + 1
    if at(end, anyOf: "半整许钟") { return end + 1 }
    guard let minute = figure(at: end), minute.value < 60 else { return end }
    if at(minute.end, "分"), !at(minute.end + 1, anyOf: "之钟") {
      if let second = figure(at: minute.end + 1), at(second.end, "秒") { return second.end + 1 }
      return minute.end + 1
    }
    if at(minute.end, "刻") { return minute.end + 1 }
    return isBoundary(minute.end) && !at(minute.end, ".") ? minute.end : end
  }

  /// A time of day with no day: needs a word before it, or more than a figure with 时 or 点.
  func bareClock(at start: Int) -> TimePoint? {
    var point = TimePoint(at: start, end: start)
    point.other = .clock
    if let (_, next) = word(at: start, where: { $0 == .clock }) {
      guard clockFigure(at: skipSpaces(next)) != nil,
        let end = clockRange(at: start, needsFigure: true)
      else { return nil }
      point.range = start..<end
      return point
    }
    guard let end = clockFigure(at: start), isSureClock(from: start, to: end),
      let last = clockRange(at: start, needsFigure: true)
    else { return nil }
    point.range = start..<last
    return point
  }

  private func isSureClock(from start: Int, to end: Int) -> Bool {
    if at(start - 1, anyOf: "第每近约") || isDigit(start - 1) || isChineseNumeral(start - 1) {
      return false
    }
    return at(end - 1, anyOf: "许整钟分刻") || (at(end - 1, "半") && at(end - 2, "点"))
  }
}
