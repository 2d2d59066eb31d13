/// Phrases whose numerals are no numbers: `一带一路`, `“十四五”`, `七上八下`, `三亚`, `4S店`.
///
/// Each is looked up from its first character that could begin a quantity, so that a text is searched only
/// there; what stands before that character is compared backwards.
public struct FixedPhrases: Sendable {
  /// A phrase found.
  public struct Match: Sendable, Equatable {
    /// Half-open UTF-16 range of the text.
    public var range: Range<Int>
    public var sort: Sort
  }

  /// What the phrase is.
  public enum Sort: String, Sendable {
    case slogan, plan, ordinal, idiom, code, place
  }

  private struct Phrase: Sendable {
    var head: [UInt16]
    var sort: Sort
  }

  public static let standard = FixedPhrases(EmbeddedTable(named: "fixed-phrases"))

  private let trie: WordTrie
  /// Phrases that share the part from their anchor on, longest head first.
  private let phrases: [[Phrase]]

  init(adding team: TeamLexicon) {
    self.init(rows: EmbeddedTable(named: "fixed-phrases").rows + team.rows(of: "fixed-phrases"))
  }

  init(_ table: EmbeddedTable) { self.init(rows: table.rows) }

  private init(rows: [[String]]) {
    let alphabet = NumeralAlphabet.standard
    var tails: [[UInt16]: Int32] = [:]
    var words: [(word: [UInt16], payload: Int32)] = []
    var phrases: [[Phrase]] = []
    for row in rows where row.count >= 2 {
      let units = CharacterFold.standard.fold(Array(row[1].utf16))
      guard let sort = Sort(rawValue: row[0]),
        let anchor = units.firstIndex(where: { alphabet.canBegin($0) })
      else { continue }
      let tail = Array(units[anchor...])
      let phrase = Phrase(head: Array(units[..<anchor]), sort: sort)
      if let number = tails[tail] {
        phrases[Int(number)].append(phrase)
      } else {
        let number = Int32(phrases.count)
        tails[tail] = number
        words.append((word: tail, payload: number))
        phrases.append([phrase])
      }
    }
    trie = WordTrie(words)
    self.phrases = phrases.map { $0.sorted { $0.head.count > $1.head.count } }
  }

  /// The longest phrase whose first numeral character stands at `anchor`, within `range`.
  ///
  /// Cost: linear in the longest phrase that begins like the text there.
  public func match(in units: [UInt16], at anchor: Int, within range: Range<Int>) -> Match? {
    var best: Match?
    trie.forEachMatch(in: units, at: anchor, limit: range.upperBound) { found in
      guard !FixedPhrases.cutsNumber(units, at: found.end, limit: range.upperBound) else { return }
      for phrase in phrases[Int(found.payload)] {
        let start = anchor - phrase.head.count
        guard start >= range.lowerBound, units[start..<anchor].elementsEqual(phrase.head),
          !FixedPhrases.cutsNumber(
            units, at: start, limit: range.upperBound, from: range.lowerBound)
        else { continue }
        best = Match(range: start..<found.end, sort: phrase.sort)
        return
      }
    }
    return best
  }

  /// All phrases of a range, ascending and disjoint.
  public func matches(in units: [UInt16], range: Range<Int>) -> [Match] {
    let alphabet = NumeralAlphabet.standard
    var result: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if alphabet.canBegin(units[index]),
        let found = match(in: units, at: index, within: range),
        found.range.lowerBound >= result.last?.range.upperBound ?? range.lowerBound
      {
        result.append(found)
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// Whether an Arabic number or a Latin word goes on across the place.
  private static func cutsNumber(
    _ units: [UInt16], at index: Int, limit: Int, from lower: Int = 0
  ) -> Bool {
    guard index > lower, index < limit else { return false }
    let before = units[index - 1]
    let after = units[index]
    return ArabicNumeral.digit(before) != nil && ArabicNumeral.digit(after) != nil
      || ArabicNumeral.isLetter(before) && ArabicNumeral.isLetter(after)
      || ArabicNumeral.digit(before) != nil && (after == 0x25 || after == 0x2E)
  }
}
