/// HTML tags within a paragraph of Markdown.
enum InlineTag {
  /// What the tag or comment at an offset does, and where it ends. Nil where none stands there:
  /// `<5%` is text, and so are tags of unknown names.
  ///
  /// *Cost*: amortized over a paragraph, linear.
  static func read(
    _ units: [UInt16], at offset: Int, until limit: Int, _ closers: inout Closers
  ) -> (effect: InlineMark.Effect, end: Int)? {
    guard offset + 2 < limit else { return nil }
    if units[offset + 1] == 0x21, units[offset + 2] == 0x2D {
      return closers.next(0x3E, in: units, from: offset + 3, until: limit).map { (.drop, $0 + 1) }
    }
    let isEnd = units[offset + 1] == 0x2F
    let start = offset + (isEnd ? 2 : 1)
    var end = start
    while end < limit, end - start < 12, isNameUnit(units[end]) { end += 1 }
    guard end > start, end < limit,
      units[end] == 0x3E || units[end] == 0x2F || SourceLine.isSpace(units[end]),
      let close = closers.next(0x3E, in: units, from: end, until: limit)
    else { return nil }
    let name = String(decoding: units[start..<end], as: UTF16.self).lowercased()
    switch name {
    case "b", "strong": return (isEnd ? .boldOff : .boldOn, close + 1)
    case "br", "p", "div", "li", "hr": return (.lineBreak, close + 1)
    case "sup": return (isEnd ? .superscriptOff : .superscriptOn, close + 1)
    case "i", "em", "u", "s", "del", "ins", "sub", "span", "font", "a", "center", "small", "big",
      "mark", "code", "kbd", "ul", "ol", "img", "figure", "figcaption", "section", "article":
      return (.drop, close + 1)
    default: return nil
    }
  }

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
