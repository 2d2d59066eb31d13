/// What speaks for a stretch's going on in another one.
struct JointScore {
  let pairs: PagePairs
  let breaker: WordBreaker?
  var weights = LayoutWeights.tuned
  /// Units on either side of a joint in which words are looked for.
  static let reach = 10

  /// Points for what the joint itself makes: words, numbers, brackets.
  func points(
    _ tail: Stretch, _ tailEdges: TornEdges, _ head: Stretch, _ headEdges: TornEdges
  ) -> Int {
    brackets(tailEdges, headEdges) + grammar(tail, tailEdges, headEdges)
      + characters(tail, tailEdges, head, headEdges)
      + crossing(tail, tailEdges, head, headEdges) + echo(tail, head)
  }

  /// A word near the end that the beginning takes up: `…预约查验,` and `查验时间…`.
  private func echo(_ tail: Stretch, _ head: Stretch) -> Int {
    guard LayoutCharacters.isPause(tail.last), head.count >= 2 else { return 0 }
    let first = head.units[head.range.lowerBound]
    let second = head.units[head.range.lowerBound + 1]
    guard LayoutCharacters.isHan(first), LayoutCharacters.isHan(second) else { return 0 }
    let low = max(tail.range.lowerBound + 1, tail.range.upperBound - 24)
    for at in low..<max(low, tail.range.upperBound)
    where tail.units[at] == second && tail.units[at - 1] == first {
      return weights.echo
    }
    return 0
  }

  private func brackets(_ tail: TornEdges, _ head: TornEdges) -> Int {
    switch (tail.openCloser, head.strayCloser) {
    case (0, 0): 0
    case (0, _): weights.neverOpened
    case (_, 0): weights.neverClosed
    case (let open, let stray): open == stray ? weights.closed : weights.neverClosed
    }
  }

  /// What the head wants before it, and the tail after it.
  private func grammar(_ tail: Stretch, _ tailEdges: TornEdges, _ head: TornEdges) -> Int {
    if tailEdges.isComparison, head.isChange { return weights.comparison }
    if tailEdges.wantsFigure {
      return head.beginsWithFigure
        ? weights.figure + kinds(tailEdges, head) : weights.noFigure
    }
    if head.isPredicate {
      return tailEdges.isParticle ? weights.noSubject : weights.subject
    }
    if head.beginsWithShare, tail.last == 0x7684 { return weights.shareOf }
    if head.isContinuation {
      if LayoutCharacters.isPause(tail.last) { return weights.clause }
      if tailEdges.isParticle { return weights.noClause }
    }
    if head.isStarter, LayoutCharacters.isPause(tail.last) { return weights.newClause }
    switch head.want {
    case .nothing: return tailEdges.isTransitive && head.hasEarlyFigure ? weights.object : 0
    case .numeral: return tailEdges.endsInNumeral ? weights.numeral : weights.noNumeral
    case .perhapsNumeral: return tailEdges.endsInNumeral ? weights.numeral : 0
    case .character: return LayoutCharacters.isHan(tail.last) ? weights.word : weights.noWord
    }
  }

  private func kinds(_ tail: TornEdges, _ head: TornEdges) -> Int {
    guard let wanted = tail.wanted, let figure = head.figure else { return 0 }
    return wanted == figure ? weights.figureKind : -weights.figureKind
  }

  /// Numbers and letters that go on, and runs of characters that occur elsewhere on the page.
  private func characters(
    _ tail: Stretch, _ tailEdges: TornEdges, _ head: Stretch, _ headEdges: TornEdges
  ) -> Int {
    let last = tail.last
    let first = head.first
    if LayoutCharacters.isDigit(last) {
      if LayoutCharacters.isDigit(first) || first == 0x2E || first == 0x25 {
        return weights.digits
      }
      return first == 0x4E07 || first == 0x4EBF ? weights.digits : 0
    }
    if LayoutCharacters.isLatin(last) {
      return LayoutCharacters.isLatin(first) ? weights.digits : 0
    }
    guard LayoutCharacters.isHan(last), LayoutCharacters.isHan(first) else { return 0 }
    let joint = surroundings(tail, head)
    guard joint.isKnown else {
      // Whole words on both sides need no word across them.
      if !tailEdges.endsInSingle { return 0 }
      return headEdges.continuation < 10 && isHeadKnown(head, joint)
        ? weights.headKnown : weights.noPair
    }
    // Characters of grammar stand next to anything.
    if JointScore.common.contains(last) || JointScore.common.contains(first) {
      return joint.hasBoth ? weights.commonQuadruple : 0
    }
    return weights.pair + (joint.hasBefore ? weights.triple : 0)
      + (joint.hasAfter ? weights.triple : 0) + (joint.hasBoth ? weights.quadruple : 0)
  }

  /// A word of the dictionary that lies across the joint.
  private func crossing(
    _ tail: Stretch, _ tailEdges: TornEdges, _ head: Stretch, _ headEdges: TornEdges
  ) -> Int {
    // Whole words of several characters on both sides make no other.
    guard tailEdges.openWords != 0, tailEdges.endsInSingle || headEdges.beginsInSingle,
      let breaker, LayoutCharacters.isHan(tail.last), LayoutCharacters.isHan(head.first)
    else { return 0 }
    let before = tail.units[tail.range.suffix(JointScore.reach)]
    let after = head.units[head.range.prefix(JointScore.reach)]
    guard breaker.hasWord(across: before, after, open: tailEdges.openWords) else { return 0 }
    let joined = breaker.boundaries(of: before + after)
    guard !joined.contains(before.count) else { return 0 }
    let low = joined.last { $0 < before.count } ?? 0
    let high = (joined.first { $0 > before.count } ?? joined.count) - before.count
    let left = before.count - low
    // A word that takes a part of another (`发展中|国内`) is none.
    guard low == 0 || breaker.isBoundary(before.startIndex + low, in: tail.units, before.indices),
      high == after.count
        || breaker.isBoundary(after.startIndex + high, in: head.units, after.indices)
    else { return weights.brokenWord }
    let points =
      left == 1 && high == 1
      ? weights.twoCharacterWord
      : left == 1 || high == 1 ? weights.longerWord : weights.compound
    if JointScore.common.contains(tail.last) || JointScore.common.contains(head.first) {
      return min(points, weights.mostForCommon)
    }
    if endsInAmount(tail) || tail.last == head.first {
      return min(points, weights.mostForDoubted)
    }
    // Dictionaries lack names: what stands together on the page elsewhere is not taken apart.
    let joint = surroundings(tail, head)
    return isHeadKnown(head, joint) || isTailKnown(tail, joint)
      ? min(points, weights.mostForDoubted) : points
  }

  private static let common = UnitSet(
    "的一是在了和不有这为上个我到以与及等对也中又再更就才还都要会能可将被把从向让给使比较每各其并而或但且如若则")

  /// Whether it ends in figures and a measure word (`28天`), which want nothing more.
  private func endsInAmount(_ tail: Stretch) -> Bool {
    let end = tail.range.upperBound
    return (2...4).contains {
      end - $0 >= tail.range.lowerBound && LayoutCharacters.isDigit(tail.units[end - $0])
        && (end - $0 + 1..<end).allSatisfy { LayoutCharacters.isHan(tail.units[$0]) }
    }
  }

  /// How the characters around a joint occur together elsewhere on the page.
  private func surroundings(_ tail: Stretch, _ head: Stretch) -> PagePairs.Surroundings {
    pairs.surroundings(
      of: tail.last, head.first, before: tail.unit(fromEnd: 2), after: head.unit(1))
  }

  /// Whether the head's first two characters are often together, and never with the tail's last.
  private func isHeadKnown(_ head: Stretch, _ joint: PagePairs.Surroundings) -> Bool {
    !joint.hasAfter && pairs.count(head.first, head.unit(1)) >= 3
  }

  /// Whether the tail's last two characters are, and never with the head's first.
  private func isTailKnown(_ tail: Stretch, _ joint: PagePairs.Surroundings) -> Bool {
    !joint.hasBefore && pairs.count(tail.unit(fromEnd: 2), tail.last) >= 3
  }
}
