/// The words at one edge of a stretch, as far as a joint there asks for them.
///
/// A reference to immutable parts, for each of a place's pairs holds it.
final class JointEdge: Sendable {
  /// Units cut into words at an edge.
  static let reach = 12

  /// The units cut, the words that they hold, and the likeliest of them.
  private let units: [UInt16]
  private let lattice: WordCutter.Lattice
  private let cut: WordCutter.Cut
  /// Traits of the word at the joint and of the one farther from it; 0 for none.
  let near: Int
  let far: Int
  /// Units of the word at the joint.
  let length: Int
  /// Units to the next mark, at most `reach`.
  let rest: Int

  /// The end of a stretch.
  init(endOf stretch: Stretch, _ cutter: WordCutter) {
    let range = stretch.range.suffix(JointEdge.reach)
    units = Array(stretch.units[range.startIndex..<range.endIndex])
    lattice = cutter.lattice(units)
    cut = WordCutter.cut(lattice)
    let middle = cut.ends.dropLast().last ?? 0
    let start = cut.ends.dropLast(2).last ?? 0
    near = cutter.trait(of: middle..<units.count, in: units)
    far = start < middle ? cutter.trait(of: start..<middle, in: units) : 0
    length = units.count - middle
    let clause = LayoutCharacters.isPause(stretch.last) ? units.dropLast() : units[...]
    rest = clause.reversed().prefix { !JointEdge.isMark($0) }.count
  }

  /// The beginning of a stretch.
  init(startOf stretch: Stretch, _ cutter: WordCutter) {
    let range = stretch.range.prefix(JointEdge.reach)
    units = Array(stretch.units[range.startIndex..<range.endIndex])
    lattice = cutter.lattice(units)
    cut = WordCutter.cut(lattice)
    let middle = cut.ends.first ?? units.count
    let end = cut.ends.dropFirst().first ?? middle
    near = cutter.trait(of: 0..<middle, in: units)
    far = middle < end ? cutter.trait(of: middle..<end, in: units) : 0
    length = middle
    rest = units.prefix { !JointEdge.isMark($0) }.count
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    LayoutCharacters.isPause(unit) || LayoutCharacters.isStop(unit)
  }

  /// What the words of an end and a beginning gain by standing together, and how far the word that lies across the joint
  /// reaches to either side; 5 and 5 where no Han characters meet.
  static func gain(
    _ end: JointEdge, _ start: JointEdge, _ cutter: WordCutter
  ) -> (points: Int, left: Int, right: Int) {
    guard let last = end.units.last, let first = start.units.first,
      LayoutCharacters.isHan(last), LayoutCharacters.isHan(first)
    else { return (0, 5, 5) }
    let joined = cutter.joined(end.cut, end.lattice, start.units, start.lattice)
    let joint = end.units.count
    return (
      max(0, end.cut.cost + start.cut.cost - joined.cost), joint - joined.start, joined.end - joint
    )
  }
}
