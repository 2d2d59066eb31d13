/// The calendar dates that a text names, as far as they tell when it was written.
struct DateEvidence: Equatable {
  /// A date as it is named: with or without a year, a month, a day.
  struct Named: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// Where it stands in the units.
    var range: Range<Int>

    /// The day itself, where all three are named.
    var date: CalendarDate? {
      guard let year, let month, let day else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  /// Dates in the order of the text, those that lie ahead (`到2027年`) left out.
  ///
  /// *Recognizes*: `2023年3月31日`, `2023年3月`, `2023年`, `3月31日`, `1-11月`, `二〇二三年三月三十一日`,
  /// `2023-03-31`. *Rejects*: ends of ranges of years, and what stands behind 到, 至, 将, 力争.
  /// *Cost*: linear; a bounded look around each 年 and 月.
  static func dates(in units: [UInt16], range: Range<Int>) -> [Named] {
    var result: [Named] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let named: Named? =
        switch units[offset] {
        case 0x5E74: aroundYear(units, at: offset, range)
        case 0x6708: aroundMonth(units, at: offset, range)
        case 0x2D, 0x2F, 0x2E: numeric(units, at: offset, range)
        default: nil
        }
      offset += 1
      if let named {
        offset = max(offset, named.range.upperBound)
        if !liesAhead(units, named.range.lowerBound, range.lowerBound) { result.append(named) }
      }
    }
    return result
  }

  private static func aroundYear(
    _ units: [UInt16], at offset: Int, _ range: Range<Int>
  ) -> Named? {
    let start = offset - 4
    guard start >= range.lowerBound else { return nil }
    var year = 0
    for index in start..<offset {
      guard let digit = digit(units[index]) else { return nil }
      year = year * 10 + digit
    }
    guard (1900...2099).contains(year) else { return nil }
    if start > range.lowerBound, digit(units[start - 1]) != nil { return nil }
    var named = Named(year: year, range: start..<offset + 1)
    var end = offset + 1
    if let (month, next) = number(units, from: end, range.upperBound),
      next < range.upperBound, units[next] == 0x6708, (1...12).contains(month)
    {
      named.month = month
      end = next + 1
      named.range = start..<end
      readDay(units, from: end, range.upperBound, &named)
    }
    return named
  }

  private static func aroundMonth(
    _ units: [UInt16], at offset: Int, _ range: Range<Int>
  ) -> Named? {
    var start = offset
    while start > range.lowerBound, offset - start < 2, MarkupLine.isDigit(units[start - 1]) {
      start -= 1
    }
    guard start < offset, let (month, _) = number(units, from: start, offset),
      (1...12).contains(month)
    else { return nil }
    if start > range.lowerBound, digit(units[start - 1]) != nil || units[start - 1] == 0x2E {
      return nil
    }
    var named = Named(month: month, range: start..<offset + 1)
    readDay(units, from: offset + 1, range.upperBound, &named)
    return named
  }

  private static func readDay(
    _ units: [UInt16], from start: Int, _ limit: Int, _ named: inout Named
  ) {
    guard let (day, next) = number(units, from: start, limit), next < limit,
      units[next] == 0x65E5 || units[next] == 0x53F7, (1...31).contains(day)
    else { return }
    named.day = day
    named.range = named.range.lowerBound..<next + 1
  }

  /// `2023-03-31`, seen from its first mark.
  private static func numeric(
    _ units: [UInt16], at offset: Int, _ range: Range<Int>
  ) -> Named? {
    let start = offset - 4
    guard start >= range.lowerBound, offset + 3 < range.upperBound,
      units[start..<offset].allSatisfy(MarkupLine.isDigit),
      start == range.lowerBound || digit(units[start - 1]) == nil
    else { return nil }
    var end = offset + 1
    while end < min(range.upperBound, offset + 6),
      MarkupLine.isDigit(units[end]) || units[end] == units[offset]
    {
      end += 1
    }
    guard let date = CalendarDate(declared: String(decoding: units[start..<end], as: UTF16.self)),
      (1900...2099).contains(date.year)
    else { return nil }
    return Named(year: date.year, month: date.month, day: date.day, range: start..<end)
  }

  /// Whether the words before a date look ahead. `截至` looks back.
  private static func liesAhead(_ units: [UInt16], _ start: Int, _ limit: Int) -> Bool {
    let low = max(limit, start - 6)
    for index in (low..<start).reversed() {
      switch units[index] {
      case 0x5230, 0x81F3:  // 到 至
        return index == start - 1 && !(index > limit && units[index - 1] == 0x622A)
      case 0x2D, 0x2014, 0x2013, 0x7E:  // - — – ~
        if index == start - 1, index > limit, units[index - 1] != 0x6708 {
          return index - 4 >= limit && digit(units[index - 4]) != nil
        }
      case 0x5C06, 0x62DF, 0x529B:  // 将 拟 力(争)
        return true
      case 0x3002, 0x2C, 0x3B: return false
      default: break
      }
    }
    return false
  }

  /// A number up to 99 in Arabic or Chinese digits, and where it ends.
  private static func number(
    _ units: [UInt16], from start: Int, _ limit: Int
  ) -> (value: Int, end: Int)? {
    var offset = start
    var value = 0
    var hasTen = false
    while offset < limit, offset - start < 3 {
      if units[offset] == 0x5341, !hasTen {
        value = value == 0 ? 10 : value * 10
        hasTen = true
      } else if let digit = digit(units[offset]) {
        value = hasTen ? value + digit : value * 10 + digit
      } else {
        break
      }
      offset += 1
    }
    return offset > start && value < 100 ? (value, offset) : nil
  }

  private static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x30...0x39: Int(unit - 0x30)
    case 0x3007, 0x25CB, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }
}
