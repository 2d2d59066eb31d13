/// Cities and provinces that no table knows, by their last character: two characters before 市 or 省, apart from what
/// stands around them (`。某某市…`, `在某某市`).
///
/// *Recognizes*: `XY市`, `XY省` behind a mark, a preposition or the start; once told, the bare `XY` is taught as a place.
/// *Rejects*: words that end so (`城市`, `上市`, `全市`), and 市 as the beginning of a word (`市场`, `市民`).
/// *Cost*: linear; looks at three characters on each side.
struct NameCities {
  let units: [UInt16]

  /// Adds the cities of a range that no candidate covers, and teaches their names to the article.
  func addCandidates(
    in range: Range<Int>, to candidates: inout [NameCandidate], context: inout NameContext
  ) {
    for end in range where units[end] == 0x5E02 || units[end] == 0x7701 {  // 市省
      guard end - 2 >= range.lowerBound, isStem(end - 2), isApart(end - 2, range),
        isClosed(end, range)
      else { continue }
      let name = end - 2..<end + 1
      guard !candidates.contains(where: { $0.range.overlaps(name) }) else { continue }
      candidates.append(NameCandidate(name, .place, "place.city"))
      context.teach(Array(units[end - 2..<end]), kind: .place)
    }
  }

  /// Two Han characters, neither of which makes a common word with the level or the other.
  private func isStem(_ start: Int) -> Bool {
    for at in start..<start + 2 {
      guard (0x4E00...0x9FFF).contains(units[at]), !NameCities.neverInStem.contains(units[at])
      else {
        return false
      }
    }
    return true
  }

  private func isApart(_ start: Int, _ range: Range<Int>) -> Bool {
    guard start > range.lowerBound else { return true }
    let before = units[start - 1]
    return !(0x4E00...0x9FFF).contains(before) || NameCities.openers.contains(before)
  }

  private func isClosed(_ level: Int, _ range: Range<Int>) -> Bool {
    guard level + 1 < range.upperBound else { return true }
    return !NameCities.followers.contains(units[level + 1])
  }

  /// Characters before which 市 is no level, or that no city's name has.
  private static let neverInStem = Set(
    "全我本该各每某两三四五六七八九十几多上下城都股楼超门集夜花菜闹外跨建撤入出开收休退县区省市的了和与在是有为从由向到对于及其这那一不也都就将已被把让个家名场年月日时分秒前后中内外新老大小高低"
      .utf16)
  private static let openers = Set("在的和与从由向对到据是为于及被让为驻赴经过至、".utf16)
  private static let followers = Set("场民面值容价盈况井集肆尺侩道亩辖级内外里长域情属直区".utf16)
}
