/// What stands before and after a name, and what its first and last words are.
extension NameFeatures {
  mutating func addStart(_ offset: Int) {
    let at = offset - range.lowerBound
    if nodes[at].hasStart, !model.keepsFeatures { return support.add(nodes[at].start) }
    let others = support.sums
    addBefore(offset)
    if options.isCrossed(offset) { support.add(Feature(.nameCross), by: model) }
    let number = Int(nodes[at].opening)
    if number >= 0 { addFirst(number) }
    nodes[at].start = support.sums &- others
    nodes[at].hasStart = true
  }

  mutating func addEnd(_ offset: Int) {
    let at = offset - range.lowerBound
    if nodes[at].hasEnd, !model.keepsFeatures { return support.add(nodes[at].end) }
    let others = support.sums
    addAfter(offset)
    if options.isCrossed(offset) { support.add(Feature(.nameCross, 1), by: model) }
    support.add(Feature(.nameUnit, 2, Int(units[offset - 1])), by: model)
    let number = Int(nodes[at].closing)
    if number >= 0 { addLast(number) }
    nodes[at].end = support.sums &- others
    nodes[at].hasEnd = true
  }

  private mutating func addBefore(_ offset: Int) {
    guard offset > range.lowerBound else {
      return support.add(Feature(.nameBefore, 0), by: model)
    }
    let unit = units[offset - 1]
    support.add(Feature(.nameUnit, 0, Int(unit)), by: model)
    guard options.kind(offset - 1) == .han else {
      support.add(Feature(.nameBefore, 2), by: model)
      if unit == 0x20, options.endsTitle(offset - 1) {
        support.add(Feature(.nameBefore, 3), by: model)
      }
      let beyond = nodes[offset - 1 - range.lowerBound].closing
      return addNeighbour(Int(beyond), unit, .nameBefore)
    }
    addToken(Int(nodes[offset - range.lowerBound].closing), .nameBefore)
  }

  private mutating func addAfter(_ offset: Int) {
    guard offset < range.upperBound else {
      return support.add(Feature(.nameAfter, 0), by: model)
    }
    support.add(Feature(.nameUnit, 1, Int(units[offset])), by: model)
    guard options.kind(offset) == .han else {
      support.add(Feature(.nameAfter, 2), by: model)
      let beyond = nodes[offset + 1 - range.lowerBound].opening
      return addNeighbour(Int(beyond), units[offset], .nameAfter)
    }
    addToken(Int(nodes[offset - range.lowerBound].opening), .nameAfter)
  }

  /// What stands beyond the mark beside an end: what the next one of a list is.
  private mutating func addNeighbour(
    _ number: Int, _ mark: UInt16, _ template: Feature.Template
  ) {
    guard number >= 0 else { return }
    let form = Int(tokens[number].form.rawValue) << 1 | (tokens[number].isProper ? 1 : 0)
    support.add(Feature(template, mark == Mark.comma ? 11 : 10, form), by: model)
  }

  /// What the token beside an end is; where none begins or ends there, the end cuts one.
  private mutating func addToken(
    _ number: Int, _ template: Feature.Template
  ) {
    guard number >= 0 else { return support.add(Feature(template, 7), by: model) }
    let token = tokens[number]
    support.add(Feature(template, 4, part(number)), by: model)
    support.add(Feature(template, 5, Int(token.form.rawValue)), by: model)
    addClasses(token.classes, template, 6)
  }

  private mutating func addFirst(_ number: Int) {
    let token = tokens[number]
    guard token.form != .mark else {
      return support.add(Feature(.nameUnit, 5, Int(units[token.start])), by: model)
    }
    support.add(Feature(.nameInner, 3, Int(token.form.rawValue)), by: model)
    addClasses(token.classes, .nameInner, 4)
  }

  private mutating func addLast(_ number: Int) {
    let token = tokens[number]
    guard token.form != .mark else { return }
    support.add(Feature(.nameInner, 5, Int(token.form.rawValue)), by: model)
    guard number > 0, tokens[number - 1].form != .mark else { return }
    support.add(Feature(.nameInner, 6, Int(tokens[number - 1].form.rawValue)), by: model)
  }

  /// Classes of words that tell something of names beside or around them.
  private static let telling = NameClass(
    rawValue: NameClass.anyEnd.rawValue | NameClass.anchor.rawValue | NameClass.plain.rawValue
      | NameClass.stop.rawValue | NameClass.quantifier.rawValue | NameClass.direction.rawValue
      | NameClass.admin.rawValue | NameClass.title.rawValue | NameClass.titleAfter.rawValue
      | NameClass.surnameTitle.rawValue | NameClass.speech.rawValue | NameClass.that.rawValue
      | NameClass.shortLead.rawValue)

  mutating func addClasses(
    _ classes: NameClass, _ template: Feature.Template, _ tag: Int
  ) {
    var bits = classes.rawValue & NameFeatures.telling.rawValue
    while bits != 0 {
      support.add(Feature(template, tag, bits.trailingZeroBitCount), by: model)
      bits &= bits - 1
    }
  }
}
