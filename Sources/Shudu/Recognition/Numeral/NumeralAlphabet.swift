/// What each UTF-16 unit of folded text can be within a numeral, by one load from a table.
struct NumeralAlphabet: Sendable {
  /// The part that a character can play; its value is kept beside it.
  enum Sort: UInt8 {
    case none
    /// `0` to `9`.
    case arabic
    /// `一`, `两`, `壹`, `〇`.
    case digit
    /// `廿` (2), `卅` (3), `卌` (4): a digit and 十 in one.
    case tens
    /// `十` (1), `百` (2), `千` (3).
    case small
    /// `万` (4), `亿` (8), `兆` (12).
    case large
    /// `几` (1), `数` (2): some number from there to nine.
    case several
    /// `余` (0), `多` (0), `来` (1).
    case more
    /// `点`.
    case point
    /// `Ⅰ` to `Ⅻ`.
    case roman
    /// `半`.
    case half
    /// `-` (1), `−` (1), `负` (2), `+` (0), `零下` is read from its digit.
    case sign
    /// `.`: a fraction without its zero may begin here.
    case stop
    /// `第`, `首`, `对`, `翻`: what begins a quantity but is no numeral.
    case opener
  }

  static let standard = NumeralAlphabet()

  private let codes: [UInt8]

  private init() {
    var codes = [UInt8](repeating: 0, count: 1 << 16)
    func set(_ characters: String, _ sort: Sort, _ value: UInt8) {
      for unit in characters.utf16 { codes[Int(unit)] = sort.rawValue << 4 | value }
    }
    for digit in UInt8(0)...9 { codes[0x30 + Int(digit)] = Sort.arabic.rawValue << 4 | digit }
    let digits = [
      "零〇", "一壹弌", "二贰两俩弍", "三叁参仨弎", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖",
    ]
    for (value, characters) in digits.enumerated() { set(characters, .digit, UInt8(value)) }
    for (index, character) in ["廿", "卅", "卌"].enumerated() {
      set(character, .tens, UInt8(index + 2))
    }
    for (index, characters) in ["十拾", "百佰", "千仟"].enumerated() {
      set(characters, .small, UInt8(index + 1))
    }
    for (characters, exponent) in [("万", UInt8(4)), ("亿", 8), ("兆", 12)] {
      set(characters, .large, exponent)
    }
    set("几", .several, 1)
    set("数", .several, 2)
    set("余多", .more, 0)
    set("来", .more, 1)
    set("点", .point, 0)
    for unit in 0x2160...0x216B {
      codes[unit] = Sort.roman.rawValue << 4 | UInt8(unit - 0x215F)
    }
    set("半", .half, 0)
    set("-−", .sign, 1)
    set("负", .sign, 2)
    set("+", .sign, 0)
    set(".", .stop, 0)
    set("第首对翻", .opener, 0)
    self.codes = codes
  }

  @inline(__always)
  func sort(_ unit: UInt16) -> Sort {
    Sort(rawValue: codes[Int(unit)] >> 4) ?? .none
  }

  /// The digit, exponent or lower bound that the sort speaks of.
  @inline(__always)
  func value(_ unit: UInt16) -> Int { Int(codes[Int(unit)] & 15) }

  /// Whether a quantity can begin with the unit.
  @inline(__always)
  func canBegin(_ unit: UInt16) -> Bool { codes[Int(unit)] != 0 }

  /// Whether no numeral goes on with the unit.
  @inline(__always)
  func endsNumeral(_ unit: UInt16) -> Bool {
    codes[Int(unit)] == 0 && unit != 0x20 && !ArabicNumeral.isLetter(unit)
  }

  /// The written digit of a financial form (`壹`, `拾`), which is a common word when it stands alone.
  static func isFinancial(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x58F9, 0x8D30, 0x53C1, 0x53C2, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE,
      0x4F70, 0x4EDF:
      true
    default: false
    }
  }
}
