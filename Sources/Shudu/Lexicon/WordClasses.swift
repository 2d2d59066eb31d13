/// What assembly asks of a word; the classes of `word-classes.tsv`.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  /// Ends a noun phrase and may be a predicate.
  static let verb = WordClasses(rawValue: 1 << 0)
  /// A verb that stands inside noun phrases as well (`研发平台`, `合作项目`).
  static let verbNoun = WordClasses(rawValue: 1 << 1)
  static let adverb = WordClasses(rawValue: 1 << 2)
  static let modal = WordClasses(rawValue: 1 << 3)
  static let preposition = WordClasses(rawValue: 1 << 4)
  static let conjunction = WordClasses(rawValue: 1 << 5)
  static let particle = WordClasses(rawValue: 1 << 6)
  /// Ends an open list (`等`).
  static let listEnd = WordClasses(rawValue: 1 << 7)
  /// Stands before a noun as part of its phrase (`重大`, `市级`).
  static let attributive = WordClasses(rawValue: 1 << 8)
  static let increase = WordClasses(rawValue: 1 << 9)
  static let decrease = WordClasses(rawValue: 1 << 10)
  /// Ties a measure to the value that follows (`达到`, `为`, `超过`).
  static let reach = WordClasses(rawValue: 1 << 11)
  static let speech = WordClasses(rawValue: 1 << 12)
  static let target = WordClasses(rawValue: 1 << 13)
  static let forecast = WordClasses(rawValue: 1 << 14)
  static let provision = WordClasses(rawValue: 1 << 15)
  /// Stands for an owner named elsewhere (`全市`, `该公司`).
  static let anaphor = WordClasses(rawValue: 1 << 16)
  /// Names a property that has a value of its own (`面积`, `总投资`).
  static let attribute = WordClasses(rawValue: 1 << 17)
  /// Names a property that is itself a percentage (`使用率`, `占比`).
  static let rate = WordClasses(rawValue: 1 << 18)
  /// A verb that follows what it is said of and takes no object (`签约`, `落地`).
  static let intransitive = WordClasses(rawValue: 1 << 19)
  /// A general noun that makes a compound with a verb before it (`项目` of `合作项目`).
  static let compoundHead = WordClasses(rawValue: 1 << 20)
  /// A noun that the segmenter would divide.
  static let noun = WordClasses(rawValue: 1 << 21)
  /// A general noun that stands for an owner named before, where it opens a clause (`公司`, `园区`).
  static let generic = WordClasses(rawValue: 1 << 22)
  /// Says that something has come about (`已`, `累计`).
  static let done = WordClasses(rawValue: 1 << 23)
  /// Says that something is wanted (`力争`); `goalNoun` where it is a noun that has a value (`目标`).
  static let goal = WordClasses(rawValue: 1 << 24)
  static let goalNoun = WordClasses(rawValue: 1 << 25)
  /// What a rule does (`给予`, `补贴`), what bounds it (`最高`, `凡`), and what says that it was done (`发放`).
  static let gives = WordClasses(rawValue: 1 << 26)
  static let bounds = WordClasses(rawValue: 1 << 27)
  static let delivered = WordClasses(rawValue: 1 << 28)

  static let names: [(name: String, value: WordClasses)] = [
    ("verb", .verb), ("verbnoun", .verbNoun), ("adverb", .adverb), ("modal", .modal),
    ("preposition", .preposition), ("conjunction", .conjunction), ("particle", .particle),
    ("listend", .listEnd), ("attributive", .attributive), ("increase", .increase),
    ("decrease", .decrease), ("reach", .reach), ("speech", .speech), ("target", .target),
    ("forecast", .forecast), ("provision", .provision), ("anaphor", .anaphor),
    ("attribute", .attribute), ("rate", .rate), ("intransitive", .intransitive),
    ("compoundhead", .compoundHead), ("noun", .noun), ("generic", .generic), ("done", .done),
    ("goal", .goal),
    ("goalnoun", .goalNoun), ("gives", .gives), ("bounds", .bounds), ("delivered", .delivered),
  ]
}

/// The words of `word-classes.tsv`, looked up by longest match.
struct WordClassTable: Sendable {
  static let standard = WordClassTable(EmbeddedTable(named: "word-classes"))

  private let trie: WordTrie
  private let classes: [WordClasses]

  init(adding team: TeamLexicon) {
    // Of a word given twice the first row counts.
    self.init(rows: team.rows(of: "word-classes") + EmbeddedTable(named: "word-classes").rows)
  }

  init(_ table: EmbeddedTable) { self.init(rows: table.rows) }

  private init(rows: [[String]]) {
    var words: [(word: String, payload: Int32)] = []
    var classes: [WordClasses] = []
    let names = Dictionary(uniqueKeysWithValues: WordClasses.names.map { ($0.name, $0.value) })
    // Few combinations stand on thousands of lines.
    var combinations: [String: WordClasses] = [:]
    for row in rows where row.count >= 2 {
      let value =
        combinations[row[1]]
        ?? row[1].split(separator: " ").reduce(into: []) { value, name in
          if let known = names[String(name)] { value.insert(known) }
        }
      combinations[row[1]] = value
      words.append((row[0], Int32(classes.count)))
      classes.append(value)
    }
    trie = WordTrie(strings: words)
    self.classes = classes
  }

  /// Every word that begins at an offset, shortest first, with its classes.
  @inline(__always)
  func forEachWord(
    in units: [UInt16], at start: Int, limit: Int,
    _ body: (_ end: Int, _ classes: WordClasses) -> Void
  ) {
    trie.forEachMatch(in: units, at: start, limit: limit) { body($0.end, classes[Int($0.payload)]) }
  }

  /// The classes of exactly that stretch; empty where it is no word of the table.
  func classes(of range: Range<Int>, in units: [UInt16]) -> WordClasses {
    var result: WordClasses = []
    trie.forEachMatch(in: units, at: range.lowerBound, limit: range.upperBound) {
      if $0.end == range.upperBound { result = classes[Int($0.payload)] }
    }
    return result
  }
}
