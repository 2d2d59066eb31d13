/// Whether a fact is done, wanted, expected or a rule, by the words before it in its sentence.
struct StatusFinder {
  let sentence: TokenizedSentence

  private var tokens: [Token] { sentence.tokens }

  func status(of draft: FactDraft) -> (status: Fact.Status, rule: String) {
    if isProvision(draft) { return (.provision, "status.provision") }
    if let time = draft.time, time.expression.sort == .goal, time.expression.isAhead {
      return (.target, "status.goal-time")
    }
    let clause = sentence.clauseStart(of: draft.token)
    var at = draft.token - 1
    var isEarlierClause = false
    while at >= 0 {
      let token = tokens[at]
      if at < clause { isEarlierClause = true }
      if token.kind == .stop, isFullStop(token) { break }
      if token.kind == .word || token.kind == .modifier {
        let word = sentence.text(token)
        if isDone(word) { return (.actual, "status.done") }
        if token.classes.contains(.forecast), !isEarlierClause || word == "将" {
          return (.forecast, "status.forecast")
        }
        if isGoal(word), !isSpent(at, before: draft.token) { return (.target, "status.target") }
      }
      at -= 1
    }
    if let time = draft.time?.expression, time.isAhead, time.sort != .upTo {
      return (.forecast, "status.future-time")
    }
    return (.actual, "status.default")
  }

  private func isFullStop(_ token: Token) -> Bool {
    [0x3002, 0x21, 0x3F].contains(sentence.units[token.range.lowerBound])
  }

  private func isDone(_ word: String) -> Bool {
    ["已", "已经", "曾", "了", "累计", "现已", "截至"].contains(word)
  }

  private func isGoal(_ word: String) -> Bool {
    ["力争", "争取", "目标", "目标是", "计划", "确保", "拟", "预期目标", "奋力", "锚定", "打算", "规划"]
      .contains(word)
  }

  /// Whether a goal that is a noun (`年度目标126亿元`) has found its value before the draft's.
  private func isSpent(_ index: Int, before token: Int) -> Bool {
    let word = sentence.text(tokens[index])
    guard ["目标", "计划", "规划"].contains(word) else { return false }
    return (index + 1..<token).contains { tokens[$0].isQuantity }
      && !(index + 1..<min(index + 3, token)).contains { tokens[$0].endsClause }
  }

  /// A rule: what is given, to whom, per whom, or what bounds eligibility.
  private func isProvision(_ draft: FactDraft) -> Bool {
    var gives = false
    var rules = false
    for token in tokens {
      guard token.kind == .word || token.kind == .modifier else { continue }
      let word = sentence.text(token)
      if ["给予", "予以", "处以", "补贴", "补助", "奖励", "资助", "津贴", "免征", "减征", "奖补"].contains(word) {
        gives = true
      }
      if ["最高", "标准", "对", "凡", "符合", "按照", "每", "可", "不超过", "按", "年满", "未满"].contains(word) {
        rules = true
      }
    }
    guard gives else { return false }
    return rules && !tokens.contains { ["已", "累计", "共", "了", "发放"].contains(sentence.text($0)) }
      || !draft.quantity.per.isEmpty
  }
}
