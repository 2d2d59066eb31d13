/// What may follow a year or a month inside one time: `2020年|9月`, `9月|30日`, `今年|上半年`, `11月|底`.
extension TimeParser {
  /// Extends a point that names a year by what stands after it.
  func afterYear(_ year: TimePoint, _ offset: Int) -> TimePoint {
    var start = offset
    if at(start, "度"), !at(start + 1, anyOf: "假过") { start += 1 }
    let next = skipSpaces(start)
    if let point = yearPart(year, next) { return point }
    if at(next, "的"), let point = yearPart(year, next + 1), point.range.upperBound > next + 1 {
      return point
    }
    return extended(edge(of: year, at: start), to: start)
  }

  private func extended(_ point: TimePoint, to end: Int) -> TimePoint {
    var point = point
    point.range = point.range.lowerBound..<max(end, point.range.upperBound)
    return point
  }

  private func yearPart(_ year: TimePoint, _ start: Int) -> TimePoint? {
    if let (word, end) = word(at: start, where: TimeParser.followsYear) {
      return yearWord(year, word, at: start, end: end)
    }
    var point = year
    if let end = after("同期", at: start) {
      point.other = .samePeriod
      return extended(point, to: end)
    }
    if at(start, "闰") { return lunar(year, at: start) }
    if at(start, "后"), let (count, end) = firstMonths(at: start) {
      point.month = .fixed((13 - count)...12)
      point.months = .stretch
      return extended(point, to: end)
    }
    if at(start, anyOf: "前头首"), let (months, end) = firstMonths(at: start) {
      point.month = .fixed(1...months)
      point.months = .cumulative
      return extended(point, to: end)
    }
    if at(start, "第") || at(start, "首") || at(start, "最") {
      return numbered(part: year, at: start)
    }
    if let first = seasonStart(at: start), isBoundary(start + 1) {
      point.month = .fixed(first...(first + 2))
      point.months = .season
      return extended(point, to: start + 1)
    }
    if at(start, anyOf: "Qq"), let (months, end) = quarterCode(at: start) {
      point.month = .fixed(months)
      point.months = .stretch
      return extended(point, to: end)
    }
    guard let figure = figure(at: start) else { return nil }
    let unit = skipSpaces(figure.end)
    if at(unit, "月") {
      let months = pair(figure) ?? figure.value...figure.value
      guard (1...12).contains(months.lowerBound), months.upperBound <= 12 else { return nil }
      return month(
        months, unit: unit, at: year.range.lowerBound,
        isChinese: figure.isChinese, in: year)
    }
    if at(unit, "季") {
      return quarter(
        pair(figure) ?? figure.value...figure.value, unit: unit, at: start, in: year)
    }
    guard let second = secondFigure(after: figure) else { return nil }
    let rangeUnit = skipSpaces(second.end)
    if at(rangeUnit, "月"), figure.value != second.value, (1...12).contains(figure.value),
      (1...12).contains(second.value)
    {
      let last = second.value < figure.value ? second.value + 12 : second.value
      return month(
        figure.value...last, unit: rangeUnit, at: start, isChinese: figure.isChinese, in: year)
    }
    if at(rangeUnit, "季"), figure.value < second.value {
      return quarter(figure.value...second.value, unit: rangeUnit, at: start, in: year)
    }
    return nil
  }

  /// The first month of `春`, `夏`, `秋`, `冬`.
  private func seasonStart(at offset: Int) -> Int? {
    guard offset < limit, let scalar = Unicode.Scalar(units[offset]) else { return nil }
    switch scalar {
    case "春": return 3
    case "夏": return 6
    case "秋": return 9
    case "冬": return 12
    default: return nil
    }
  }

  private static func followsYear(_ kind: TimeTable.Kind) -> Bool {
    switch kind {
    case .months, .season, .yearEnd, .yearStart, .yearMiddle, .yearOpening, .yearWhole, .feast,
      .feastLunar, .feastWeekday, .term, .doubtfulTerm, .lunar, .lunarMonth, .month, .sameMonth,
      .day:
      true
    default: false
    }
  }

  private func yearWord(
    _ year: TimePoint, _ word: TimeTable.Word, at start: Int, end: Int
  ) -> TimePoint? {
    var point = extended(year, to: end)
    switch word.kind {
    case .months, .season: return seasonOrHalf(point, word, end: end)
    case .yearEnd: point.other = .end
    case .yearStart, .yearWhole: break
    case .yearMiddle: point.month = .number(6)
    case .yearOpening: point.month = .number(1)
    case .feast, .feastLunar, .feastWeekday, .term, .doubtfulTerm:
      return feast(point, word, end: end)
    case .lunar: return lunar(point, at: end)
    case .lunarMonth: return lunarDay(point, month: word.number, isLeap: false, at: end)
    case .month where word.number == 0:
      point.month = .article(0)
      return afterMonth(point, end, isChinese: false)
    case .day where word.number == 0:
      point.day = .article(0)
      return afterDay(point, end)
    case .sameMonth where word.number == 0:
      point.month = .named(0)
      return afterMonth(point, end, isChinese: false)
    default: return nil
    }
    return point
  }

  func seasonOrHalf(_ point: TimePoint, _ word: TimeTable.Word, end: Int) -> TimePoint {
    var point = point
    point.months = word.kind == .season ? .season : .stretch
    if word.kind == .season {
      point.month = .fixed(word.number...(word.number + 2))
    } else if word.numbers.count == 2, word.numbers[0] <= word.numbers[1] {
      point.month = .fixed(word.numbers[0]...word.numbers[1])
    }
    return edge(of: point, at: end)
  }

  /// `前三季度`, `前两个季度`, `前11个月`, `头三个月`, `前10月`: the number of months from January.
  func firstMonths(at start: Int) -> (Int, Int)? {
    if at(start - 1, anyOf: "之以日目此生从当先提") { return nil }
    let numberAt = skipSpaces(start + 1)
    guard let figure = figure(at: numberAt), figure.value >= 1 else { return nil }
    var unit = skipSpaces(figure.end)
    let hasCounter = at(unit, "个")
    if hasCounter { unit += 1 }
    if let end = after("季度", at: unit) {
      return figure.value <= 4 ? (figure.value * 3, end) : nil
    }
    guard at(unit, "月"), figure.value <= 12 else { return nil }
    return (figure.value, at(unit + 1, "份") ? unit + 2 : unit + 1)
  }

  /// `Q1`, `Q3季度`, `H1`.
  func quarterCode(at start: Int) -> (ClosedRange<Int>, Int)? {
    guard isDigit(start + 1), !isDigit(start + 2), !isLetter(start - 1) else { return nil }
    let number = Int(units[start + 1]) - 0x30
    let end = start + 2
    if at(start, "H") {
      return (1...2).contains(number) && isDigit(start - 1)
        ? ((number * 6 - 5)...(number * 6), end) : nil
    }
    guard (1...4).contains(number), !isLetter(end), !at(end, "-") else { return nil }
    return ((number * 3 - 2)...(number * 3), after("季度", at: end) ?? end)
  }

  func coded(year: Int, months: ClosedRange<Int>, at start: Int, end: Int) -> TimePoint? {
    guard (1900...2099).contains(year) else { return nil }
    var point = TimePoint(at: start, end: end)
    point.year = .number(year)
    point.month = .fixed(months)
    point.months = .stretch
    return point
  }

  // MARK: Months

  /// Extends a point that names a month by `份`, `底`, `中旬`, a day or a week.
  func afterMonth(_ month: TimePoint, _ offset: Int, isChinese: Bool) -> TimePoint {
    var start = offset
    if at(start, "份"), !at(start + 1, anyOf: "额量") { start += 1 }
    let point = extended(month, to: start)
    let next = skipSpaces(start)
    if let (word, end) = word(
      at: next,
      where: { $0 == .third || $0 == .monthEnd || $0 == .monthStart || $0 == .monthMiddle })
    {
      return monthWord(point, word, end: end)
    }
    if let found = dayPart(point, next, isChinese: isChinese) { return found }
    if at(next, "的") || at(next, "，") || at(next, "第") || at(next, "首") || at(next, "最") {
      let partAt = at(next, "的") ? next + 1 : next
      if let found = numbered(part: point, at: partAt) { return found }
      if at(next, "的"), let found = dayPart(point, partAt, isChinese: isChinese),
        found.range.upperBound > partAt, at(found.range.upperBound - 1, anyOf: "日号")
      {
        return found
      }
    }
    return edge(of: point, at: start)
  }

  private func monthWord(_ month: TimePoint, _ word: TimeTable.Word, end: Int) -> TimePoint {
    var point = extended(month, to: end)
    switch word.kind {
    case .third: point.other = .third(word.number)
    case .monthEnd: point.other = .end
    default: break
    }
    return point
  }

  /// A day of the month named before: `30日`, `5-8日`, `初一`, `八月十五`, and `3` where nothing follows.
  private func dayPart(_ month: TimePoint, _ start: Int, isChinese: Bool) -> TimePoint? {
    var point = month
    if at(start, "初"), isChinese, let digit = chineseDigit(start + 1) ?? ten(start + 1),
      digit > 0, isBoundary(start + 2) || at(start + 2, anyOf: "日至到在的那这当前后晚")
    {
      guard case .fixed(let months) = month.month, months.count == 1 else { return nil }
      point.other = .lunar(month: months.lowerBound, day: digit, isLeap: false)
      point.month = .unsaid
      return extended(point, to: start + 2)
    }
    guard let figure = figure(at: start), (1...31).contains(figure.value) else { return nil }
    let unit = skipSpaces(figure.end)
    if at(unit, anyOf: "日号"), dayUnitEnds(unit, isAfterMonth: true) {
      point.day = .number(figure.value)
      return afterDay(extended(point, to: unit + 1), unit + 1)
    }
    if let secondAt = connector(at: figure.end), let second = self.figure(at: secondAt),
      let days = days(figure, second)
    {
      let unit = skipSpaces(second.end)
      if at(unit, anyOf: "日号"), dayUnitEnds(unit, isAfterMonth: true) {
        point.day = .fixed(days)
        return afterDay(extended(point, to: unit + 1), unit + 1)
      }
      if isDayEnd(figure.end), figure.isChinese == isChinese, !at(unit, "月") {
        // `一月19到20`: without a unit only in a range that nothing measures.
        point.day = .number(figure.value)
        return extended(point, to: figure.end)
      }
    }
    guard figure.isChinese == isChinese || figure.digits <= 2, isDayEnd(figure.end),
      start == month.range.upperBound
    else { return nil }
    if isChinese, figure.isChinese, figure.value == 15, case .fixed(let months) = month.month,
      months.count == 1
    {
      // 八月十五, 二月十五 without 日 are full moons.
      point.other = .lunar(month: months.lowerBound, day: 15, isLeap: false)
      point.month = .unsaid
      return extended(point, to: figure.end)
    }
    point.day = .number(figure.value)
    return extended(point, to: figure.end)
  }

  private func ten(_ offset: Int) -> Int? { at(offset, "十") ? 10 : nil }

  /// A day may go without 日 only before the end, a punctuation mark or the second half of a range.
  private func isDayEnd(_ end: Int) -> Bool {
    if end >= limit { return true }
    if at(end, anyOf: "至到"), figure(at: end + 1) != nil { return true }
    return !at(end, anyOf: ".%~-–—/:") && isBoundary(end) && !at(end, " ")
  }

  // MARK: Edges

  /// `底`, `末`, `初` right after a year, quarter or month.
  func edge(of point: TimePoint, at offset: Int) -> TimePoint {
    var point = point
    if at(offset, anyOf: "底末"), !at(offset + 1, anyOf: "线部色气蕴尾端") {
      point.other = .end
      let end = at(offset, "末") && at(offset + 1, "期") ? offset + 2 : offset + 1
      return extended(point, to: end)
    }
    if at(offset, "初"), !at(offset + 1, anyOf: "步级心中始次期夏冬春秋学") {
      return extended(point, to: offset + 1)
    }
    return point
  }
}
