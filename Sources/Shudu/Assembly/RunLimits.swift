/// Where a run of tokens that may name a measure begins, ends, and what it never reaches across.
struct RunLimits: OptionSet, Sendable {
  let rawValue: UInt16

  /// A run may begin with it.
  static let start = RunLimits(rawValue: 1 << 0)
  /// A relative clause before `的` may begin with it (`能与观众见面的藏品`).
  static let clauseStart = RunLimits(rawValue: 1 << 1)
  /// A run may end with it.
  static let end = RunLimits(rawValue: 1 << 2)
  /// No run reaches across it: a time, the end of a clause, `等`, `了`, a verb of speech.
  static let barrier = RunLimits(rawValue: 1 << 3)
  /// A number before it only bounds what follows (`5亿元以上的项目`).
  static let bound = RunLimits(rawValue: 1 << 4)
  /// A number by which the noun behind it is not known.
  static let freeNumber = RunLimits(rawValue: 1 << 5)
  static let number = RunLimits(rawValue: 1 << 9)
  static let de = RunLimits(rawValue: 1 << 6)
  static let opens = RunLimits(rawValue: 1 << 7)
  static let closes = RunLimits(rawValue: 1 << 8)
  /// No run reaches across it, but one may begin with it (`被采纳的`).
  static let edge = RunLimits(rawValue: 1 << 10)

  /// The limits of each token of a sentence.
  static func all(of sentence: TokenizedSentence, _ phrases: PhraseFinder) -> [RunLimits] {
    sentence.tokens.indices.map { limits(of: $0, in: sentence, phrases) }
  }

  private static func limits(
    of index: Int, in sentence: TokenizedSentence, _ phrases: PhraseFinder
  ) -> RunLimits {
    let token = sentence.tokens[index]
    switch token.kind {
    case .word: return limits(ofWord: token, at: index, in: sentence, phrases)
    case .name: return [.start, .end]
    case .open, .quoteOpen: return [.start, .opens]
    case .close, .quoteClose: return [.end, .closes]
    case .quantity:
      if isBounded(index, in: sentence) { return [.number, .start] }
      return isBound(index + 1, in: sentence, phrases)
        ? [.number, .start, .freeNumber] : [.number, .freeNumber]
    case .modifier:
      let isBeforeNumber =
        index + 1 < sentence.tokens.count && sentence.tokens[index + 1].isQuantity
      return isBeforeNumber ? [.bound, .start] : .bound
    case .comma, .stop, .time: return .barrier
    case .pause: return []
    }
  }

  private static func limits(
    ofWord word: Token, at index: Int, in sentence: TokenizedSentence, _ phrases: PhraseFinder
  ) -> RunLimits {
    var limits: RunLimits = phrases.isDe(word) ? [.de, .bound] : []
    let lone = sentence.loneCharacter(index)
    let isBinding = phrases.isDe(word) || phrases.isJoiner(word)
    let isNominal = phrases.isNominal(word)
    let isOpening =
      isNominal || word.range.count > 1
      || word.classes.isDisjoint(with: [.listEnd, .conjunction, .particle, .modal])
    if RunLimits.openers.contains(UInt16(truncatingIfNeeded: lone)) || !isBinding && isOpening {
      limits.insert(.start)
    }
    if !isBinding, word.classes.isDisjoint(with: [.listEnd, .particle]) {
      limits.insert(.clauseStart)
    }
    if !isBinding, isNominal || word.classes.isDisjoint(with: [.particle, .preposition]) {
      limits.insert(.end)
    }
    if !word.classes.isDisjoint(with: [.listEnd, .speech]) && !isReport(index, in: sentence)
      || RunLimits.barriers.contains(UInt16(truncatingIfNeeded: lone))
    {
      limits.insert(lone == 0x88AB ? .edge : .barrier)  // 被
    }
    return limits
  }

  /// `三四级手术`, `一类新药`: a grade or a class right before what it tells apart.
  private static func isGrade(
    _ quantity: Quantity, at index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard let unit = quantity.ownUnit, index + 1 < sentence.tokens.count,
      grades.contains(sentence.units[unit.range.upperBound - 1])
    else { return false }
    let next = sentence.tokens[index + 1]
    return next.kind == .word && next.range.lowerBound == sentence.tokens[index].range.upperBound
      && sentence.loneCharacter(index + 1) != 0x7684  // 的
  }

  private static let grades = UnitSet("级类代线等档")

  /// `出具检测报告2.3万份`: a noun where it is counted.
  private static func isReport(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    index + 1 < sentence.tokens.count && sentence.tokens[index + 1].isQuantity
      && sentence.units[sentence.tokens[index].range].elementsEqual(report)
  }

  private static let report = Array("报告".utf16)
  /// `对东盟进出口`, `可循环快递箱`, `被采纳的`: words of one character that a run may begin with whatever else they are.
  private static let openers = UnitSet("对可被")
  private static let barriers = UnitSet("了着过把被但而并且却又也还仅共达为是")

  private static func isBound(
    _ index: Int, in sentence: TokenizedSentence, _ phrases: PhraseFinder
  ) -> Bool {
    guard index < sentence.tokens.count else { return false }
    return sentence.tokens[index].kind == .modifier || phrases.isDe(sentence.tokens[index])
  }

  /// Whether a number is one by which the noun behind it is known (`超亿元项目`, `前五大客户`, `百亿级项目`).
  private static func isBounded(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let quantity = sentence.quantity(at: index) else { return false }
    if quantity.isScale || !quantity.isFactual || isGrade(quantity, at: index, in: sentence) {
      return true
    }
    return index > 0 && sentence.tokens[index - 1].kind == .modifier
  }
}
