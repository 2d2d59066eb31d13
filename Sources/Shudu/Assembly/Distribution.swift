/// `分别`: pairs the members of a list of measures with the values that follow.
struct Distribution {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
  }

  private var tokens: [Token] { sentence.tokens }

  /// Gives each draft from `first` on that a `分别` clause holds its own member of the list before that word.
  ///
  /// Does nothing where the list has another number of members than there are values.
  func apply(to drafts: inout [FactDraft], from first: Int) {
    for at in tokens.indices where isRespectively(tokens[at]) {
      let values = (first..<drafts.count).filter { index in
        drafts[index].token > at && !tokens[at..<drafts[index].token].contains { $0.kind == .stop }
      }
      guard values.count > 1 else { continue }
      let start = sentence.clauseStart(of: at)
      guard let list = listBefore(at, notBefore: start) else { continue }
      let members = self.members(of: list)
      guard members.count > 1, members.count <= values.count else { continue }
      distribute(members, over: Array(values.prefix(members.count)), in: &drafts)
    }
  }

  /// 分别, 分别为, 分别达
  private func isRespectively(_ token: Token) -> Bool {
    token.kind == .word && (2...3).contains(token.range.count)
      && sentence.units[token.range.lowerBound] == 0x5206
      && sentence.units[token.range.lowerBound + 1] == 0x522B
  }

  private func listBefore(_ index: Int, notBefore start: Int) -> Range<Int>? {
    var end = index
    while end > start, tokens[end - 1].isLight { end -= 1 }
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
    _ members: [Range<Int>], over values: [Int], in drafts: inout [FactDraft]
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
    }
    let isOwnerList = members.allSatisfy { $0.count == 1 && tokens[$0.lowerBound].isName }
    for (turn, value) in values.enumerated() {
      let member = sentence.textRange(members[turn])
      if isOwnerList {
        drafts[value].owner = Citation(sentence.paragraph, [member])
      } else {
        var ranges = [member]
        if let shared, turn + 1 < members.count { ranges.append(shared) }
        drafts[value].measure = Citation(sentence.paragraph, ranges)
        if turn > 0, drafts[value].owner == nil { drafts[value].owner = drafts[values[0]].owner }
      }
      drafts[value].rules.append("measure.respectively")
    }
  }
}
