/// Divides blocks into stretches and gives each the role that its own words and shape show.
///
/// What depends on the neighbours (captions, headings without markup) is `RoleResolver`'s.
struct StretchCutter: Sendable {
  let words: LayoutWords
  let labels: LabelRule
  let bylines: BylineRule
  let credits: CreditRule
  let datelines: DatelineRule
  let headings: HeadingRule
  let infos: InfoLineRule

  init(words: LayoutWords) {
    self.words = words
    let parser = NameLineParser(words: words)
    labels = LabelRule(words: words)
    bylines = BylineRule(parser: parser)
    credits = CreditRule(parser: parser)
    datelines = DatelineRule(parser: parser)
    headings = HeadingRule(words: words)
    infos = InfoLineRule(parser: parser, labels: labels)
  }

  /// The stretches of the blocks, in their order; none of those that hold white space only.
  func stretches(of blocks: [Block]) -> [Stretch] {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(blocks.count * 2)
    for (index, block) in blocks.enumerated() { cut(block, at: index, into: &stretches) }
    return stretches
  }

  private func cut(_ block: Block, at index: Int, into stretches: inout [Stretch]) {
    let units = CharacterFold.standard.fold(block.text.units)
    let range = LayoutCharacters.trimmed(units, 0..<units.count)
    guard !range.isEmpty else { return }
    var whole = Stretch(block: index, range: range, units: units, role: .body)
    whole.bold = boldness(of: block, range)
    switch block.kind {
    case .tableCell(let cell):
      whole.role = .tableCell(cell)
    case .listItem:
      // Bullets of bylines are read as those of lists.
      whole.role = bylines.matches(units, range) ? .byline : .listItem
    case .pictureText:
      whole.role = credits.matches(units, range) ? .credit : .caption
      if let credit = cutCredit(off: &whole, prefix: .caption) {
        stretches.append(whole)
        whole = credit
      }
    case .heading(let level):
      whole.role =
        labels.matches(units, range)
        ? .label
        : bylines.matches(units, range) ? .byline : .heading(level: level, isMarked: true)
    case .paragraph:
      return cutParagraph(whole, into: &stretches)
    }
    stretches.append(whole)
  }

  private func cutParagraph(_ stretch: Stretch, into stretches: inout [Stretch]) {
    var whole = stretch
    let units = whole.units
    let range = whole.range
    let parts = infos.parts(units, range)
    if !parts.isEmpty {
      for (part, range) in parts {
        var piece = whole
        piece.range = range
        piece.role = part == .author ? .byline : .label
        if part == .day { piece.dateline = range }
        stretches.append(piece)
      }
      return
    }
    if !whole.isClosed, labels.isNotice(units, range) {
      whole.role = .label
    } else if credits.isStaffLine(units, range) {
      whole.role = .staff
    } else if credits.isSourceLine(units, range) {
      whole.role = .source
    } else if credits.isOldPicture(units, range)
      || credits.matches(units, range) && !labels.isLabelWord(units, range)
    {
      whole.role = .credit
    } else if labels.isDay(units, range) {
      whole.role = .label
      whole.dateline = range
    } else if labels.isPageLine(units, range) {
      whole.role = .label
    } else if bylines.matches(units, range) && !labels.isLabelWord(units, range) {
      whole.role = .byline
    } else if labels.matches(units, range) {
      whole.role = .label
    } else if labels.isOccasion(units, range) {
      whole.role = .label
      whole.dateline = range
    } else if headings.isSubtitle(whole) {
      whole.role = .heading(level: 2, isMarked: false)
    } else {
      return cutText(whole, into: &stretches)
    }
    stretches.append(whole)
  }

  /// Body text with what is cut off its ends.
  private func cutText(_ stretch: Stretch, into stretches: inout [Stretch]) {
    var whole = stretch
    let isHead =
      words.end(
        of: .captionHead, in: whole.units, at: whole.range.lowerBound,
        limit: whole.range.upperBound) != nil
    if let credit = cutCredit(off: &whole, prefix: .body) {
      stretches += [whole, credit]
      return
    }
    if (isHead || endsAsCaption(whole)) && whole.count <= 120 {
      whole.role = .caption
      stretches.append(whole)
      return
    }
    if let dateline = datelines.match(whole.units, whole.range) {
      whole.dateline = dateline
    } else if headings.isHeadingLike(whole) {
      whole.role = .headingLike(isDoubtful: false)
    }
    guard let name = bylines.signature(whole.units, whole.range) else {
      stretches.append(whole)
      return
    }
    var signature = whole
    signature.range = name
    signature.role = .byline
    signature.dateline = 0..<0
    whole.range = LayoutCharacters.trimmed(
      whole.units, whole.range.lowerBound..<name.lowerBound)
    stretches += [whole, signature]
  }

  /// `…学做风筝。(资料图片)`, `…学做风筝。 资料图片`.
  private func endsAsCaption(_ stretch: Stretch) -> Bool {
    let isEnclosed = stretch.last == 0x29
    guard
      let start = words.start(
        of: .captionTail, in: stretch.units,
        endingAt: stretch.range.upperBound - (isEnclosed ? 1 : 0),
        from: stretch.range.lowerBound),
      start > stretch.range.lowerBound
    else { return false }
    let before = stretch.units[start - 1]
    return isEnclosed ? before == 0x28 : LayoutCharacters.isSpace(before)
  }

  /// Takes the credit off the end of a caption; nil where it ends with none.
  private func cutCredit(off stretch: inout Stretch, prefix: Stretch.Role) -> Stretch? {
    guard stretch.role != .credit,
      let name = credits.credit(atEndOf: stretch.units, stretch.range)
    else { return nil }
    let range = LayoutCharacters.trimmed(
      stretch.units, stretch.range.lowerBound..<name.lowerBound)
    guard !range.isEmpty else { return nil }
    var credit = stretch
    credit.range = name
    credit.role = .credit
    stretch.range = range
    stretch.role = stretch.count <= 150 ? .caption : prefix
    return credit
  }

  private func boldness(of block: Block, _ range: Range<Int>) -> Stretch.Boldness {
    var covered = 0
    for bold in block.bold { covered += bold.clamped(to: range).count }
    return covered == 0 ? .none : covered >= range.count ? .whole : .part
  }
}
