/// The verb that ties a quantity to what it measures, once the measure is told.
///
/// *Recognizes*: the verb or bound right before the number (`达到`, `突破`, `缩小到`), the verb right before what is measured
/// (`采集…样品9400份`), the verb behind what is counted (`47个主动退出`).
/// *Rejects*: bounds that are no verbs (`近`, `约`), verbs beyond another quantity or clause.
/// *Cost*: linear in the clause.
struct PredicateFinder {
  let sentence: TokenizedSentence

  private var tokens: [Token] { sentence.tokens }

  /// Gives a draft the verb that ties it, where one does; else that stays by which its measure was found.
  ///
  /// - Parameter earlier: the draft before in the sentence, whose verb holds behind 其中.
  func fill(_ draft: FactDraft, after earlier: FactDraft?) {
    if let verb = predicate(of: draft) {
      draft.predicate = verb
    } else if draft.predicate == nil, let earlier, isPart(draft.site) {
      draft.predicate = earlier.predicate
    }
  }

  private func predicate(of draft: FactDraft) -> Citation? {
    let site = draft.site
    if let verb = start(of: site) ?? beforeNumber(site) { return verb }
    guard let measure = measure(of: draft) else { return behind(site.next, site) }
    if measure.upperBound <= sentence.clauseStart(of: site.index) {
      return behind(site.next, site)
    }
    if measure.lowerBound > site.index {
      return nearest(before: site.index, site) ?? behind(measure.upperBound, site)
    }
    return nearest(before: measure.lowerBound, site) ?? opening(of: measure)
  }

  /// `由14人减到3人`: 由 or 从, which ties the first of two values.
  private func start(of site: QuantitySite) -> Citation? {
    guard TimeFinder(sentence: sentence).isStart(site.index) else { return nil }
    let at = (site.start..<site.index).last {
      PredicateFinder.froms.contains(sentence.loneCharacter($0))
    }
    return at.map { Citation(sentence.paragraph, [tokens[$0].range]) }
  }

  /// 由, 从
  private static let froms: [Int] = [0x7531, 0x4ECE]

  /// A verb that what is measured begins with (`转化成果8项`), and that is no part of a property's name (`推广面积`).
  private func opening(of measure: Range<Int>) -> Citation? {
    let first = measure.lowerBound
    guard measure.count > 1, tokens[first].kind == .word, isVerb(tokens[first]),
      tokens[first].range.count > 1,
      tokens[first + 1].classes.isDisjoint(with: [.attribute, .rate, .compoundHead])
    else { return nil }
    return cited(first)
  }

  /// Whether a clause tells part of what the one before told.
  private func isPart(_ site: QuantitySite) -> Bool {
    let start = sentence.clauseStart(of: site.index)
    return sentence.text(tokens[start]) == "其中"
  }

  /// The tokens of the measure in this sentence.
  private func measure(of draft: FactDraft) -> Range<Int>? {
    guard let measure = draft.measure, measure.paragraph == sentence.paragraph,
      let first = measure.ranges.first?.lowerBound, let last = measure.ranges.last?.upperBound,
      sentence.range.lowerBound <= first, last <= sentence.range.upperBound,
      case let start = sentence.firstToken(where: { $0.range.upperBound > first }),
      case let end = sentence.firstToken(where: { $0.range.lowerBound >= last }), start < end
    else { return nil }
    return start..<end
  }

  // MARK: Places

  /// The word right before the number that says how it is reached or bounded.
  private func beforeNumber(_ site: QuantitySite) -> Citation? {
    var at = site.index - 1
    while at >= site.start {
      let token = tokens[at]
      if token.kind == .modifier || token.kind == .word, isTie(token) { return cited(at) }
      if PredicateFinder.goals.contains(sentence.loneCharacter(at)) {
        let isOfVerb = at > site.start && tokens[at - 1].kind == .word && isVerb(tokens[at - 1])
        return isOfVerb ? cited(at - 1) : Citation(sentence.paragraph, [token.range])
      }
      guard token.isLight || isParticle(at) else { return nil }
      at -= 1
    }
    return nil
  }

  /// The nearest verb left of a token, with nothing counted between.
  private func nearest(before index: Int, _ site: QuantitySite) -> Citation? {
    var at = index - 1
    while at >= site.start, index - at < PredicateFinder.reach {
      let token = tokens[at]
      if token.isQuantity { return nil }
      // Farther away a noun of action is one among others (`数据应用等企业127家`).
      if token.kind == .word, isVerb(token),
        at + 1 == index || !token.classes.contains(.verbNoun)
      {
        return cited(at)
      }
      at -= 1
    }
    return nil
  }

  /// The first verb behind what is counted.
  private func behind(_ index: Int, _ site: QuantitySite) -> Citation? {
    var at = index
    while at < site.end, at - index < PredicateFinder.reachBehind {
      let token = tokens[at]
      if token.isQuantity { return nil }
      if token.kind == .word, isVerb(token) { return cited(at) }
      at += 1
    }
    return nil
  }

  private static let reach = 10
  private static let reachBehind = 5

  // MARK: Words

  private func isVerb(_ token: Token) -> Bool {
    if !token.classes.isDisjoint(with: [.adverb, .preposition, .modal]) { return false }
    if token.range.count == 1,
      PredicateFinder.never.contains(sentence.units[token.range.lowerBound])
    {
      return false
    }
    if !token.classes.isDisjoint(with: [.verb, .reach, .increase, .decrease]) { return true }
    return token.classes.isEmpty && token.range.count > 1
      && (token.part == .verb || token.part == .verbnoun)
  }

  /// Single characters that stand before what they govern, or name nothing done.
  private static let never = UnitSet("在到向于以与和按据")

  /// Whether a word before a number ties it: a verb, or a bound that is one.
  private func isTie(_ token: Token) -> Bool {
    if token.kind == .modifier {
      return token.range.count >= 2 && PredicateFinder.bounds.contains(sentence.units[token.range])
    }
    return isVerb(token)
  }

  private static let bounds = WordSet(
    "突破", "超过", "超出", "高于", "低于", "不低于", "不少于", "不超过", "不高于", "不得低于", "不得少于", "不得超过", "不足",
    "达到", "达", "接近", "多于", "少于", "逼近", "跨过", "跌破")

  /// `了`, `过`, `着`: behind a verb.
  private func isParticle(_ index: Int) -> Bool {
    PredicateFinder.particles.contains(sentence.loneCharacter(index))
  }

  private static let particles: [Int] = [0x4E86, 0x8FC7, 0x7740]

  /// A verb with the word that says where it leads to: `缩小到`, `升至`; without 了 and 只 around it.
  private func cited(_ index: Int) -> Citation {
    var range = tokens[index].range
    if range.count == 2, sentence.units[range.lowerBound] == 0x53EA {  // 只
      range = range.lowerBound + 1..<range.upperBound
    } else if range.count >= 2, sentence.units[range.upperBound - 1] == 0x4E86 {  // 了
      range = range.lowerBound..<range.upperBound - 1
    }
    if index > 0, sentence.loneCharacter(index - 1) == 0x65B0,  // 新
      tokens[index - 1].range.upperBound == range.lowerBound
    {
      range = tokens[index - 1].range.lowerBound..<range.upperBound
    }
    if index + 1 < tokens.count, tokens[index + 1].range.lowerBound == range.upperBound,
      PredicateFinder.goals.contains(sentence.loneCharacter(index + 1))
    {
      return Citation(sentence.paragraph, [range.lowerBound..<tokens[index + 1].range.upperBound])
    }
    return Citation(sentence.paragraph, [range])
  }

  /// 到, 至, 为
  private static let goals: [Int] = [0x5230, 0x81F3, 0x4E3A]
}
