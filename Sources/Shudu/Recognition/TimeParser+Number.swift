/// Times that begin with a figure: `2020年`, `9月`, `30日`, `2020-11-23`, `90年代`.
extension TimeParser {
  /// `endsRange`: the dash before it is that of a range and not of a number.
  func numbered(at start: Int, endsRange: Bool = false) -> TimePoint? {
    if !endsRange, isDigit(start), isTailOfNumber(start) { return nil }
    if let decades = twoDecades(at: start) {
      var point = TimePoint(at: start, end: decades.end)
      point.other = .century(decade: decades.first, part: .two)
      return point
    }
    guard let figure = figure(at: start) else { return nil }
    let next = skipSpaces(figure.end)
    guard next < limit, let scalar = Unicode.Scalar(units[next]) else {
      return bareYear(figure, at: start)
    }
    switch scalar {
    case "年": return year(figure, unit: next, at: start)
    case "月":
      let months = pair(figure) ?? figure.value...figure.value
      return month(months, unit: next, at: start, isChinese: figure.isChinese)
    case "日", "号": return bareDay(figure, unit: next, at: start)
    case "季":
      return quarter(pair(figure) ?? figure.value...figure.value, unit: next, at: start)
    case "世":
      guard after("世纪", at: next) != nil, (1...30).contains(figure.value) else { return nil }
      return century(.number(figure.value), rest: next + 2, at: start)
    case "Q", "q", "H":
      guard figure.digits == 4, let months = quarterCode(at: next) else { return nil }
      return coded(year: figure.value, months: months.0, at: start, end: months.1)
    case "学", "财":
      return namedYear(figure, end: figure.end, second: nil, at: start)
    case ".", "/", "-", "–", "—", "―", "~", "−", "至", "到", "、":
      return separated(figure, at: start)
    default: return nil
    }
  }

  /// The digits of a decimal, of a grouped number or of a phone number go on from before.
  private func isTailOfNumber(_ start: Int) -> Bool {
    guard start > lower else { return false }
    if at(start - 1, anyOf: ".,:/") { return isDigit(start - 2) }
    if at(start - 1, "-") {
      return isDigit(start - 2) || isLetter(start - 2)
    }
    return isDigit(start - 1)
  }

  func isLetter(_ offset: Int) -> Bool {
    guard offset >= lower, offset < limit else { return false }
    return (0x41...0x5A).contains(units[offset] & 0xFFDF)
  }

  /// A stretch that is nothing but a year (`2018` in a table's cell).
  private func bareYear(_ figure: Figure, at start: Int) -> TimePoint? {
    guard start == lower, figure.end == limit, !figure.isChinese else { return nil }
    var point = TimePoint(at: start, end: figure.end)
    if figure.digits == 4, (1900...2099).contains(figure.value) {
      point.year = .number(figure.value)
      return point
    }
    guard figure.digits == 8 else { return nil }
    return date(figure.value / 10000, figure.value / 100 % 100, figure.value % 100, point)
  }

  func date(_ year: Int, _ month: Int, _ day: Int, _ point: TimePoint) -> TimePoint? {
    guard CalendarDate(year: year, month: month, day: day) != nil else { return nil }
    var point = point
    point.year = .number(year)
    point.month = .number(month)
    point.day = .number(day)
    return point
  }

  /// Two Chinese digits in a row, `三四季度`, `七八月`.
  func pair(_ figure: Figure) -> ClosedRange<Int>? {
    guard figure.isPositional, figure.digits == 2, figure.value % 10 == figure.value / 10 + 1
    else { return nil }
    return (figure.value / 10)...(figure.value % 10)
  }

  /// `五六十年代`: the first decade, and the end.
  private func twoDecades(at start: Int) -> (first: Int, end: Int)? {
    guard isChineseNumeral(start), let first = chineseDigit(start),
      let second = chineseDigit(start + 1), second == first + 1,
      let end = after("十年代", at: start + 2)
    else { return nil }
    return (first * 10, end)
  }

  // MARK: Years

  private func year(_ figure: Figure, unit: Int, at start: Int) -> TimePoint? {
    if after("年代", at: unit) != nil, figure.value % 10 == 0, figure.value < 100 {
      var point = TimePoint(at: start, end: unit + 2)
      let (part, end) = decadePart(at: unit + 2)
      point.other = .century(decade: figure.value, part: part)
      point.range = start..<end
      return point
    }
    guard let (number, isSure) = yearNumber(figure, unit: unit, at: start) else { return nil }
    var point = TimePoint(at: start, end: unit + 1)
    point.year = .number(number)
    let full = afterYear(point, unit + 1)
    if isSure || full.range.upperBound > unit + 1 { return full }
    // `98年到02年`: two years of two digits confirm each other.
    if let next = connector(at: unit + 1), let second = self.figure(at: next), second.digits == 2,
      second.isChinese == figure.isChinese, at(second.end, "年"),
      second.beginsWithZero || figure.value > 50
    {
      return full
    }
    return start == lower && unit + 1 == limit && !figure.isChinese ? full : nil
  }

  /// The year that a figure before 年 names, and whether it does so without a month after it.
  private func yearNumber(_ figure: Figure, unit: Int, at start: Int) -> (Int, Bool)? {
    let value = figure.value
    switch figure.digits {
    case 2 where !figure.isChinese:
      return (fullYear(value), figure.beginsWithZero)
    case 2 where figure.isPositional:
      let tens = value / 10
      let isPair = value % 10 == tens + 1 || value == 35
      return (
        fullYear(value), figure.beginsWithZero || (!isPair && tens >= 8)
      )
    case 3 where !figure.isChinese:
      return (100...139).contains(value) ? (value + 1911, false) : nil
    case 3 where figure.isPositional: return (value, false)
    case 4:
      guard (1000...2199).contains(value) else { return nil }
      if figure.isChinese, !figure.isPositional { return (value, value % 100 != 0) }
      return isSpanOfYears(value, unit: unit, at: start) ? nil : (value, true)
    case 5, 6:
      guard figure.isChinese, !figure.isPositional else { return nil }
      return (1000...2199).contains(value) && value % 100 != 0 ? (value, true) : nil
    default: return nil
    }
  }

  /// Whether a figure of four digits counts years (`2000年历史`, `距今1500年`).
  private func isSpanOfYears(_ value: Int, unit: Int, at start: Int) -> Bool {
    if at(unit + 1, anyOf: "多余历间古") { return true }
    if at(unit + 1, "来"), !at(unit + 2, anyOf: "自到华渝") { return true }
    if after("的历史", at: unit + 1) != nil || after("之久", at: unit + 1) != nil { return true }
    guard value % 100 == 0, value <= 1800 || value == 2000 else { return false }
    return at(start - 1, anyOf: "约近逾超过达今有") || (at(unit + 1, "前") && !at(unit + 2, "后"))
  }

  // MARK: Months, days, quarters

  func month(
    _ months: ClosedRange<Int>, unit: Int, at start: Int, isChinese: Bool,
    in known: TimePoint? = nil
  ) -> TimePoint? {
    guard months.lowerBound >= 1, months.upperBound <= 12 || months.lowerBound > 1,
      months.upperBound <= 23, !at(unit + 1, anyOf: "龄嫂饼球光薪")
    else { return nil }
    var point = known ?? TimePoint(at: start, end: unit + 1)
    point.range = point.range.lowerBound..<(unit + 1)
    point.month = .fixed(months)
    if months.count > 1 { point.months = months.lowerBound == 1 ? .cumulative : .stretch }
    return afterMonth(point, unit + 1, isChinese: isChinese)
  }

  func quarter(
    _ quarters: ClosedRange<Int>, unit: Int, at start: Int, in known: TimePoint? = nil
  ) -> TimePoint? {
    guard let end = after("季度", at: unit) ?? seasonEnd(at: unit),
      quarters.lowerBound >= 1, quarters.upperBound <= 4
    else { return nil }
    var point = known ?? TimePoint(at: start, end: end)
    point.month = .fixed((quarters.lowerBound * 3 - 2)...(quarters.upperBound * 3))
    point.months = quarters.count > 1 && quarters.lowerBound == 1 ? .cumulative : .stretch
    point.range = point.range.lowerBound..<end
    return edge(of: point, at: end)
  }

  /// `四季` without 度 is a quarter only before 末 or the end of the words.
  private func seasonEnd(at unit: Int) -> Int? {
    at(unit + 1, "末") ? unit + 1 : nil
  }

  /// `30日` without a month; `30号` only where nothing but a day is meant.
  private func bareDay(_ figure: Figure, unit: Int, at start: Int) -> TimePoint? {
    guard (1...31).contains(figure.value) else { return nil }
    guard dayUnitEnds(unit, isAfterMonth: false) else { return nil }
    if at(unit, "号"), !at(start - 1, anyOf: "于在从到至自是月和与"),
      !isBoundary(start - 1) || (!isBoundary(unit + 1) && !at(unit + 1, anyOf: "上下早晚凌"))
    {
      return nil
    }
    // 一日, 一号: of a day's length or the first of a row rather than a date.
    if figure.isChinese, figure.digits == 1 { return nil }
    if at(start - 1, anyOf: "每第近几数两前后") { return nil }
    var point = TimePoint(at: start, end: unit + 1)
    point.day = .number(figure.value)
    return afterDay(point, unit + 1)
  }

  /// Whether 日 or 号 at the offset ends a date and begins no other word.
  func dayUnitEnds(_ unit: Int, isAfterMonth: Bool) -> Bool {
    if at(unit, "号") {
      if at(unit + 1, anyOf: "线楼院文机馆门令店井房车厅坑地矿码台库岛桥船") {
        return false
      }
      return isAfterMonth || !at(unit + 1, anyOf: "公通文件选作种")
    }
    if at(unit + 1, anyOf: "本") {
      return isAfterMonth && !at(unit + 2, anyOf: "人国企政籍")
        || at(unit + 2, anyOf: "报台网市省区县刊社")
    }
    if isAfterMonth { return true }
    return !at(unit + 1, anyOf: "内均线游龄常志程租元后来间语式圆")
  }

  // MARK: Centuries and decades

  /// What follows 世纪: a decade, `初`, `末`, or nothing.
  func century(_ place: TimePoint.Place, rest: Int, at start: Int) -> TimePoint {
    var point = TimePoint(at: start, end: rest)
    point.year = place
    let next = skipSpaces(rest)
    if let decades = twoDecades(at: next) {
      point.other = .century(decade: decades.first, part: .two)
      point.range = start..<decades.end
      return point
    }
    if let figure = figure(at: next), figure.value % 10 == 0, figure.value < 100,
      let end = after("年代", at: skipSpaces(figure.end))
    {
      let (part, end) = decadePart(at: end)
      point.other = .century(decade: figure.value, part: part)
      point.range = start..<end
      return point
    }
    let (part, end) = decadePart(at: rest)
    point.other = .century(decade: nil, part: part)
    point.range = start..<end
    return point
  }

  private func decadePart(at offset: Int) -> (TimePoint.DecadePart, Int) {
    if let end = after("中后期", at: offset) ?? after("后期", at: offset) { return (.late, end) }
    if let end = after("末期", at: offset) ?? after("末", at: offset) { return (.late, end) }
    if let end = after("前期", at: offset) ?? after("初期", at: offset) { return (.early, end) }
    if let end = after("初", at: offset), !at(end, anyOf: "步级心中始次") { return (.early, end) }
    if let end = after("中期", at: offset) ?? after("中叶", at: offset) { return (.middle, end) }
    return (.whole, offset)
  }
}
