/// Finds where sentences end in a paragraph of a Chinese newspaper.
///
/// *Recognizes*: `。`, `!`, `?`, `……`, and full stops of Latin text where ICU breaks; a closing quote
/// or bracket behind a stop belongs to the sentence that it closes, an opening one to the next;
/// `“…。”某人说。` is one sentence, `“…。”某人说,“…。”` are two; an enumeration by `;` is divided only if
/// it is longer than a reader takes in at once.
/// *Rejects*: stops in brackets, book titles and quotes within a clause; decimals and list numbers;
/// dots of hesitation, and dots behind a bare list or before a time (`……今年,`).
/// *Cost*: linear: looks 50 units ahead of a stop at most.
struct SentenceScanner {
  /// An enumeration is divided where it has more units than this.
  private static let longest = 320

  private var guarded = SentenceGuard()
  private var semicolons: [Int] = []
  private var result: [Range<Int>] = []

  /// Whether ICU is to be asked: a full stop behind a word, before a space and a Latin capital.
  static func hasLatinStop(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while let dot = units[offset..<range.upperBound].firstIndex(of: 0x2E) {
      offset = dot + 1
      if offset < range.upperBound, SourceLine.isSpace(units[offset]) { return true }
    }
    return false
  }

  /// The sentences of a range of folded units; `latinStops` are ICU's boundaries in it.
  mutating func sentences(
    in units: [UInt16], range: Range<Int>, latinStops: [Int]
  ) -> [Range<Int>] {
    result.removeAll(keepingCapacity: true)
    semicolons.removeAll(keepingCapacity: true)
    guarded.read(units, range)
    var cursor = StopCursor(units: units, range: range, guarded: guarded.ranges)
    var latin = latinStops[...]
    var start = range.lowerBound
    while let stop = cursor.next(sentenceStart: start, latinStops: &latin) {
      switch stop {
      case .semicolon(let offset): semicolons.append(offset)
      case .end(let end):
        add(start..<end, of: units)
        start = end
      }
    }
    add(start..<range.upperBound, of: units)
    return result
  }

  private mutating func add(_ range: Range<Int>, of units: [UInt16]) {
    defer { semicolons.removeAll(keepingCapacity: true) }
    let trimmed = SourceLine.trimmed(range, of: units)
    guard !trimmed.isEmpty else { return }
    if !trimmed.contains(where: { SentenceScanner.isWord(units[$0]) }) {
      // Stray marks belong to the sentence before them.
      if let last = result.last { result[result.count - 1] = last.lowerBound..<trimmed.upperBound }
      return
    }
    guard trimmed.count > SentenceScanner.longest, semicolons.count >= 3 else {
      result.append(trimmed)
      return
    }
    var start = trimmed.lowerBound
    for semicolon in semicolons where hasNumeral(units[start...semicolon]) {
      result.append(SourceLine.trimmed(start..<semicolon + 1, of: units))
      start = semicolon + 1
    }
    let rest = SourceLine.trimmed(start..<trimmed.upperBound, of: units)
    if !rest.isEmpty { result.append(rest) }
  }

  private func hasNumeral(_ units: ArraySlice<UInt16>) -> Bool {
    units.contains(where: MarkupLine.isDigit)
  }

  /// Letters, digits, ideographs and their like: what a sentence is made of.
  static func isWord(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x1FFF, 0x2070...0x218F: true
    case 0x2500...0x2E7F, 0x3000...0x3020, 0xFEFF: false
    default: unit >= 0x2460
    }
  }
}
