/// A word, mark or mention of a sentence, as assembly reads it.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case word
    /// `,`
    case comma
    /// `、`
    case pause
    /// `。` `;` `:` `!` `?` `……` `——`
    case stop
    /// `(` and `《`; quotation marks are `quoteOpen`.
    case open
    case close
    case quoteOpen
    case quoteClose
    /// Index into the sentence's mentions.
    case quantity(Int)
    case time(Int)
    case name(Int, NameKind)
    /// A word that a quantity's bounds were read from (`超过`, `左右`).
    case modifier
  }

  /// Half-open UTF-16 range of the paragraph's text.
  var range: Range<Int>
  var kind: Kind
  var classes: WordClasses
  /// What a word without classes is.
  var part = PartOfSpeech.none

  var isQuantity: Bool { if case .quantity = kind { true } else { false } }
  var isTime: Bool { if case .time = kind { true } else { false } }
  var isName: Bool { if case .name = kind { true } else { false } }

  /// Whether a clause ends here.
  var endsClause: Bool { kind == .comma || kind == .stop }

  /// Whether it only joins or modifies what stands around it, so that a search may pass over it.
  var isLight: Bool {
    guard kind == .word else { return kind == .modifier }
    return !classes.isDisjoint(with: [.adverb, .modal])
      && classes.isDisjoint(with: [.verb, .attributive, .verbNoun])
  }
}

/// A sentence cut into tokens, and the mentions they point to.
///
/// A reference to immutable parts, for every step of assembly holds it.
final class TokenizedSentence: Sendable {
  /// Index of its paragraph in the page.
  let paragraph: Int
  let range: Range<Int>
  /// The paragraph's folded units.
  let units: [UInt16]
  let tokens: [Token]
  /// Mentions that lie in the sentence, in order.
  let mentions: [Mention]
  /// What each token is, for features.
  private let traits: [UInt8]

  init(paragraph: Int, range: Range<Int>, units: [UInt16], tokens: [Token], mentions: [Mention]) {
    self.paragraph = paragraph
    self.range = range
    self.units = units
    self.tokens = tokens
    self.mentions = mentions
    traits = tokens.map { $0.trait(in: units) }
  }

  /// A small number that tells what a token is, for features: its kind, or the first of its classes; 0 outside the sentence.
  func trait(_ index: Int) -> Int { traits.indices.contains(index) ? Int(traits[index]) : 0 }

  /// The token that covers exactly a range of the text; nil for none. Cost: logarithmic in the tokens.
  func token(at range: Range<Int>) -> Int? {
    let index = firstToken { $0.range.lowerBound >= range.lowerBound }
    return index < tokens.count && tokens[index].range == range ? index : nil
  }

  /// The tokens that lie within a range of the text. Cost: logarithmic in the tokens.
  func tokens(of range: Range<Int>) -> Range<Int> {
    let first = firstToken { $0.range.lowerBound >= range.lowerBound }
    return first..<max(first, firstToken { $0.range.upperBound > range.upperBound })
  }

  /// The first token for which something holds that holds for all that follow; their count for none. Cost: logarithmic.
  @inline(__always)
  func firstToken(where holds: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func text(_ range: Range<Int>) -> String { String(utf16: units[range]) }

  func text(_ token: Token) -> String { text(token.range) }

  /// Half-open range of text that a half-open range of tokens covers.
  func textRange(_ tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  func quantity(at index: Int) -> Quantity? {
    guard case .quantity(let mention) = tokens[index].kind,
      case .quantity(let quantity) = mentions[mention].content
    else { return nil }
    return quantity
  }

  func time(at index: Int) -> TimeExpression? {
    guard case .time(let mention) = tokens[index].kind,
      case .time(let time) = mentions[mention].content
    else { return nil }
    return time
  }

  /// First token of the clause that holds a token.
  func clauseStart(of index: Int) -> Int {
    var start = index
    while start > 0, !tokens[start - 1].endsClause { start -= 1 }
    return start
  }

  /// The token after the clause that holds a token.
  func clauseEnd(of index: Int) -> Int {
    var end = index
    while end < tokens.count, !tokens[end].endsClause { end += 1 }
    return end
  }

  /// The bracket that opens around a token, if it stands within one of its sentence.
  func enclosingOpen(of index: Int) -> Int? {
    var depth = 0
    var at = index - 1
    while at >= 0 {
      switch tokens[at].kind {
      case .close: depth += 1
      case .open:
        if depth == 0 { return at }
        depth -= 1
      case .stop where depth == 0 && loneCharacter(at) == 0x3002: return nil
      default: break
      }
      at -= 1
    }
    return nil
  }
}
