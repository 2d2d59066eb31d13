/// Reads the numeral that begins at a place of folded text.
///
/// Recognizes: Arabic numerals with separators, decimals, scale words and letters (`1,379`, `1.27万`,
/// `3亿5000万`, `15k`); Chinese numerals, financial and colloquial ones too (`两万五`, `一百二`, `壹拾`,
/// `廿三`), decimals (`三点一四`), digit by digit (`二〇二五`); fractions (`三分之一`, `3/4`) and
/// `百分之六点四`; what is itself a range (`三五百`, `十七八万`, `数十`, `几千`); inner `余`, `多`, `来`
/// (`10多万`, `1000余`); a sign (`-`, `负`, `零下`); Roman numerals of one character.
/// Rejects: a bare `百`, `千`, `万`, `亿`; numerals of more than `maximumLength` units.
/// Cost: linear in the numeral, never more than `maximumLength` units.
public struct NumeralReader: Sendable {
  /// A longer run of numeral characters is no numeral of a newspaper.
  static let maximumLength = 80

  let alphabet = NumeralAlphabet.standard

  public init() {}

  /// The longest numeral that begins exactly at `start`.
  public func numeral(in units: [UInt16], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    let bound = min(limit, start + NumeralReader.maximumLength)
    let (sign, begin) = readSign(in: units, at: start, limit: bound)
    guard begin < bound else { return nil }
    if alphabet.sort(units[begin]) == .roman {
      return Numeral(
        range: start..<begin + 1, digits: begin..<begin + 1,
        value: ExactDecimal(alphabet.value(units[begin])), minimum: nil, maximum: nil,
        approximation: .exact, form: .positional, scaleExponent: 0)
    }
    guard var numeral = plain(in: units, at: begin, limit: bound) else { return nil }
    if let fraction = fraction(in: units, from: numeral, limit: bound) {
      numeral = fraction
    } else if isBareScale(numeral, units) {
      return nil
    }
    return sign.map { $0 ? numeral.negated(from: start) : numeral.extended(from: start) } ?? numeral
  }

  /// A whole number without sign, decimals, `余` or fraction, as dates have them (`十二`, `2020`, `二〇二〇`).
  public func integer(in units: [UInt16], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    var sum = SumReader(
      alphabet: alphabet, limit: min(limit, start + NumeralReader.maximumLength), isPlain: true)
    return sum.read(units, at: start)
  }

  /// A numeral without sign or fraction.
  func plain(in units: [UInt16], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    if alphabet.sort(units[start]) == .arabic,
      let literal = ArabicNumeral(in: units, at: start, limit: limit),
      literal.end >= limit || alphabet.endsNumeral(units[literal.end])
    {
      return Numeral(
        range: start..<literal.end, digits: start..<literal.end, value: literal.value,
        minimum: nil, maximum: nil, approximation: .exact, form: .arabic, scaleExponent: 0)
    }
    var sum = SumReader(alphabet: alphabet, limit: limit, isPlain: false)
    return sum.read(units, at: start)
  }

  /// A single 百, 千, 万, 亿 that no 分之 follows.
  private func isBareScale(_ numeral: Numeral, _ units: [UInt16]) -> Bool {
    guard numeral.range.count == 1 else { return false }
    let unit = units[numeral.range.lowerBound]
    let sort = alphabet.sort(unit)
    return sort == .large || sort == .small && alphabet.value(unit) > 1
  }

  /// The sign at a place (true for minus), and where the number after it begins.
  private func readSign(in units: [UInt16], at start: Int, limit: Int) -> (Bool?, Int) {
    let unit = units[start]
    let value = alphabet.value(unit)
    switch alphabet.sort(unit) {
    case .sign:
      var next = start + 1
      // 负的百分之六十
      if value == 2, next < limit, units[next] == 0x7684 { next += 1 }
      if next < limit, units[next] == 0x20 { next += 1 }
      guard next < limit else { return (nil, start) }
      if value != 2, alphabet.sort(units[next]) != .arabic, units[next] != 0x2E {
        return (nil, start)
      }
      return (value != 0, next)
    case .digit where value == 0 && start + 1 < limit && units[start + 1] == 0x4E0B:
      // 零下摄氏5度
      let isScale =
        start + 4 < limit && units[start + 3] == 0x6C0F
        && (units[start + 2] == 0x6444 || units[start + 2] == 0x534E)
      return (true, start + (isScale ? 4 : 2))
    default:
      return (nil, start)
    }
  }
}

extension Numeral {
  /// The same with its sign turned, beginning at the sign.
  func negated(from start: Int) -> Numeral {
    var result = extended(from: start)
    result.value = value?.negated
    result.minimum = maximum?.negated
    result.maximum = minimum?.negated
    return result
  }

  func extended(from start: Int) -> Numeral {
    var result = self
    result.range = start..<range.upperBound
    return result
  }
}
