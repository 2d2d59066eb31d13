/// Forms with a grammar of their own: ratios, `百分之`, `四大`, `两位数`.
extension QuantityScanner {
  /// What a numeral begins beside a measured quantity; nil where it begins nothing special.
  mutating func special(_ numeral: Numeral) -> Reading? {
    if let ratio = ratio(numeral) ?? leading(numeral) { return ratio }
    if isFiscalYear(numeral) { return Reading(end: numeral.range.upperBound) }
    let end = numeral.range.upperBound
    if numeral.form == .percentage { return percentage(numeral) }
    switch at(end) {
    case 0x5927: return counted(numeral)
    case 0x4F4D where at(end + 1) == 0x6570: return digitsCount(numeral)
    case 0x534A where numeral.range.count == 1 && units[numeral.range.lowerBound] == 0x4E00:
      return oneHalf(numeral)
    case 0x5206 where at(end + 1) == 0x4E00: return oneOfParts(numeral)
    default: return nil
    }
  }

  /// `2025/26`: a year and the next.
  private func isFiscalYear(_ numeral: Numeral) -> Bool {
    let start = numeral.range.lowerBound
    return numeral.form == .fraction && numeral.range.count == 7 && at(start + 4) == 0x2F
      && (at(start) == 0x31 || at(start) == 0x32)
  }

  /// `四分一升`: a quarter, where a measure follows.
  private mutating func oneOfParts(_ numeral: Numeral) -> Reading? {
    let end = numeral.range.upperBound + 2
    guard let parts = numeral.value, parts > ExactDecimal(1), parts.places == 0,
      let value = ExactDecimal(1).divided(by: parts, places: 4)
    else { return nil }
    let part = Numeral(
      range: numeral.range.lowerBound..<end, digits: numeral.range.lowerBound..<end,
      value: value.shortened(), minimum: nil, maximum: nil, approximation: .exact, form: .fraction,
      scaleExponent: 0)
    guard let draft = measured(part), draft.kind == .measure else { return nil }
    return finish(draft)
  }

  /// `百分之六点四`: its unit stands before it.
  private mutating func percentage(_ numeral: Numeral) -> Reading? {
    guard let percent = tables.percent else { return nil }
    var draft = Draft(numeral, kind: .percent, rule: "quantity.percent")
    draft.unit = UnitMention(
      range: numeral.range.lowerBound..<numeral.digits.lowerBound, unit: percent.unit)
    if let range = percentRange(draft) { return finish(range) }
    return finish(draft)
  }

  /// `百分之五至百分之八`.
  private func percentRange(_ first: Draft) -> Draft? {
    guard let start = rangeSeparator(at: first.range.upperBound),
      let second = tables.numerals.numeral(in: units, at: start, limit: limit),
      second.form == .percentage, let low = first.value, let high = second.value, low < high
    else { return nil }
    var draft = first
    draft.value = nil
    draft.minimum = low
    draft.maximum = high
    draft.range = first.range.lowerBound..<second.range.upperBound
    draft.numeral = first.numeral.lowerBound..<second.digits.upperBound
    draft.rule = "quantity.range"
    return draft
  }

  /// `1:1`, `3比1`.
  private mutating func ratio(_ first: Numeral) -> Reading? {
    let end = first.range.upperBound
    let mark = at(end)
    guard mark == 0x3A || mark == 0x2236 || mark == 0x6BD4, first.scaleExponent == 0,
      first.form == .arabic || first.form == .chinese,
      let second = tables.numerals.plain(in: units, at: end + 1, limit: limit), end + 1 < limit
    else { return nil }
    let stop = second.range.upperBound
    // 10:30 is a time of day; 1:2:3 a proportion of three.
    if mark != 0x6BD4, second.range.count == 2, second.form == .arabic,
      let value = second.value, value < ExactDecimal(60), value.places == 0,
      let hour = first.value, hour < ExactDecimal(24),
      first.range.count == 2 || value.coefficient == 0
    {
      return Reading(end: stop)
    }
    if at(stop) == mark, tables.numerals.alphabet.sort(at(stop + 1)) == .arabic {
      return Reading(end: endOfCode(from: end + 1))
    }
    guard second.scaleExponent == 0, let a = first.value, let b = second.value, b.coefficient != 0,
      unit(after: second).map({ $0.kind == .count && $0.isWeak }) ?? true || isShared(stop),
      let fine = a.divided(by: b, places: 8)
    else { return nil }
    var value = fine.shortened()
    if value.places > 4 { value = a.divided(by: b, places: 4)?.shortened() ?? value }
    var draft = Draft(first, kind: .ratio, rule: "quantity.ratio")
    draft.value = value
    draft.range = first.range.lowerBound..<stop
    draft.numeral = draft.range
    return finish(draft)
  }

  /// `6:4分成`: the unit is the first half of a verb.
  private func isShared(_ offset: Int) -> Bool {
    at(offset) == 0x5206 && QuantityScanner.sharing.contains(at(offset + 1))
  }

  private static let sharing = UnitSet("享成配担摊")

  /// `四大主导产业`: 大 counts without being a unit.
  private mutating func counted(_ numeral: Numeral) -> Reading? {
    let end = numeral.range.upperBound
    guard numeral.range.count <= 2, let value = numeral.value, value > ExactDecimal(1),
      value <= ExactDecimal(12), value.places == 0, isHan(at(end + 1)),
      !CountedWords.compounds.contains(at(end + 1)), unit(after: numeral) == nil
    else { return nil }
    var draft = Draft(numeral, kind: .count, rule: "quantity.counted")
    draft.range = numeral.range.lowerBound..<end + 1
    draft.isWeak = true
    return finish(draft)
  }

  /// `两位数`: ten and more, per cent where a growth is spoken of.
  private mutating func digitsCount(_ numeral: Numeral) -> Reading? {
    guard let value = numeral.value, value >= ExactDecimal(1), value <= ExactDecimal(12),
      value.places == 0
    else { return nil }
    var draft = Draft(numeral, rule: "quantity.digits")
    draft.value = nil
    draft.minimum = ExactDecimal(1).scaled(byPowerOfTen: Int(value.coefficient) - 1)
    draft.maximum = nil
    draft.approximation = .atLeast
    draft.range = numeral.range.lowerBound..<numeral.range.upperBound + 2
    let lower = max(floor, numeral.range.lowerBound - 10)
    let upper = min(limit, draft.range.upperBound + 6)
    if units[lower..<upper].contains(where: { CountedWords.growth.contains($0) }) {
      draft.kind = .percent
    }
    return finish(draft)
  }
}

/// Characters that decide about `大`, digits and growth.
enum CountedWords {
  /// After 大: words that begin with it.
  static let compounds = UnitSet("学会赛师使妈爷伯桥街道厦坝队军佬片亨肠脑便盘势局概约致量规幅力型气厅牌象提")
  /// Before a single digit that is named as a number, and after it.
  static let copulas = UnitSet("是为等于")
  static let particles = UnitSet("而却但和与")
  /// Words before digits that name, and after them.
  static let numbered = [
    "电话", "热线", "邮编", "编号", "编码", "代码", "号码", "邮政编码", "传真", "账号", "证号", "专线", "拨打", "微信", "密码",
    "书号", "统一刊号", "尾号",
    "车牌", "股票代码", "手机", "QQ", "ISBN", "房号", "文号", "型号",
  ].map { Array($0.utf16) }
  static let lines = ["热线", "平台", "电话", "急救", "报警", "客服", "网站", "官网", "版本"].map {
    Array($0.utf16)
  }
  /// Before digits: what is numbered. After them: what makes a name of them.
  static let labels = UnitSet("图表件例式注章页")
  static let numbers = UnitSet("号室版楼")
  static let growth = UnitSet("增长速率幅")
}
