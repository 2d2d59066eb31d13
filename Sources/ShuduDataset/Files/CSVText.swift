/// Lines of CSV by RFC 4180: commas, CRLF, fields quoted where they must be.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins
/// with an apostrophe: a reader that takes one leading apostrophe away has the text as it was. Numbers are
/// left as they are, since no formula looks like one.
enum CSVText {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func line(_ cells: [Cell]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      switch cell {
      case .null: break
      case .text(let text): append(safe(text), to: &bytes)
      case .integer(let number): bytes.append(contentsOf: String(number).utf8)
      case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
      case .boolean(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
      }
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
    return bytes
  }

  static func header(_ names: [String]) -> [UInt8] { line(names.map { .text($0) }) }

  /// The text with an apostrophe before it where it begins like a formula.
  static func safe(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠": return "'" + text
    default: return text
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let special: Set<UInt8> = [0x22, 0x2C, 0x0D, 0x0A]
    guard text.utf8.contains(where: special.contains) else {
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
