/// Reads a numeral as a sum of digits times scale words, Arabic and Chinese ones mixed.
struct SumReader {
  let alphabet: NumeralAlphabet
  let limit: Int
  /// Whether only whole numbers without `余` are wanted.
  let isPlain: Bool

  var sum = NumeralSum()
  /// Digits that no scale word has taken up yet.
  var pending: NumeralAmount?
  var pendingIsArabic = false
  /// Whether the pending digit may stand for the next lower scale (`两万五`).
  var pendingIsColloquial = false
  /// The last of 十, 百, 千 in this section, 4 for none.
  var lastSmall = 4
  /// The last scale word's power of ten, 0 for none.
  var lastExponent = 0
  var isAfterZero = false
  var isAfterScale = false
  var approximation = Approximation.exact
  var isClosed = false
  /// The power of ten of a first 百, 千, 万, 亿 that stands for itself, 0 for none.
  var bareExponent = 0
  var end = 0
  /// End of the digits, before scale words that close the numeral.
  var digitsEnd = 0
  var scaleExponent = 0

  init(alphabet: NumeralAlphabet, limit: Int, isPlain: Bool) {
    self.alphabet = alphabet
    self.limit = limit
    self.isPlain = isPlain
  }

  mutating func read(_ units: [UInt16], at start: Int) -> Numeral? {
    let first = alphabet.sort(units[start])
    switch first {
    case .arabic, .digit, .tens, .small, .large, .several, .stop: break
    default: return nil
    }
    end = start
    digitsEnd = start
    if first == .digit, let run = positional(units, at: start) { return run }
    while !isClosed, end < limit, step(units, start: start) {}
    return finish(units, start: start, first: first)
  }

  /// Takes up one part more; false where none follows.
  private mutating func step(_ units: [UInt16], start: Int) -> Bool {
    var index = end
    if index > start {
      while index < limit, units[index] == 0x20, index < end + 2 { index += 1 }
      guard index < limit else { return false }
    }
    let isSpaced = index > end
    let unit = units[index]
    let value = alphabet.value(unit)
    switch alphabet.sort(unit) {
    case .arabic, .stop:
      return takeLiteral(units, at: index, start: start, isSpaced: isSpaced)
    case .digit:
      return takeDigit(units, at: index, isSpaced: isSpaced)
    case .several:
      guard pending == nil, !isPlain, sum.isEmpty || isAfterScale else { return false }
      guard unit != 0x6570 || beginsScale(units, at: index + 1) else { return false }
      pending = NumeralAmount(value, 9)
      pendingIsColloquial = false
      approximation = .about
      advance(to: index + 1)
      return true
    case .tens:
      guard pending == nil, lastSmall > 1 else { return false }
      guard sum.add(NumeralAmount(ExactDecimal(value * 10))) else { return false }
      closeScale(1, to: index + 1)
      return true
    case .small:
      return takeSmall(units, at: index, exponent: value, isSpaced: isSpaced)
    case .large:
      return takeLarge(units, at: index, exponent: value)
    case .more:
      return isPlain ? false : takeMore(units, at: index)
    case .point:
      return isPlain ? false : takePoint(units, at: index)
    default:
      return index == end || unit == 0x4D ? takeLetter(units, at: index) : false
    }
  }

  // MARK: Digits

  private mutating func takeLiteral(
    _ units: [UInt16], at index: Int, start: Int, isSpaced: Bool
  ) -> Bool {
    guard pending == nil,
      alphabet.sort(units[index]) == .arabic
        || index == start && index + 1 < limit && alphabet.sort(units[index + 1]) == .arabic,
      let literal = isPlain
        ? ArabicNumeral(plain: units, at: index, limit: limit)
        : ArabicNumeral(in: units, at: index, limit: limit)
    else { return false }
    if index > start {
      // 3亿5000万, 2千零30万, 3亿5000; but not 1000万 2020年.
      let follows = beginsScale(units, at: literal.end)
      let fills = !isSpaced && !literal.hasPoint && literal.integerDigits == lastExponent
      guard isAfterScale || isAfterZero, follows || fills,
        literal.value < ExactDecimal(coefficient: 1, places: 0).scaledOrZero(lastExponent)
      else { return false }
      if fills, !follows, literal.end < limit, units[literal.end] == 0x5E74 { return false }
    }
    pending = NumeralAmount(literal.value)
    pendingIsArabic = true
    pendingIsColloquial = false
    advance(to: literal.end)
    return true
  }

  private mutating func takeDigit(_ units: [UInt16], at index: Int, isSpaced: Bool) -> Bool {
    guard pending == nil else { return false }
    let value = alphabet.value(units[index])
    if value == 0 {
      guard !sum.isEmpty || lastExponent > 0 else {
        pending = .zero
        advance(to: index + 1)
        return true
      }
      guard isAfterScale, beginsDigits(units, at: index + 1) else { return false }
      isAfterZero = true
      isAfterScale = false
      end = index + 1
      return true
    }
    if sum.isEmpty, lastExponent == 0 {
      // The first digit: 一, or a pair as 三五 in 三五百.
    } else {
      // No digit follows a bare scale word: 万一 is no number.
      guard isAfterScale || isAfterZero, bareExponent == 0 || isAfterZero else { return false }
      // 两千 四 百 五: set in spaced type; but 两千 四家 are two numbers.
      if isSpaced, !isAfterZero, index + 1 < limit, units[index + 1] != 0x20,
        units[index + 1] != 0x53C8, !beginsScale(units, at: index + 1)
      {
        return false
      }
    }
    if let second = pairedDigit(units, at: index) {
      pending = NumeralAmount(value, second)
      approximation = .about
      pendingIsColloquial = true
      advance(to: index + 2)
      return true
    }
    // 三千两 is a weight, 三千两百 a number.
    let isLiang = units[index] == 0x4E24
    if isLiang, lastExponent > 0, !beginsScale(units, at: index + 1) { return false }
    pending = NumeralAmount(ExactDecimal(value))
    pendingIsArabic = false
    pendingIsColloquial = true
    advance(to: index + 1)
    return true
  }

  /// The second digit of an approximate pair (`三五`, `七八`), where no third follows.
  private func pairedDigit(_ units: [UInt16], at index: Int) -> Int? {
    guard !isPlain, index + 1 < limit, alphabet.sort(units[index + 1]) == .digit else { return nil }
    let first = alphabet.value(units[index])
    let second = alphabet.value(units[index + 1])
    guard second == first + 1 || first == 3 && second == 5,
      !NumeralAlphabet.isFinancial(units[index]),
      units[index + 1] != 0x4E24
        || index + 2 < limit && MoreWords.counted.contains(units[index + 2]),
      index + 2 >= limit
        || alphabet.sort(units[index + 2]) != .digit
          && alphabet.sort(units[index + 2]) != .point
    else { return nil }
    return second
  }

  // MARK: End

  /// Adds the last digits: at their own place, or at the next lower scale (`一百二`).
  mutating func settlePending() -> Bool {
    guard let amount = pending else { return true }
    pending = nil
    if pendingIsColloquial, !isAfterZero, lastExponent >= 2 {
      guard let scaled = amount.scaled(lastExponent - 1) else { return false }
      return sum.add(scaled)
    }
    return sum.add(amount)
  }

  private mutating func finish(
    _ units: [UInt16], start: Int, first: NumeralAlphabet.Sort
  ) -> Numeral? {
    guard end > start else { return nil }
    if pending != nil { scaleExponent = 0 }
    // A single 百, 千, 万, 亿 is a word or part of one, but for 百分之.
    if end == start + 1, first == .large || first == .small && alphabet.value(units[start]) > 1 {
      guard end < limit, units[end] == 0x5206 || units[end] == 0x20 else { return nil }
    }
    guard settlePending(), let total = sum.total else { return nil }
    var low = total.low
    var high = total.high
    if total.isRange {
      // 几千: 1000 to 9999; 数十: 20 to 99.
      if units[start] == 0x51E0 || units[start] == 0x6570, high.coefficient > 9 {
        let step = ExactDecimal(1).scaledOrZero(lastPower(of: high))
        guard let sum = high.adding(step)?.adding(ExactDecimal(-1)) else { return nil }
        high = sum
        if units[start] == 0x51E0, units[start + 1] == 0x5341, end == start + 2 {
          low = ExactDecimal(20)
        }
      }
    }
    if scaleExponent == 0 { digitsEnd = approximation == .exact ? end : digitsEnd }
    return Numeral(
      range: start..<end, digits: start..<max(digitsEnd, start + 1),
      value: total.isRange ? nil : total.low, minimum: total.isRange ? low : nil,
      maximum: total.isRange ? high : nil, approximation: approximation,
      form: first == .arabic || first == .stop ? .arabic : .chinese,
      scaleExponent: scaleExponent)
  }

  private func lastPower(of value: ExactDecimal) -> Int {
    var rest = value.coefficient
    var power = 0
    while rest > 9 {
      rest /= 10
      power += 1
    }
    return power
  }

  /// Two or more digits in a row: `二〇二五`, `一一`.
  private func positional(_ units: [UInt16], at start: Int) -> Numeral? {
    var index = start
    var coefficient: Int128 = 0
    while index < limit, alphabet.sort(units[index]) == .digit, units[index] != 0x4E24,
      index - start < 20
    {
      coefficient = coefficient * 10 + Int128(alphabet.value(units[index]))
      index += 1
    }
    let count = index - start
    guard count >= 2, count < 20 else { return nil }
    if count == 2, pairedDigit(units, at: start) != nil { return nil }
    var places = 0
    if index < limit {
      let sort = alphabet.sort(units[index])
      if sort == .small || sort == .large { return nil }
      if sort == .point, !isPlain {
        index += 1
        while index < limit, alphabet.sort(units[index]) == .digit, places < 15 {
          coefficient = coefficient * 10 + Int128(alphabet.value(units[index]))
          index += 1
          places += 1
        }
        if places == 0 { index -= 1 }
      }
    }
    return Numeral(
      range: start..<index, digits: start..<index,
      value: ExactDecimal(coefficient: coefficient, places: places), minimum: nil, maximum: nil,
      approximation: .exact, form: .positional, scaleExponent: 0)
  }

  // MARK: Look-ahead

  private mutating func advance(to index: Int) {
    end = index
    digitsEnd = index
    isAfterScale = false
  }

  mutating func noteScale(_ exponent: Int, digitsEnd: Int) {
    scaleExponent = exponent
    self.digitsEnd = digitsEnd
  }

  mutating func closeScale(_ exponent: Int, to index: Int) {
    lastExponent = exponent
    lastSmall = exponent < 4 ? exponent : 4
    isAfterScale = true
    isAfterZero = false
    pendingIsArabic = false
    end = index
  }

  private func beginsScale(_ units: [UInt16], at index: Int) -> Bool {
    var next = index
    while next < limit, units[next] == 0x20, next < index + 2 { next += 1 }
    guard next < limit else { return false }
    let sort = alphabet.sort(units[next])
    return (sort == .small || sort == .large) && !isUnitPrefix(units, at: next)
  }

  private func beginsDigits(_ units: [UInt16], at index: Int) -> Bool {
    guard index < limit else { return false }
    switch alphabet.sort(units[index]) {
    case .digit, .arabic, .tens: return alphabet.value(units[index]) != 0
    case .small: return alphabet.value(units[index]) == 1
    default: return false
    }
  }

  /// Whether 千 or 兆 here begins a unit (`千瓦`, `兆赫`) rather than ends a number.
  func isUnitPrefix(_ units: [UInt16], at index: Int) -> Bool {
    guard index + 1 < limit else { return false }
    let unit = units[index]
    let next = units[index + 1]
    if unit == 0x5146 { return MoreWords.prefixed.contains(next) }
    guard unit == 0x5343 else { return false }
    if MoreWords.prefixed.contains(next) { return true }
    return pendingIsArabic && pending != nil && MoreWords.lengths.contains(next)
  }
}
