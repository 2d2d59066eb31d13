/// Where the words of a text end, by a dictionary: ascending offsets, its two ends among them or not.
///
/// Layout asks for the words across a joint of at most 24 units.
public typealias WordBoundaries = (_ units: [UInt16]) -> [Int]

/// What speaks for a stretch's going on in another one.
struct JointScore {
  /// The least points for a join.
  static let threshold = 30

  let sketch: PageSketch
  let boundaries: WordBoundaries?
  private let reach = 10

  /// Points for what the joint itself makes: words, numbers, brackets.
  func points(
    _ tail: Stretch, _ tailEdges: TornEdges, _ head: Stretch, _ headEdges: TornEdges
  ) -> Int {
    brackets(tailEdges, headEdges) + characters(tail, head) + crossing(tail, head)
  }

  private func brackets(_ tail: TornEdges, _ head: TornEdges) -> Int {
    switch (tail.openCloser, head.strayCloser) {
    case (0, 0): 0
    case (0, _): -25
    case (_, 0): -12
    case (let open, let stray): open == stray ? 25 : -12
    }
  }

  /// Numbers and letters that go on, and runs of characters that occur elsewhere on the page.
  private func characters(_ tail: Stretch, _ head: Stretch) -> Int {
    let last = tail.last
    let first = head.first
    if LayoutCharacters.isDigit(last) {
      if LayoutCharacters.isDigit(first) || first == 0x2E || first == 0x25 { return 22 }
      return first == 0x4E07 || first == 0x4EBF ? 22 : 0
    }
    if LayoutCharacters.isLatin(last) { return LayoutCharacters.isLatin(first) ? 22 : 0 }
    guard LayoutCharacters.isHan(last), LayoutCharacters.isHan(first) else { return 0 }
    let before = tail.units[
      max(tail.range.lowerBound, tail.range.upperBound - 2)..<tail.range.upperBound]
    let after = head.units[
      head.range.lowerBound..<min(head.range.upperBound, head.range.lowerBound + 2)]
    guard sketch.count([last, first]) > 0 else { return -4 }
    var points = 5
    if sketch.count(Array(before) + [first]) > 0, before.count == 2 { points += 10 }
    if sketch.count([last] + Array(after)) > 0, after.count == 2 { points += 10 }
    if before.count == 2, after.count == 2, sketch.count(Array(before) + Array(after)) > 0 {
      points += 10
    }
    return points
  }

  /// A word of the dictionary that lies across the joint.
  private func crossing(_ tail: Stretch, _ head: Stretch) -> Int {
    guard let boundaries, LayoutCharacters.isHan(tail.last), LayoutCharacters.isHan(head.first)
    else { return 0 }
    let before = Array(
      tail.units[max(tail.range.lowerBound, tail.range.upperBound - reach)..<tail.range.upperBound])
    let after = Array(
      head.units[head.range.lowerBound..<min(head.range.upperBound, head.range.lowerBound + reach)])
    let joined = boundaries(before + after)
    guard !joined.contains(before.count) else { return 0 }
    // The word is sure where each side alone leaves a single character over.
    let left = boundaries(before).last { $0 < before.count } ?? 0
    let right = boundaries(after).first { $0 > 0 } ?? after.count
    let isLeftSingle = before.count - left == 1
    let isRightSingle = right == 1
    if isLeftSingle && isRightSingle { return 35 }
    return isLeftSingle || isRightSingle ? 25 : 12
  }
}
