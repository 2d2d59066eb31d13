/// What stands before and after a name, and what its first and last words are.
extension NameFeatures {
  /// Adds what any name has, and what speaks for one that begins at an offset; to be added first.
  mutating func addStart(_ offset: Int) {
    let at = offset - range.lowerBound
    let known = nodes[at].start
    if known >= 0, !model.keepsFeatures { return support.add(starts[Int(known)]) }
    support.add(Feature(.name), by: model)
    addBefore(offset)
    if options.isCrossed(offset) { support.add(Feature(.nameCross), by: model) }
    support.addUnit(6, units[offset], by: model)
    let number = Int(nodes[at].opening)
    if number >= 0 { addFirst(number) }
    nodes[at].start = Int32(truncatingIfNeeded: starts.count)
    starts.append(support.sums)
  }

  mutating func addEnd(_ offset: Int) {
    if end.offset == offset, !model.keepsFeatures { return support.add(end.sums) }
    let others = support.sums
    addAfter(offset)
    if options.isCrossed(offset) { support.add(Feature(.nameCross, 1), by: model) }
    support.addUnit(2, units[offset - 1], by: model)
    let number = Int(nodes[offset - range.lowerBound].closing)
    if number >= 0 { addLast(number) }
    end = (offset, support.sums &- others, NameModel.Row())
    guard number > 0, !model.keepsFeatures else { return }
    let before = support.sums
    addBeforeLast(number - 1)
    end.words = support.sums &- before
    support.add(NameModel.Row() &- end.words)
  }

  @inline(__always)
  private mutating func addBefore(_ offset: Int) {
    guard offset > range.lowerBound else {
      return support.add(Feature(.nameBefore, 0), by: model)
    }
    let unit = units[offset - 1]
    support.addUnit(0, unit, by: model)
    guard options.kind(offset - 1) == .han else {
      support.add(Feature(.nameBefore, 2), by: model)
      if unit == 0x20, options.endsTitle(offset - 1) {
        support.add(Feature(.nameBefore, 3), by: model)
      }
      let beyond = nodes[offset - 1 - range.lowerBound].closing
      return addNeighbour(Int(beyond), unit, .nameBefore)
    }
    addToken(Int(nodes[offset - range.lowerBound].closing), .before)
  }

  @inline(__always)
  private mutating func addAfter(_ offset: Int) {
    guard offset < range.upperBound else {
      return support.add(Feature(.nameAfter, 0), by: model)
    }
    support.addUnit(1, units[offset], by: model)
    guard options.kind(offset) == .han else {
      support.add(Feature(.nameAfter, 2), by: model)
      let beyond = nodes[offset + 1 - range.lowerBound].opening
      return addNeighbour(Int(beyond), units[offset], .nameAfter)
    }
    addToken(Int(nodes[offset - range.lowerBound].opening), .after)
  }

  /// What stands beyond the mark beside an end: what the next one of a list is.
  private mutating func addNeighbour(
    _ number: Int, _ mark: UInt16, _ template: Feature.Template
  ) {
    guard number >= 0 else { return }
    let form = Int(tokens[number].form.rawValue) << 1 | (tokens[number].isProper ? 1 : 0)
    support.add(Feature(template, mark == Mark.comma ? 11 : 10, form), by: model)
    if NameFeatures.quotes.contains(mark) { addBesideQuotes(number, template) }
  }

  /// The word beyond a quotation mark: what is done with the thing that is quoted, or what it is (`推出“甲乙”`, `“甲乙”小程序`).
  private mutating func addBesideQuotes(_ number: Int, _ template: Feature.Template) {
    let token = tokens[number]
    support.add(Feature(template, 12, part(of: token)), by: model)
    guard token.form != .mark else { return }
    let edge = template == .nameBefore ? token.end - 1 : token.start
    let next = token.length < 2 ? 0 : units[template == .nameBefore ? edge - 1 : edge + 1]
    support.add(Feature(template, 14, Int(units[edge])), by: model)
    support.add(
      Feature(
        template == .nameBefore ? .nameQuotedBefore : .nameQuotedAfter, Int(units[edge]), Int(next)),
      by: model)
  }

  private static let quotes = UnitSet("“”「」")

  /// What the token beside an end is; where none begins or ends there, the end cuts one.
  @inline(__always)
  private mutating func addToken(
    _ number: Int, _ place: NameWordSums.Place
  ) {
    guard number >= 0 else { return support.add(Feature(place.template, 7), by: model) }
    let token = tokens[number]
    support.add(Feature(place.template, 4, part(of: token)), by: model)
    addWord(token, at: place)
    guard token.length > 1 else { return }
    // The word itself, by the two characters at the name's edge.
    let edge = place == .before ? token.end - 2 : token.start
    support.add(
      Feature(
        place == .before ? .nameWordBefore : .nameWordAfter, Int(units[edge]),
        Int(units[edge + 1])), by: model)
  }

  @inline(__always)
  private mutating func addFirst(_ number: Int) {
    let token = tokens[number]
    guard token.form != .mark else {
      return support.addUnit(5, units[token.start], by: model)
    }
    addWord(token, at: .first)
    support.add(Feature(.nameInner, 2, part(of: token)), by: model)
  }

  @inline(__always)
  private mutating func addLast(_ number: Int) {
    let token = tokens[number]
    guard token.form != .mark else { return }
    addWord(token, at: .last)
    support.add(Feature(.nameInner, 13, part(of: token)), by: model)
    // The word itself, by its last two characters and its length.
    let before = token.length > 1 ? Int(units[token.end - 2]) : 0
    support.add(
      Feature(.nameEnding, Int(units[token.end - 1]), min(token.length, 5) << 16 | before),
      by: model)
  }

  /// What the word before a name's last one is.
  mutating func addBeforeLast(_ number: Int) {
    let token = tokens[number]
    guard token.form != .mark else { return }
    addWord(token, at: .beforeLast)
    let part = part(of: token)
    support.add(Feature(.nameInner, 14, part), by: model)
    support.add(Feature(.nameInner, 15, part << 2 | min(tokens[number + 1].length, 3)), by: model)
  }

  /// What a token's form and classes tell of names beside or around it.
  @inline(__always)
  mutating func addWord(_ token: NameToken, at place: NameWordSums.Place) {
    if model.keepsFeatures {
      support.addWord(token.form, token.classes, place.template, place.tag, by: model)
    } else {
      support.add(words.sums(ofSort: table.sort(of: token), at: place))
    }
  }
}
