/// An owner that a sentence's facts may have, as its words or the text before tell it.
struct OwnerChoice: BitwiseCopyable, Sendable {
  /// Where its words stand.
  enum Source: BitwiseCopyable, Sendable {
    /// By their number among the owners from before the sentence.
    case before(Int32)
    /// A range of the sentence's text.
    case itself(Int32, Int32)
    /// By their number among those for which words of the sentence stand.
    case told(Int32)
  }

  var source: Source
  var rule: SubjectRule
  /// As what it stands there.
  var origin: SubjectCandidates.Origin
  /// Number of what is known of the owner.
  var nature: Int32
  /// Whether it was told before this sentence.
  var isInherited: Bool
  /// Whether other words stand for it in the sentence.
  var isResolved: Bool
  /// What speaks for it, whatever the fact.
  var support: Support
}

/// The owners that a sentence's facts may have, numbered as they come.
///
/// Whom a run of tokens tells is found out once, however many facts look at it. Never copied: a look at it would count a
/// reference for each of its lists.
struct OwnerChoices: ~Copyable {
  private(set) var items: [OwnerChoice] = []
  private var before: [SubjectHistory.Owner] = []
  private var told: [SubjectChoice] = []

  /// The choices that a run of tokens tells.
  private struct Run: BitwiseCopyable {
    var end: Int32
    var rule: SubjectRule
    var first: Int32
    var count: Int32
    /// The run before that begins at the same token; -1 for none.
    var previous: Int32
  }

  private var runs: [Run] = []
  /// For each token the last run that begins there; -1 for none.
  private var heads: [Int32]

  /// Choices that most sentences have at most.
  private static let usual = 32

  /// - Parameter tokens: how many the sentence has.
  init(tokens: Int) {
    heads = Array(repeating: -1, count: tokens)
    items.reserveCapacity(OwnerChoices.usual)
    before.reserveCapacity(OwnerChoices.usual / 2)
    runs.reserveCapacity(OwnerChoices.usual)
  }

  mutating func append(_ choice: OwnerChoice) -> Int {
    items.append(choice)
    return items.count - 1
  }

  /// Adds what speaks for a choice.
  mutating func add(_ support: Support, to number: Int, by model: LinearModel) {
    items[number].support.add(support, by: model)
  }

  /// Keeps the words of an owner from before the sentence.
  mutating func keep(_ owner: SubjectHistory.Owner) -> OwnerChoice.Source {
    before.append(owner)
    return .before(Int32(truncatingIfNeeded: before.count - 1))
  }

  /// Keeps the words of one for which those of the sentence stand.
  mutating func keep(_ choice: SubjectChoice) -> OwnerChoice.Source {
    told.append(choice)
    return .told(Int32(truncatingIfNeeded: told.count - 1))
  }

  /// A choice by its number, with its words.
  func choice(_ number: Int, in sentence: TokenizedSentence) -> SubjectChoice {
    switch items[number].source {
    case .itself(let start, let end):
      SubjectChoice(
        Citation(sentence.paragraph, Int(start)..<Int(end)), in: sentence,
        rule: items[number].rule.rawValue)
    case .told(let index): told[Int(index)]
    case .before(let index):
      SubjectChoice(before[Int(index)], rule: items[number].rule.rawValue)
    }
  }

  /// The numbers of the choices that a run tells by a rule; nil where nobody has asked yet.
  func numbers(of run: Range<Int>, _ rule: SubjectRule) -> Range<Int>? {
    var at = heads[run.lowerBound]
    while at >= 0 {
      let known = runs[Int(at)]
      if Int(known.end) == run.upperBound, known.rule == rule {
        return Int(known.first)..<Int(known.first + known.count)
      }
      at = known.previous
    }
    return nil
  }

  /// Keeps the choices of a run, which are the last ones.
  mutating func keep(_ numbers: Range<Int>, of run: Range<Int>, _ rule: SubjectRule) {
    runs.append(
      Run(
        end: Int32(truncatingIfNeeded: run.upperBound), rule: rule,
        first: Int32(truncatingIfNeeded: numbers.lowerBound),
        count: Int32(truncatingIfNeeded: numbers.count), previous: heads[run.lowerBound]))
    heads[run.lowerBound] = Int32(truncatingIfNeeded: runs.count - 1)
  }
}
