/// The words by which names are told: places, bodies, surnames, suffixes, and common words with their costs.
///
/// A cost is about nine times the negative natural logarithm of a probability, the scale of
/// `common-words.tsv`. Built once; cost of building: about 80,000 words.
public struct NameTable: Sendable {
  public static let standard = NameTable()

  struct Entry: Sendable {
    var cost: Int32
    var classes: NameClass
    /// Row of `places`, or -1.
    var place: Int32 = -1
  }

  /// A row of `places.tsv`.
  struct Place: Sendable {
    /// Statistical code or ISO 3166-1 alpha-2; empty where it has none.
    var code: String
    var name: String
    var level: String
  }

  private(set) var words: WordTrie
  private(set) var entries: [Entry] = []
  private(set) var places: [Place] = []
  /// Costs by character, 0 where it cannot be one.
  private(set) var surname = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var given = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var letter = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var foreignSurname: WordTrie
  /// Whether a character ends names of small places (`镇`, `村`).
  private(set) var isPlaceEnd = [Bool](repeating: false, count: 1 << 16)
  /// Whether a character may stand before the last one of a small place's name.
  private(set) var isPlaceUnit = [Bool](repeating: false, count: 1 << 16)
  private(set) var isNumeral = [Bool](repeating: false, count: 1 << 16)
  private(set) var kinds = [UnitKind](repeating: .other, count: 1 << 16)

  /// What a unit is, for the scan.
  enum UnitKind: UInt8, Sendable {
    case other, han, digit, latin, space, opener, closer, point
  }

  /// Cost of a Han character that no table knows.
  static let unknownCost: Int32 = 135
  /// Cost of a given-name character that the table does not list.
  private static let rareGivenCost: UInt8 = 74

  init() {
    var draft = Draft()
    draft.addPlaces(EmbeddedTable(named: "places").rows)
    draft.addUniversities(EmbeddedTable(named: "universities").rows)
    for name in ["organizations", "names", "people"] {
      draft.addGrouped(EmbeddedTable.text(named: name))
    }
    draft.addWordClasses(EmbeddedTable(named: "word-classes").rows)
    draft.addCommonWords(EmbeddedTable.text(named: "common-words"))
    entries = draft.entries
    places = draft.places
    words = WordTrie(draft.spellings)
    foreignSurname = WordTrie(draft.foreignSurnames)
    setKinds()
    for unit in "一二三四五六七八九十百千万亿两零〇".utf16 { isNumeral[Int(unit)] = true }
    for unit in "县镇乡村屯庄区州郡路街巷旗湖河江山岛岭沟".utf16 { isPlaceEnd[Int(unit)] = true }
    for (unit, kind) in kinds.enumerated() where kind == .han {
      given[unit] = NameTable.rareGivenCost
      isPlaceUnit[unit] = true
    }
    for group in draft.characters {
      for unit in group.units {
        switch group.name {
        case "surname": if surname[Int(unit)] == 0 { surname[Int(unit)] = group.cost }
        case "letter": if letter[Int(unit)] == 0 { letter[Int(unit)] = group.cost }
        case "given-never": given[Int(unit)] = 0
        case "place-never": isPlaceUnit[Int(unit)] = false
        default:
          if given[Int(unit)] == 0 || given[Int(unit)] > group.cost {
            given[Int(unit)] = group.cost
          }
        }
      }
    }
  }

  /// The entry of exactly that word.
  func entry(of units: ArraySlice<UInt16>) -> Entry? {
    let all = Array(units)
    guard let match = words.longestMatch(in: all, at: 0, limit: all.count),
      match.end == all.count
    else { return nil }
    return entries[Int(match.payload)]
  }

  /// Whether a character ends names of rivers, lakes and mountains, which persons' names hold too.
  func isWaterEnd(_ unit: UInt16) -> Bool { "湖河江山岛岭沟".utf16.contains(unit) }

  private mutating func setKinds() {
    for unit in 0x4E00...0x9FFF { kinds[unit] = .han }
    for unit in 0x3400...0x4DBF { kinds[unit] = .han }
    kinds[0x3007] = .han
    for unit in 0x30...0x39 { kinds[unit] = .digit }
    for unit in 0x41...0x5A { kinds[unit] = .latin }
    for unit in 0x61...0x7A { kinds[unit] = .latin }
    for unit in [0x20, 0x09, 0x0A, 0x0D] { kinds[unit] = .space }
    for unit in "(“‘「『《〈【[".utf16 { kinds[Int(unit)] = .opener }
    for unit in ")”’」』》〉】]".utf16 { kinds[Int(unit)] = .closer }
    for unit in "·•・".utf16 { kinds[Int(unit)] = .point }
  }
}
