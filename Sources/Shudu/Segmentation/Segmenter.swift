import ICU

/// Divides paragraphs into sentences and words. Scratch state: each worker keeps its own.
///
/// Sentences follow ICU's rules where Latin full stops stand, because ICU knows abbreviations and
/// numbers; Chinese stops follow `SentenceScanner`, because ICU puts an opening quote behind `。`
/// into the previous sentence, cuts `。”` from its speaker and does not break at `……`.
///
/// *Cost*: sentences linear, at the speed of a scan; ICU is asked for paragraphs with a Latin stop.
/// Words by ICU's dictionary: only for the ranges that a stage asks for.
public struct Segmenter: ~Copyable {
  private var scanner = SentenceScanner()
  private var latinStops: BreakIterator?
  private var wordBreaks = WordIterator()

  public init() {}

  /// The sentences of a page, in the order of its paragraphs.
  ///
  /// Headings, cells, labels, bylines and credits are one sentence each. A dateline belongs to no
  /// sentence.
  public mutating func sentences(of page: Page) -> [Sentence] {
    var result: [Sentence] = []
    for index in page.paragraphs.indices {
      let units = page.paragraphs[index].folded
      let start = max(0, page.paragraphs[index].dateline.upperBound)
      let range = min(start, units.count)..<units.count
      switch page.paragraphs[index].role {
      case .body, .listItem, .caption:
        for sentence in sentences(in: units, range: range) {
          append(sentence, of: index, units, to: &result)
        }
      case .heading, .label, .byline, .credit, .tableCell:
        let trimmed = SourceLine.trimmed(range, of: units)
        if !trimmed.isEmpty { append(trimmed, of: index, units, to: &result) }
      }
    }
    return result
  }

  /// Longest sentence in units. Each fact quotes its sentence, so what has no stop for pages is cut.
  private static let longestSentence = 2048

  private func append(
    _ range: Range<Int>, of paragraph: Int, _ units: [UInt16], to result: inout [Sentence]
  ) {
    var start = range.lowerBound
    while range.upperBound - start > Segmenter.longestSentence {
      let limit = start + Segmenter.longestSentence
      let pause = units[start + Segmenter.longestSentence / 2..<limit].lastIndex {
        $0 == 0x2C || $0 == 0x3B || $0 == 0x3001
      }
      var end = pause.map { $0 + 1 } ?? limit
      // Never between the halves of a character.
      if units[end] & 0xFC00 == 0xDC00 { end -= 1 }
      result.append(Sentence(paragraph: paragraph, range: start..<end))
      start = end
    }
    let rest = SourceLine.trimmed(start..<range.upperBound, of: units)
    if !rest.isEmpty { result.append(Sentence(paragraph: paragraph, range: rest)) }
  }

  /// The sentences in a range of folded units, ascending, without white space at their ends.
  public mutating func sentences(in units: [UInt16], range: Range<Int>) -> [Range<Int>] {
    var stops: [Int] = []
    if SentenceScanner.hasLatinStop(units, range) {
      if latinStops == nil {
        latinStops =
          BreakIterator(.sentences, locale: "en@ss=standard")
          ?? BreakIterator(.sentences)
      }
      latinStops?.forEachBoundary(in: units, range: range) { stops.append($0) }
    }
    return scanner.sentences(in: units, range: range, latinStops: stops)
  }

  /// The words in a range by ICU, ascending; they cover the range, punctuation and space included.
  public mutating func words(in units: [UInt16], range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(range.count)
    var start = range.lowerBound
    wordBreaks.forEachBoundary(in: units, range: range) { end in
      result.append(start..<end)
      start = end
    }
    return result
  }
}
