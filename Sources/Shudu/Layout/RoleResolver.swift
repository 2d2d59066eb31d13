/// Settles the roles that depend on what stands around: captions before credits, headings without
/// markup, heads of columns over titles.
///
/// Cost: linear; each stretch looks at few neighbours.
struct RoleResolver {
  let words: LayoutWords
  private var stretches: [Stretch]

  init(words: LayoutWords, stretches: [Stretch]) {
    self.words = words
    self.stretches = stretches
  }

  /// The stretches with their roles settled.
  static func resolve(_ stretches: [Stretch], words: LayoutWords) -> [Stretch] {
    var resolver = RoleResolver(words: words, stretches: stretches)
    resolver.spreadCredits()
    resolver.findCaptions()
    resolver.settleHeadings()
    resolver.findRubrics()
    resolver.findSignatures()
    return resolver.stretches
  }

  /// Lines of names right before or after a credit belong to it when a caption stands there.
  private mutating func spreadCredits() {
    for index in stretches.indices.dropFirst().reversed()
    where stretches[index].role == .credit && isNameLine(index - 1) {
      stretches[index - 1].role = .credit
    }
  }

  private func isNameLine(_ index: Int) -> Bool {
    stretches[index].role == .byline && stretches[index].count <= 16
      && !LayoutCharacters.isBullet(stretches[index].first) && stretches[index].first != 0x28
  }

  /// A short line right before a credit is the picture's caption.
  private mutating func findCaptions() {
    for index in stretches.indices.dropFirst() where stretches[index].role == .credit {
      guard stretches[index - 1].block != stretches[index].block else { continue }
      let before = stretches[index - 1]
      let isShort = before.role == .headingLike || before.role == .body && before.count <= 80
      guard isShort, before.dateline.isEmpty, stopCount(before) <= 1,
        before.isClosed || before.count <= 40
      else { continue }
      // A closed line after an open one may as well be the end of the sentence.
      stretches[index - 1].role = .caption
    }
  }

  private func stopCount(_ stretch: Stretch) -> Int {
    stretch.range.reduce(0) { $0 + (stretch.units[$1] == 0x3002 ? 1 : 0) }
  }

  /// Lines of a heading's shape are headings where text, a byline or another heading follows, and
  /// not in a list of such lines.
  private mutating func settleHeadings() {
    var index = 0
    while index < stretches.count {
      guard stretches[index].role == .headingLike else {
        index += 1
        continue
      }
      var end = index
      while end < stretches.count, stretches[end].role == .headingLike { end += 1 }
      let isHeading = isHeadingRun(index..<end)
      for at in index..<end {
        stretches[at].role = isHeading ? .heading(level: 0, isMarked: false) : .body
      }
      index = end
    }
  }

  private func isHeadingRun(_ run: Range<Int>) -> Bool {
    let before = run.lowerBound > 0 ? stretches[run.lowerBound - 1].role : nil
    guard run.upperBound < stretches.count else { return false }
    switch stretches[run.upperBound].role {
    case .body, .byline, .heading, .headingLike, .label, .listItem, .tableCell, .caption: break
    case .credit: return false
    }
    // The top of a page or of an article has kicker, title and subtitle; elsewhere two lines.
    let isTop = before == nil || before == .byline || before == .label || before?.isHeading == true
    if before == .label, run.count > 1, isFigureList(run) { return false }
    return run.count <= (isTop ? 4 : 2)
  }

  /// Whether most lines of a run hold figures, as a sidebar's items do.
  private func isFigureList(_ run: Range<Int>) -> Bool {
    let withFigures = run.reduce(0) { count, index in
      let stretch = stretches[index]
      let hasDigit = stretch.range.contains { LayoutCharacters.isDigit(stretch.units[$0]) }
      return count + (hasDigit ? 1 : 0)
    }
    return withFigures * 2 > run.count
  }

  /// The head of a standing column over a title: a slogan that another heading follows at once.
  private mutating func findRubrics() {
    for index in stretches.indices.dropLast() where stretches[index].role.isHeading {
      var next = index + 1
      while next < stretches.count, stretches[next].role == .label { next += 1 }
      guard next < stretches.count, stretches[next].role.isHeading,
        stretches[next].first != 0x2014
      else { continue }
      if index > 0, stretches[index - 1].role.isHeading { continue }
      if isRubric(stretches[index]) { stretches[index].role = .label }
    }
  }

  private func isRubric(_ stretch: Stretch) -> Bool {
    guard stretch.count <= 30,
      !stretch.range.contains(where: { LayoutCharacters.isDigit(stretch.units[$0]) })
    else { return false }
    return words.first(of: .rubric, in: stretch.units, stretch.range) != nil
  }

  /// A name alone after the last paragraph of an article is its author's.
  private mutating func findSignatures() {
    for index in stretches.indices.dropFirst()
    where stretches[index].role == .body && (2...4).contains(stretches[index].count) {
      let isLast = index + 1 == stretches.count || stretches[index + 1].role.isHeading
      let isName = stretches[index].range.allSatisfy {
        LayoutCharacters.isHan(stretches[index].units[$0])
      }
      if isLast, isName, stretches[index - 1].isClosed { stretches[index].role = .byline }
    }
  }
}
