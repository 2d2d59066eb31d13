/// Places by themselves and side by side: `河北唐山`, `某县甲镇乙村`, `渝` after 在.
struct NamePlaces {
  let phrase: NamePhrase

  func addCandidates(to candidates: inout [NameCandidate], context: NameContext) {
    let tokens = phrase.tokens
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.shows(.place) {
        let last = runEnd(from: index)
        if last == index, isBuilt(index) {
          candidates.append(NameCandidate(phrase.range(index, index), .facility, .facilityKnown))
        } else {
          candidates.append(
            NameCandidate(
              phrase.range(index, last), .place, last > index ? .placeRun : .placeKnown))
        }
        index = last + 1
      } else {
        if token.shows(.letter) { addLetter(at: index, to: &candidates) }
        if token.shows(.zone) { addShort(at: index, to: &candidates, context: context) }
        index += 1
      }
    }
  }

  /// Whether a known site was built: a bridge, a line, an airport.
  func isBuilt(_ index: Int) -> Bool {
    let token = phrase.tokens[index]
    guard token.form == .word, token.length > 3 else { return false }
    return NamePlaces.built.contains(phrase.units[token.end - 2..<token.end])
      && phrase.table.place(of: token)?.level == "site"
  }

  private static let built = WordSet("大桥", "高铁", "铁路", "公路", "高速", "机场", "工程", "枢纽", "通道")

  /// The last token of the places side by side that begin at an index: each within the one before.
  private func runEnd(from index: Int) -> Int {
    let tokens = phrase.tokens
    var last = index
    while last + 1 < tokens.count, tokens[last + 1].start == tokens[last].end {
      let next = tokens[last + 1]
      if next.has(.admin), next.length == 1, tokens[last].form == .word {
        last += 1
      } else if next.form == .place || lies(next, within: tokens[last]) {
        last += 1
      } else if next.has(.weakPlace), last + 2 < tokens.count, tokens[last + 2].has(.placeSingle),
        tokens[last + 2].length == 1
      {
        last += 2
      } else {
        break
      }
    }
    return last
  }

  /// Whether the division's code begins with the other's.
  private func lies(_ inner: NameToken, within outer: NameToken) -> Bool {
    guard inner.has(.place) || inner.has(.weakPlace),
      let code = phrase.table.place(of: inner)?.code,
      let outerCode = phrase.table.place(of: outer)?.code, outerCode.utf8.count >= 2
    else { return false }
    guard code.utf8.count > outerCode.utf8.count else { return false }
    return code.hasPrefix(outerCode) || phrase.table.costs[Int(inner.entry)].isShared
  }

  /// One character that stands for a province or a country.
  private func addLetter(at index: Int, to candidates: inout [NameCandidate]) {
    let tokens = phrase.tokens
    let token = tokens[index]
    guard LetterContext.solid.contains(phrase.units[token.start]) else { return }
    let before = index > 0 && tokens[index - 1].end == token.start ? tokens[index - 1] : nil
    let after =
      index + 1 < tokens.count && tokens[index + 1].start == token.end ? tokens[index + 1] : nil
    if let after, after.shows(.letter),
      LetterContext.solid.contains(phrase.units[after.start]),
      !token.classes.intersection(after.classes).isDisjoint(with: NameClass.letter)
    {
      // Two letters side by side: 中美, 川渝.
      let next = index + 2 < tokens.count ? tokens[index + 2] : nil
      if next?.form == .word || next == nil {
        candidates.append(NameCandidate(phrase.range(index, index + 1), .place, .placeLetters))
      }
      return
    }
    if let before, before.length == 1,
      LetterContext.before.contains(phrase.units[before.start])
    {
      candidates.append(NameCandidate(phrase.range(index, index), .place, .placeLetter))
    } else if let after, token.has(.letterOfWorld), after.length <= 2,
      LetterContext.after.contains(Array(phrase.units[after.start..<after.end]))
    {
      candidates.append(NameCandidate(phrase.range(index, index), .place, .placeLetter))
    }
  }

  /// `科学城` where the article has told of one by its full name.
  private func addShort(
    at index: Int, to candidates: inout [NameCandidate], context: NameContext
  ) {
    let token = phrase.tokens[index]
    let isFree =
      index == 0 || !phrase.touches(index - 1) || phrase.tokens[index - 1].form == .mark
      || phrase.tokens[index - 1].isBound
    guard isFree, context.endsName(phrase.units[token.start..<token.end]) else { return }
    candidates.append(NameCandidate(phrase.range(index, index), .place, .placeShort))
  }
}

/// What shows one character to stand for a place.
enum LetterContext {
  /// Those that seldom mean anything else.
  static let solid = UnitSet("京沪津渝粤浙皖闽赣鲁豫鄂湘桂琼川蜀黔滇藏陕港澳台穗蓉华中美英法德日俄韩朝印越巴墨欧")
  static let before = UnitSet("在来赴驻离抵访入返留援侨")
  static let after: Set<[UInt16]> = Set(
    ["方", "国内", "总统", "总理", "政府", "军", "两国", "驻", "企", "籍", "首相", "外长", "外交部"].map {
      Array($0.utf16)
    })
}
