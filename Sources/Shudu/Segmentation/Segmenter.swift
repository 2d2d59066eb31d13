import ICU

/// Divides paragraphs into sentences and words. Scratch state: each worker keeps its own.
///
/// Sentences follow ICU's rules where Latin full stops stand, because ICU knows abbreviations and
/// numbers; Chinese stops follow `SentenceScanner`, because ICU puts an opening quote behind `。`
/// into the previous sentence, cuts `。”` from its speaker and does not break at `……`.
///
/// *Cost*: sentences linear, at the speed of a scan; ICU is asked for paragraphs with a Latin stop.
/// Words at ICU's speed, some 10 MB/s: only for the ranges that a stage asks for.
public struct Segmenter: ~Copyable {
  private var scanner = SentenceScanner()
  private var latinStops: BreakIterator?
  private var wordBreaks: BreakIterator?

  public init() {}

  /// The sentences of a page, in the order of its paragraphs.
  ///
  /// Headings, cells, labels, bylines and credits are one sentence each. A dateline belongs to no
  /// sentence.
  public mutating func sentences(of page: Page) -> [Sentence] {
    var result: [Sentence] = []
    for (index, paragraph) in page.paragraphs.enumerated() {
      let start = max(0, paragraph.dateline.upperBound)
      let range = min(start, paragraph.folded.count)..<paragraph.folded.count
      switch paragraph.role {
      case .body, .listItem, .caption:
        for sentence in sentences(in: paragraph.folded, range: range) {
          result.append(Sentence(paragraph: index, range: sentence))
        }
      case .heading, .label, .byline, .credit, .tableCell:
        let trimmed = SourceLine.trimmed(range, of: paragraph.folded)
        if !trimmed.isEmpty { result.append(Sentence(paragraph: index, range: trimmed)) }
      }
    }
    return result
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
    if wordBreaks == nil { wordBreaks = BreakIterator(.words) }
    var result: [Range<Int>] = []
    var start = range.lowerBound
    wordBreaks?.forEachBoundary(in: units, range: range) { end in
      result.append(start..<end)
      start = end
    }
    return result
  }
}
