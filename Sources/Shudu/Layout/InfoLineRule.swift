/// A line that tells day, origin and author of an article next to each other, as web pages do.
///
/// - *Recognizes*: `2020-03-05 08:15 来源:某网 记者 张三`, `来源:某报 2020年3月5日 记者 张三`, `某周刊 | 2020-03-05 | 记者 张三`.
/// - *Rejects*: lines with anything else in them, and those in which the author stands before the day.
/// - *Cost*: linear in the line, of which at most 100 units are read.
struct InfoLineRule: Sendable {
  enum Part: Sendable, Equatable {
    case day, origin, author
  }

  let parser: NameLineParser
  let labels: LabelRule

  /// The parts of the line in order, or none where it is no such line.
  func parts(_ units: [UInt16], _ range: Range<Int>) -> [(part: Part, range: Range<Int>)] {
    guard range.count <= 100, mayHoldDay(units, range) else { return [] }
    var parts: [(part: Part, range: Range<Int>)] = []
    for piece in pieces(units, range) {
      guard let part = part(units, piece, after: parts.last?.part) else { return [] }
      if let last = parts.last, last.part == part {
        parts[parts.count - 1].range = last.range.lowerBound..<piece.upperBound
      } else {
        parts.append((part, piece))
      }
    }
    guard let day = parts.firstIndex(where: { $0.part == .day }),
      let author = parts.firstIndex(where: { $0.part == .author }), day < author
    else { return [] }
    return parts
  }

  /// Whether a piece begins with a digit, as the first day of a line does.
  private func mayHoldDay(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    range.contains { at in
      LayoutCharacters.isDigit(units[at])
        && (at == range.lowerBound || isBorder(units[at - 1]))
    }
  }

  private func isBorder(_ unit: UInt16) -> Bool { LayoutCharacters.isSpace(unit) || unit == 0x7C }

  /// What stands between spaces and bars.
  private func pieces(_ units: [UInt16], _ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound {
      guard at == range.upperBound || isBorder(units[at]) else { continue }
      if at > start { pieces.append(start..<at) }
      start = at + 1
    }
    return pieces
  }

  private func part(_ units: [UInt16], _ piece: Range<Int>, after last: Part?) -> Part? {
    let words = parser.words
    let limit = piece.upperBound
    if isDay(units, piece) { return .day }
    if words.end(of: .origin, in: units, at: piece.lowerBound, limit: limit) != nil {
      return .origin
    }
    if words.end(of: .staff, in: units, at: piece.lowerBound, limit: limit) != nil {
      return .author
    }
    if let line = parser.parse(units, piece) {
      if line.roles > 0 || last == .author { return .author }
    }
    // A paper's or a column's name stands with the origin, an issue's number with the day.
    if labels.isColumn(units, piece) { return .origin }
    return last == .day && piece.count <= 10 && units[limit - 1] == 0x671F ? .day : nil
  }

  /// `2020-03-05`, `2020年3月5日`, `08:15`.
  private func isDay(_ units: [UInt16], _ piece: Range<Int>) -> Bool {
    LayoutCharacters.isDigit(units[piece.lowerBound])
      && piece.allSatisfy {
        LayoutCharacters.isDigit(units[$0]) || InfoLineRule.daySigns.contains(units[$0])
      }
  }

  private static let daySigns = UnitSet("年月日-/.:")
}
