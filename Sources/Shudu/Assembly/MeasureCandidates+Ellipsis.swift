/// Words of which a part stands before: a clause leaves out the noun that the fact before has told.
extension MeasureCandidates {
  /// A noun that a clause may leave out.
  struct Noun {
    let tokens: Range<Int>
    /// Half-open range of the paragraph's units; a token may have been cut.
    let text: Range<Int>
    /// 0 for the noun of the fact before, 4 for that of the last with the same unit; and words left out of its start, to 3.
    /// 8 for one of the clause itself.
    let place: Int
  }

  /// What the clause tells of a thing, with the noun of a fact before: `科研人员212人,其中具有博士学位的占六成` measures
  /// 具有博士学位的科研人员, `标准机架3.4万架,在建2.1万架` 在建标准机架.
  func appendCombined(
    _ draft: FactDraft, after earlier: [FactDraft], _ site: QuantitySite,
    to list: inout MeasureCandidateList
  ) {
    let modifiers = modifiers(site)
    guard !modifiers.isEmpty else { return }
    for noun in nouns(draft, after: earlier) {
      for modifier in modifiers where modifier.lowerBound >= noun.tokens.upperBound {
        list.append(modifier, noun)
      }
    }
  }

  /// What stands before and behind a verb that says no more than that something came about: `电池材料产业实现产值186.3亿元`
  /// measures 电池材料产业产值.
  func appendAround(_ site: QuantitySite, to list: inout MeasureCandidateList) {
    guard let back = site.back else { return }
    var verb = back - 1
    while verb > site.start, back - verb < MeasureCandidates.longestObject, !isEmpty(verb) {
      verb -= 1
    }
    guard verb > site.start, isEmpty(verb), limits[back].contains(.end),
      let before = site.skipLight(verb - 1, in: sentence),
      let phrase = phrases.phrase(endingAt: before + 1, notBefore: site.start)
    else { return }
    var start = phrase.lowerBound
    while start < phrase.upperBound,
      tokens[start].isName || tokens[start].classes.contains(.anaphor)
    {
      start += 1
    }
    guard start < phrase.upperBound else { return }
    let object = verb + 1..<back + 1
    list.append(
      start..<phrase.upperBound,
      Noun(tokens: object, text: sentence.textRange(object), place: MeasureCandidates.ownPlace))
  }

  /// 实现, 完成, 创造, 贡献
  private func isEmpty(_ index: Int) -> Bool {
    tokens[index].kind == .word
      && MeasureCandidates.emptyVerbs.contains(sentence.units[tokens[index].range])
  }

  private static let emptyVerbs = WordSet("实现", "完成", "创造", "贡献", "计划完成")
  private static let longestObject = 5
  static let ownPlace = 8

  /// What the measure before ends with: `村医平均年龄52.3岁,50岁以上的超过一半` tells the first of 平均年龄, the second of 年龄.
  func appendEndings(of earlier: FactDraft, to list: inout MeasureCandidateList) {
    guard let whole = earlier.measure, whole.paragraph == sentence.paragraph,
      let range = whole.ranges.last
    else { return }
    for at in inner(range).suffix(3).reversed() {
      let end = tokens[at].range.lowerBound..<range.upperBound
      list.append(Citation(sentence.paragraph, end), .ending)
    }
  }

  /// The runs of the clause that may modify a noun left out: the phrase that ends before the number or its verb, and all of
  /// the clause up to there.
  private func modifiers(_ site: QuantitySite) -> [Range<Int>] {
    guard let back = site.back else { return [] }
    let only = tokens[back].classes
    var ends = only.isDisjoint(with: [.reach, .increase, .decrease]) ? [back + 1] : []
    if let verb = site.verb, let before = site.skipLight(verb - 1, in: sentence) {
      ends.append(before + 1)
      if isBound(verb - 1) { ends.append(verb) }
    }
    var runs: [Range<Int>] = []
    for end in ends where end > site.start {
      if let phrase = phrases.phrase(endingAt: end, notBefore: site.start) { runs.append(phrase) }
      guard limits[end - 1].contains(.end) || phrases.isDe(tokens[end - 1]) || isBound(end - 1)
      else { continue }
      let start = clauseRun(endingAt: end, site)
      if start < end, end - start <= MeasureCandidates.longestModifier,
        !runs.contains(start..<end)
      {
        runs.append(start..<end)
      }
    }
    return runs
  }

  /// Where the run begins that ends at a token and reaches back to the start of its clause, or to what no run reaches across.
  private func clauseRun(endingAt end: Int, _ site: QuantitySite) -> Int {
    var start = end
    while start > site.start, !limits[start - 1].contains(.barrier) {
      start -= 1
      if limits[start].contains(.edge) { break }
    }
    while start < end, tokens[start].isLight || !begins(start) { start += 1 }
    return start
  }

  /// Whether the modifier of a noun left out may begin with a token: with a number only where that bounds it (`45岁以下的`).
  private func begins(_ index: Int) -> Bool {
    limits[index].contains(limits[index].contains(.number) ? .start : .clauseStart)
  }

  private static let longestModifier = 16

  /// The nouns of the fact before, and of the last that has the unit of this one or, for a share, counts.
  func nouns(_ draft: FactDraft, after earlier: [FactDraft]) -> [Noun] {
    guard let last = earlier.last, last.sentence == draft.sentence else { return [] }
    var nouns = nouns(of: last, place: 0)
    let isShare = draft.quantity.kind != .count
    let whole = earlier.suffix(MeasureCandidates.furthest).last {
      $0.sentence == draft.sentence && $0.quantity.kind == .count
        && (isShare || hasUnit(of: draft, $0))
    }
    if let whole, whole !== last { nouns += self.nouns(of: whole, place: 4) }
    return nouns
  }

  private func hasUnit(of draft: FactDraft, _ other: FactDraft) -> Bool {
    guard let unit = draft.quantity.ownUnit, let their = other.quantity.ownUnit else {
      return false
    }
    return sentence.units[unit.range] == sentence.units[their.range]
  }

  /// Facts to look back for one with the same unit.
  private static let furthest = 6
  private static let mostEndings = 3

  private func nouns(of earlier: FactDraft, place: Int) -> [Noun] {
    guard let measure = earlier.measure, measure.paragraph == sentence.paragraph,
      let range = measure.ranges.last, sentence.range.contains(range.lowerBound)
    else { return [] }
    let tokens = sentence.tokens(of: range)
    guard !tokens.isEmpty else { return [] }
    var nouns = [Noun(tokens: tokens, text: range, place: place)]
    let inner = inner(range)
    for at in inner.suffix(MeasureCandidates.mostEndings) {
      let text = self.tokens[at].range.lowerBound..<range.upperBound
      let left = min(inner.upperBound - at, MeasureCandidates.mostEndings)
      nouns.append(Noun(tokens: at..<tokens.upperBound, text: text, place: place + left))
    }
    return nouns
  }

  /// The tokens of a range of text behind its first.
  private func inner(_ range: Range<Int>) -> Range<Int> {
    let tokens = sentence.tokens(of: range)
    return tokens.isEmpty || self.tokens[tokens.lowerBound].range.lowerBound > range.lowerBound
      ? tokens : tokens.dropFirst()
  }
}
