/// Lists the stretches beside a quantity that may name its measure.
///
/// Beside the choice of the rules: every run of tokens that ends where a phrase may end (before the number, before the
/// verb that ties it, before any other word that no phrase goes on with, in the clause and in the one before; close to
/// the number at any word) and begins at one of the tokens to its left; every run that begins after the number or behind
/// a verb there; the measures of the facts before and what the last one ends with.
/// Cost: at most `reach` starts for each of `mostEnds` ends, `shortReach` for those close to the number.
///
/// A reference to what the facts of one sentence share.
final class MeasureCandidates {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder
  let model: LinearModel
  // Unchecked: read and written by one function, which calls nobody who might come back.
  /// What speaks for runs that begin at a token, whatever they go on with, where it is known.
  @exclusivity(unchecked) private var openings: [Opening?]
  let limits: [RunLimits]

  typealias Origin = MeasureCandidate.Origin

  /// What speaks for runs that begin at a token.
  struct Opening: BitwiseCopyable {
    /// For the token alone.
    var single: Support
    /// For it and the next.
    var pair: Support
  }

  /// Tokens that a candidate may have.
  private static let reach = 14
  /// Tokens before the number where candidates may end at any word, and tokens that these may have.
  static let shortReach = 6

  init(_ sentence: TokenizedSentence, _ model: LinearModel) {
    self.sentence = sentence
    self.model = model
    phrases = PhraseFinder(sentence: sentence)
    limits = RunLimits.all(of: sentence, phrases)
    openings = Array(repeating: nil, count: sentence.tokens.count)
  }

  var tokens: [Token] { sentence.tokens }

  func candidates(for draft: FactDraft, after earlier: [FactDraft]) -> MeasureCandidateList {
    let site = draft.site
    let last = earlier.last.flatMap { $0.sentence == draft.sentence ? $0 : nil }
    var list = MeasureCandidateList(self, for: draft, after: last ?? earlier.last)
    for (end, origin) in ends(draft, site) {
      let lowest = origin == .clauseBefore ? 0 : site.start
      appendRuns(endingAt: end, origin, notBefore: lowest, to: &list)
    }
    if let label = label(behind: site) { appendRuns(in: label, to: &list) }
    appendRunsAfter(site, to: &list)
    if let unit = draft.quantity.ownUnit,
      draft.quantity.kind == .count || draft.quantity.kind == .age
    {
      list.append(Citation(sentence.paragraph, unit.range), .unit)
    }
    appendAround(site, to: &list)
    if let last {
      appendCombined(draft, after: earlier, site, to: &list)
      appendEndings(of: last, to: &list)
    }
    appendLinked(draft, after: earlier, site, to: &list)
    appendEarlier(draft, earlier, to: &list)
    list.markRuleChoice(of: draft)
    return list
  }

  /// The measures of the facts before: the last, those before it and the first of the sentence.
  private func appendEarlier(
    _ draft: FactDraft, _ earlier: [FactDraft], to list: inout MeasureCandidateList
  ) {
    guard let last = earlier.indices.last else { return }
    list.append(from: earlier[last], .inherited)
    // A paragraph may be as long as the file: look back no further than a list goes.
    var first = earlier.count
    while first > 0, last - first < 15, earlier[first - 1].sentence == draft.sentence { first -= 1 }
    let count = earlier.count - first
    if count > 1 { list.append(from: earlier[last - 1], .second) }
    if count > 3 { list.append(from: earlier[last - 2], .third) }
    if count > 0 { list.append(from: earlier[first], .first) }
  }

  // MARK: Runs

  func appendRuns(
    endingAt end: Int, _ origin: Origin, notBefore lowest: Int,
    to list: inout MeasureCandidateList
  ) {
    guard
      end > 0, limits[end - 1].contains(.end) || origin == .before || origin == .beforeVerb
    else { return }
    let reach =
      origin == .nearby ? MeasureCandidates.shortReach : MeasureCandidates.reach
    let ending = list.ending(at: end, origin)
    var contents = RunContents(end: end, model)
    var start = end - 1
    var depth = 0
    var hasDe = false
    let first = list.items.count
    while start >= lowest, end - start <= reach {
      let limit = limits[start]
      if limit.contains(.barrier) { break }
      if limit.contains(.number),
        start + 1 == end
          || limit.contains(.freeNumber) && !limits[start + 1].contains(.bound)
      {
        break
      }
      contents.grow(to: start, in: sentence, model)
      depth += limit.contains(.closes) ? 1 : limit.contains(.opens) ? -1 : 0
      if depth < 0 { break }
      if limit.contains(.de), start + 1 < end { hasDe = true }
      if depth == 0, limit.contains(.start) || hasDe && limit.contains(.clauseStart) {
        if contents.isPlain {
          list.append(start..<end, ending, contents)
        } else {
          list.appendBoth(start..<end, ending, contents)
        }
      }
      if limit.contains(.edge) { break }
      start -= 1
    }
    list.noteRemaining(from: first)
  }

  /// The text of a run, adverbs within it left out (`“新三样”合计出口`).
  func withoutAdverbs(_ run: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in run {
      let token = tokens[at]
      if at > run.lowerBound, token.isLight, token.kind == .word { continue }
      if let last = ranges.last, last.upperBound == token.range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<token.range.upperBound
      } else {
        ranges.append(token.range)
      }
    }
    return ranges
  }

  /// What speaks for runs that begin at a token, whatever they go on with.
  @inline(__always)
  func opening(at index: Int) -> Opening {
    openings[index] ?? findOpening(at: index)
  }

  private func findOpening(at index: Int) -> Opening {
    let boundary = sentence.trait(index - 1)
    let first = sentence.trait(index)
    var support = Support(model)
    support.add(Feature(.boundary, boundary), by: model)
    support.add(Feature(.firstToken, first), by: model)
    support.add(Feature(.boundaryPair, boundary, first), by: model)
    support.add(Feature(.boundaryCharacter, sentence.loneCharacter(index - 1)), by: model)
    support.add(Feature(.firstCharacter, sentence.loneCharacter(index)), by: model)
    support.add(
      Feature(
        .boundaryWord, sentence.firstCharacter(index - 1), sentence.lastCharacter(index - 1)),
      by: model)
    support.add(
      Feature(.firstWord, sentence.firstCharacter(index), sentence.lastCharacter(index)), by: model)
    // What words the characters make up, wherever ICU cuts (`有|声|读物`).
    let start = tokens[index].range.lowerBound
    support.add(
      Feature(.seam, sentence.lastCharacter(index - 1), sentence.firstCharacter(index)), by: model)
    if start + 1 < sentence.range.upperBound {
      support.add(
        Feature(.firstPairCharacters, Int(sentence.units[start]), Int(sentence.units[start + 1])),
        by: model)
    }
    var opening = Opening(single: support, pair: support)
    opening.single.add(Feature(.single, first, boundary), by: model)
    opening.pair.add(Feature(.firstPair, first, sentence.trait(index + 1)), by: model)
    openings[index] = opening
    return opening
  }
}
