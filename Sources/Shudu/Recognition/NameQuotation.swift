/// Names that marks enclose: 《titles》, “names by their suffix”, short names that brackets define.
struct NameQuotation {
  let phrase: NamePhrase

  static let longest = 60

  func candidates(context: inout NameContext) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    var index = 0
    while index < phrase.tokens.count {
      guard phrase.tokens[index].form == .mark else {
        index += 1
        continue
      }
      if phrase.isMark(index, Mark.openTitle),
        let close = closer(of: index, Mark.openTitle, Mark.closeTitle)
      {
        let inner = phrase.tokens[index].end..<phrase.tokens[close].start
        if !inner.isEmpty {
          candidates.append(
            NameCandidate(
              inner, .document, .documentMarks,
              reach: phrase.tokens[index].start..<phrase.tokens[close].end))
        }
        index = close
      } else if phrase.isMark(index, Mark.openQuote),
        let close = closer(of: index, Mark.openQuote, Mark.closeQuote)
      {
        addQuoted(index, close, to: &candidates, context: &context)
      }
      index += 1
    }
    return candidates
  }

  /// The mark that closes another, nested ones left out; nil where it lies too far.
  private func closer(of index: Int, _ opening: UInt16, _ closing: UInt16) -> Int? {
    var depth = 0
    var position = index
    while position < phrase.tokens.count,
      phrase.tokens[position].start - phrase.tokens[index].start <= NameQuotation.longest
    {
      if phrase.isMark(position, opening) {
        depth += 1
      } else if phrase.isMark(position, closing) {
        depth -= 1
        if depth == 0 { return position }
      }
      position += 1
    }
    return nil
  }

  private func addQuoted(
    _ open: Int, _ close: Int, to candidates: inout [NameCandidate], context: inout NameContext
  ) {
    guard close - open >= 2 else { return }
    let tokens = phrase.tokens
    let inner = tokens[open].end..<tokens[close].start
    guard inner.count >= 2, inner.count <= 30, isPlain(open + 1, close) else { return }
    let reach = tokens[open].start..<tokens[close].end
    let last = tokens[close - 1]
    let units = Array(phrase.units[inner])
    guard close - open > 2 || !last.has(.anyEnd), units[0] != 0x4E00 else { return }  // 一
    if var kind = quotedKind(last), isTitle(inner, kind) {
      if isCount(units[0]), kind != .event { kind = .program }
      candidates.append(NameCandidate(inner, kind, .quotedSuffix, reach: reach))
      if kind == .program || kind == .product { context.teach(units, kind: kind) }
    } else if let kind = kind(after: close, open: open), inner.count <= 8 {
      candidates.append(NameCandidate(inner, kind, .quotedNoun, reach: reach))
      context.teach(units, kind: kind)
    }
  }

  /// What the noun after a quotation says of it: “甲乙”App, “丙丁”一期项目, “戊己”战略.
  private func kind(after close: Int, open: Int) -> NameKind? {
    let tokens = phrase.tokens
    guard close + 1 < tokens.count, phrase.touches(close) else { return nil }
    let next = tokens[close + 1]
    if next.has(.productSuffix), next.length > 1 { return .product }
    let isFree =
      open == 0 || !phrase.touches(open - 1) || tokens[open - 1].form == .mark
      || tokens[open - 1].isBound || tokens[open - 1].isProper
    guard isFree else { return nil }
    let following = tokens[(close + 1)...].prefix(2)
    for token in following where token.form == .word {
      let word = phrase.units[token.start..<token.end]
      if NameQuotation.project.contains(word) {
        return token.start > next.start ? .facility : .program
      }
      if token.start == next.start, NameQuotation.undertakings.contains(word) { return .program }
    }
    return nil
  }

  private static let project = WordSet("项目")
  private static let undertakings = WordSet("战略", "活动", "行动", "计划", "工程")

  /// No mark of a sentence within.
  private func isPlain(_ first: Int, _ end: Int) -> Bool {
    for index in first..<end where phrase.tokens[index].form == .mark {
      let unit = phrase.unit(index)
      if [0x3002, 0x2C, 0x3B, 0xFF1B, 0x21, 0x3F, 0x3A].contains(unit) { return false }
    }
    return true
  }

  private func isCount(_ unit: UInt16) -> Bool { NameQuotation.counts.contains(unit) }

  private static let counts = UnitSet("二两三四五六七八九十百千")

  /// A counted programme (`十大…工程`) is one, whatever its last word; short ones of common words are no names.
  private func isTitle(_ inner: Range<Int>, _ kind: NameKind) -> Bool {
    kind == .program || inner.count >= 5
  }

  private func quotedKind(_ token: NameToken) -> NameKind? {
    if token.has(.programSuffix) { return .program }
    if token.length > 2, phrase.units[token.end - 1] == 0x53F7 { return .product }  // 号
    if token.has(.eventSuffix) { return .event }
    if token.has(.documentSuffix), token.length > 1 { return .document }
    if token.has(.productSuffix), token.length > 1 { return .product }
    if token.has(.full) { return .organization }
    if token.has(.facilitySuffix), token.length > 1 { return .facility }
    return nil
  }
}
