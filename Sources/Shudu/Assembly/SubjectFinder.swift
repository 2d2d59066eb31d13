/// Whom a sentence names that may own a measure, and as what each stands.
struct SubjectFinder {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  /// The owner that begins at each token, speakers and examples too.
  private var owners: [Owner?] = []

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
    owners = sentence.tokens.indices.map { findOwner(at: $0) }
  }

  var tokens: [Token] { sentence.tokens }

  /// The owners that a heading or title names, in order.
  func headingOwners(_ history: SubjectHistory) -> [SubjectHistory.Owner] {
    tokens.indices.compactMap { at in
      owner(at: at).flatMap { owner in
        resolved(Citation(sentence.paragraph, owner.range), history, rule: "").map {
          history.registry.fullName(ofZone: $0.words)?.owner
            ?? SubjectHistory.Owner(name: $0.name, words: $0.words)
        }
      }
    }
  }

  // MARK: Candidates

  /// A name or a word for one that may own a measure.
  struct Owner {
    var range: Range<Int>
    /// How many tokens it has.
    var tokens: Int
    /// Whether its clause speaks of it, and it is neither an object nor behind a preposition.
    var isTopic: Bool
    var isPerson: Bool
    var isSpeaker: Bool
    var isExample: Bool
    /// Whether it is a document, an event or a program, which own less than bodies and places do.
    var isWork: Bool
    var opensClause: Bool
  }

  /// The owner that begins at a token; nil for none, and if `isStrict` for persons, speakers, examples and works.
  func owner(at index: Int, isStrict: Bool = true) -> Owner? {
    guard let owner = owners[index] else { return nil }
    let isWeak = owner.isPerson || owner.isSpeaker || owner.isExample || owner.isWork
    return isStrict && isWeak ? nil : owner
  }

  private func findOwner(at index: Int) -> Owner? {
    let token = tokens[index]
    var isPerson = false
    var isWork = false
    switch token.kind {
    case .name(_, let kind):
      isPerson = kind == .person
      isWork = !isPerson && !SubjectFinder.owning.contains(kind)
      guard !NameRegistry.isMedium(sentence.units[token.range]) else { return nil }
    case .word:
      if token.classes.contains(.generic) {
        guard opensClause(index) else { return nil }
      } else if !token.classes.contains(.anaphor) {
        return nil
      }
    default: return nil
    }
    if isQuotedModifier(index) { return nil }
    var end = index + 1
    // `科学城核心区`, `高新区直管园`: a part of the named place.
    while end < tokens.count, tokens[end].kind == .word, end - index < 3,
      isPart(tokens[end]), tokens[end].classes.isDisjoint(with: [.verb, .adverb, .preposition])
    {
      end += 1
    }
    return Owner(
      range: token.range.lowerBound..<tokens[end - 1].range.upperBound, tokens: end - index,
      isTopic: !isObject(index), isPerson: isPerson, isSpeaker: isSpeaker(index),
      isExample: isExample(index), isWork: isWork, opensClause: opensClause(index))
  }

  /// Kinds of names that own measures.
  private static let owning: [NameKind] = [.place, .organization, .facility, .product]

  /// `“三年行动”签约项目`: a quoted name before a noun only says of what kind that is.
  private func isQuotedModifier(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .quoteOpen, index + 2 < tokens.count,
      tokens[index + 1].kind == .quoteClose
    else { return false }
    let next = tokens[index + 2]
    return next.kind == .word && phrases.isNominal(next) && !next.classes.contains(.verb)
  }

  /// Whether a word stands first in its clause, but for times, adverbs and joining words, and goes on to say something.
  private func opensClause(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, !tokens[at].endsClause {
      let token = tokens[at]
      guard token.isTime || token.isLight || token.classes.contains(.conjunction) else {
        return false
      }
      at -= 1
    }
    return index + 1 < tokens.count && !tokens[index + 1].endsClause
      && !phrases.isDe(tokens[index + 1])
  }

  /// Whether a name is one of the examples before `等`.
  private func isExample(_ index: Int) -> Bool {
    var at = index + 1
    while at < tokens.count, at - index < 24 {
      let token = tokens[at]
      if token.classes.contains(.listEnd), token.kind == .word {
        return at + 1 < tokens.count && !tokens[at + 1].classes.contains(.verb)
      }
      guard
        token.isName || token.kind == .pause || phrases.isNominal(token)
          || token.kind == .comma && tokens[at - 1].isName
      else { return false }
      at += 1
    }
    return false
  }

  /// Whether somebody of that name speaks here (`市科技局相关负责人表示`).
  private func isSpeaker(_ index: Int) -> Bool {
    var at = index + 1
    while at < tokens.count, at - index < 8 {
      let token = tokens[at]
      if token.endsClause || token.isQuantity { return false }
      if token.classes.contains(.speech), token.classes.contains(.verb) || token.range.count >= 2 {
        return true
      }
      let last = sentence.units[token.range.upperBound - 1]
      let isTitle = last == 0x4EBA || last == 0x957F  // 人长
      if token.kind == .word, !isTitle, !phrases.isNominal(token) { return false }
      at += 1
    }
    return false
  }

  /// Whether a name stands behind a preposition or as the object of a verb of its clause.
  private func isObject(_ index: Int) -> Bool {
    let start = sentence.clauseStart(of: index)
    var at = index - 1
    while at >= start {
      let token = tokens[at]
      if token.kind == .word {
        if phrases.isDe(token) { return false }
        if token.classes.contains(.preposition), at == index - 1, !token.classes.contains(.adverb) {
          let first = sentence.units[token.range.lowerBound]
          return ![0x5728, 0x5F53].contains(first)  // 在当
        }
        if token.classes.contains(.verb), !token.classes.contains(.verbNoun),
          !token.classes.contains(.adverb)
        {
          return true
        }
      }
      at -= 1
    }
    return false
  }

  private func isPart(_ token: Token) -> Bool {
    let last = sentence.units[token.range.upperBound - 1]
    // 区园部站馆城港厂
    return [0x533A, 0x56ED, 0x90E8, 0x7AD9, 0x9986, 0x57CE, 0x6E2F, 0x5382].contains(last)
  }

  /// `7家工业企业完成产值44亿元`: what was counted owns what it did.
  func countedTopic(before limit: Int, clause: Int, _ earlier: ArraySlice<FactDraft>) -> Citation? {
    guard let topic = earlier.last(where: { $0.token >= clause && $0.token < limit }),
      topic.quantity.kind == .count, topic.rules.contains("measure.after"),
      let measure = topic.measure, let range = measure.ranges.last,
      case let end = sentence.firstToken(where: { $0.range.lowerBound >= range.upperBound }),
      end <= limit
    else { return nil }
    let between = tokens[end..<limit]
    guard !between.contains(where: { $0.endsClause }) else { return nil }
    return measure
  }

  /// `70平方米的实验室`: the phrase behind `的` owns a size, a price, an age.
  func ownerBehind(_ draft: FactDraft) -> Citation? {
    let site = draft.site
    guard draft.quantity.kind != .count, site.next < site.end,
      let phrase = phrases.phrase(startingAt: site.next, notAfter: site.end)
    else { return nil }
    return Citation(sentence.paragraph, sentence.textRange(phrase))
  }

  /// Where the search for what owns a draft begins, going left: its measure or, where that stands elsewhere, its value.
  func firstToken(of draft: FactDraft) -> Int {
    guard let measure = draft.measure, measure.paragraph == sentence.paragraph,
      let first = measure.ranges.first
    else { return draft.token }
    let start = sentence.firstToken { $0.range.upperBound > first.lowerBound }
    // A measure of an earlier clause leaves room for an owner of the fact's own (`…,甲中心当时只有100人`).
    return start < sentence.clauseStart(of: draft.token) ? draft.token : min(draft.token, start)
  }

  /// The tokens that a citation covers; nil where it stands elsewhere.
  func tokens(of citation: Citation?) -> Range<Int>? {
    guard let citation, citation.paragraph == sentence.paragraph,
      let first = citation.ranges.first?.lowerBound, let last = citation.ranges.last?.upperBound,
      case let start = sentence.firstToken(where: { $0.range.lowerBound >= first }),
      case let end = sentence.firstToken(where: { $0.range.upperBound > last }), start < end
    else { return nil }
    return start..<end
  }
}

extension SubjectChoice {
  /// An owner that the sentence names.
  init(_ name: Citation, in sentence: TokenizedSentence, rule: String) {
    self.init(name: name, words: name.words(in: sentence.units), isInherited: false, rule: rule)
  }

  /// An owner that the text named before.
  init(_ owner: SubjectHistory.Owner, rule: String) {
    self.init(name: owner.name, words: owner.words, isInherited: true, rule: rule)
  }
}
