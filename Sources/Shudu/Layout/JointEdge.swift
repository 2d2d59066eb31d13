/// The words at one edge of a stretch, as far as a joint there asks for them.
///
/// A reference to immutable parts, for each of a place's pairs holds it.
final class JointEdge: Sendable {
  /// The text of the stretch, and the units of it that are cut.
  private let units: [UInt16]
  private let window: Range<Int>
  private let cut: WordCutter.Cut
  /// Traits of the word at the joint and of the one farther from it; 0 for none.
  let near: Int
  let far: Int
  /// Units of the word at the joint.
  let length: Int
  /// Units to the next mark, at most `WordCutter.reach`.
  let rest: Int

  /// The end of a stretch.
  init(endOf stretch: Stretch, _ cutter: WordCutter) {
    let units = stretch.units
    let window = stretch.range.suffix(WordCutter.reach)
    let cut = cutter.cut(endOf: stretch.range, in: units)
    let middle = cut.other(cut.count)
    let start = cut.other(middle)
    near = cutter.trait(of: window.lowerBound + middle..<window.upperBound, in: units)
    far =
      start < middle
      ? cutter.trait(of: window.lowerBound + start..<window.lowerBound + middle, in: units) : 0
    length = cut.count - middle
    let clause = LayoutCharacters.isPause(stretch.last) ? window.dropLast() : window
    rest = clause.reversed().prefix { !JointEdge.isMark(units[$0]) }.count
    self.units = units
    self.window = window
    self.cut = cut
  }

  /// The beginning of a stretch.
  init(startOf stretch: Stretch, _ cutter: WordCutter) {
    let units = stretch.units
    let window = stretch.range.prefix(WordCutter.reach)
    let cut = cutter.cut(startOf: stretch.range, in: units)
    let middle = cut.other(0)
    let end = middle < cut.count ? cut.other(middle) : middle
    near = cutter.trait(of: window.lowerBound..<window.lowerBound + middle, in: units)
    far =
      middle < end
      ? cutter.trait(of: window.lowerBound + middle..<window.lowerBound + end, in: units) : 0
    length = middle
    rest = window.prefix { !JointEdge.isMark(units[$0]) }.count
    self.units = units
    self.window = window
    self.cut = cut
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    LayoutCharacters.isPause(unit) || LayoutCharacters.isStop(unit)
  }

  /// The word across the joint of an end and a beginning; nil where no Han characters meet.
  static func crossing(
    _ end: JointEdge, _ start: JointEdge, _ cutter: WordCutter
  ) -> WordCutter.Crossing? {
    guard LayoutCharacters.isHan(end.units[end.window.upperBound - 1]),
      LayoutCharacters.isHan(start.units[start.window.lowerBound])
    else { return nil }
    return cutter.crossing(end.cut, start.cut, in: start.units, at: start.window.lowerBound)
  }
}
