/// Finds the noun phrases beside a token: what a number counts usually is one.
struct PhraseFinder {
  let sentence: TokenizedSentence

  private var tokens: [Token] { sentence.tokens }

  /// Tokens that one phrase may have; longer runs are no name of a measure.
  private static let longest = 40

  /// The phrase that ends before a token, not reaching further left than `start`; nil where none does.
  func phrase(endingAt end: Int, notBefore start: Int) -> Range<Int>? {
    var end = end
    while end - 1 > start, isAverage(tokens[end - 1]) { end -= 1 }
    var at = end
    var afterDe: Int?
    var metVerb = false
    let bound = max(start, end - PhraseFinder.longest)
    walk: while at > bound {
      let token = tokens[at - 1]
      switch token.kind {
      case .quoteClose:
        guard let open = matchingOpen(of: at - 1, notBefore: bound) else { break walk }
        at = open
      case .close:
        guard let open = matchingOpen(of: at - 1, notBefore: bound), open > bound,
          tokens[at - 1].range.upperBound - tokens[open].range.lowerBound <= 16,
          !tokens[open..<at].contains(where: \.isQuantity)
        else { break walk }
        at = open
      case .pause:
        guard at - 1 > bound, at < end, isNominal(tokens[at - 2]) else { break walk }
        at -= 1
      case .name:
        at -= 1
      case .word:
        if isDe(token) {
          guard at < end, at - 1 > bound, isNominal(tokens[at - 2]) else { break walk }
          afterDe = at
          at -= 1
        } else if isJoiner(token) {
          guard at < end, at - 1 > bound, isNominal(tokens[at - 2]) else { break walk }
          at -= 1
        } else if isNominal(token) || isCompounding(at - 1, end) {
          at -= 1
        } else {
          metVerb = token.classes.contains(.verb)
          break walk
        }
      default: break walk
      }
    }
    if metVerb, let afterDe { at = afterDe }
    at = trimmedStart(at, end)
    return at < end ? at..<end : nil
  }

  /// The phrase that begins at a token, not reaching further right than `end`; nil where none does.
  func phrase(startingAt start: Int, notAfter end: Int) -> Range<Int>? {
    var first = start
    while first < end, isDe(tokens[first]) { first += 1 }
    if first < end, startsRelativeClause(tokens[first]),
      let de = relativeEnd(from: first, notAfter: end)
    {
      first = de + 1
    }
    var at = first
    let bound = min(end, first + PhraseFinder.longest)
    walk: while at < bound {
      let token = tokens[at]
      switch token.kind {
      case .quoteOpen:
        guard let close = matchingClose(of: at, notAfter: bound) else { break walk }
        at = close + 1
      case .open:
        guard at > first, let close = matchingClose(of: at, notAfter: bound),
          tokens[close].range.upperBound - token.range.lowerBound <= 16,
          !tokens[at...close].contains(where: \.isQuantity)
        else { break walk }
        at = close + 1
      case .pause:
        guard at > first, at + 1 < bound, isNominal(tokens[at + 1]) else { break walk }
        at += 1
      case .name:
        guard at == first || !isNominal(tokens[at - 1]) || tokens[at - 1].kind != .word
        else { break walk }
        at += 1
      case .word:
        if isJoiner(token) {
          guard at > first, at + 1 < bound, isNominal(tokens[at + 1]) else { break walk }
          at += 1
        } else if isDe(token) {
          guard at > first, at + 1 < bound, isNominal(tokens[at + 1]),
            !tokens[at + 1].isName, !headIsProperty(tokens[at + 1])
          else { break walk }
          at += 1
        } else if isNominal(token) {
          at += 1
        } else {
          break walk
        }
      default: break walk
      }
    }
    at = trimmedEnd(first, at)
    return first < at ? first..<at : nil
  }

  /// Whether a token may stand inside a noun phrase.
  func isNominal(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .quoteClose, .quoteOpen, .close: return true
    case .word:
      let c = token.classes
      if !c.isDisjoint(with: [.attributive, .verbNoun, .attribute, .rate, .anaphor]) {
        return true
      }
      return c.isDisjoint(with: [
        .verb, .adverb, .modal, .preposition, .conjunction, .particle, .listEnd, .reach, .increase,
        .decrease, .speech,
      ])
    default: return false
    }
  }

  /// Whether a verb modifies the noun behind it (`竣工投产项目`), or a lone character is part of an unknown word.
  private func isCompounding(_ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let token = tokens[index]
    let next = tokens[index + 1]
    if token.classes.contains(.intransitive) {
      return !next.classes.isDisjoint(with: [.compoundHead, .intransitive])
    }
    // `校地院地合作`: a particle's character between unknown ones.
    return token.range.count == 1 && next.range.count == 1 && next.classes.isEmpty
      && token.classes.contains(.particle) && !isDe(token)
  }

  /// `平均`, `累计`: between a noun and its verb they belong to the verb.
  private func isAverage(_ token: Token) -> Bool {
    token.kind == .word && token.classes.contains(.adverb) && token.classes.contains(.attributive)
  }

  /// Whether every token of a phrase is a verb that may also be a noun.
  func isOnlyVerbs(_ phrase: Range<Int>) -> Bool {
    phrase.allSatisfy { tokens[$0].classes.contains(.verb) && tokens[$0].kind == .word }
  }

  func isDe(_ token: Token) -> Bool {
    token.kind == .word && token.range.count == 1
      && sentence.units[token.range.lowerBound] == 0x7684  // 的
  }

  /// `和`, `与`, `及`, `或` between the members of a list.
  func isJoiner(_ token: Token) -> Bool {
    guard token.kind == .word, token.range.count <= 2 else { return false }
    switch sentence.units[token.range.lowerBound] {
    case 0x548C, 0x4E0E, 0x53CA, 0x6216: return token.classes.contains(.conjunction)  // 和与及或
    case 0x4EE5: return token.range.count == 2 && token.classes.contains(.conjunction)  // 以及
    default: return false
    }
  }

  private func headIsProperty(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.attribute, .rate])
  }

  private func startsRelativeClause(_ token: Token) -> Bool {
    guard token.kind == .word, !isNominal(token) else { return false }
    return !token.classes.isDisjoint(with: [.verb, .preposition, .adverb])
  }

  /// The `的` that ends a relative clause, within its clause and before any other number.
  private func relativeEnd(from start: Int, notAfter end: Int) -> Int? {
    var at = start
    while at < min(end, start + 16) {
      if tokens[at].isQuantity || tokens[at].endsClause { return nil }
      if isDe(tokens[at]), at + 1 < end, isNominal(tokens[at + 1]) { return at }
      at += 1
    }
    return nil
  }

  private func trimmedStart(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let token = tokens[at]
      if token.kind == .pause || isJoiner(token) || isDe(token) || token.kind == .quoteClose {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var at = end
    while at > start {
      let token = tokens[at - 1]
      if token.kind == .pause || isJoiner(token) || isDe(token)
        || token.classes.contains(.intransitive) && at - 1 > start
      {
        at -= 1
      } else {
        break
      }
    }
    return at
  }

  private func matchingOpen(of close: Int, notBefore bound: Int) -> Int? {
    let wanted: Token.Kind = tokens[close].kind == .close ? .open : .quoteOpen
    var depth = 0
    var at = close
    while at >= bound {
      if tokens[at].kind == tokens[close].kind { depth += 1 }
      if tokens[at].kind == wanted {
        depth -= 1
        if depth == 0 { return at }
      }
      at -= 1
    }
    return nil
  }

  private func matchingClose(of open: Int, notAfter bound: Int) -> Int? {
    let wanted: Token.Kind = tokens[open].kind == .open ? .close : .quoteClose
    var depth = 0
    var at = open
    while at < bound {
      if tokens[at].kind == tokens[open].kind { depth += 1 }
      if tokens[at].kind == wanted {
        depth -= 1
        if depth == 0 { return at }
      }
      at += 1
    }
    return nil
  }
}
