/// Cuts a sentence into tokens: mentions whole, the rest by ICU's words mended by the word classes.
struct Tokenizer: Sendable {
  let classes: WordClassTable
  var parts = PartOfSpeechTable.standard

  /// Tokens of a sentence.
  ///
  /// - Parameters:
  ///   - mentions: those of the sentence, ascending, disjoint.
  ///   - words: ICU's words of a range of `units`, ascending and without gaps.
  /// - Complexity: linear in the sentence, beside what `words` costs.
  func tokens(
    of range: Range<Int>, in units: [UInt16], mentions: [Mention],
    words: (Range<Int>) -> [Range<Int>]
  ) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 2 + 8)
    var modifiers: [Range<Int>] = []
    var fixed: [(range: Range<Int>, kind: Token.Kind)] = []
    fixed.reserveCapacity(mentions.count * 2)
    for index in mentions.indices {
      let span = mentions[index].range
      switch mentions[index].content {
      case .quantity(let quantity):
        fixed.append((span, .quantity(index)))
        for modifier in quantity.modifiers where !modifier.overlaps(span) {
          modifiers.append(modifier)
        }
      case .time: fixed.append((span, .time(index)))
      case .name(let kind): fixed.append((span, .name(index, kind)))
      }
    }
    modifiers.sort { $0.lowerBound < $1.lowerBound }
    for modifier in modifiers where !mentions.contains(where: { $0.range.overlaps(modifier) }) {
      fixed.append((modifier, .modifier))
    }
    fixed.sort { $0.range.lowerBound < $1.range.lowerBound }
    var at = range.lowerBound
    for (span, kind) in fixed where span.lowerBound >= at && span.upperBound <= range.upperBound {
      appendWords(of: at..<span.lowerBound, in: units, to: &tokens, words: words)
      let found = kind == .modifier ? classes.classes(of: span, in: units) : []
      tokens.append(Token(range: span, kind: kind, classes: found))
      at = span.upperBound
    }
    appendWords(of: at..<range.upperBound, in: units, to: &tokens, words: words)
    return tokens
  }

  private func appendWords(
    of gap: Range<Int>, in units: [UInt16], to tokens: inout [Token],
    words: (Range<Int>) -> [Range<Int>]
  ) {
    guard !gap.isEmpty else { return }
    let pieces = words(gap)
    var index = 0
    var at = gap.lowerBound
    while at < gap.upperBound {
      while index < pieces.count, pieces[index].upperBound <= at { index += 1 }
      if let mark = Tokenizer.mark(units[at]) {
        appendMark(mark, at: at, in: units, to: &tokens)
        at += 1
        continue
      }
      var pieceEnd = index < pieces.count ? pieces[index].upperBound : gap.upperBound
      // `留存率由19%升至46%`: to ICU 率由 is one word.
      if pieceEnd - at >= 2, units[pieceEnd - 1] == 0x7531, units[pieceEnd - 2] == 0x7387 {
        pieceEnd -= 1
      }
      var end = pieceEnd
      var found: WordClasses = []
      classes.forEachWord(in: units, at: at, limit: gap.upperBound) { wordEnd, wordClasses in
        // A longer word of the table mends ICU's; a shorter one stands where ICU's own is unknown
        // and divides there too.
        if wordEnd == pieceEnd {
          found = wordClasses
        } else if wordEnd > end
          || found.isEmpty && wordEnd >= at + 2 && isEnd(wordEnd, of: pieces, from: index)
        {
          end = wordEnd
          found = wordClasses
        }
      }
      if units[at] == 0x20 || units[at] == 0x0A || units[at] == 0x0D {
        at += 1
        continue
      }
      if let wider = suffixed(at..<end, found, in: units, limit: gap.upperBound),
        units[wider - 1] == 0x7387 || isEnd(wider, of: pieces, from: index)  // 率
      {
        end = wider
        found = [.noun]
      }
      if found.isEmpty { found = Tokenizer.classesBySuffix(of: at..<end, in: units) }
      var token = Token(range: at..<max(end, at + 1), kind: .word, classes: found)
      if found.isEmpty { token.part = parts.part(of: token.range, in: units) }
      tokens.append(token)
      at = max(end, at + 1)
    }
  }

  /// Whether a piece from an index on ends at an offset.
  private func isEnd(_ offset: Int, of pieces: [Range<Int>], from index: Int) -> Bool {
    var at = index
    while at < pieces.count, pieces[at].upperBound < offset { at += 1 }
    return at < pieces.count && pieces[at].upperBound == offset
  }

  /// Where a verb and the noun suffix behind it are one noun (`招聘|会`, `参保|率`): the end of both. What ICU holds for the start
  /// of a longer word is no suffix (`检测|费用`).
  private func suffixed(
    _ word: Range<Int>, _ found: WordClasses, in units: [UInt16], limit: Int
  ) -> Int? {
    guard word.count >= 2, word.upperBound < limit,
      !found.isDisjoint(with: [.verb, .verbNoun, .noun]) || found.isEmpty
    else { return nil }
    let suffix = units[word.upperBound]
    guard Tokenizer.nounSuffixes.contains(suffix) else { return nil }
    let after = word.upperBound + 1
    // `会`, `点`, `所`, `奖` are words of their own as well: only before a mark, `的` or a number.
    guard Tokenizer.doubtfulSuffixes.contains(suffix) else { return after }
    guard after < limit else { return after }
    return Tokenizer.mark(units[after]) != nil || units[after] == 0x7684 ? after : nil
  }

  /// Characters that make a noun of the word before them.
  private static let nounSuffixes = UnitSet("率额量者员品费厅馆厂站室证券器库园案奖赛节队组会所点")
  private static let doubtfulSuffixes = UnitSet("会所点量员品奖")

  private func appendMark(
    _ kind: Token.Kind, at: Int, in units: [UInt16], to tokens: inout [Token]
  ) {
    // A run of dots or dashes is one stop.
    if kind == .stop, let last = tokens.last, last.kind == .stop,
      last.range.upperBound == at, units[at - 1] == units[at]
    {
      tokens[tokens.count - 1].range = last.range.lowerBound..<at + 1
      return
    }
    tokens.append(Token(range: at..<at + 1, kind: kind, classes: []))
  }

  /// What a punctuation mark is; nil for a character of a word. Folded text only.
  private static func mark(_ unit: UInt16) -> Token.Kind? {
    switch unit {
    case 0x2C: .comma
    case 0x3001: .pause
    case 0x3002, 0x3B, 0x3A, 0x21, 0x3F, 0x2026, 0x2014, 0xFF61: .stop
    case 0x28, 0x300A, 0x3010, 0x5B, 0x3008: .open
    case 0x29, 0x300B, 0x3011, 0x5D, 0x3009: .close
    case 0x201C, 0x2018, 0x300C, 0x300E: .quoteOpen
    case 0x201D, 0x2019, 0x300D, 0x300F: .quoteClose
    // Signs before the items of a list: `▲园区`.
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x2190...0x21FF, 0x2022, 0x203B: .stop
    default: nil
    }
  }

  /// What an unknown word's last character tells: a rate (`履约率`) or an amount (`投资额`).
  private static func classesBySuffix(of range: Range<Int>, in units: [UInt16]) -> WordClasses {
    guard range.count >= 2 else { return [] }
    switch units[range.upperBound - 1] {
    case 0x7387: return [.rate]  // 率
    // 额量值数费价款金
    case 0x989D, 0x91CF, 0x503C, 0x6570, 0x8D39, 0x4EF7, 0x6B3E, 0x91D1: return [.attribute]
    default: return []
    }
  }
}
