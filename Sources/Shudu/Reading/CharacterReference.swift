/// Entities as articles in Markdown hold them; HTML's own go through the HTML parser.
enum CharacterReference {
  /// The characters of the reference at an offset (`&mdash;`, `&#8212;`, `&#x2014;`), and where it
  /// ends. Nil where none stands there: a lone `&` is text.
  ///
  /// *Cost*: looks at 10 units at most.
  static func read(
    _ units: [UInt16], at offset: Int, until limit: Int
  ) -> (decoded: [UInt16], end: Int)? {
    let limit = min(limit, offset + 10)
    guard let end = units[offset..<limit].firstIndex(of: 0x3B), end > offset + 1 else {
      return nil
    }
    let name = String(decoding: units[offset + 1..<end], as: UTF16.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let code =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let code, code >= 0x20, let scalar = Unicode.Scalar(code) else { return nil }
      return (Array(String(Character(scalar)).utf16), end + 1)
    }
    guard let unit = names[name] else { return nil }
    return ([unit], end + 1)
  }

  private static let names: [String: UInt16] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
    "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "ldquo": 0x201C, "rdquo": 0x201D,
    "lsquo": 0x2018, "rsquo": 0x2019, "laquo": 0xAB, "raquo": 0xBB, "hellip": 0x2026,
    "mdash": 0x2014, "ndash": 0x2013, "minus": 0x2212, "middot": 0xB7, "bull": 0x2022,
    "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "deg": 0xB0, "permil": 0x2030, "sup2": 0xB2,
    "sup3": 0xB3, "micro": 0xB5, "yen": 0xA5, "euro": 0x20AC, "pound": 0xA3, "cent": 0xA2,
    "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "sect": 0xA7, "frac12": 0xBD, "frac14": 0xBC,
    "frac34": 0xBE, "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "asymp": 0x2248, "rarr": 0x2192,
  ]
}
