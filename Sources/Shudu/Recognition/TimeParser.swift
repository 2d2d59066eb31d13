/// Reads words for a time out of a stretch of folded text, without any calendar.
///
/// Every function takes an offset and gives back what begins exactly there, or nil. Nothing reads further
/// than a bounded number of units, so that a scan over a text stays linear.
struct TimeParser {
  let units: [UInt16]
  let lower: Int
  let limit: Int
  let table: TimeTable
  /// The last year that a two-digit year may mean.
  let latestYear: Int

  init(units: [UInt16], range: Range<Int>, table: TimeTable, articleDate: CalendarDate?) {
    self.units = units
    self.lower = range.lowerBound
    self.limit = range.upperBound
    self.table = table
    self.latestYear = max(2035, (articleDate?.year ?? 0) + 10)
  }

  /// The year of two digits: the last of that number up to ten years after the article's date.
  func fullYear(_ digits: Int) -> Int {
    let year = latestYear / 100 * 100 + digits
    return year > latestYear ? year - 100 : year
  }

  /// A whole number as written.
  struct Figure {
    var value: Int
    var end: Int
    /// Number of digits or numeral characters.
    var digits: Int
    var isChinese: Bool
    /// Chinese digits one by one (`二〇二五`).
    var isPositional: Bool
    var beginsWithZero: Bool
  }

  // MARK: Units

  @inline(__always)
  func at(_ offset: Int, _ scalar: Unicode.Scalar) -> Bool {
    offset >= lower && offset < limit && UInt32(units[offset]) == scalar.value
  }

  /// Whether one of the characters stands there.
  func at(_ offset: Int, anyOf characters: StaticString) -> Bool {
    guard offset >= lower, offset < limit else { return false }
    let unit = UInt32(units[offset])
    return characters.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = TimeParser.scalar(bytes, at: index)
        if scalar == unit { return true }
        index += length
      }
      return false
    }
  }

  /// The end of `word` where it stands at the offset.
  func after(_ word: StaticString, at offset: Int) -> Int? {
    guard offset >= lower else { return nil }
    return word.withUTF8Buffer { bytes -> Int? in
      var index = 0
      var position = offset
      while index < bytes.count {
        let (scalar, length) = TimeParser.scalar(bytes, at: index)
        guard position < limit, UInt32(units[position]) == scalar else { return nil }
        position += 1
        index += length
      }
      return position
    }
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F, 2) }
    return (
      (first & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6
        | UInt32(bytes[index + 2]) & 0x3F, 3
    )
  }

  /// The offset after up to two spaces, which the page layout puts between a figure and its unit.
  @inline(__always)
  func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < limit, offset - 2 < limit, units[offset] == 0x20 {
      offset += 1
      if !at(offset, " ") { break }
    }
    return offset
  }

  func isDigit(_ offset: Int) -> Bool {
    offset >= lower && offset < limit && units[offset] >= 0x30 && units[offset] <= 0x39
  }

  func isChineseNumeral(_ offset: Int) -> Bool {
    offset >= lower && offset < limit
      && table.classes[Int(units[offset])] & TimeTable.Class.chinese.rawValue != 0
  }

  func isHan(_ offset: Int) -> Bool {
    offset >= lower && offset < limit && units[offset] >= 0x4E00 && units[offset] <= 0x9FFF
  }

  /// Whether nothing that could belong to a word or figure stands there.
  func isBoundary(_ offset: Int) -> Bool {
    guard offset >= lower, offset < limit else { return true }
    let unit = units[offset]
    if unit < 0x80 {
      return !(0x30...0x39).contains(unit) && !(0x41...0x5A).contains(unit & 0xDF)
        && unit != 0x25
    }
    return unit < 0x3400 || unit >= 0xFF00
  }

  // MARK: Words

  /// The longest word of one of the kinds whose next unit the table allows.
  func word(at offset: Int, where accepts: (TimeTable.Kind) -> Bool) -> (TimeTable.Word, Int)? {
    guard offset >= lower, offset < limit,
      table.classes[Int(units[offset])] & TimeTable.Class.word.rawValue != 0
    else { return nil }
    var best: (TimeTable.Word, Int)?
    table.trie.forEachMatch(in: units, at: offset, limit: limit) { match in
      // A word holds four references, its kind none.
      guard accepts(table.kinds[Int(match.payload)]) else { return }
      let word = table.words[Int(match.payload)]
      guard stands(word, at: offset, end: match.end) else { return }
      best = (word, match.end)
    }
    return best
  }

  /// Whether the units before and after a word are those that the table allows.
  func stands(_ word: TimeTable.Word, at start: Int, end: Int) -> Bool {
    if start > lower, word.barred.contains(units[start - 1]) { return false }
    guard end < limit else { return word.demanded.isEmpty || word.demanded.contains(0x201D) }
    if word.refused.contains(units[end]) { return false }
    return word.demanded.isEmpty || word.demanded.contains(units[end])
  }

  // MARK: Figures

  /// Arabic or Chinese, at most eight digits or numeral characters.
  func figure(at offset: Int) -> Figure? {
    if isDigit(offset) { return arabic(at: offset) }
    return isChineseNumeral(offset) ? chinese(at: offset) : nil
  }

  private func arabic(at offset: Int) -> Figure? {
    var value = 0
    var end = offset
    while isDigit(end) {
      guard end - offset < 8 else { return nil }
      value = value * 10 + Int(units[end]) - 0x30
      end += 1
    }
    return Figure(
      value: value, end: end, digits: end - offset, isChinese: false, isPositional: false,
      beginsWithZero: units[offset] == 0x30)
  }

  /// 0 to 9 for a Chinese digit; an Arabic zero counts among them (`二0二五`).
  func chineseDigit(_ offset: Int) -> Int? {
    guard offset < limit, let scalar = Unicode.Scalar(units[offset]) else { return nil }
    switch scalar {
    case "零", "〇", "○", "0": return 0
    case "一", "元": return scalar == "元" ? nil : 1
    case "二", "两": return 2
    case "三": return 3
    case "四": return 4
    case "五": return 5
    case "六": return 6
    case "七": return 7
    case "八": return 8
    case "九": return 9
    default: return nil
    }
  }

  private func multiplier(_ offset: Int) -> Int? {
    guard offset < limit, let scalar = Unicode.Scalar(units[offset]) else { return nil }
    switch scalar {
    case "十": return 10
    case "百": return 100
    case "千": return 1000
    default: return nil
    }
  }

  /// `十二`, `二十`, `廿三`, `一百一十二`, `两千零四`, and digit by digit `二〇二五`.
  private func chinese(at offset: Int) -> Figure? {
    var end = offset
    var total = 0
    var pending: Int?
    var positional = 0
    var isPositional = true
    var lastMultiplier = Int.max
    while end < limit, end - offset < 8 {
      if let digit = chineseDigit(end) {
        if !isPositional, let held = pending, held != 0 { return nil }
        positional = positional * 10 + digit
        pending = digit
      } else if let factor = multiplier(end) {
        guard factor < lastMultiplier, !isPositional || end - offset <= 1 else { return nil }
        isPositional = false
        lastMultiplier = factor
        total += (pending.flatMap { $0 == 0 ? nil : $0 } ?? 1) * factor
        pending = nil
      } else if at(end, anyOf: "廿卅"), end == offset {
        isPositional = false
        lastMultiplier = 10
        total = at(end, "廿") ? 20 : 30
      } else {
        break
      }
      end += 1
    }
    guard end > offset else { return nil }
    let digits = end - offset
    return Figure(
      value: isPositional ? positional : total + (pending ?? 0), end: end, digits: digits,
      isChinese: true, isPositional: isPositional && digits > 1,
      beginsWithZero: at(offset, anyOf: "零〇○"))
  }

  /// The end of a dash, `至` or `到` between the two ends of a range.
  func connector(at offset: Int) -> Int? {
    let start = skipSpaces(offset)
    guard start < limit else { return nil }
    if at(start, anyOf: "-–—―~−") {
      let end = start + 1
      return skipSpaces(at(end, anyOf: "—―-") && !at(start, "~") ? end + 1 : end)
    }
    if at(start, anyOf: "至到") {
      return skipSpaces(start + 1)
    }
    return nil
  }
}
