/// Where the words of a text end, by a dictionary: ascending offsets, its two ends among them or not.
///
/// Layout asks for the words across a joint of at most 24 units.
public typealias WordBoundaries = (_ units: [UInt16]) -> [Int]

/// What speaks for a stretch's going on in another one.
struct JointScore {
  let sketch: PageSketch
  let boundaries: WordBoundaries?
  var weights = LayoutWeights.tuned
  private let reach = 10

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
    let runs = Runs(tail, head, sketch)
    guard runs.joint > 0 else {
      // Whole words on both sides need no word across them.
      if !tailEdges.endsInSingle { return 0 }
      return runs.isHeadKnown && headEdges.continuation < 10 ? weights.headKnown : weights.noPair
    }
    // Characters of grammar stand next to anything.
    if JointScore.common.contains(last) || JointScore.common.contains(first) {
      return runs.all > 0 ? weights.commonQuadruple : 0
    }
    return weights.pair + (runs.withTail > 0 ? weights.triple : 0)
      + (runs.withHead > 0 ? weights.triple : 0) + (runs.all > 0 ? weights.quadruple : 0)
  }

  /// A word of the dictionary that lies across the joint.
  private func crossing(
    _ tail: Stretch, _ tailEdges: TornEdges, _ head: Stretch, _ headEdges: TornEdges
  ) -> Int {
    // Whole words of several characters on both sides make no other.
    guard let boundaries, tailEdges.endsInSingle || headEdges.beginsInSingle,
      LayoutCharacters.isHan(tail.last), LayoutCharacters.isHan(head.first)
    else { return 0 }
    let before = tail.units[
      max(tail.range.lowerBound, tail.range.upperBound - reach)..<tail.range.upperBound]
    let after = head.units[
      head.range.lowerBound..<min(head.range.upperBound, head.range.lowerBound + reach)]
    let joined = boundaries(Array(before) + after)
    guard !joined.contains(before.count) else { return 0 }
    let low = joined.last { $0 < before.count } ?? 0
    let high = (joined.first { $0 > before.count } ?? joined.count) - before.count
    let left = before.count - low
    // A word that takes a part of another (`发展中|国内`) is none.
    guard low == 0 || boundaries(Array(before)).contains(low),
      high == after.count || boundaries(Array(after)).contains(high)
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
    let runs = Runs(tail, head, sketch)
    return runs.isHeadKnown || runs.isTailKnown ? min(points, weights.mostForDoubted) : points
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

  /// How often the characters around a joint occur together elsewhere on the page.
  private struct Runs {
    var joint = 0
    var withTail = 0
    var withHead = 0
    var all = 0
    /// Whether the head's first two, or the tail's last two, characters are often together, and never
    /// with the other side's.
    var isHeadKnown = false
    var isTailKnown = false

    init(_ tail: Stretch, _ head: Stretch, _ sketch: PageSketch) {
      let last = tail.last
      let first = head.first
      joint = sketch.count(last, first)
      let before = tail.count > 1 ? tail.units[tail.range.upperBound - 2] : 0
      let after = head.count > 1 ? head.units[head.range.lowerBound + 1] : 0
      withTail = sketch.count(before, last, first)
      withHead = sketch.count(last, first, after)
      if withTail > 0, withHead > 0 { all = sketch.count(before, last, first, after) }
      isHeadKnown = withHead == 0 && sketch.count(first, after) >= 3
      isTailKnown = withTail == 0 && sketch.count(before, last) >= 3
    }
  }
}
