import Shudu

/// Facts as a table for a terminal; columns are aligned by how wide characters stand there.
struct FactTable {
  let result: Pipeline.Result
  let path: String

  func text() -> String {
    let head = ["value", "unit", "measure", "subject", "time", "status", "aspect"]
    var rows = [head]
    for fact in result.facts {
      rows.append([
        value(of: fact.quantity), fact.unit?.text ?? "", fact.measure?.text ?? "",
        fact.subject?.name.text ?? "", fact.time?.value ?? fact.time?.words.text ?? "",
        fact.status.rawValue, fact.aspect.rawValue,
      ])
    }
    let limits = [24, 10, 32, 24, 24, 9, 6]
    rows = rows.map { zip($0, limits).map { FactTable.cut($0.harmless, to: $1) } }
    let widths = head.indices.map { column in
      rows.map { FactTable.width(of: $0[column]) }.max() ?? 0
    }
    var lines = ["\(path.harmless): \(result.facts.count) facts"]
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - FactTable.width(of: cell))
        line += " " + (column == 0 ? padding + cell : cell + padding)
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func value(of quantity: Quantity) -> String {
    let sign =
      switch quantity.approximation {
      case .exact: ""
      case .about: "~"
      case .over: ">"
      case .under: "<"
      case .nearly: "→"
      case .atMost: "≤"
      case .atLeast: "≥"
      }
    if let value = quantity.value { return sign + value.description }
    return "\(sign)\(quantity.minimum?.description ?? "")–\(quantity.maximum?.description ?? "")"
  }

  /// Terminal cells: two for a Chinese or full-width character.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// The text cut to a number of cells, with `…` where something was left out.
  static func cut(_ text: String, to cells: Int) -> String {
    guard width(of: text) > cells else { return text }
    var result = ""
    var used = 1
    for character in text {
      let next = width(of: String(character))
      guard used + next <= cells else { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }
}
