/// Times told by an amount of time from the article's date: `近三年`, `未来3-5年内`, `三个月前`, `3年来`.
extension TimeParser {
  /// `3年`, `三五年`, `3-5年`, `半年`, `两个多月`, `一年半`.
  func amount(at start: Int) -> (TimePoint.Amount, Int)? {
    var amount = TimePoint.Amount(low: 0, high: 0, unit: .year)
    var next = start
    if at(start, "半") {
      if at(start + 1, "年") { return (.init(low: 6, high: 6, unit: .month), start + 2) }
      if after("个月", at: start + 1) != nil {
        return (.init(low: 15, high: 15, unit: .day), start + 3)
      }
      return nil
    }
    if at(start, anyOf: "几数") {
      amount.isVague = true
      next = start + 1
      if at(next, anyOf: "十百千") { next += 1 }
    } else {
      guard let end = figures(at: start, into: &amount) else { return nil }
      next = end
    }
    if at(next, anyOf: "多余几") { next += 1 }
    next = skipSpaces(next)
    let hasCounter = at(next, "个")
    if hasCounter {
      next += 1
      if at(next, "多") { next += 1 }
    }
    return unit(of: amount, at: next, hasCounter: hasCounter)
  }

  private func figures(at start: Int, into amount: inout TimePoint.Amount) -> Int? {
    guard let figure = figure(at: start), figure.value > 0, figure.value <= 1000 else { return nil }
    amount.low = figure.value
    amount.high = figure.value
    if figure.isPositional {
      // 三五年, 两三年: two figures side by side are a range.
      let (tens, ones) = (figure.value / 10, figure.value % 10)
      guard figure.digits == 2, ones == tens + 1 || (tens == 3 && ones == 5) else { return nil }
      amount.low = tens
      amount.high = ones
    }
    if let second = connector(at: figure.end), let other = self.figure(at: second),
      other.value > figure.value, other.value <= 1000
    {
      amount.high = other.value
      return other.end
    }
    return figure.end
  }

  private func unit(
    of known: TimePoint.Amount, at start: Int, hasCounter: Bool
  ) -> (TimePoint.Amount, Int)? {
    var amount = known
    guard start < limit, let scalar = Unicode.Scalar(units[start]) else { return nil }
    var end = start + 1
    switch scalar {
    case "年":
      if at(end, anyOf: "级龄期轻产均代薪报检审度款") { return nil }
      if hasCounter {
        guard at(end, "头") else { return nil }
        end += 1
      }
      if at(end, "半") {
        amount.unit = .month
        amount.low = amount.low * 12 + 6
        amount.high = amount.high * 12 + 6
        end += 1
      }
      if at(end, "多"), !at(end + 1, anyOf: "次个家名种") { end += 1 }
    case "月":
      guard hasCounter || amount.isVague else { return nil }
      amount.unit = .month
    case "半":
      guard hasCounter, at(end, "月") else { return nil }
      amount.unit = .month
      end += 1
    case "季":
      guard at(end, "度") else { return nil }
      amount.unit = .month
      amount.low *= 3
      amount.high *= 3
      end += 1
    case "天", "日": amount.unit = .day
    case "周", "星", "礼":
      if scalar == "周", hasCounter || at(end, anyOf: "岁年期边末一二三四五六日") { return nil }
      if scalar != "周" {
        guard at(end, anyOf: "期拜") else { return nil }
        end += 1
      }
      amount.unit = .week
    default: return nil
    }
    return (amount, end)
  }

  /// An amount with `前`, `后`, `来`, `以来`, `间` after it.
  func amountFromNow(at start: Int) -> TimePoint? {
    if at(start - 1, anyOf: "第每.约近") || isDigit(start - 1) { return nil }
    guard let (amount, unitEnd) = amount(at: start) else { return nil }
    var point = TimePoint(at: start, end: unitEnd)
    let next = skipSpaces(unitEnd)
    func made(_ other: TimePoint.Other, _ end: Int) -> TimePoint {
      point.other = amount.isVague ? .vague : other
      point.range = start..<end
      return point
    }
    if let end = after("以来", at: next) { return made(.since(amount), end) }
    if at(next, "来"), !at(next + 1, anyOf: "自到源华渝京") {
      return made(.since(amount), next + 1)
    }
    if let end = beforeEnd(at: next) { return made(.ago(amount), end) }
    if let end = afterEnd(at: next) {
      // `任职三年后` counts from what the clause tells, not from a date.
      let isFree = isBoundary(start - 1) || at(start - 1, anyOf: "于在将和或")
      return made(isFree ? .later(amount) : .vague, end)
    }
    // Within a clause `三年间` is how long something took, not when.
    guard amount.unit == .year, !amount.isVague, (2...60).contains(amount.low),
      amount.low == amount.high, isBoundary(start - 1) || at(start - 1, "这")
    else { return nil }
    if let end = after("时间里", at: next) ?? after("时间内", at: next) ?? after("间", at: next),
      !at(end, anyOf: "隔")
    {
      return made(.yearsUp(amount.low), end)
    }
    return nil
  }

  /// The end of `前`, `之前`, `以前` where it is no part of another word.
  func beforeEnd(at offset: Int) -> Int? {
    if let end = after("之前", at: offset) ?? after("以前", at: offset) ?? after("前夕", at: offset) {
      return end
    }
    guard at(offset, "前"), !at(offset + 1, anyOf: "景沿瞻列往来述期任所后置茅言行辈锋导提进线端身苏总"),
      firstMonths(at: offset) == nil
    else { return nil }
    // 前3名, 前十: a rank, not a bound.
    if let figure = figure(at: offset + 1), figure.value <= 1000, !at(figure.end, anyOf: "年月日") {
      return nil
    }
    return offset + 1
  }

  /// The end of `后`, `之后`, `以后` where it is no part of another word.
  func afterEnd(at offset: Int) -> Int? {
    if let end = after("之后", at: offset) ?? after("以后", at: offset) { return end }
    guard at(offset, "后"), !at(offset + 1, anyOf: "勤备续期方代面果台者卫世盾院门段半"),
      figure(at: offset + 1) == nil
    else { return nil }
    return offset + 1
  }

  /// An amount after `近`, `过去`, `未来` …; without one the word itself may be vague.
  func amount(after word: TimeTable.Word, at start: Int, end: Int) -> TimePoint? {
    var point = TimePoint(at: start, end: end)
    let isBack = word.kind == .back
    let figureAt = skipSpaces(end)
    if let (amount, unitEnd) = amount(at: figureAt),
      !isBack || isRecent(amount, at: start, figureAt: figureAt, end: unitEnd)
    {
      point.other = amount.isVague ? .vague : isBack ? .back(amount) : .ahead(amount)
      var last = unitEnd
      let next = skipSpaces(unitEnd)
      if let more = after("以来", at: next) ?? after("时间里", at: next) ?? after("之内", at: next)
        ?? after("以内", at: next)
      {
        last = more
      } else if at(next, anyOf: "来里内") || (at(next, "间") && !at(next + 1, "隔")) {
        last = next + 1
      }
      point.range = start..<last
      return point
    }
    switch word.argument {
    case "vague":
      point.other = .vague
      return point
    case "vague?": return doubtfulVague(point)
    default: return nil
    }
  }

  /// Whether `近` before an amount means the time up to now, not `nearly`.
  private func isRecent(
    _ amount: TimePoint.Amount, at start: Int, figureAt: Int, end: Int
  ) -> Bool {
    guard at(start, "近"), figureAt - start <= 2 else { return true }
    if at(start - 1, anyOf: "时用达了经过历需花费长续已有约间期") { return false }
    if at(end, anyOf: "来间") || after("以来", at: end) != nil { return true }
    switch amount.unit {
    case .year: return amount.high <= 10 || isBoundary(start - 1)
    case .month, .week: return isBoundary(start - 1) || amount.high <= 12
    case .day: return isBoundary(start - 1) && amount.high <= 30
    }
  }
}
