/// A predicate told of a number of things, and the noun that stands before (`接纳团队486个,47个主动退出`, `6个项目已有4个建成投用`).
extension MeasureCandidates {
  /// Adds what is told of a count or a part with the noun it is told of, `的` between them.
  func appendLinked(
    _ draft: FactDraft, after earlier: [FactDraft], _ site: QuantitySite,
    to list: inout MeasureCandidateList
  ) {
    guard MeasureCandidates.counted.contains(draft.quantity.kind) else { return }
    let predicates = predicates(site)
    guard !predicates.isEmpty else { return }
    var nouns = wholes(site)
    for noun in self.nouns(draft, after: earlier)
    where noun.place & 3 < 2 && !nouns.contains(where: { $0.text == noun.text }) {
      nouns.append(noun)
    }
    for noun in nouns {
      for predicate in predicates where !predicate.overlaps(noun.tokens) {
        list.append(predicate, noun, isLinked: true)
      }
    }
  }

  private static let counted: Set<QuantityKind> = [.count, .percent, .ratio]
  /// Tokens of a predicate.
  private static let longestPredicate = 10

  /// What the clause tells of the number: behind it up to the end of the clause, or to the first place where a phrase may end;
  /// else right before it (`撤销19家`).
  private func predicates(_ site: QuantitySite) -> [Range<Int>] {
    var start = site.next
    while start < site.end, tokens[start].isLight { start += 1 }
    if start < site.end, isPredicate(start) {
      var end = start
      var first: Int?
      while end < site.end, end - start < MeasureCandidates.longestPredicate,
        limits[end].isDisjoint(with: [.number, .barrier, .edge]) || end == start
      {
        end += 1
        if first == nil, end < site.end, end > start + 1 || tokens[start].range.count > 1,
          isEnd(end)
        {
          first = end
        }
      }
      var runs = first.map { [start..<$0] } ?? []
      if end > start, first != end, limits[end - 1].contains(.end) { runs.append(start..<end) }
      return runs
    }
    guard let back = site.back, site.next == site.end, isPredicate(back), back >= site.start else {
      return []
    }
    return [back..<back + 1]
  }

  /// Whether a word may begin what is told of a noun.
  private func isPredicate(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !phrases.isDe(token), !phrases.isJoiner(token) else { return false }
    return !token.classes.isDisjoint(with: [.verb, .verbNoun, .intransitive, .preposition])
      || [.verb, .preposition].contains(token.part) || limits[index].contains(.edge)
  }

  /// The phrase before the number of which it is a part: right before it, before its verb, or before `中` (`29个重点项目中有11个`).
  private func wholes(_ site: QuantitySite) -> [Noun] {
    guard var end = site.back.map({ $0 + 1 }) else { return [] }
    if let verb = site.verb, let before = site.skipLight(verb - 1, in: sentence) {
      end = before + 1
    }
    while end > site.start, tokens[end - 1].range.count == 1,
      MeasureCandidates.within.contains(sentence.units[tokens[end - 1].range.lowerBound])
    {
      end -= 1
    }
    guard end > site.start,
      let phrase = phrases.phrase(endingAt: end, notBefore: site.start)
    else { return [] }
    return [
      Noun(
        tokens: phrase, text: sentence.textRange(phrase), place: MeasureCandidates.ownPlace)
    ]
  }

  /// `中`, `里`, `有`, `的`
  private static let within = UnitSet("中里有的")
}
