import CICU

/// One of ICU's break iterators, opened once and set on one text after another.
///
/// Opening costs milliseconds (words) to microseconds; setting a text copies nothing. A worker
/// keeps its own: the handle must not be used by two threads at once.
public struct BreakIterator: ~Copyable {
  public enum Kind: Sendable {
    case words, sentences
  }

  private let handle: OpaquePointer
  private var offsets: [Int32]

  /// ICU's own rules. Nil where the installed ICU has no data for them.
  ///
  /// `locale` may carry ICU's keywords: `en@ss=standard` knows abbreviations that end no sentence.
  public init?(_ kind: Kind, locale: String = "zh") {
    let code = kind == .words ? cicu_words : cicu_sentences
    guard let handle = cicu_break_open(Int32(code), locale) else { return nil }
    self.handle = handle
    offsets = Array(repeating: 0, count: 256)
  }

  /// Rules in ICU's rule syntax. Nil where ICU refuses them.
  public init?(rules: String) {
    let units = Array(rules.utf16)
    guard let handle = cicu_break_open_rules(units, Int32(units.count)) else { return nil }
    self.handle = handle
    offsets = Array(repeating: 0, count: 256)
  }

  deinit {
    cicu_break_close(handle)
  }

  /// Calls `body` with each boundary in a range of UTF-16 units, ascending; the one at its
  /// beginning is left out, the one at its end is the last.
  public mutating func forEachBoundary(
    in units: [UInt16], range: Range<Int>, _ body: (Int) -> Void
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
    guard !range.isEmpty, range.count <= Int(Int32.max) else { return }
    let handle = handle
    units.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        cicu_break_set_text(handle, base + range.lowerBound, Int32(range.count)) == 0
      else { return }
      offsets.withUnsafeMutableBufferPointer { offsets in
        guard let room = offsets.baseAddress else { return }
        while true {
          let count = cicu_break_next(handle, room, Int32(offsets.count))
          guard count > 0 else { break }
          for index in 0..<Int(count) { body(range.lowerBound + Int(offsets[index])) }
        }
        cicu_break_clear(handle)
      }
    }
  }
}
