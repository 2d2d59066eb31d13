/// `分别`: pairs the members of a list of measures with the values that follow.
struct Distribution {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
  }

  /// The rule of drafts whose owner is a member of the list.
  static let ownerRule = "subject.respectively"

  private var tokens: [Token] { sentence.tokens }

  /// Gives each draft from `first` on that a `分别` clause holds its own member of the list before that word.
  ///
  /// Does nothing where the list has another number of members than there are values.
  func apply(to drafts: [FactDraft], from first: Int) {
    for at in tokens.indices where isRespectively(tokens[at]) {
      let values = (first..<drafts.count).filter { index in
        drafts[index].token > at && !tokens[at..<drafts[index].token].contains { $0.kind == .stop }
      }
      guard values.count > 1 else { continue }
      let start = sentence.clauseStart(of: at)
      guard let list = listBefore(at, notBefore: start) else {
        carry(over: run(of: values, in: drafts), from: first, in: drafts)
        continue
      }
      let members = self.members(of: list)
      guard members.count > 1, members.count <= values.count else { continue }
      distribute(members, over: Array(values.prefix(members.count)), in: drafts)
    }
  }

  /// 分别, 分别为, 分别达
  private func isRespectively(_ token: Token) -> Bool {
    token.kind == .word && (2...3).contains(token.range.count)
      && sentence.units[token.range.lowerBound] == 0x5206
      && sentence.units[token.range.lowerBound + 1] == 0x522B
  }

  /// The first of the values, as far as only a pause, `和` or a bound stands between one and the next.
  private func run(of values: [Int], in drafts: [FactDraft]) -> [Int] {
    var run = [values[0]]
    for value in values.dropFirst() {
      let between = drafts[run[run.count - 1]].token + 1..<drafts[value].token
      let isList = between.allSatisfy {
        tokens[$0].kind == .pause || tokens[$0].kind == .modifier || phrases.isJoiner(tokens[$0])
      }
      guard isList else { break }
      run.append(value)
    }
    return run
  }

  /// `出口120亿元、进口80亿元,分别增长5%和3%`: each rate belongs to one of the amounts before.
  private func carry(over values: [Int], from first: Int, in drafts: [FactDraft]) {
    guard let start = values.first, values.count > 1 else { return }
    let levels = (first..<start).filter { drafts[$0].aspect == .level && drafts[$0].measure != nil }
    guard levels.count >= values.count else { return }
    for (level, value) in zip(levels.suffix(values.count), values) {
      drafts[value].measure = drafts[level].measure
      drafts[value].owner = drafts[level].owner
      drafts[value].rules.append("measure.respectively")
    }
  }

  private func listBefore(_ index: Int, notBefore start: Int) -> Range<Int>? {
    var end = index
    while end > start, tokens[end - 1].isLight { end -= 1 }
    guard end > start else { return nil }
    return phrases.phrase(endingAt: end, notBefore: start)
  }

  private func members(of list: Range<Int>) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var start = list.lowerBound
    for at in list where tokens[at].kind == .pause || phrases.isJoiner(tokens[at]) {
      if start < at { members.append(start..<at) }
      start = at + 1
    }
    if start < list.upperBound { members.append(start..<list.upperBound) }
    return members
  }

  private func distribute(
    _ members: [Range<Int>], over values: [Int], in drafts: [FactDraft]
  ) {
    // `高新技术企业和科技型企业总量`: the property at the end belongs to every member.
    var shared: Range<Int>?
    if let last = members.last, last.count > 1 {
      let head = tokens[last.upperBound - 1]
      let hasProperty = !head.classes.isDisjoint(with: [.attribute, .rate])
      let othersHave = members.dropLast().contains {
        !tokens[$0.upperBound - 1].classes.isDisjoint(with: [.attribute, .rate])
      }
      if hasProperty, !othersHave { shared = head.range }
      if let tail = tail(of: last, like: members[0]) { shared = sentence.textRange(tail) }
    }
    let owners = owners(members)
    let preposition = preposition(before: members)
    for (turn, value) in values.enumerated() {
      let member = sentence.textRange(members[turn])
      if let owners, let preposition, let property = owners.property {
        // `对美国、欧盟进出口`: partners, of whom the measure tells.
        drafts[value].measure = Citation(
          sentence.paragraph, [preposition, owners.names[turn], property])
      } else if let owners, preposition == nil {
        drafts[value].owner = Citation(sentence.paragraph, owners.names[turn])
        drafts[value].rules.append(Distribution.ownerRule)
        if let property = owners.property {
          drafts[value].measure = Citation(sentence.paragraph, property)
        }
      } else {
        var ranges = [member]
        if let shared, turn + 1 < members.count { ranges.append(shared) }
        drafts[value].measure = Citation(sentence.paragraph, ranges)
        if turn > 0, drafts[value].owner == nil { drafts[value].owner = drafts[values[0]].owner }
      }
      drafts[value].rules.append("measure.respectively")
    }
  }

  /// The preposition right before a list, which makes partners of its members.
  private func preposition(before members: [Range<Int>]) -> Range<Int>? {
    guard let first = members.first?.lowerBound, first > 0,
      tokens[first - 1].classes.contains(.preposition)
    else { return nil }
    return tokens[first - 1].range
  }

  /// The names of a list of owners, and what is told of each of them behind the last (`甲市、乙市的产值`, `甲、乙两市产值`); nil for
  /// another list.
  private func owners(_ members: [Range<Int>]) -> (names: [Range<Int>], property: Range<Int>?)? {
    guard let last = members.last, tokens[last.lowerBound].isName,
      members.dropLast().allSatisfy({ $0.count == 1 && tokens[$0.lowerBound].isName })
    else { return nil }
    var at = last.lowerBound + 1
    while at < last.upperBound,
      phrases.isDe(tokens[at]) || NameGroups.count(of: sentence.units[tokens[at].range]) != nil
    {
      at += 1
    }
    let names = members.map { tokens[$0.lowerBound].range }
    return (names, at < last.upperBound ? sentence.textRange(at..<last.upperBound) : nil)
  }

  /// What follows, in the last member of a list, the word that the first member ends with
  /// (`外商投资企业、国有企业进出口`); nil for nothing.
  private func tail(of last: Range<Int>, like first: Range<Int>) -> Range<Int>? {
    let word = sentence.text(tokens[first.upperBound - 1])
    guard let own = last.dropLast().last(where: { sentence.text(tokens[$0]) == word }) else {
      return nil
    }
    return own + 1..<last.upperBound
  }
}
