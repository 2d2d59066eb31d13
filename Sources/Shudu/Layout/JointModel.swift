/// What a learnt model says of a stretch's going on in another one, beside the rules' points.
///
/// A linear model over what the tail's end, the head's beginning and both together are like. `shudu train` learns it
/// from the corpus's torn pages and from pages torn by a program.
///
/// A reference, for what it has made of a place is kept, and a copy would copy all of that.
///
/// *Cost*: bounded for each place and for each pair: a dozen units on both sides of a joint are cut into words. What
/// concerns one place alone is made once.
final class JointModel {
  /// The binary's weights.
  static let standard = LinearModel(table: "layout-weights")

  /// Points for what makes a join e times as likely, on the scale of `LayoutWeights`.
  static let scale = 10
  /// Added to the model's scores, in thousandths: a torn end goes on somewhere, however unlikely each place is.
  static let shift = 1000
  /// The most that the model adds or takes.
  static let most = 40
  /// The most that it takes where nothing stands between: a page's paragraphs are torn in place the most often, and the
  /// rules know such joints well.
  static let mostInPlace = 10

  let scorer: PairScorer
  let model: LinearModel
  let cutter: WordCutter
  // Unchecked: each is read and written within this file alone, by functions that call nobody who might come back.
  @exclusivity(unchecked) private var ends: [JointEdge?]
  @exclusivity(unchecked) private var starts: [JointEdge?]
  @exclusivity(unchecked) private var tails: [Support?]
  @exclusivity(unchecked) private var heads: [Support?]
  /// By place: how many torn ends, and how many beginnings in the middle, stand before it.
  private let tornBefore: [Int]
  private let middleBefore: [Int]

  init(scorer: PairScorer, model: LinearModel, cutter: WordCutter = .standard) {
    self.scorer = scorer
    self.model = model
    self.cutter = cutter
    let count = scorer.texts.count
    ends = Array(repeating: nil, count: count)
    starts = ends
    tails = Array(repeating: nil, count: count)
    heads = tails
    tornBefore = JointModel.counts(count) { scorer.isTorn($0) }
    middleBefore = JointModel.counts(count) { scorer.beginsInTheMiddle($0) }
  }

  /// How many places before each, and before the end, hold.
  private static func counts(_ count: Int, where holds: (Int) -> Bool) -> [Int] {
    var result = [0]
    result.reserveCapacity(count + 1)
    for place in 0..<count { result.append(result[place] + (holds(place) ? 1 : 0)) }
    return result
  }

  /// Points for a stretch's continuing another one; 0 without weights. They make no text of a line that looks like a
  /// heading: that is for the rules to tell.
  ///
  /// - Parameter joint: What the rules say of both.
  func points(from tail: Int, to head: Int, _ joint: PairScorer.Joint) -> Int {
    guard !model.isEmpty else { return 0 }
    let score = support(from: tail, to: head, joint).sum + JointModel.shift
    let isHeading = scorer.isHeadingLike(tail) || scorer.isHeadingLike(head)
    let most = isHeading ? 0 : JointModel.most
    let isInPlace = scorer.texts[tail] + 1 == scorer.texts[head]
    let least = isInPlace ? -JointModel.mostInPlace : -JointModel.most
    return max(least, min(most, score * JointModel.scale / 1000))
  }

  /// All that speaks for it.
  func support(from tail: Int, to head: Int, _ joint: PairScorer.Joint) -> Support {
    var support = tails[tail] ?? tailSupport(tail, end(tail))
    tails[tail] = support
    let other = heads[head] ?? headSupport(head, start(head))
    heads[head] = other
    support.add(other, by: model)
    let pair = Pair(
      tail: tail, head: head, end: end(tail), start: start(head), joint: joint,
      torn: between(tornBefore, tail, head), middle: between(middleBefore, tail, head),
      around: scorer.topicsAround(tail, head))
    add(pair, to: &support)
    return support
  }

  func stretch(_ place: Int) -> Stretch { scorer.stretches[scorer.texts[place]] }

  private func between(_ counts: [Int], _ tail: Int, _ head: Int) -> Int {
    let low = min(tail, head) + 1
    let high = max(tail, head)
    return low < high ? counts[high] - counts[low] : 0
  }

  private func end(_ place: Int) -> JointEdge {
    if let known = ends[place] { return known }
    let edge = JointEdge(endOf: stretch(place), cutter)
    ends[place] = edge
    return edge
  }

  private func start(_ place: Int) -> JointEdge {
    if let known = starts[place] { return known }
    let edge = JointEdge(startOf: stretch(place), cutter)
    starts[place] = edge
    return edge
  }
}
