/// Classes of folded UTF-16 units, as far as layout asks.
enum LayoutCharacters {
  @inline(__always)
  static func isHan(_ unit: UInt16) -> Bool {
    // Nearly all are common ones, or marks and letters far below.
    if (0x4E00...0x9FFF).contains(unit) { return true }
    return unit >= 0x3007 && isRareHan(unit)
  }

  @inline(never)
  private static func isRareHan(_ unit: UInt16) -> Bool {
    (0x3400...0x4DBF).contains(unit) || unit == 0x3007 || (0xD840...0xDFFF).contains(unit)
  }

  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  @inline(__always)
  static func isLatin(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  @inline(__always)
  static func isSpace(_ unit: UInt16) -> Bool {
    if unit > 0x3000, unit < 0xFEFF { return false }
    return unit == 0x20 || (0x09...0x0D).contains(unit) || unit == 0x200B || unit == 0xFEFF
      || (0x2000...0x200A).contains(unit) || unit == 0x3000 || unit == 0xA0
  }

  /// What ends a sentence: `。！？…`, the half-width forms too.
  @inline(__always)
  static func isStop(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0x21 || unit == 0x3F || unit == 0x2026 || unit == 0xFF61
  }

  /// What stands within a sentence: `，、；：`.
  @inline(__always)
  static func isPause(_ unit: UInt16) -> Bool {
    unit == 0x2C || unit == 0x3001 || unit == 0x3B || unit == 0x3A || unit == 0xFE10
  }

  /// The closer of an opening quotation mark or bracket.
  @inline(__always)
  static func closer(of unit: UInt16) -> UInt16? {
    switch unit {
    case 0x201C, 0x2018: unit + 1
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014: unit + 1
    default: nil
    }
  }

  /// Whether it may be a quotation mark or a bracket, for a quick look.
  @inline(__always)
  static func mayBeBracket(_ unit: UInt16) -> Bool { unit < 0x3020 }

  @inline(__always)
  static func isCloser(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x201D, 0x2019, 0x29, 0x5D, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015: true
    default: false
    }
  }

  /// Signs that stand before a byline or a label: squares, circles, triangles, stars, arrows.
  @inline(__always)
  static func isBullet(_ unit: UInt16) -> Bool {
    (0x25A0...0x25FF).contains(unit) || (0x2605...0x2606).contains(unit)
      || (0x2190...0x21FF).contains(unit) || (0x2700...0x27BF).contains(unit)
      || unit == 0x2022 || unit == 0x203B || unit == 0x2B9E || unit == 0x2B50
  }

  /// Signs between names: spaces, `、，；：/|·`.
  @inline(__always)
  static func isSeparator(_ unit: UInt16) -> Bool {
    isSpace(unit) || isPause(unit) || unit == 0x2F || unit == 0x7C || unit == 0x2502
  }

  /// A range without white space at its ends.
  static func trimmed(_ units: [UInt16], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isSpace(units[low]) { low += 1 }
    while high > low, isSpace(units[high - 1]) { high -= 1 }
    return low..<high
  }
}
