/// Persons among the tokens: whole names, transliterations with their points, surnames before a title.
struct NamePersons {
  let phrase: NamePhrase

  func addCandidates(to candidates: inout [NameCandidate]) {
    let tokens = phrase.tokens
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.form == .foreign || isPointed(index) {
        let last = pointedEnd(from: index)
        guard last == index || isTransliteration(phrase.range(index, last)) else {
          index = last + 1
          continue
        }
        let isPlace = last == index && isPlace(index)
        candidates.append(
          NameCandidate(
            phrase.range(index, last), isPlace ? .place : .person,
            isPlace ? .placeForeign : .personForeign))
        index = last + 1
        continue
      }
      if token.shows(.person) {
        candidates.append(
          NameCandidate(
            phrase.range(index, index), .person,
            token.form == .person ? .personSurname : .personKnown))
      } else if token.shows(.surname) {
        addSurname(at: index, to: &candidates)
      }
      index += 1
    }
  }

  /// Whether the words beside a transliteration say that it is a place.
  private func isPlace(_ index: Int) -> Bool {
    if index > 0, phrase.touches(index - 1),
      ["城市", "首都", "首府", "省会", "港口", "小镇"].contains(phrase.word(index - 1))
    {
      return true
    }
    return index + 1 < phrase.tokens.count && phrase.touches(index)
      && ["小镇", "大区", "地区", "一带", "附近", "等地", "市郊", "郊区", "机场", "港", "以东", "以西", "以南", "以北", "境内"]
        .contains(phrase.word(index + 1))
  }

  /// Whether half the characters are such as transliterate; a heading's point divides words.
  private func isTransliteration(_ range: Range<Int>) -> Bool {
    let letters = range.filter { phrase.table.traits[Int(phrase.units[$0])].letter > 0 }
    return letters.count * 2 >= range.count
  }

  /// Whether a point with a name after it follows.
  private func isPointed(_ index: Int) -> Bool {
    let tokens = phrase.tokens
    guard index + 2 < tokens.count, tokens[index + 1].shows(.point) else { return false }
    return isPart(index) && isPart(index + 2) && tokens[index].end == tokens[index + 1].start
  }

  private func isPart(_ index: Int) -> Bool {
    let token = phrase.tokens[index]
    return token.form == .foreign || token.form == .person || token.form == .single
      || token.has(.person) || token.has(.place) || token.form == .word && token.classes.isEmpty
  }

  private func pointedEnd(from index: Int) -> Int {
    var last = index
    while last + 2 < phrase.tokens.count, phrase.tokens[last + 1].shows(.point), isPart(last + 2),
      phrase.tokens[last].end == phrase.tokens[last + 1].start
    {
      last += 2
    }
    return last
  }

  /// `张` of 张先生, `李` of 老李: the surname alone.
  private func addSurname(at index: Int, to candidates: inout [NameCandidate]) {
    let tokens = phrase.tokens
    let token = tokens[index]
    guard index + 1 < tokens.count, tokens[index + 1].start == token.end,
      tokens[index + 1].has(.surnameTitle)
    else { return }
    if index > 0, tokens[index - 1].end == token.start {
      let before = tokens[index - 1]
      guard before.form == .mark || before.has(.stop) || before.has(.title) || before.length > 1
      else { return }
    }
    if tokens[index + 1].length == 1, index + 2 < tokens.count,
      !(tokens[index + 2].has(.after) || tokens[index + 2].form == .mark)
    {
      return
    }
    candidates.append(NameCandidate(phrase.range(index, index), .person, .personTitle))
  }
}
