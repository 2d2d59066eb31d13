import CICU

/// ICU's words, several times as fast as its own iterator gives them.
///
/// ICU's iterator spends most of its time on setting up each run of Han characters and on finding a word's first
/// character among the dictionary's ten thousands. Here runs of Han go to ICU's own dictionary directly, by
/// the same rule (the cheapest division), punctuation is divided at sight, and the iterator is asked for the rest:
/// letters and digits, and whatever stands beside characters that are none of these. The boundaries are the iterator's,
/// which a test holds them to.
///
/// A worker keeps its own: not for two threads at once.
public struct WordIterator: ~Copyable {
  private let dictionary: OpaquePointer?
  private var iterator: BreakIterator?
  private var ends: [Int32] = []

  public init() { dictionary = cicu_dictionary_open() }

  deinit { cicu_dictionary_close(dictionary) }

  /// Calls `body` with the end of each word in a range of UTF-16 units, ascending; words cover the range.
  ///
  /// Nothing is called where the installed ICU has no rules for words.
  public mutating func forEachBoundary(
    in units: [UInt16], range: Range<Int>, _ body: (Int) -> Void
  ) {
    guard dictionary != nil else { return askIterator(units, range, body) }
    var start = range.lowerBound
    while start < range.upperBound {
      let han = WordIterator.endOfHan(units, from: start, limit: range.upperBound)
      if let end = han, end > start {
        divide(units, start..<end, body)
        start = end
        continue
      }
      let (end, isMarks) = WordIterator.endOfOthers(units, from: start, limit: range.upperBound)
      if isMarks {
        for offset in start..<end { body(offset + 1) }
      } else {
        askIterator(units, start..<end, body)
      }
      start = end
    }
  }

  /// Where words of the dictionary begin that may go on behind a text: a bit for each distance from its end, from 1 to 32;
  /// all where it can't say.
  public mutating func openWords(of text: ArraySlice<UInt16>) -> UInt32 {
    guard let dictionary else { return .max }
    return text.suffix(32).withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return 0 }
      return cicu_dictionary_open_words(dictionary, base, Int32(text.count))
    }
  }

  /// Whether the dictionary has a word that begins in one text and ends in the other, if both stand together; true where it
  /// can't say.
  ///
  /// - Parameter open: The open words of the first one.
  public mutating func hasWord(
    across before: ArraySlice<UInt16>, _ after: ArraySlice<UInt16>, open: UInt32
  ) -> Bool {
    guard let dictionary else { return true }
    return before.withUnsafeBufferPointer { before in
      after.withUnsafeBufferPointer { after in
        guard let first = before.baseAddress, let second = after.baseAddress else { return false }
        return cicu_dictionary_crosses(
          dictionary, first, Int32(before.count), second, Int32(after.count), open) != 0
      }
    }
  }

  /// The end of the Han characters from an offset on; nil where one of the other sort follows, to which they may be tied.
  private static func endOfHan(_ units: [UInt16], from start: Int, limit: Int) -> Int? {
    var end = start
    while end < limit, Sort(units[end]) == .han { end += 1 }
    return end < limit && Sort(units[end]) == .other ? nil : end
  }

  /// The end of what is no Han, or tied to what is none, and whether it is marks alone.
  private static func endOfOthers(
    _ units: [UInt16], from start: Int, limit: Int
  ) -> (end: Int, isMarks: Bool) {
    var isMarks = true
    var isTied = true
    var end = start
    while end < limit {
      let sort = Sort(units[end])
      if sort == .han, !isTied {
        guard endOfHan(units, from: end, limit: limit) == nil else { break }
        isTied = true
      }
      if sort != .han { isTied = sort == .other }
      isMarks = isMarks && sort == .mark
      end += 1
    }
    return (end, isMarks)
  }

  private mutating func divide(_ units: [UInt16], _ range: Range<Int>, _ body: (Int) -> Void) {
    guard let dictionary, range.count <= Int(Int32.max) else { return }
    if ends.count < range.count {
      ends = Array(repeating: 0, count: max(64, range.count * 2))
    }
    units.withUnsafeBufferPointer { text in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let base = text.baseAddress, let room = ends.baseAddress else { return }
        let count = cicu_dictionary_divide(
          dictionary, base + range.lowerBound, Int32(range.count), room)
        for index in 0..<Int(count) { body(range.lowerBound + Int(ends[index])) }
      }
    }
  }

  private mutating func askIterator(
    _ units: [UInt16], _ range: Range<Int>, _ body: (Int) -> Void
  ) {
    if iterator == nil { iterator = BreakIterator(.words) }
    iterator?.forEachBoundary(in: units, range: range, body)
  }

  /// What the division depends on.
  private enum Sort {
    case han
    /// A mark that is a word of its own beside Han characters and other marks.
    case mark
    /// Letters, digits, white space and marks that may join them.
    case latin
    case other

    @inline(__always)
    init(_ unit: UInt16) {
      switch unit {
      case 0x4E00...0x9FFF, 0x3400...0x4DBF: self = .han
      // 、。〈〉《》「」『』【】〔〕
      case 0x3001, 0x3002, 0x3008...0x3011, 0x3014, 0x3015: self = .mark
      // — ‘’ “” …
      case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: self = .mark
      case 0x21...0x23, 0x25...0x2F, 0x3A...0x40, 0x5B...0x5D, 0x7B...0x7E: self = .mark
      case 0x09, 0x0A, 0x0D, 0x20, 0x24, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .latin
      default: self = .other
      }
    }
  }
}
