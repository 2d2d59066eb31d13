/// Forms with a grammar of their own: ratios, halves, doubling, `四大`, `两位数`, bare numbers.
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
      unit(after: second).map({ $0.kind == .count && $0.isWeak }) ?? true,
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

  // MARK: Halves

  /// `一半`, and no `一半径`.
  private mutating func oneHalf(_ numeral: Numeral) -> Reading? {
    let end = numeral.range.upperBound + 1
    if unit(at: end, numeral)?.kind == .duration || at(end) == 0x5F84 { return nil }
    return finish(halfDraft(range: numeral.range.lowerBound..<end, rule: "quantity.half"))
  }

  /// `半数`, `过半`, `大半`, `半年`, `半小时`, `半百`, `个半小时`.
  mutating func half(at index: Int) -> Reading {
    let none = Reading(end: index + 1)
    let before = at(index - 1)
    let next = at(index + 1)
    if next == 0x6570 { return finish(halfDraft(range: index..<index + 2, rule: "quantity.half")) }
    if next == 0x767E, !isHan(at(index + 2)) {
      var draft = halfDraft(range: index..<index + 2, rule: "quantity.number")
      draft.value = ExactDecimal(50)
      draft.kind = .number
      return finish(draft)
    }
    if before == 0x8FC7 || before == 0x5927, isMajority(at: index) {
      var draft = halfDraft(range: index - 1..<index + 1, rule: "quantity.half")
      draft.approximation = .over
      return finish(draft)
    }
    if HalfWords.fixed.contains(before) { return none }
    let numeral = Numeral(
      range: index..<index + 1, digits: index..<index + 1,
      value: ExactDecimal(coefficient: 5, places: 1), minimum: nil, maximum: nil,
      approximation: .exact, form: .chinese, scaleExponent: 0)
    if before == 0x4E2A || before == 0x5206 || before == 0x65E5, index - 1 >= floor,
      let found = halfAfterOne(numeral, index, before)
    {
      return finish(found)
    }
    if next == 0x6298 {
      var draft = halfDraft(range: index..<index + 2, rule: "quantity.half")
      draft.value = ExactDecimal(5)
      if let entry = tables.discount {
        draft.unit = UnitMention(range: index + 1..<index + 2, unit: entry.unit)
      }
      return finish(draft)
    }
    guard let found = unit(after: numeral) else { return none }
    switch found.kind {
    case .duration, .measure, .age: break
    case .count where units[found.range.lowerBound] == 0x4E2A: break
    default: return none
    }
    var draft = Draft(numeral, kind: found.kind, rule: "quantity.half")
    draft.unit = UnitMention(range: found.range, unit: found.unit)
    draft.range = index..<found.end
    draft.isWeak = found.kind == .count || units[found.range.lowerBound] == 0x5929
    return finish(draft)
  }

  /// `过半`, `大半`, and no `经过半年`, `过半导体`.
  private func isMajority(at index: Int) -> Bool {
    if HalfWords.passing.contains(at(index - 2)) || HalfWords.compounds.contains(at(index + 1)) {
      return false
    }
    let start = index + 1
    return tables.units.trie.longestMatch(in: units, at: start, limit: limit) == nil
  }

  /// `个半小时`: one and a half.
  private func halfAfterOne(_ numeral: Numeral, _ index: Int, _ before: UInt16) -> Draft? {
    var place = index + 1
    let unit: UnitTable.Entry?
    switch (before, at(place)) {
    case (0x5206, 0x949F): unit = tables.minute
    case (0x4E2A, 0x6708): unit = tables.month
    case (0x4E2A, 0x949F): unit = tables.hour
    case (0x4E2A, 0x5C0F) where at(place + 1) == 0x65F6:
      unit = tables.hour
      place += 1
    default: return nil
    }
    guard let entry = unit else { return nil }
    var draft = Draft(numeral, kind: .duration, rule: "quantity.half")
    draft.value = ExactDecimal(coefficient: 15, places: 1)
    draft.range = index - 1..<place + 1
    draft.unit = UnitMention(range: index + 1..<place + 1, unit: entry.unit)
    draft.outerStart = index - 1
    return draft
  }

  private func halfDraft(range: Range<Int>, rule: String) -> Draft {
    Draft(
      Numeral(
        range: range, digits: range, value: ExactDecimal(coefficient: 5, places: 1), minimum: nil,
        maximum: nil, approximation: .exact, form: .fraction, scaleExponent: 0),
      kind: .ratio, rule: rule)
  }

  /// `对折`: five tenths.
  mutating func halfPrice(at index: Int) -> Reading {
    guard at(index + 1) == 0x6298, let entry = tables.discount else {
      return Reading(end: index + 1)
    }
    var draft = halfDraft(range: index..<index + 2, rule: "quantity.half")
    draft.value = ExactDecimal(5)
    draft.numeral = index..<index + 1
    draft.unit = UnitMention(range: index + 1..<index + 2, unit: entry.unit)
    return finish(draft)
  }

  /// `翻番`, `翻倍`: once more as much.
  mutating func doubling(at index: Int) -> Reading {
    let place = at(index + 1) == 0x4E86 ? index + 2 : index + 1
    let word = at(place)
    guard word == 0x756A || word == 0x500D,
      let entry = word == 0x756A ? tables.doubling : tables.multiple
    else { return Reading(end: index + 1) }
    var draft = halfDraft(range: index..<place + 1, rule: "quantity.doubling")
    draft.value = ExactDecimal(1)
    draft.kind = .multiple
    draft.unit = UnitMention(range: place..<place + 1, unit: entry.unit)
    return finish(draft)
  }

  // MARK: Bare words

  /// `近百家`, `上千人`, `万吨级`: a single scale word as a number, where a word before it or 级 behind it says so.
  func bareScale(at index: Int) -> Draft? {
    let unit = units[index]
    let exponent = tables.numerals.alphabet.value(unit)
    guard
      tables.numerals.alphabet.sort(unit) == .large
        || tables.numerals.alphabet.sort(unit) == .small && exponent > 1
    else {
      return nil
    }
    let numeral = Numeral(
      range: index..<index + 1, digits: index..<index + 1,
      value: ExactDecimal(1).scaled(byPowerOfTen: exponent), minimum: nil, maximum: nil,
      approximation: .exact, form: .chinese, scaleExponent: 0)
    if has("分百", at: index + 1), unit == 0x767E, let percent = tables.percent {
      var draft = Draft(numeral, kind: .percent, rule: "quantity.percent")
      draft.range = index..<index + 3
      draft.unit = UnitMention(range: index..<index + 2, unit: percent.unit)
      return draft
    }
    let before = at(index - 1)
    guard let draft = measured(numeral), draft.unit != nil else {
      // 票房破亿, 粉丝过万
      let isPassed = before == 0x7834 || before == 0x8FC7 || before == 0x8D85
      return isPassed && index > floor && !isHan(at(index + 1))
        ? Draft(numeral, kind: .count, rule: "quantity.count") : nil
    }
    if draft.isScale { return draft }
    guard index > floor, HalfWords.bounds.contains(before) else { return nil }
    if before == 0x4E0A, draft.range.lowerBound == index { return nil }
    return draft
  }

  /// A number without a unit, where nothing says that it is a name or a code.
  func bare(_ numeral: Numeral) -> Draft? {
    let start = numeral.range.lowerBound
    let end = numeral.range.upperBound
    var draft = Draft(numeral)
    // A unit's word that its context refused makes a name of both: 2.5次元, 十九届五中全会.
    if numeral.form != .fraction, isHan(at(end)), numeral.approximation == .exact,
      tables.units.trie.longestMatch(in: units, at: end, limit: range.upperBound) != nil
    {
      return nil
    }
    switch numeral.form {
    case .fraction:
      draft.kind = .ratio
      draft.rule = "quantity.fraction"
      return draft
    case .arabic:
      if let value = numeral.value, isYear(value, numeral) { return nil }
      if numeral.range.count >= 3, isNumbered(before: start, after: end) { return nil }
      if rangeSeparator(at: end) != nil, at(end) == 0x2D { return nil }
      describe(&draft, numeral)
      if CountedWords.labels.contains(at(start - 1)) || CountedWords.numbers.contains(at(end)) {
        return nil
      }
      // 1.总体要求, 2、主要任务
      if numeral.range.count <= 2, at(end) == 0x2E || at(end) == 0x3001, isHan(at(end + 1)),
        !isHan(at(start - 1))
      {
        return nil
      }
      if at(start - 1) == 0x28, at(end) == 0x29, numeral.range.count <= 2 { return nil }
      if at(end) == 0x2E, ArabicNumeral.isWordCharacter(at(end + 1)) { return nil }
      return draft
    default:
      if numeral.range.count == 1, NumeralAlphabet.isFinancial(units[start]),
        isHan(at(end)) || isHan(at(start - 1)) && at(start - 1) != 0x662F
      {
        return nil
      }
      let before = at(start - 1)
      if before == 0x28, at(end) == 0x29 { return nil }
      describe(&draft, numeral)
      // 十二、一百零五 between stops; a single character only where it stands alone.
      let isOpen = !isHan(at(start - 1)) || start == range.lowerBound
      let isClosed = !isHan(at(end))
      if numeral.range.count == 1 {
        let isNamed = CountedWords.copulas.contains(before)
        let isSet = isClosed || CountedWords.particles.contains(at(end))
        if isOpen, at(end) == 0x7684 { return draft }
        return (isOpen || isNamed) && isClosed || isNamed && isSet ? draft : nil
      }
      if numeral.form == .positional, numeral.range.count < 3, !(isOpen && isClosed) { return nil }
      if numeral.value == nil, !(isOpen && isClosed) { return nil }
      return isOpen || isClosed || numeral.range.count > 2 ? draft : nil
    }
  }
}

extension QuantityScanner {
  /// Whether the text calls the digits a number that names: `邮编400020`, `12345热线`.
  private func isNumbered(before start: Int, after end: Int) -> Bool {
    var index = start
    while index > floor, start - index < 3, !isHan(units[index - 1]) { index -= 1 }
    for word in CountedWords.numbered where index - word.count >= range.lowerBound {
      if units[index - word.count..<index].elementsEqual(word) { return true }
    }
    for word in CountedWords.lines where end + word.count <= range.upperBound {
      if units[end..<end + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}

extension QuantityScanner {
  /// What a number without a unit is, by its scale word and the words before it.
  private func describe(_ draft: inout Draft, _ numeral: Numeral) {
    let start = numeral.range.lowerBound
    let end = numeral.range.upperBound
    var isMoney = false
    var isRatio = false
    var isIndex = false
    var place = start
    while place > max(range.lowerBound, start - 12), units[place - 1] != 0x2C,
      units[place - 1] != 0x3002
    {
      place -= 1
      switch units[place] {
      case let unit where BareWords.money.contains(unit): isMoney = true
      case 0x7CFB where at(place + 1) == 0x6570: isRatio = true
      case 0x6BD4 where at(place + 1) != 0x4E0A && at(place + 1) != 0x53BB: isRatio = true
      case 0x500D where at(place + 1) == 0x7387: isRatio = true
      case 0x6307 where at(place + 1) == 0x6570: isIndex = true
      case 0x503C: isIndex = true
      default: break
      }
    }
    let isLarge =
      numeral.form == .chinese && numeral.range.count > 1
      && (numeral.value ?? numeral.maximum).map { $0 >= ExactDecimal(1000) } ?? false
    if numeral.scaleExponent >= 4 || numeral.approximation == .over || isLarge {
      draft.kind = isMoney && !isHan(at(end)) ? .money : .count
      draft.rule = draft.kind.rule
    } else if numeral.form == .arabic, let value = numeral.value, value.places > 0 {
      if isRatio {
        draft.kind = .ratio
      } else if isIndex {
        draft.kind = .measure
      }
      draft.rule = draft.kind.rule
    }
  }
}

/// Characters before a number that is an amount of money.
enum BareWords {
  static let money = Set("租价钱薪款费赤债税元资".utf16)
}

/// Characters that decide about `大`, digits and growth.
enum CountedWords {
  /// After 大: words that begin with it.
  static let compounds = Set("学会赛师使妈爷伯桥街道厦坝队军佬片亨肠脑便盘势局概约致量规幅力型气厅牌象提".utf16)
  /// Before a single digit that is named as a number, and after it.
  static let copulas = Set("是为等于".utf16)
  static let particles = Set("而却但和与".utf16)
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
  static let labels = Set("图表件例式注章页".utf16)
  static let numbers = Set("号室版楼".utf16)
  static let growth = Set("增长速率幅".utf16)
}

/// Characters that decide about `半` and bare scale tables.words.
enum HalfWords {
  /// Before 半: words that end with it.
  static let fixed = Set("上下前后多夜各对折减事功一".utf16)
  /// Before 过半: what goes past something.
  static let passing = Set("经通度走渡越路超".utf16)
  /// After 半: words that begin with it.
  static let compounds = Set("导路空夜山球径决成生自封公途坡岛月".utf16)
  /// Before a bare scale word: what makes a number of it.
  static let bounds = Set("近超逾过破达上约足到整".utf16)
}
