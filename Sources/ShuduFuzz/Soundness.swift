import Shudu

/// What must hold of any result; what does not ends the program, as a crash that the fuzzer keeps.
enum Soundness {
  static func check(_ block: Block, in source: SourceText) {
    check(block.text, in: source)
    check(block.bold, in: 0..<block.text.count)
  }

  static func check(_ paragraph: Paragraph, in source: SourceText) {
    precondition(paragraph.folded.count == paragraph.text.count, "folding keeps lengths")
    for run in paragraph.text.runs {
      precondition(run.source.upperBound <= source.units.count, "a run outside the file")
    }
    check(paragraph.bold, in: 0..<paragraph.text.count)
  }

  /// Ranges ascend, are disjoint, hold something and stay within.
  static func check(_ ranges: [Range<Int>], in bounds: Range<Int>) {
    var end = bounds.lowerBound
    for range in ranges {
      precondition(range.lowerBound >= end && !range.isEmpty, "ranges do not ascend")
      end = range.upperBound
    }
    precondition(end <= bounds.upperBound, "a range outside its text")
  }

  static func check(_ facts: [Fact], in source: SourceText) {
    precondition(Set(facts.map(\.id)).count == facts.count, "ids are equal")
    for fact in facts {
      let quantity = fact.quantity
      precondition(quantity.value != nil || quantity.minimum != nil || quantity.maximum != nil)
      let evidence = [
        fact.sentence, fact.quote, fact.unit, fact.measure, fact.subject?.name,
        fact.subject?.resolvedFrom, fact.predicate, fact.shareOf, fact.time?.words,
        fact.attribution,
      ]
      for words in evidence.compactMap({ $0 }) {
        precondition(!words.text.isEmpty && !words.spans.isEmpty, "evidence of nothing")
        for span in words.spans {
          precondition(
            span.lowerBound >= 0 && !span.isEmpty && span.upperBound <= source.units.count,
            "a span outside the file")
        }
      }
    }
  }

  private static func check(_ text: MappedText, in source: SourceText) {
    var (end, place) = (0, 0)
    for run in text.runs {
      precondition(run.start == end && run.length > 0 && !run.source.isEmpty, "a torn map")
      precondition(run.source.lowerBound >= place, "runs do not ascend")
      place = run.source.upperBound
      end += run.length
    }
    precondition(end == text.count && place <= source.units.count, "a run outside the file")
  }
}
