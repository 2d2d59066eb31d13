/// Stretches of a paragraph whose stops end no sentence: brackets, book titles, and quotes within a
/// clause (`高呼“加油!”的人`).
///
/// *Cost*: linear; openers that nothing closes guard nothing.
struct SentenceGuard {
  /// Ascending, disjoint.
  private(set) var ranges: [Range<Int>] = []
  private var open: [Opener] = []

  private struct Opener {
    var unit: UInt16
    var offset: Int
    /// Whether nothing of the sentence stands before it.
    var isFirst: Bool
    /// Whether it stands within a clause, right behind a word.
    var isEmbedded: Bool
  }

  /// The unit that closes a bracket or quote, 0 for other units.
  @inline(__always)
  static func closer(of unit: UInt16) -> UInt16 {
    switch unit {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x201C: 0x201D
    case 0x2018: 0x2019
    case 0x3008: 0x3009
    case 0x300A: 0x300B
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x3010: 0x3011
    case 0x3014: 0x3015
    default: 0
    }
  }

  @inline(__always)
  static func isCloser(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x29, 0x5D, 0x201D, 0x2019, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015: true
    default: false
    }
  }

  @inline(__always)
  static func isQuoteCloser(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x22, 0x201D, 0x2019, 0x300D, 0x300F: true
    default: false
    }
  }

  mutating func read(_ units: [UInt16], _ range: Range<Int>) {
    ranges.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    var previous: UInt16 = 0x3002
    for offset in range {
      let unit = units[offset]
      guard unit <= 0x3015 else {
        previous = unit
        continue
      }
      if SentenceGuard.closer(of: unit) != 0 {
        open.append(
          Opener(
            unit: unit, offset: offset, isFirst: SentenceGuard.isStop(previous),
            isEmbedded: SentenceGuard.isWord(previous)))
        // What stands first in a bracket stands first in its sentence, if the bracket does.
        if !SentenceGuard.isStop(previous) { previous = unit }
      } else if SentenceGuard.isCloser(unit) {
        close(unit, at: offset)
        if !SentenceGuard.isStop(previous) { previous = unit }
      } else if !SourceLine.isSpace(unit) {
        previous = unit
      }
    }
  }

  private mutating func close(_ unit: UInt16, at offset: Int) {
    // A closer without its opener closes nothing; a few unclosed ones within are forgotten.
    guard
      let index = open.suffix(8).lastIndex(where: { SentenceGuard.closer(of: $0.unit) == unit })
    else { return }
    let opener = open[index]
    open.removeSubrange(index...)
    let length = offset - opener.offset
    let guards =
      switch opener.unit {
      case 0x28, 0x5B, 0x3010, 0x3014: !opener.isFirst && length <= 400
      case 0x3008, 0x300A: length <= 100
      default: opener.isEmbedded && length <= 30
      }
    guard guards else { return }
    while let last = ranges.last, last.lowerBound > opener.offset { ranges.removeLast() }
    ranges.append(opener.offset..<offset + 1)
  }

  @inline(__always)
  private static func isStop(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0x21 || unit == 0x3F || unit == 0x2026
  }

  private static func isWord(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: unit >= 0x3400
    }
  }
}
