/// Tells which heading governs each paragraph, and which of the page's articles it belongs to.
///
/// A new article begins with the headings right before a byline or a dateline, or with a byline that
/// stands before text without a heading of its own, once another article's text has been seen.
/// A paragraph is governed by the last heading before it, as it is read; a heading by the last one of a
/// higher rank, or by the one right before it (a kicker). Labels change nothing.
///
/// Cost: linear, with a stack of at most seven headings.
enum SectionFinder {
  /// Tells which heading governs each paragraph; paragraphs in reading order, their articles told.
  static func assignHeadings(to paragraphs: inout [Paragraph]) {
    rank(&paragraphs)
    var stack: [(level: Int, index: Int)] = []
    var nearest: Int?
    for index in paragraphs.indices {
      guard case .heading(let level) = paragraphs[index].role else {
        paragraphs[index].heading = nearest
        continue
      }
      if index > 0, case .heading = paragraphs[index - 1].role {
        paragraphs[index].heading = index - 1
      } else {
        while let last = stack.last, last.level >= level { stack.removeLast() }
        paragraphs[index].heading = stack.last?.index
      }
      while let last = stack.last, last.level >= level { stack.removeLast() }
      stack.append((level, index))
      nearest = index
    }
  }

  /// Headings without markup (level 0 until here): those over an article's first text or byline are its title; of the others
  /// the sort that comes first, numbered (`一、`) or not, governs the other, and `(一)` is below both.
  private static func rank(_ paragraphs: inout [Paragraph]) {
    var article = -1
    var isNumberedFirst: Bool?
    var hasTitle = false
    for index in paragraphs.indices {
      switch paragraphs[index].role {
      case .heading(let level):
        guard level == 0 else { continue }
        guard paragraphs[index].article == article else {
          paragraphs[index].role = .heading(level: 1)
          isNumberedFirst = nil
          hasTitle = true
          continue
        }
        let number = SectionFinder.numbering(of: paragraphs[index].folded)
        if number != .bracketed, isNumberedFirst == nil { isNumberedFirst = number == .plain }
        let isBelow = (number == .plain) != (isNumberedFirst ?? false)
        paragraphs[index].role = .heading(level: number == .bracketed ? 4 : isBelow ? 3 : 2)
      case .body, .listItem, .tableCell:
        article = paragraphs[index].article
        hasTitle = false
      case .byline:
        // Whom a title is by, its sections' headings follow.
        if hasTitle { article = paragraphs[index].article }
        hasTitle = false
      case .caption, .credit, .label:
        break
      }
    }
  }

  private enum Numbering { case none, plain, bracketed }

  /// `一、` and `(一)` at a heading's beginning.
  private static func numbering(of heading: [UInt16]) -> Numbering {
    let isBracketed = heading.first == 0x28
    var at = isBracketed ? 1 : 0
    let first = at
    while at < heading.count, numerals.contains(heading[at]) { at += 1 }
    guard at > first, at < heading.count else { return .none }
    if isBracketed { return heading[at] == 0x29 ? .bracketed : .none }
    return heading[at] == 0x3001 ? .plain : .none
  }

  private static let numerals = UnitSet("一二三四五六七八九十")

  /// Tells which of the page's articles each paragraph belongs to; paragraphs by where they stand.
  static func assignArticles(to paragraphs: inout [Paragraph]) {
    var article = 0
    var hasText = false
    // Where the headings begin that no text has followed yet.
    var groupStart: Int?
    for index in paragraphs.indices {
      switch paragraphs[index].role {
      case .heading:
        if groupStart == nil { groupStart = index }
      case .label:
        if groupStart == nil, isHeadOfGroup(index, paragraphs) { groupStart = index }
      case .byline:
        let start = groupStart ?? (isBeforeText(index, paragraphs) ? index : nil)
        if let start, hasText {
          article += 1
          hasText = false
          for at in start..<index { paragraphs[at].article = article }
        }
      case .caption, .credit:
        break
      case .body, .listItem, .tableCell:
        if !paragraphs[index].dateline.isEmpty, hasText, let start = groupStart {
          article += 1
          for at in start..<index { paragraphs[at].article = article }
        }
        hasText = true
        groupStart = nil
      }
      paragraphs[index].article = article
    }
  }

  /// Whether a label is right above a heading.
  private static func isHeadOfGroup(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
    guard index + 1 < paragraphs.count else { return false }
    if case .heading = paragraphs[index + 1].role { return true }
    return false
  }

  /// Whether a byline opens an article: it begins with a sign and text follows.
  private static func isBeforeText(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
    guard let first = paragraphs[index].folded.first, LayoutCharacters.isBullet(first),
      index + 1 < paragraphs.count
    else { return false }
    return paragraphs[index + 1].role == .body
  }
}

/// Finds paragraphs that say the same again, white space aside.
///
/// Cost: linear; short paragraphs of body text are not compared.
enum RepeatFinder {
  static func assign(to paragraphs: inout [Paragraph]) {
    // By a hash of the text: a paragraph's own hashing costs many times as much.
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(paragraphs.count)
    for index in paragraphs.indices {
      if case .tableCell = paragraphs[index].role { continue }
      let text = paragraphs[index].folded
      let (hash, count) = digest(text, 0..<text.count)
      if paragraphs[index].role == .body, count < 8 { continue }
      guard let first = seen[hash] else {
        seen[hash] = index
        continue
      }
      if isEqual(paragraphs[first].folded, text) { paragraphs[index].repeats = first }
    }
  }

  /// A hash of the characters that are no white space, and how many they are.
  static func digest(_ units: [UInt16], _ range: Range<Int>) -> (hash: UInt64, count: Int) {
    let units = units.span
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    for at in range where !LayoutCharacters.isSpace(units[at]) {
      let unit = units[at]
      hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3
      count += 1
    }
    return (hash, count)
  }

  private static func isEqual(_ one: [UInt16], _ other: [UInt16]) -> Bool {
    one.lazy.filter { !LayoutCharacters.isSpace($0) }
      .elementsEqual(other.lazy.filter { !LayoutCharacters.isSpace($0) })
  }
}
