/// Words that modify numbers, from `quantity-words.tsv`.
struct QuantityWords: Sendable {
  struct Modifier: Sendable {
    var approximation: Approximation
    /// Characters that make another word of it, before or after by its class.
    var blocked: [UInt16]
  }

  static let standard = QuantityWords(EmbeddedTable(named: "quantity-words"))

  private(set) var modifiers: [Modifier] = []
  /// `约`, `超过`, `不到`: looked up from the number backwards.
  let before: BackwardWords
  /// What may stand between those and the number: `达`, `人民币`.
  let fillers: BackwardWords
  /// `约占`, parted from a share by what it is a share of: 约占全市的六分之一.
  let reference: BackwardWords
  /// `最高`, `至少`, parted from the number by a verb: 最高可领1050元.
  let highest: BackwardWords
  /// `以上`, `左右`.
  let after: WordTrie
  /// Nouns that a number does not really count: `方面`, `主线`.
  let abstract: WordTrie
  /// `位居`, `排名`: a place in a ranking follows.
  let ranking: BackwardWords

  init(_ table: EmbeddedTable) {
    typealias Words = [(word: [UInt16], payload: Int32)]
    var lists: [String: Words] = [:]
    for row in table.rows where row.count >= 2 {
      let blocked = row.count > 3 ? Array(row[3].utf16) : []
      let approximation = row.count > 2 ? Approximation(rawValue: row[2]) ?? .exact : .exact
      lists[row[0], default: []].append(
        (word: Array(row[1].utf16), payload: Int32(modifiers.count)))
      modifiers.append(Modifier(approximation: approximation, blocked: blocked))
    }
    before = BackwardWords(lists["before"] ?? [])
    fillers = BackwardWords(lists["filler"] ?? [])
    reference = BackwardWords(lists["reference"] ?? [])
    highest = BackwardWords(lists["highest"] ?? [])
    after = WordTrie(lists["after"] ?? [])
    abstract = WordTrie(lists["abstract"] ?? [])
    ranking = BackwardWords(lists["rank"] ?? [])
  }
}
