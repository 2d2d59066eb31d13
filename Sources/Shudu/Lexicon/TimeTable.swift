/// The words that say when, from `time-words.tsv`, and the lunar calendar.
///
/// A reference to immutable parts, for every sentence's parser holds it.
public final class TimeTable: Sendable {
  /// What a word does in an expression of time.
  enum Kind: String, Sendable {
    case year, month, day, week, quarter, months, season, third, now, vague, repeated, back
    case prefix, era, century, plan, feast, term, lunar, clock, ahead, event
    case sameYear = "same-year"
    case sameMonth = "same-month"
    case sameDay = "same-day"
    case sameQuarter = "same-quarter"
    case yearSeason = "year-season"
    case yearPair = "year-pair"
    case dayPair = "day-pair"
    case yearEnd = "year-end"
    case yearStart = "year-start"
    case yearOpening = "year-opening"
    case yearMiddle = "year-middle"
    case yearWhole = "year-whole"
    case monthEnd = "month-end"
    case monthStart = "month-start"
    case monthMiddle = "month-middle"
    case doubtfulVague = "vague?"
    case aheadBy = "ahead-by"
    case doubtfulPlan = "plan?"
    case doubtfulTerm = "term?"
    case feastWeekday = "feast-weekday"
    case feastLunar = "feast-lunar"
    case lunarMonth = "lunar-month"
  }

  /// One line of the table.
  struct Word: Sendable {
    var kind: Kind
    /// The third column as written.
    var argument: String
    /// Its whole numbers, in order.
    var numbers: [Int]
    /// Units that must not follow the word.
    var refused: [UInt16]
    /// Units of which one must follow the word; empty for any.
    var demanded: [UInt16]
    /// Units that must not stand before the word.
    var barred: [UInt16]

    var number: Int { numbers.first ?? 0 }
  }

  /// What a unit can begin; the scan looks further only where this is not zero.
  struct Class: OptionSet, Sendable {
    let rawValue: UInt8
    static let arabic = Class(rawValue: 1)
    static let chinese = Class(rawValue: 2)
    static let word = Class(rawValue: 4)
    /// Units that begin forms of the grammar, not of the table, and the marks of a title.
    static let grammar = Class(rawValue: 8)
    /// May stand after a numeral that is a part of a time.
    static let afterFigure = Class(rawValue: 16)
    /// Begins the verb of an event that something may run from.
    static let event = Class(rawValue: 32)
    /// Those that a time may begin with.
    static let start: UInt8 = 15
  }

  public static let standard = TimeTable()

  let words: [Word]
  /// The words' kinds alone, for the scan.
  let kinds: [Kind]
  let trie: WordTrie
  /// The verbs of events (`成立` of `成立以来`), and their sort.
  let events: WordTrie
  let lunar: LunarCalendar
  /// `Class` by unit.
  let classes: [UInt8]

  convenience init() {
    self.init(rows: EmbeddedTable(named: "time-words").rows)
  }

  init(rows: [[String]]) {
    var words: [Word] = []
    var keys: [(word: String, payload: Int32)] = []
    var events: [(word: String, payload: Int32)] = []
    var classes = [UInt8](repeating: 0, count: 1 << 16)
    for row in rows where row.count >= 2 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      let argument = row.count > 2 ? row[2] : ""
      let next = row.count > 3 ? row[3] : ""
      let demands = next.utf8.first == 0x2B
      words.append(
        Word(
          kind: kind, argument: argument, numbers: TimeTable.numbers(in: argument, of: kind),
          refused: demands ? [] : Array(next.utf16),
          demanded: demands ? Array(next.utf16.dropFirst()) : [],
          barred: row.count > 4 ? Array(row[4].utf16) : []))
      keys.append((row[0], Int32(words.count - 1)))
      guard let first = row[0].utf16.first else { continue }
      classes[Int(first)] |= Class.word.rawValue
      if kind == .event {
        let verb = String(row[0].dropLast(2))
        keys.append((verb + "至今", Int32(words.count - 1)))
        events.append((verb, Int32(words[words.count - 1].number)))
        classes[Int(first)] |= Class.event.rawValue
      }
    }
    for unit in 0x30...0x39 { classes[unit] |= Class.arabic.rawValue }
    for unit in "零〇一二三四五六七八九十百千两廿卅半几数○".utf16 {
      classes[Int(unit)] |= Class.chinese.rawValue
    }
    for unit in "周星礼第“《》Qq前头同闰".utf16 { classes[Int(unit)] |= Class.grammar.rawValue }
    for unit in "年月日号季世学财赛个天周星礼多余几半点时至到QqH.-/–—―~−:、".utf16 {
      classes[Int(unit)] |= Class.afterFigure.rawValue
    }
    self.words = words
    self.kinds = words.map(\.kind)
    self.trie = WordTrie(strings: keys)
    self.events = WordTrie(strings: events)
    self.classes = classes
    self.lunar = LunarCalendar()
  }

  /// Whole numbers of an argument; the dash of `1-6` parts two, that of `-1` is a sign.
  private static func numbers(in argument: String, of kind: Kind) -> [Int] {
    argument.split(separator: " ").flatMap { field -> [Int] in
      if let whole = Int(field) { return [whole] }
      return field.split(separator: "-").compactMap { Int($0) }
    }
  }
}
