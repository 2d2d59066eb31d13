/// A stretch that may name what a quantity measures, with what speaks for it.
///
/// Flat, for a quantity has twenty of them: the words are cited of the chosen one alone (`MeasureCandidateList.measure`).
struct MeasureCandidate: BitwiseCopyable, Sendable {
  /// Where a candidate stands; the numbers are part of the weights' names.
  enum Origin: UInt8, Sendable {
    case before = 1
    case beforeVerb, after, around, inherited, rule, share, unit, second, first, combined, farther
    case clauseBefore, third, beforeNoun, nearby, behindVerb, ending, label
    case behindList, granted, linked

    /// In features.
    var number: Int { Int(rawValue) }
  }

  /// Half-open ranges of the paragraph's units, from the first word to the last.
  enum Words: BitwiseCopyable, Sendable {
    case whole(Int32, Int32)
    /// Those of a run without the adverbs within (`“新三样”合计出口`).
    case withoutAdverbs(Int32, Int32)
    /// Words in pieces or elsewhere, by their number in the list.
    case cited(Int32)

    init(_ range: Range<Int>) {
      self = .whole(
        Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    }

    init(withoutAdverbs range: Range<Int>) {
      self = .withoutAdverbs(
        Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    }
  }

  var words: Words
  var support: Support
  var origin: Origin
  var isRuleChoice = false
}
