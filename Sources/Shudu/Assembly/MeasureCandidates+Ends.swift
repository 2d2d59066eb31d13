/// Where stretches to the left of a number may end.
extension MeasureCandidates {
  /// Places in a clause where candidates end.
  private static let mostEnds = 4

  /// Where candidates to the left of the number end, the nearest first.
  func ends(_ draft: FactDraft, _ site: QuantitySite) -> [(end: Int, origin: Origin)] {
    var ends: [(end: Int, origin: Origin)] = []
    ends.reserveCapacity(2 * MeasureCandidates.mostEnds)
    var beforeVerb: Int?
    var verb = site.verb ?? site.deltaVerb
    if draft.aspect == .share,
      let of = (site.start..<site.index).last(where: {
        sentence.units[tokens[$0].range.lowerBound] == 0x5360 && tokens[$0].kind == .word
      })
    {
      verb = of
    }
    if let verb, let before = site.skipLight(verb - 1, in: sentence) {
      beforeVerb = isBound(verb - 1) ? verb : before + 1
    }
    let nearest = site.back.map { $0 + 1 }
    var at = site.index
    while at > site.start, ends.count < MeasureCandidates.mostEnds, site.index - at < 24 {
      if at == nearest || at == beforeVerb {
        ends.append((at, at == nearest ? .before : .beforeVerb))
        if at - 1 > site.start, isRatio(at - 1), limits[at - 2].contains(.end) {
          ends.append((at - 1, .beforeNoun))
        }
      } else if isEnd(at) {
        ends.append((at, .farther))
      }
      at -= 1
    }
    for at in max(site.start + 1, site.index - MeasureCandidates.shortReach)..<site.index + 1
    where limits[at - 1].contains(.end) && !ends.contains(where: { $0.end == at }) {
      ends.append((at, .nearby))
    }
    appendEndsBefore(sentence.clauseStart(of: site.index), site, to: &ends)
    return ends
  }

  /// Ends in the clause, or bracket, before one that begins at a token, where it holds no number itself.
  private func appendEndsBefore(
    _ start: Int, _ site: QuantitySite, to ends: inout [(end: Int, origin: Origin)]
  ) {
    var end = site.start > start ? site.start - 1 : start - 1
    if end > 0, tokens[end].kind == .pause || phrases.isJoiner(tokens[end]) { return }
    end = min(end, tokens.count - 1)
    guard end > 0 else { return }
    var at = end
    var count = 0
    while at > 0, count < 3, end - at < 20 {
      let token = tokens[at - 1]
      if token.endsClause || token.isQuantity { return }
      if at == end ? limits[at - 1].contains(.end) : isEnd(at) {
        ends.append((at, .clauseBefore))
        count += 1
      }
      at -= 1
    }
  }

  /// `45岁以下的占七成`: the bound of a number of which no noun is told.
  func isBound(_ index: Int) -> Bool {
    index > 0 && tokens[index].kind == .modifier && tokens[index - 1].isQuantity
  }

  /// `比重`, `占比`, `增速`: nouns that say how something is measured, not what.
  private func isRatio(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, (2...3).contains(token.range.count) else { return false }
    return MeasureCandidates.ratioNouns.contains(sentence.units[token.range])
  }

  private static let ratioNouns = WordSet(
    "比重", "占比", "比例", "份额", "增速", "增幅", "降幅", "涨幅", "跌幅", "增长率", "升幅", "减幅")

  /// Whether a phrase may end before a token, and does not go on with it.
  func isEnd(_ index: Int) -> Bool {
    guard limits[index - 1].contains(.end), index < tokens.count else { return false }
    let next = tokens[index]
    if next.kind == .word, !phrases.isDe(next) {
      return !phrases.isNominal(next) || !next.classes.isDisjoint(with: [.adverb, .verb])
        || MeasureCandidates.endsPhrase(next.part)
    }
    switch next.kind {
    case .quantity, .time, .modifier, .open, .comma, .stop: return true
    default: return false
    }
  }

  /// Whether no phrase goes on with a word of a part of speech.
  private static func endsPhrase(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .verb, .adverb, .preposition, .conjunction, .particle, .pronoun, .locative: true
    default: false
    }
  }
}
