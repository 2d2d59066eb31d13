/// When a fact holds: the time named nearest before it, carried over within its paragraph.
struct TimeFinder {
  let sentence: TokenizedSentence

  private var tokens: [Token] { sentence.tokens }

  /// The time of a draft; nil where nothing says.
  ///
  /// - Parameter carried: the last time of the paragraph before this sentence.
  func time(of draft: FactDraft, carried: TimeChoice?) -> TimeChoice? {
    if isStart(draft.token) { return startTime(of: draft) }
    var at = draft.token - 1
    while at >= 0 {
      if let choice = choice(at: at, before: draft.token) { return choice }
      at -= 1
    }
    let end = sentence.clauseEnd(of: draft.token)
    at = draft.token + 1
    while at < end {
      if let choice = choice(at: at, before: nil) { return choice }
      at += 1
    }
    if var carried {
      carried.isInherited = true
      if carried.rule == "time.named" { carried.rule = "time.carried" }
      return carried
    }
    return nil
  }

  /// The time told of a start value itself; what holds for the end value is no time of it.
  private func startTime(of draft: FactDraft) -> TimeChoice? {
    let first = max(sentence.clauseStart(of: draft.token), draft.token - 5)
    return (first..<draft.token).reversed().lazy.compactMap { at in
      startValue(behind: at) == draft.token ? choice(at: at, before: draft.token) : nil
    }.first
  }

  /// The last time of the sentence that later sentences may take over.
  func lastTime() -> TimeChoice? {
    for at in tokens.indices.reversed() {
      if let choice = choice(at: at, before: nil) { return choice }
    }
    return nil
  }

  /// The time at a token that may date the fact at `before`, or what follows where that is nil.
  private func choice(at index: Int, before: Int?) -> TimeChoice? {
    guard let expression = datingTime(at: index) else { return nil }
    if isBase(index) || isModifier(index) || isGoalModifier(index) { return nil }
    if let before {
      if reach(of: index).map({ before > $0 }) ?? false { return nil }
      if let value = startValue(behind: index), value != before { return nil }
    }
    return TimeChoice(
      words: Citation(sentence.paragraph, [tokens[index].range]), expression: expression,
      isInherited: false, rule: "time.named")
  }

  /// The time at a token, if it is of a sort that dates facts: no frequency and no hour of a day.
  private func datingTime(at index: Int) -> TimeExpression? {
    guard let time = sentence.time(at: index), time.canDate else { return nil }
    // `明年10月投产,届时年产能达到6000吨`: the time that was named.
    if time.sort == .vague, sentence.units[tokens[index].range].elementsEqual(Self.then) {
      return nil
    }
    return time
  }

  private static let then = Array("届时".utf16)

  /// `比上年末增加`, `与2010年相比`, `高于2019年`, `约为8月的1.5倍`: the base of a comparison.
  private func isBase(_ index: Int) -> Bool {
    var at = index - 1
    // `比前年、去年`, `比 2019 年同期`.
    while at >= 0, tokens[at].kind == .pause || tokens[at].isTime { at -= 1 }
    guard at >= 0, tokens[at].kind == .word || tokens[at].kind == .modifier else { return false }
    let word = sentence.units[tokens[at].range]
    if Self.comparing.contains(word) { return true }
    if Self.accompanying.contains(word) {
      return (index + 1..<min(index + 4, tokens.count)).contains {
        sentence.firstCharacter($0) == 0x76F8 || sentence.text(tokens[$0]) == "持平"  // 相
      }
    }
    // `恢复到2019年同期的九成`: the time may hold its 到.
    let isWeak =
      Self.reaching.contains(sentence.units[tokens[at].range.upperBound - 1])
      || Self.reaching.contains(sentence.units[tokens[index].range.lowerBound])
    guard isWeak || Self.equating.contains(word) else { return false }
    // `是2019年的1.15倍`, `接近去年全年的两倍`, but `是2019年的事`.
    guard let de = partitive(behind: index) else {
      return de(behind: index) == nil && sentence.loneCharacter(at) == 0x662F  // 是
    }
    return !isWeak || isRatio(de + 1)
  }

  /// The 的 behind a time, or behind a noun or two of that time (`去年利润总额的一成半`), with a value right behind it; nil for none.
  private func partitive(behind index: Int) -> Int? {
    guard let de = de(behind: index), de + 1 < tokens.count else { return nil }
    return tokens[de + 1].isQuantity || tokens[de + 1].kind == .modifier ? de : nil
  }

  private func de(behind index: Int) -> Int? {
    var at = index + 1
    while at < tokens.count, at - index <= 3, tokens[at].kind == .word {
      if sentence.loneCharacter(at) == 0x7684 { return at }  // 的
      if tokens[at].classes.contains(.verb) { return nil }
      at += 1
    }
    return nil
  }

  /// Whether a value, behind its bound, is a part or a multiple of another.
  private func isRatio(_ index: Int) -> Bool {
    let value = tokens[index].isQuantity ? index : index + 1
    guard value < tokens.count, let quantity = sentence.quantity(at: value) else { return false }
    return [.percent, .multiple, .ratio].contains(quantity.kind)
  }

  private static let comparing = WordSet(
    "比", "较", "继", "高于", "低于", "好于", "优于", "多于", "少于", "快于", "慢于", "相较于", "相比", "不及")
  private static let accompanying = WordSet("与", "同", "和", "跟")
  private static let equating = WordSet(
    "是", "为", "相当于", "达到", "达", "恢复到", "恢复至", "超过", "超", "约为", "占", "接近", "只有", "仅有", "赶上")

  /// `全年任务的87%`: the time only says which goal; it dates the goal's own value (`年度目标126亿元`).
  private func isGoalModifier(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word,
      index + 2 >= tokens.count || !tokens[index + 2].isQuantity
    else { return false }
    let word = tokens[index + 1]
    // `今年计划开工21个`: a verb.
    if sentence.units[word.range].elementsEqual(Self.plan), index + 2 < tokens.count,
      tokens[index + 2].classes.contains(.verb)
    {
      return false
    }
    return word.classes.contains(.goalNoun)
      || Self.goals.contains(sentence.units[word.range].prefix(2))
  }

  private static let plan = Array("计划".utf16)
  /// What words for goals begin with.
  private static let goals = WordSet("目标", "任务", "计划", "预算", "预期", "时序", "进度")

  /// `由2021年的9%升到14%`: the value that a time behind 由 or 从 belongs to; nil for none.
  private func startValue(behind index: Int) -> Int? {
    guard index > 0, isFrom(index - 1) || isFrom(index) else { return nil }
    let end = sentence.clauseEnd(of: index)
    guard let value = (index + 1..<end).first(where: { tokens[$0].isQuantity }),
      value - index <= 4, isStart(value)
    else { return nil }
    return value
  }

  /// Whether a value is what something rose or fell from: 由 or 从 before it in its clause, a verb that reaches another behind.
  func isStart(_ value: Int) -> Bool {
    let start = sentence.clauseStart(of: value)
    var at = value - 1
    while at >= start, !isFrom(at) {
      if tokens[at].isQuantity || value - at > 6 { return false }
      at -= 1
    }
    guard at >= start else { return false }
    let end = min(sentence.clauseEnd(of: value), value + 8)
    return (value + 1..<end).contains { at in
      let token = tokens[at]
      guard token.kind == .word || token.kind == .modifier else { return false }
      return Self.reaching.contains(sentence.units[token.range.upperBound - 1])
    }
  }

  /// 由, 从, or a time that begins with it (`从去年`).
  private func isFrom(_ index: Int) -> Bool {
    guard !tokens[index].isQuantity else { return false }
    let first = sentence.units[tokens[index].range.lowerBound]
    return (first == 0x7531 || first == 0x4ECE)
      && (tokens[index].range.count == 1 || tokens[index].isTime)
  }

  /// Last characters of `增加到`, `升至`, `扩大为`.
  private static let reaching = UnitSet("到至为成")

  /// The last token that a time within a phrase may date; nil where it dates all that follows.
  ///
  /// `2019年引进的16家企业完成产值50亿元` dates the count alone, `年度目标126亿元` the goal alone.
  private func reach(of index: Int) -> Int? {
    let end = sentence.clauseEnd(of: index)
    guard index + 1 < end, let value = (index + 1..<end).first(where: { tokens[$0].isQuantity })
    else { return nil }
    let words = sentence.text(tokens[index])
    if words == "年度" { return value }
    let start = sentence.clauseStart(of: index)
    guard value - 1 > index, sentence.loneCharacter(value - 1) == 0x7684,
      (index + 1..<value - 1).contains(where: { tokens[$0].classes.contains(.verb) }),
      index == start
    else { return nil }
    return value
  }

  /// `根据去年修订的《…办法》`: when a document was made says nothing of what it provides.
  private func datesDocument(_ index: Int) -> Bool {
    let end = min(index + 6, tokens.count - 1)
    guard
      let de = (index + 1..<max(index + 1, end)).first(where: {
        sentence.loneCharacter($0) == 0x7684  // 的
      }), de > index + 1
    else { return false }
    if case .name(_, .document) = tokens[de + 1].kind { return true }
    return tokens[de + 1].kind == .open && sentence.loneCharacter(de + 1) == 0x300A  // 《
  }

  /// A year within a title only names the thing, and so does one in quotation marks before a noun.
  private func isModifier(_ index: Int) -> Bool {
    if datesDocument(index) { return true }
    if index > 0, tokens[index - 1].kind == .quoteOpen, index + 2 < tokens.count,
      tokens[index + 1].kind == .quoteClose, tokens[index + 2].kind == .word,
      tokens[index + 2].classes.isDisjoint(with: [.verb, .adverb, .preposition, .modal])
    {
      return true
    }
    var depth = 0
    for at in 0..<index {
      if case .open = tokens[at].kind, sentence.units[tokens[at].range.lowerBound] == 0x300A {
        depth += 1
      }
      if case .close = tokens[at].kind, sentence.units[tokens[at].range.lowerBound] == 0x300B {
        depth -= 1
      }
    }
    return depth > 0
  }
}

extension TimeExpression {
  /// Whether it is of a sort that dates facts: a feast or a weekday has its day; an hour and a frequency have none.
  var canDate: Bool {
    switch sort {
    case .repeated: false
    case .clock: value.map { $0.utf8.contains(0x2D) } ?? false
    case .calendar, .upTo, .since, .goal, .vague: true
    }
  }
}
