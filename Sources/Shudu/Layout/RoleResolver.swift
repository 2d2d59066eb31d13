/// Settles the roles that depend on what stands around: captions before credits, headings without
/// markup, heads of columns over titles.
///
/// Cost: linear; each stretch looks at few neighbours.
struct RoleResolver {
  let words: LayoutWords
  var stretches: [Stretch]

  /// The stretches with their roles settled.
  static func resolve(_ stretches: [Stretch], words: LayoutWords) -> [Stretch] {
    var resolver = RoleResolver(words: words, stretches: stretches)
    resolver.spreadCredits()
    resolver.findCaptions()
    resolver.settleHeadings()
    resolver.findMasthead()
    resolver.findRubrics()
    resolver.findSidebarNames()
    resolver.findSpeakers()
    resolver.repeatRoles()
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
    // A line right over a table, or over the line that gives its unit, is its title.
    for index in stretches.indices.dropLast().reversed()
    where stretches[index].role.isHeadingLike {
      let next = stretches[index + 1]
      if case .tableCell = next.role {
        stretches[index].role = .caption
      } else if next.role == .caption, TableCaption.isUnitLine(next.units, next.range) {
        stretches[index].role = .caption
      }
    }
    for index in stretches.indices.dropFirst() where stretches[index].role == .credit {
      guard stretches[index - 1].block != stretches[index].block else { continue }
      let before = stretches[index - 1]
      let isShort = before.role.isHeadingLike || before.role == .body && before.count <= 80
      guard isShort, before.dateline.isEmpty, stopCount(before) <= 1,
        before.isClosed || before.count <= 40, before.bold != .part
      else { continue }
      stretches[index - 1].role = .caption
    }
    findNumberedCaptions()
    findPointedLists()
  }

  /// Several lines in turn under the same sign (`▲厂房:…`) are a list; the picture that a single one points at has no other.
  private mutating func findPointedLists() {
    var index = 0
    while index < stretches.count {
      let start = index
      let sign = stretches[start].first
      while index < stretches.count, stretches[index].role == .caption,
        LayoutCharacters.isBullet(sign), stretches[index].first == sign
      {
        index += 1
      }
      if index - start >= 3 { for at in start..<index { stretches[at].role = .body } }
      index = max(index, start + 1)
    }
  }

  /// `① 工人在检修。`, right after a torn stretch or beside a credit.
  private mutating func findNumberedCaptions() {
    var index = 0
    while index < stretches.count {
      let start = index
      while index < stretches.count, isNumberedCaption(stretches[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let isAfterTear =
        start > 0 && stretches[start - 1].role == .body
        && !stretches[start - 1].isClosed && stretches[start - 1].count > HeadingRule.longest
      let isByCredit = [start - 1, index].contains {
        stretches.indices.contains($0)
          && (stretches[$0].role == .credit || stretches[$0].role == .caption)
      }
      guard isAfterTear || isByCredit else { continue }
      for at in start..<index { stretches[at].role = .caption }
    }
  }

  private func isNumberedCaption(_ stretch: Stretch) -> Bool {
    (0x2460...0x2473).contains(stretch.first) && stretch.count <= 60 && stopCount(stretch) <= 1
      && (stretch.role == .body || stretch.role.isHeadingLike)
  }

  private func stopCount(_ stretch: Stretch) -> Int {
    stretch.range.reduce(0) { $0 + (stretch.units[$1] == 0x3002 ? 1 : 0) }
  }

  /// Lines of a heading's shape are headings where text, a byline or another heading follows, and
  /// not in a list of such lines. Torn lines of text among them are found by `FlowDecoder`.
  private mutating func settleHeadings() {
    let firstText = stretches.firstIndex { $0.role == .body } ?? stretches.count
    var index = 0
    while index < stretches.count {
      guard stretches[index].role.isHeadingLike else {
        index += 1
        continue
      }
      var end = index
      while end < stretches.count, stretches[end].role.isHeadingLike { end += 1 }
      let isHeading = isHeadingRun(index..<end, firstText: firstText)
      for at in index..<end {
        stretches[at].role = .headingLike(isDoubtful: !isHeading)
      }
      index = end
    }
  }

  private func isHeadingRun(_ run: Range<Int>, firstText: Int) -> Bool {
    let before = run.lowerBound > 0 ? stretches[run.lowerBound - 1].role : nil
    guard run.upperBound < stretches.count else { return false }
    switch stretches[run.upperBound].role {
    case .body, .byline, .heading, .headingLike, .label, .listItem, .tableCell, .caption: break
    case .credit, .source, .staff: return false
    }
    // The top of a page or of an article has kicker, title and subtitle; elsewhere two lines.
    let isTop = before == nil || before == .byline || before == .label || before?.isHeading == true
    // Titles may hold figures, under a label in the midst of the page they are a sidebar's items.
    if before == .label, run.count > (run.lowerBound > firstText ? 1 : 2), isFigureList(run) {
      return false
    }
    return run.count <= (isTop ? 6 : 2)
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

  /// The paper's name at the head of the page, over the line with its day or number.
  private mutating func findMasthead() {
    guard stretches.count > 1, stretches[0].role.isHeadingLike, stretches[0].count <= 8,
      stretches[1].role == .label, stretches[1].dateline.isEmpty,
      stretches[1].range.contains(where: { LayoutCharacters.isDigit(stretches[1].units[$0]) })
    else { return }
    stretches[0].role = .label
  }

  /// The head of a standing column over a title: a slogan that another heading follows at once.
  private mutating func findRubrics() {
    for index in stretches.indices.dropLast() where isHeading(index) {
      var next = index + 1
      while next < stretches.count, stretches[next].role == .label { next += 1 }
      guard next < stretches.count, isHeading(next), stretches[next].first != 0x2014
      else { continue }
      if index > 0, isHeading(index - 1) { continue }
      if isRubric(stretches[index]) { stretches[index].role = .label }
    }
  }

  /// A very short line over text or a title names a sidebar (`算算账`), unless it is a place's or a part's name.
  private mutating func findSidebarNames() {
    for index in stretches.indices.dropLast().dropFirst()
    where stretches[index].role == .headingLike(isDoubtful: false) && stretches[index].count <= 4 {
      let next = stretches[index + 1]
      guard isText(index + 1), next.first != 0x2014, !isHeading(index - 1),
        words.start(
          of: .part, in: stretches[index].units, endingAt: stretches[index].range.upperBound,
          from: stretches[index].range.lowerBound) == nil,
        !PersonShape.matches(stretches[index].units, stretches[index].range)
      else { continue }
      stretches[index].role = .label
    }
  }

  func isHeading(_ index: Int) -> Bool {
    stretches[index].role.isHeading || stretches[index].role.isHeadingLike
  }

  private func isRubric(_ stretch: Stretch) -> Bool {
    if isColumn(stretch) || stretch.role.isHeadingLike && isSeries(stretch) { return true }
    guard stretch.count <= 30,
      !stretch.range.contains(where: { LayoutCharacters.isDigit(stretch.units[$0]) })
    else { return false }
    return words.first(of: .rubric, in: stretch.units, stretch.range) != nil
  }

  func isText(_ index: Int) -> Bool {
    stretches[index].role == .body || stretches[index].role.isHeadingLike
  }

  /// A short line that the page says again has the role that it had.
  private mutating func repeatRoles() {
    var roles: [UInt64: Stretch.Role] = [:]
    for index in stretches.indices
    where stretches[index].count <= HeadingRule.longest && mayRepeat(stretches[index].role) {
      let text = RepeatFinder.digest(stretches[index].units, stretches[index].range).hash
      switch stretches[index].role {
      case .label, .heading:
        if roles[text] == nil { roles[text] = stretches[index].role }
      case .headingLike(isDoubtful: false):
        if let role = roles[text] {
          stretches[index].role = role
        } else {
          roles[text] = stretches[index].role
        }
      case .headingLike(isDoubtful: true):
        if let role = roles[text] { stretches[index].role = role }
      default: break
      }
    }
  }

  private func mayRepeat(_ role: Stretch.Role) -> Bool {
    role == .label || role.isHeading || role.isHeadingLike
  }

  /// `教育周刊`, `楼市·聚焦`, `某某调查(上)`.
  private func isColumn(_ stretch: Stretch) -> Bool {
    let units = stretch.units
    let range = stretch.range
    if LabelRule(words: words).isColumn(units, range) { return true }
    if range.count <= 16, (0x2460...0x2473).contains(stretch.last) { return true }
    guard range.count <= 16, stretch.last == 0x29, range.count > 5 else { return false }
    let number = range.upperBound - 3
    return units[number] == 0x28 && LabelRule.numerals.contains(units[number + 1])
  }

  /// A series and its part, a dot between: `绿色转型回眸·工业篇`.
  private func isSeries(_ stretch: Stretch) -> Bool {
    stretch.count <= 22 && stretch.range.contains { stretch.units[$0] == 0x00B7 }
  }
}
