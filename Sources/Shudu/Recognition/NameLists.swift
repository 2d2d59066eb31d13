/// Companies and bodies in a list that a noun ends: `甲乙、丙丁科技、SK海力士等龙头企业`.
///
/// *Recognizes*: the items of a list before 等 whose noun is 企业, 公司, 高校 or the like, if half of them hold something
/// proper.
/// *Rejects*: lists of trades (`水泥、钢铁等企业`) and items that hold bounds.
/// *Cost*: linear in the list; items have at most `longestItem` units.
struct NameLists {
  let phrase: NamePhrase

  private static let longestItem = 12
  /// The nouns of bodies, each from its last character to its first.
  private static let nouns = WordTrie(
    [
      "企业", "公司", "集团", "高校", "大学", "院校", "机构", "院所", "银行", "医院", "媒体", "巨头", "孵化器", "车企",
      "药企", "孵化平台",
    ].map { (word: $0.utf16.reversed(), payload: 0) })

  func addCandidates(to candidates: inout [NameCandidate]) {
    for index in phrase.tokens.indices where phrase.tokens[index].shows(.others) {
      guard index > 1, endsInNoun(after: index) else { continue }
      let items = items(before: index)
      guard items.count >= 2 || items.first.map(isBrand) ?? false else { continue }
      let proper = items.filter { item in
        item.contains {
          phrase.tokens[$0].isAnchor
            || (phrase.tokens[$0].has(.organizationEnd) || phrase.tokens[$0].has(.brandList))
              && item.count > 1
        }
      }
      guard proper.count * 2 >= items.count else { continue }
      for item in items {
        candidates.append(
          NameCandidate(
            phrase.range(item.lowerBound, item.upperBound - 1), .organization, .organizationList))
      }
    }
  }

  /// Whether one of the noun phrase's words after 等 says that the list is of bodies.
  private func endsInNoun(after index: Int) -> Bool {
    var words: [UInt16] = []
    for next in (index + 1)..<min(index + 9, phrase.tokens.count) {
      let token = phrase.tokens[next]
      if token.form == .mark || token.has(.stop) && token.length > 1 && next > index + 1 {
        return false
      }
      words += phrase.units[token.start..<token.end]
      if NameLists.nouns.longestMatch(in: words, endingAt: words.count, from: 0) != nil {
        return true
      }
    }
    return false
  }

  /// Ends in a word of trade, or begins with the first part of a company's name.
  private func isBrand(_ item: Range<Int>) -> Bool {
    guard item.count > 1 else { return false }
    return phrase.tokens[item.upperBound - 1].has(.brand)
      || phrase.tokens[item.upperBound - 1].has(.brandList)
      || phrase.tokens[item.lowerBound].has(.brandHead)
  }

  /// The items between 、 before a place, the last first.
  private func items(before index: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var end = index
    var position = index - 1
    while position >= 0, items.count < 12 {
      let isComma = phrase.isMark(position, Mark.comma)
      if isComma || phrase.tokens[position].form == .mark || phrase.tokens[position].isBound {
        if position + 1 < end { items.append((position + 1)..<end) }
        guard isComma else { return items }
        end = position
        position -= 1
        continue
      }
      guard phrase.tokens[end - 1].end - phrase.tokens[position].start <= NameLists.longestItem
      else { return items }
      position -= 1
    }
    if position < 0, end > 0 { items.append(0..<end) }
    return items
  }
}
