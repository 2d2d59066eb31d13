/// Times that begin with a word of the table, and the entry point for one time of any kind.
extension TimeParser {
  /// The time that begins at an offset.
  func point(at start: Int) -> TimePoint? {
    guard start >= lower, start < limit else { return nil }
    let classes = TimeTable.Class(rawValue: table.classes[Int(units[start])])
    if classes.isEmpty { return nil }
    if classes.contains(.word), let point = worded(at: start) { return point }
    if classes.contains(.grammar), let point = grammatical(at: start) { return point }
    if classes.contains(.arabic) || classes.contains(.chinese) {
      return numbered(at: start) ?? amountFromNow(at: start) ?? bareClock(at: start)
    }
    return nil
  }

  /// The longest word that makes a time; a shorter one where the longest makes none.
  private func worded(at start: Int) -> TimePoint? {
    guard let (word, end) = word(at: start, where: { $0 != .prefix && $0 != .third }) else {
      return third(at: start)
    }
    if let point = time(word, at: start, end: end) { return point }
    guard let (shorter, shortEnd) = shorterWord(at: start, than: end) else {
      return third(at: start)
    }
    return time(shorter, at: start, end: shortEnd)
  }

  private func shorterWord(at start: Int, than limit: Int) -> (TimeTable.Word, Int)? {
    var best: (TimeTable.Word, Int)?
    table.trie.forEachMatch(in: units, at: start, limit: limit - 1) { match in
      let word = table.words[Int(match.payload)]
      guard word.kind != .prefix, stands(word, at: start, end: match.end) else { return }
      best = (word, match.end)
    }
    return best
  }

  private func third(at start: Int) -> TimePoint? {
    guard let (word, end) = word(at: start, where: { $0 == .third }) else { return nil }
    var point = TimePoint(at: start, end: end)
    point.other = .third(word.number)
    return point
  }

  private func time(_ word: TimeTable.Word, at start: Int, end: Int) -> TimePoint? {
    var point = TimePoint(at: start, end: end)
    switch word.kind {
    case .year:
      point.year = .article(word.number)
      return afterYear(point, end)
    case .sameYear:
      if word.number > 0 || at(start, "转"), at(end, anyOf: "级") { return nil }
      point.year = .named(word.number)
      return afterYear(point, end)
    case .month, .sameMonth:
      point.month = word.kind == .month ? .article(word.number) : .named(word.number)
      return afterMonth(point, end, isChinese: true)
    case .day, .sameDay:
      point.day = word.kind == .day ? .article(word.number) : .named(word.number)
      return afterDay(point, end)
    case .week: return week(word.number, at: start, end: end)
    case .quarter where at(end, anyOf: "末底"):
      point.other = .quarterEnd(word.number)
      point.range = start..<(end + 1)
    case .quarter: point.other = .quarter(word.number)
    case .sameQuarter: point.other = .namedQuarter
    case .yearPair, .dayPair:
      guard word.numbers.count == 2 else { return nil }
      point.other =
        word.kind == .yearPair
        ? .years(word.numbers[0], word.numbers[1]) : .days(word.numbers[0], word.numbers[1])
    case .months: return seasonOrHalf(point, word, end: end)
    case .season:
      // Without a year, 春天 is a time only as a clause of its own.
      guard isBoundary(start - 1), isBoundary(end) else { return nil }
      return seasonOrHalf(point, word, end: end)
    case .yearSeason: return seasonOfYear(point, word)
    case .yearEnd, .monthEnd:
      point.other = word.kind == .yearEnd ? .end : .monthEnd
      return point
    case .yearStart, .yearWhole: point.other = .wholeYear
    case .yearMiddle:
      if !isBoundary(end), !at(end, anyOf: "前后时") { return nil }
      point.month = .number(6)
    case .monthStart, .monthMiddle: point.other = .wholeMonth
    case .now:
      point.other = .now
      if word.argument == "figure" {
        guard figureFollows(end) else { return nil }
        point.range = start..<(start + 1)
      }
    case .event:
      let untilNow = at(end - 1, "今")
      if untilNow, at(end, anyOf: "年天日月") { return nil }
      point.other = .event(word.number, untilNow: untilNow)
    case .vague: point.other = .vague
    case .doubtfulVague: return doubtfulVague(point)
    case .repeated: return repeated(point)
    case .back, .aheadBy: return amount(after: word, at: start, end: end)
    case .ahead:
      guard word.argument == "vague" else { return nil }
      point.other = .vague
    case .era: return era(word, at: start, end: end)
    case .century:
      return century(.article(word.number), rest: end, at: start)
    case .plan, .doubtfulPlan: return plan(word, at: start, end: end, isQuoted: false)
    case .feast, .feastLunar, .feastWeekday, .term, .doubtfulTerm:
      if word.kind == .doubtfulTerm, after("节气", at: end) == nil, after("时节", at: end) == nil {
        return nil
      }
      return feast(point, word, end: end)
    case .lunar: return lunar(point, at: end)
    case .lunarMonth: return lunarDay(point, month: word.number, isLeap: false, at: end)
    case .clock: return bareClock(at: start)
    case .prefix, .third, .yearOpening: return nil
    }
    return point
  }

  /// Whether a figure stands within the next words of the clause (`现有员工300人`).
  private func figureFollows(_ start: Int) -> Bool {
    for offset in start..<max(start, min(limit, start + 14)) {
      if isDigit(offset) || isChineseNumeral(offset) { return true }
      if !isHan(offset) { return false }
    }
    return false
  }

  /// `今春`, `去冬今春`.
  private func seasonOfYear(_ point: TimePoint, _ word: TimeTable.Word) -> TimePoint? {
    guard word.numbers.count == 2 else { return nil }
    var point = point
    point.year = .article(word.numbers[0])
    point.month = .fixed(word.numbers[1]...(word.numbers[1] + 2))
    point.months = .season
    return point
  }

  /// `未来`, `最近` with no amount: a time only as an adverb at the head of a clause.
  func doubtfulVague(_ point: TimePoint) -> TimePoint? {
    var point = point
    let (start, end) = (point.range.lowerBound, point.range.upperBound)
    let begins = isBoundary(start - 1) || at(start - 1, anyOf: "在而且但")
    let ends = isBoundary(end) || at(end, anyOf: "将要会一几我他她该其还")
    guard begins, ends else { return nil }
    point.other = .vague
    return point
  }

  /// `每年9月`, `每周三`: the time that follows is no date either.
  private func repeated(_ point: TimePoint) -> TimePoint {
    var point = point
    point.other = .repeated
    let end = point.range.upperBound
    // No chain of such words: each would read on to the end.
    var next = at(end, anyOf: "每逐") ? nil : self.point(at: end)
    if next == nil, at(end - 1, anyOf: "周期拜"), let (_, last) = weekday(at: end - 1) {
      next = TimePoint(at: end, end: last)
    }
    guard let next, next.other != .vague, next.other != .now, next.other != .repeated else {
      return point
    }
    var last = next.range.upperBound
    if let second = connector(at: last), !at(second, anyOf: "每逐"),
      let other = self.point(at: second)
    {
      last = other.range.upperBound
    }
    point.range = point.range.lowerBound..<last
    return point
  }

  /// Times that begin with a unit that the grammar knows itself.
  private func grammatical(at start: Int) -> TimePoint? {
    guard let scalar = Unicode.Scalar(units[start]) else { return nil }
    switch scalar {
    case "周", "星", "礼": return bareWeekday(at: start)
    case "闰": return lunar(TimePoint(at: start, end: start), at: start)
    case "同":
      guard let end = after("同期", at: start), !at(start - 1, anyOf: "与和年史往") else { return nil }
      var point = TimePoint(at: start, end: end)
      point.other = .samePeriod
      return point
    case "前", "头":
      guard let (months, end) = firstMonths(at: start) else { return nil }
      var point = TimePoint(at: start, end: end)
      point.month = .fixed(1...months)
      point.months = .cumulative
      return point
    case "第":
      let point = numbered(part: TimePoint(at: start, end: start), at: start)
      return point?.month == .unsaid ? nil : point
    case "Q", "q":
      guard let (months, end) = quarterCode(at: start), isBoundary(end) || end - start > 2 else {
        return nil
      }
      var point = TimePoint(at: start, end: end)
      point.month = .fixed(months)
      point.months = .stretch
      return point
    case "“":
      guard let (word, end) = quotedWord(at: start + 1) else { return nil }
      if word.kind == .feast {
        return feast(TimePoint(at: start, end: end + 1), word, end: end + 1)
      }
      return plan(word, at: start, end: end + 1, isQuoted: true)
    default: return nil
    }
  }

  /// A plan or feast in quotation marks; what must follow it may follow the mark (`“十一”假期`).
  private func quotedWord(at start: Int) -> (TimeTable.Word, Int)? {
    var best: (TimeTable.Word, Int)?
    table.trie.forEachMatch(in: units, at: start, limit: limit) { match in
      let word = table.words[Int(match.payload)]
      guard word.kind == .plan || word.kind == .doubtfulPlan || word.kind == .feast,
        at(match.end, "”")
      else { return }
      let next = match.end + 1 < limit ? units[match.end + 1] : 0x201D
      if word.demanded.isEmpty || word.demanded.contains(0x201D) || word.demanded.contains(next) {
        best = (word, match.end)
      }
    }
    return best
  }

  // MARK: Plans and eras

  /// `“十四五”期间`, `十三五末`; not `“十四五”规划`.
  private func plan(
    _ word: TimeTable.Word, at start: Int, end: Int, isQuoted: Bool
  ) -> TimePoint? {
    var span = TimeSpan(
      start: PartialDate(year: word.number), end: PartialDate(year: word.number + 4))
    var last = end
    if let next = after("期间", at: end) ?? after("时期", at: end) {
      last = next
    } else if let next = after("收官之年", at: end) ?? after("末期", at: end) ?? after("末", at: end) {
      span.start = span.end
      last = next
    } else if let next = after("开局之年", at: end) ?? after("初期", at: end) ?? after("初", at: end),
      !at(next, anyOf: "步")
    {
      span.end = span.start
      last = next
    } else if after("以来", at: end) == nil {
      if at(end, anyOf: "规纲计蓝届次中全专") { return nil }
      if word.kind == .doubtfulPlan { return nil }
      if !isQuoted, !isBoundary(end) || at(end, "”") { return nil }
    }
    var point = TimePoint(at: start, end: last)
    point.other = .span(span)
    return point
  }

  private func era(_ word: TimeTable.Word, at start: Int, end: Int) -> TimePoint? {
    let next = skipSpaces(end)
    var value = 1
    var unit = next + 1
    if !at(next, "元") {
      guard let figure = figure(at: next), figure.value > 0, figure.value < 2200 else { return nil }
      (value, unit) = (figure.value, skipSpaces(figure.end))
    }
    guard at(unit, "年"), !at(unit + 1, "间") else { return nil }
    var point = TimePoint(at: start, end: unit + 1)
    point.year = .number(word.number + value)
    return afterYear(point, unit + 1)
  }

  // MARK: Feasts and the lunar calendar

  func feast(_ known: TimePoint, _ word: TimeTable.Word, end: Int) -> TimePoint? {
    var point = known
    let numbers = word.numbers
    let feast: TimePoint.Feast
    switch (word.kind, numbers.count) {
    case (.feast, 2): feast = .fixed(month: numbers[0], day: numbers[1])
    case (.feastLunar, 2): feast = .lunar(month: numbers[0], day: numbers[1])
    case (.feastWeekday, 3):
      feast = .weekday(month: numbers[0], weekday: numbers[1], number: numbers[2])
    case (.term, 1), (.doubtfulTerm, 1): feast = .term(numbers[0])
    default: return nil
    }
    var last = end
    var holiday = false
    if let next = after("小长假", at: end) ?? after("黄金周", at: end) ?? after("假期", at: end)
      ?? after("长假", at: end) ?? after("假日", at: end) ?? after("期间", at: end)
    {
      last = after("期间", at: next) ?? next
      holiday = true
    } else if let next = after("当天", at: end) ?? after("当日", at: end) ?? after("前夕", at: end)
      ?? after("节气", at: end)
    {
      last = next
    }
    point.other = .feast(feast, holiday: holiday)
    point.range = point.range.lowerBound..<last
    return point
  }

  /// After 农历: an optional year, then a month or a feast.
  func lunar(_ known: TimePoint, at offset: Int) -> TimePoint? {
    var point = known
    var next = skipSpaces(offset)
    if let figure = figure(at: next), figure.digits == 4, at(figure.end, "年") {
      point.year = .number(figure.value)
      next = skipSpaces(figure.end + 1)
    } else if let (word, end) = word(at: next, where: { $0 == .year }) {
      point.year = .article(word.number)
      next = end
    }
    if let (word, end) = word(at: next, where: { $0 == .feastLunar }) {
      return feast(point, word, end: end)
    }
    let isLeap = at(next, "闰")
    if isLeap { next += 1 }
    if let (word, end) = word(at: next, where: { $0 == .lunarMonth }) {
      return lunarDay(point, month: word.number, isLeap: isLeap, at: end)
    }
    guard let figure = figure(at: next), at(figure.end, "月") else { return nil }
    return lunarDay(point, month: figure.value, isLeap: isLeap, at: figure.end + 1)
  }

  func lunarDay(
    _ known: TimePoint, month: Int, isLeap: Bool, at offset: Int
  ) -> TimePoint? {
    guard (1...12).contains(month) else { return nil }
    var point = known
    var day: Int?
    var end = offset
    let start = at(offset, "初") ? offset + 1 : offset
    if let figure = figure(at: start), (1...30).contains(figure.value),
      start == offset || figure.value <= 10
    {
      day = figure.value
      end = at(figure.end, anyOf: "日号") ? figure.end + 1 : figure.end
      if !isBoundary(end), at(end, anyOf: "个名家项元万亿户") { return nil }
    }
    point.other = .lunar(month: month, day: day, isLeap: isLeap)
    point.range = point.range.lowerBound..<end
    return point
  }
}
