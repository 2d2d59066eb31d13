/// All units that can follow a number, counters and currencies included, and currencies that can stand before it.
///
/// Built from `units.tsv` and `currencies.tsv`, and from rows of the same form that a team adds.
public struct UnitTable: Sendable {
  /// What a table says of a unit's word.
  final class Entry: Sendable {
    let word: [UInt16]
    let unit: Unit
    let kind: QuantityKind
    let traits: Traits
    /// Characters that make another word of it when they follow.
    let notBefore: [UInt16]

    init(
      word: [UInt16], unit: Unit, kind: QuantityKind, traits: Traits, notBefore: [UInt16]
    ) {
      self.word = word
      self.unit = unit
      self.kind = kind
      self.traits = traits
      self.notBefore = notBefore
    }
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Only after Arabic digits, or a numeral of two characters and more.
    static let afterLongNumeral = Traits(rawValue: 1)
    /// Weak after a single Chinese digit.
    static let weakAfterDigit = Traits(rawValue: 2)
    static let weak = Traits(rawValue: 4)
    /// A Latin symbol, which no letter may follow.
    static let latin = Traits(rawValue: 8)
    /// `notBefore` holds after Arabic numerals too, although it is a counter.
    static let strict = Traits(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(letters: String) {
      self = []
      for letter in letters.utf8 {
        switch letter {
        case 0x61: insert(.afterLongNumeral)
        case 0x63: insert(.weakAfterDigit)
        case 0x77: insert(.weak)
        case 0x6C: insert(.latin)
        case 0x62: insert(.strict)
        default: break
        }
      }
    }
  }

  public static let standard = UnitTable()

  private(set) var entries: [Entry] = []
  private(set) var trie: WordTrie
  private(set) var prefixes: BackwardWords
  private var prefixUnits: [Unit] = []

  /// The embedded tables, and a team's own rows (the text of a TSV file in the form of `units.tsv`), which come first.
  public init(adding userText: String = "") {
    var dimensions: [String: (standard: String, kind: QuantityKind)] = [:]
    let own = EmbeddedTable(text: userText).rows
    let rows = EmbeddedTable(named: "units").rows
    for row in rows + own {
      guard row.count >= 3, row[0].utf8.first == 0x40 else { continue }
      dimensions[String(row[0].dropFirst())] = (row[1], QuantityKind(rawValue: row[2]) ?? .measure)
    }
    var words: [(word: [UInt16], payload: Int32)] = []
    func add(_ entry: Entry, to entries: inout [Entry]) {
      words.append((word: entry.word, payload: Int32(entries.count)))
      entries.append(entry)
    }
    for row in own + rows {
      guard row.count >= 3, row[0].utf8.first != 0x40 else { continue }
      let dimension = dimensions[row[2]] ?? (row[1], .measure)
      let unit = Unit(
        code: row[1], dimension: row[2], standard: dimension.standard,
        factor: UnitTable.factor(row.count > 3 ? row[3] : "1"))
      add(
        Entry(
          word: UnitTable.word(row[0]), unit: unit, kind: dimension.kind,
          traits: Traits(letters: row.count > 4 ? row[4] : ""),
          notBefore: row.count > 5 ? Array(row[5].utf16) : []), to: &entries)
    }
    var before: [(word: [UInt16], payload: Int32)] = []
    for row in EmbeddedTable(named: "currencies").rows where row.count >= 3 {
      let unit = Unit(
        code: row[1], dimension: "money", standard: row[1],
        factor: UnitTable.factor(row.count > 3 ? row[3] : "1"))
      if row[2] == "prefix" {
        before.append((word: UnitTable.word(row[0]), payload: Int32(prefixUnits.count)))
        prefixUnits.append(unit)
      } else {
        let word = UnitTable.word(row[0])
        let isLatin = word.allSatisfy { $0 < 0x80 && $0 != 0x24 }
        add(
          Entry(
            word: word, unit: unit, kind: .money, traits: isLatin ? .latin : [],
            notBefore: row.count > 4 ? Array(row[4].utf16) : []), to: &entries)
      }
    }
    trie = WordTrie(words)
    prefixes = BackwardWords(before)
  }

  /// The currency whose word or sign ends at `end`, with where it begins.
  func currency(endingAt end: Int, in units: [UInt16], from lower: Int) -> (Int, Unit)? {
    guard let found = prefixes.match(endingAt: end, in: units, from: lower) else { return nil }
    return (found.start, prefixUnits[Int(found.payload)])
  }

  /// The entry of exactly that word, if any.
  func entry(of word: String) -> Entry? {
    let units = UnitTable.word(word)
    guard let match = trie.longestMatch(in: units, at: 0, limit: units.count),
      match.end == units.count
    else { return nil }
    return entries[Int(match.payload)]
  }

  private static func word(_ text: String) -> [UInt16] {
    CharacterFold.standard.fold(Array(text.utf16))
  }

  /// Reads `5/9;-32`.
  private static func factor(_ text: String) -> UnitFactor {
    let parts = text.split(separator: ";")
    let fraction = (parts.first ?? "1").split(separator: "/")
    return UnitFactor(
      numerator: fraction.first.map(String.init) ?? "1",
      denominator: fraction.count > 1 ? String(fraction[1]) : "1",
      offset: parts.count > 1 ? String(parts[1]) : nil)
  }
}

/// Words looked up by where they end.
struct BackwardWords: Sendable {
  private let trie: WordTrie
  /// A bit for each unit that ends a word: eight kilobytes, where the trie's own table of first units is half a megabyte.
  private let ends: [UInt64]

  init(_ words: [(word: [UInt16], payload: Int32)]) {
    trie = WordTrie(words.map { (word: Array($0.word.reversed()), payload: $0.payload) })
    var ends = [UInt64](repeating: 0, count: 1024)
    for (word, _) in words {
      if let last = word.last { ends[Int(last >> 6)] |= 1 << UInt64(last & 63) }
    }
    self.ends = ends
  }

  /// The longest word that ends at `end` and does not begin before `lower`. Cost: linear in it.
  @inline(__always)
  func match(
    endingAt end: Int, in units: [UInt16], from lower: Int
  ) -> (start: Int, payload: Int32)? {
    guard end > lower else { return nil }
    let last = units[end - 1]
    guard ends[Int(last >> 6)] & 1 << UInt64(last & 63) != 0 else { return nil }
    return trie.longestMatch(in: units, endingAt: end, from: lower)
  }
}
