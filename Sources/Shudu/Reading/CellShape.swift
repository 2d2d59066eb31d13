/// What the text of a table's cell looks like: words, a figure, or a sign that there is none. Folded units.
enum CellShape: Sendable {
  case words
  /// A number with its sign and unit: `-6.4`, `12%以上`, `9500人`, `第6位`.
  case figure
  /// `2019`, which is a head over figures and a figure under a head.
  case year
  /// `—`, `…`, `/`.
  case blank

  /// Longest figure with its unit and sign.
  private static let longestFigure = 24

  /// Cost: linear in the cell, up to the longest figure.
  init(_ units: ArraySlice<UInt16>) {
    var digits = 0
    var words = 0
    for unit in units.prefix(CellShape.longestFigure + 1) {
      if CellShape.isDigit(unit) {
        digits += 1
      } else if CellShape.isLetter(unit) {
        words += 1
      }
    }
    if digits == 0 {
      self = words == 0 ? .blank : .words
    } else if digits == 4, units.count == 4, CellShape.isCentury(units) {
      self = .year
    } else if units.count > CellShape.longestFigure || words > 6 || CellShape.endsWithUnit(units)
      || !CellShape.beginsAsFigure(units) || CellShape.isTime(units)
    {
      self = .words
    } else {
      self = .figure
    }
  }

  var isFigure: Bool { self == .figure || self == .year }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Latin, Greek and Chinese letters; no punctuation.
  private static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x3FF, 0x3400...0x9FFF, 0xD800...0xDFFF: true
    default: false
    }
  }

  /// `19` or `20`.
  private static func isCentury(_ units: ArraySlice<UInt16>) -> Bool {
    let start = units.prefix(2)
    return start.elementsEqual([0x31, 0x39]) || start.elementsEqual([0x32, 0x30])
  }

  /// `5G用户(万户)`: a head, for a figure's own unit stands in no bracket.
  private static func endsWithUnit(_ units: ArraySlice<UInt16>) -> Bool {
    guard units.last == 0x29, let open = units.lastIndex(of: 0x28) else { return false }
    return units[open...].contains(where: isLetter) || units[open...].contains(0x25)
  }

  /// A digit behind at most a sign, a currency's sign, a bracket and one character (`约`, `第`, `近`).
  private static func beginsAsFigure(_ units: ArraySlice<UInt16>) -> Bool {
    var letters = 0
    for unit in units.prefix(5) {
      if isDigit(unit) { return true }
      if isLetter(unit) { letters += 1 }
      if letters > 1 { return false }
    }
    return false
  }

  /// `2023年…`, `1-9月`, `12月`, `3季度`.
  private static func isTime(_ units: ArraySlice<UInt16>) -> Bool {
    var digits = 0
    for unit in units {
      switch unit {
      case 0x30...0x39: digits += 1
      case 0x2D, 0x2013, 0x2014, 0x7E, 0x2F, 0x2E: digits = 0
      case 0x20: continue
      case 0x5E74: return digits == 4  // 年
      case 0x6708: return digits == 1 || digits == 2  // 月
      case 0x5B63: return digits == 1  // 季
      default: return false
      }
    }
    return false
  }
}
