/// Lines that are names of persons and bodies, by what stands around them.
extension RoleResolver {
  /// A speaker's office and name under a title: `某市市长 张三`.
  mutating func findSpeakers() {
    for index in stretches.indices.dropFirst() where isHeading(index) {
      let isUnderTitle =
        isHeading(index - 1) || stretches[index - 1].dateline == stretches[index - 1].range
      guard stretches[index].count <= 30 else { continue }
      if isUnderTitle
        ? isSpeaker(stretches[index]) || isBodies(stretches[index]) || isAuthor(index)
        : isQuoted(index)
      {
        stretches[index].role = .byline
      }
    }
  }

  /// A name alone between a title and text.
  private func isAuthor(_ index: Int) -> Bool {
    index + 1 < stretches.count && stretches[index + 1].role == .body
      && PersonShape.matches(stretches[index].units, stretches[index].range)
  }

  /// Who said what stands before: `——某院研究员 张三`, after a whole sentence.
  private func isQuoted(_ index: Int) -> Bool {
    let stretch = stretches[index]
    guard stretch.first == 0x2014, stretches[index - 1].isClosed else { return false }
    let start = stretch.range.first { stretch.units[$0] != 0x2014 } ?? stretch.range.upperBound
    return PersonShape.matches(stretch.units, lastOf: start..<stretch.range.upperBound)
  }

  /// An office or a body, a space and a name.
  private func isSpeaker(_ stretch: Stretch) -> Bool {
    let pieces = stretch.units[stretch.range].split(whereSeparator: LayoutCharacters.isSpace)
    guard pieces.count == 2, (2...4).contains(pieces[1].count),
      pieces[1].allSatisfy(LayoutCharacters.isHan)
    else { return false }
    return [LayoutWords.Class.office, .bodyTail].contains { kind in
      words.start(
        of: kind, in: stretch.units, endingAt: pieces[0].endIndex, from: pieces[0].startIndex)
        != nil
    }
  }

  /// Names of bodies only: `某市统计局 国家统计局某市调查队`.
  private func isBodies(_ stretch: Stretch) -> Bool {
    let pieces = stretch.units[stretch.range].split(whereSeparator: LayoutCharacters.isSpace)
    return pieces.allSatisfy { piece in
      (4...20).contains(piece.count) && piece.allSatisfy(LayoutCharacters.isHan)
        && words.start(
          of: .bodyTail, in: stretch.units, endingAt: piece.endIndex, from: piece.startIndex)
          != nil
    }
  }

  /// A name alone after the last paragraph of an article is its author's.
  mutating func findSignatures() {
    for index in stretches.indices.dropFirst()
    where (2...4).contains(stretches[index].count) && isText(index) {
      let isLast = index + 1 == stretches.count || isHeading(index + 1)
      let isName = PersonShape.matches(stretches[index].units, stretches[index].range)
      if isLast, isName, stretches[index - 1].isClosed { stretches[index].role = .byline }
    }
  }
}
