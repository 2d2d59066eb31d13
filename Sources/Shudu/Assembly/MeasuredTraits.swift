/// What features tell of a fact whose owner is looked for, whatever the candidate.
struct MeasuredTraits {
  /// The quantity's kind, doubled, and whether it is of a change.
  let kind: Int
  /// The last character of the unit; 0 for none.
  let unit: Int
  /// Tokens of the measure, where it stands in this sentence.
  let measure: Range<Int>?
  /// The measure's first words in the text, where it stands in this sentence.
  let text: Range<Int>?
  /// The measure's last character, and the trait of its last token; 0 for none.
  let last: Int
  let head: Int

  init(of draft: FactDraft, _ finder: SubjectFinder) {
    let sentence = finder.sentence
    let measure = finder.tokens(of: draft.measure)
    self.measure = measure
    text = measure == nil ? nil : draft.measure?.ranges.first
    last = measure.map { sentence.lastCharacter($0.upperBound - 1) } ?? 0
    head = measure.map { sentence.trait($0.upperBound - 1) } ?? 0
    unit = draft.quantity.ownUnit.map { Int(sentence.units[$0.range.upperBound - 1]) } ?? 0
    kind = draft.quantity.kind.number * 2 + (draft.aspect == .change ? 1 : 0)
  }

  /// How a run of tokens lies to the measure: 0 apart, 1 right before it, 2 within it from its start, 3 the same, 4 over it.
  func relation(_ run: Range<Int>) -> Int {
    guard let measure else { return 5 }
    if run == measure { return 3 }
    if run.upperBound == measure.lowerBound { return 1 }
    if run.upperBound + 1 == measure.lowerBound { return 6 }
    guard run.overlaps(measure) else { return run.upperBound < measure.lowerBound ? 0 : 7 }
    return run.lowerBound == measure.lowerBound ? 2 : 4
  }
}
