/// The words by which layout tells roles and torn ends, from `layout-words.tsv`.
struct LayoutWords: Sendable {
  /// What a word says of the line where it stands. A word may be of several classes.
  enum Class: Int32, CaseIterable, Sendable {
    /// A whole label (`核心提示`).
    case label
    /// First and second part of made-up labels (`数` + `读`, `亮点` + `速览`).
    case labelHead
    case labelTail
    /// The first part of the name of a sidebar of figures, whatever it is about (`数读` in `数读赤水河`).
    case figures
    /// A word that makes the line with its number a label (`特别报道` in `特别报道(三)`).
    case series
    /// A word of campaigns and standing columns, which stand over titles.
    case rubric
    /// What a person at a newspaper is (`记者`, `通讯员`).
    case role
    /// What is done by the people whom a byline names (`整理`, `报道`).
    case deed
    /// A word that opens a line about the text's origin (`来源`, `作者`).
    case origin
    /// A word after the name in a picture's credit (`摄`, `供图`).
    case credit
    /// A word that opens a picture's credit (`图片来源`).
    case creditHead
    /// A word that opens a caption (`图为`).
    case captionHead
    /// A word in brackets that closes a caption (`资料图片`).
    case captionTail
    /// Who sends a report (`本报`, `新华社`), at the head of a dateline.
    case agency
    /// A word with which paragraphs begin, and clauses (`今年`, `全市`).
    case starter
    /// A word with which a paragraph begins almost surely (`据了解`).
    case strongStarter
    /// A preposition that begins paragraphs and their middles alike (`到`, `按`).
    case preposition
    /// A word with which no paragraph begins (`的`, `以及`).
    case continuation
    /// A word with which no sentence ends (`的`, `将`, `以及`).
    case openEnd
    /// The end of an office's or a body's name (`统计局`).
    case bodyTail
    /// How a figure moves, or stands to another (`增长`, `高出`).
    case change
    /// What is counted in money, in time, in shares (`营收`, `工期`, `覆盖率`).
    case moneyNoun
    case timeNoun
    case rateNoun
    /// A character that ends words and begins none (`率`, `者`).
    case bound
    /// A word that a numeral stands before (`个百分点`, `亿元`).
    case measure
    /// The last part of a column's short name (`教育周刊`).
    case columnTail
    /// A word of the page's notices to its readers (`下转`).
    case notice
    /// An office that a speaker's name follows (`市长 张三`).
    case office
    /// A word that a figure follows (`近`, `超过`, `增至`).
    case beforeFigure
    /// A verb that wants its object (`实现`, `推动`).
    case transitive
    /// A word of page furniture's staff lines (`责编`, `校对`).
    case staff
    /// A word that opens a line about where figures are from (`数据来源`).
    case source
    /// The end of the name of a place or of a part (`城北区`, `建设篇`).
    case part

    var bit: Int64 { 1 << Int64(rawValue) }

    /// Its name in the table: `open-end` for `openEnd`.
    var name: String {
      "\(self)".reduce(into: "") { name, character in
        name += character.isUppercase ? "-" + character.lowercased() : String(character)
      }
    }
  }

  static let standard = LayoutWords(EmbeddedTable(named: "layout-words"))

  private let trie: WordTrie
  /// By the trie's numbers: the bits of a word's classes.
  private let masks: FixedTable<Int64>
  /// The longest word in units.
  private let longest: Int
  /// By the lower bits of a character: the classes of the words that begin with such a one, and of those that end with one.
  /// Few words do, and most looks are saved.
  private let firsts: FixedTable<Int64>
  private let lasts: FixedTable<Int64>
  private static let lowerBits = 0xFFF

  /// Reads lines of word and class.
  init(_ table: EmbeddedTable) {
    var order: [String] = []
    var masks: [String: Int64] = [:]
    let classes = Dictionary(uniqueKeysWithValues: Class.allCases.map { ($0.name, $0) })
    for row in table.rows where row.count >= 2 {
      guard let kind = classes[row[1]] else { continue }
      if masks[row[0]] == nil { order.append(row[0]) }
      masks[row[0], default: 0] |= kind.bit
    }
    trie = WordTrie(strings: order.enumerated().map { (word: $1, payload: Int32($0)) })
    self.masks = FixedTable(order.map { masks[$0] ?? 0 })
    longest = order.map(\.utf16.count).max() ?? 0
    func edges(by end: (String.UTF16View) -> UInt16?) -> FixedTable<Int64> {
      var edges = [Int64](repeating: 0, count: LayoutWords.lowerBits + 1)
      for (word, mask) in masks {
        if let unit = end(word.utf16) { edges[Int(unit) & LayoutWords.lowerBits] |= mask }
      }
      return FixedTable(edges)
    }
    firsts = edges { $0.first }
    lasts = edges { $0.last }
  }

  @inline(__always)
  private static func holds(_ classes: FixedTable<Int64>, _ unit: UInt16, _ bit: Int64) -> Bool {
    classes.known(Int(unit) & lowerBits) & bit != 0
  }

  /// Where the longest word of a class that begins at an offset ends.
  @inline(__always)
  func end(of kind: Class, in units: [UInt16], at start: Int, limit: Int) -> Int? {
    let bit = kind.bit
    guard start < limit, LayoutWords.holds(firsts, units[start], bit) else { return nil }
    return longestEnd(bit, units, start, limit)
  }

  @inline(never)
  private func longestEnd(_ bit: Int64, _ units: [UInt16], _ start: Int, _ limit: Int) -> Int? {
    var end: Int?
    trie.forEachMatch(in: units, at: start, limit: limit) { match in
      if masks[Int(match.payload)] & bit != 0 { end = match.end }
    }
    return end
  }

  /// Where the longest word of a class that ends at an offset begins.
  func start(of kind: Class, in units: [UInt16], endingAt end: Int, from lower: Int) -> Int? {
    let bit = kind.bit
    guard end > lower, LayoutWords.holds(lasts, units[end - 1], bit) else { return nil }
    var start = max(lower, end - longest)
    while start < end {
      var found = false
      guard LayoutWords.holds(firsts, units[start], bit) else {
        start += 1
        continue
      }
      trie.forEachMatch(in: units, at: start, limit: end) { match in
        if match.end == end, masks[Int(match.payload)] & bit != 0 { found = true }
      }
      if found { return start }
      start += 1
    }
    return nil
  }

  /// Whether a range is a word of a class.
  func isWord(_ kind: Class, in units: [UInt16], _ range: Range<Int>) -> Bool {
    !range.isEmpty
      && end(of: kind, in: units, at: range.lowerBound, limit: range.upperBound)
        == range.upperBound
  }

  /// The first word of a class within a range.
  func first(of kind: Class, in units: [UInt16], _ range: Range<Int>) -> Range<Int>? {
    for start in range {
      if let end = end(of: kind, in: units, at: start, limit: range.upperBound) {
        return start..<end
      }
    }
    return nil
  }
}
