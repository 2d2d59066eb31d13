/// A part of a block that has one role: the whole block, or what stands before or after an inline
/// credit or signature.
struct Stretch: Sendable {
  enum Role: Sendable, Equatable {
    case body
    /// `isMarked` where the file's markup says so, else guessed by shape.
    case heading(level: Int, isMarked: Bool)
    /// Short and without a stop: a heading, if what stands around it allows.
    case headingLike
    case byline
    case caption
    case credit
    case label
    case listItem
    case tableCell(TableCell)

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }

    /// Whether the text flows around it.
    var isFurniture: Bool {
      switch self {
      case .caption, .credit, .label: true
      default: false
      }
    }
  }

  /// Index of its block.
  var block: Int
  /// Range of the block's text, without white space at its ends.
  var range: Range<Int>
  /// The block's folded text; `range` holds for it too.
  var units: [UInt16]
  var role: Role
  /// Range of the block's text that is a dateline; empty where it has none.
  var dateline: Range<Int> = 0..<0
  /// Whether part of it is emphasized, or all.
  var bold: Boldness = .none

  enum Boldness: Sendable {
    case none, part, whole
  }

  var count: Int { range.count }
  var first: UInt16 { range.isEmpty ? 0 : units[range.lowerBound] }
  var last: UInt16 { range.isEmpty ? 0 : units[range.upperBound - 1] }

  /// Whether it ends as a sentence does: with a stop, or a stop within quotes or brackets.
  var isClosed: Bool {
    var at = range.upperBound - 1
    var steps = 0
    while at >= range.lowerBound, steps < 4, LayoutCharacters.isCloser(units[at]) {
      at -= 1
      steps += 1
    }
    guard at >= range.lowerBound else { return false }
    if units[at] == 0x2E { return at > range.lowerBound && LayoutCharacters.isHan(units[at - 1]) }
    return LayoutCharacters.isStop(units[at])
  }
}
