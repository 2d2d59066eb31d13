/// Candidates of two pieces: what modifies a noun, and the noun, which the clause leaves out.
extension MeasureCandidateList {
  /// A modifier with a noun that stands before it, if no candidate has these words yet.
  ///
  /// - Parameter isLinked: whether `的` is told between them.
  mutating func append(
    _ modifier: Range<Int>, _ noun: MeasureCandidates.Noun, isLinked: Bool = false
  ) {
    var measure = Citation(sentence.paragraph, [sentence.textRange(modifier), noun.text])
    measure.isLinked = isLinked
    guard index(of: measure) == nil else { return }
    let origin: Origin = isLinked ? .linked : .combined
    var support = support(besides: origin)
    add(modifier, noun, origin, to: &support)
    append(words(of: measure), support, origin)
  }

  /// What speaks for a noun left out, and for its modifier.
  private func add(
    _ modifier: Range<Int>, _ noun: MeasureCandidates.Noun, _ origin: Origin,
    to support: inout Support
  ) {
    let number = origin.number
    let boundary = sentence.trait(modifier.lowerBound - 1)
    let (end, head) = (modifier.upperBound, noun.tokens.upperBound - 1)
    let last = sentence.lastCharacter(head)
    support.add(Feature(.runs, noun.place + 2, number), by: model)
    support.add(Feature(.head, sentence.trait(end - 1), number), by: model)
    support.add(Feature(.next, sentence.trait(end), number), by: model)
    support.add(Feature(.headBoundary, sentence.trait(end - 1), boundary + 64), by: model)
    support.add(Feature(.originBoundary, number, boundary), by: model)
    support.add(Feature(.firstToken, sentence.trait(modifier.lowerBound)), by: model)
    support.add(Feature(.words, min(modifier.count, 8), number), by: model)
    support.add(Feature(.headUnit, quantity.kind, sentence.trait(head)), by: model)
    support.add(Feature(.headCharacter, last), by: model)
    support.add(Feature(.unitHead, quantity.unit, last), by: model)
    support.add(Feature(.headPair, sentence.firstCharacter(head), last), by: model)
  }
}
