/// A part of a block that has one role: the whole block, or what stands before or after an inline
/// credit or signature.
struct Stretch: Sendable {
  enum Role: Sendable, Equatable {
    case body
    /// `isMarked` where the file's markup says so, else guessed by shape.
    case heading(level: Int, isMarked: Bool)
    /// Short and without a stop: a heading unless it turns out to be a torn line of text. Where
    /// `isDoubtful`, what stands around it lets it be text at best.
    case headingLike(isDoubtful: Bool)
    case byline
    case caption
    case credit
    /// Where the page's figures are from: a credit, but of no picture.
    case source
    /// Who edited the page.
    case staff
    case label
    case listItem
    case tableCell(TableCell)

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }

    var isHeadingLike: Bool {
      if case .headingLike = self { true } else { false }
    }

    /// Whether the text flows around it.
    var isFurniture: Bool {
      switch self {
      case .caption, .credit, .source, .staff, .label: true
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

  /// The unit at an offset from its beginning, or so many before its end; 0 where it has none.
  func unit(_ offset: Int) -> UInt16 { offset < count ? units[range.lowerBound + offset] : 0 }
  func unit(fromEnd offset: Int) -> UInt16 {
    offset <= count ? units[range.upperBound - offset] : 0
  }

  /// Whether it ends as a sentence does: with a stop, or a stop within quotes or brackets, or a
  /// quotation's speaker after a dash.
  var isClosed: Bool { isClosed(before: range.upperBound) || endsWithSpeaker }

  /// `“…。”——某人`.
  private var endsWithSpeaker: Bool {
    let low = max(range.lowerBound + 1, range.upperBound - 24)
    var at = range.upperBound - 2
    while at > low {
      if units[at] == 0x2014, units[at - 1] == 0x2014 { return isClosed(before: at - 1) }
      at -= 1
    }
    return false
  }

  private func isClosed(before end: Int) -> Bool {
    var at = end - 1
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
