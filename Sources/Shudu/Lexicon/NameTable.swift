/// The words by which names are told: places, bodies, surnames, suffixes, and common words with their costs.
///
/// A cost is about nine times the negative natural logarithm of a probability, the scale of
/// `common-words.tsv`. Built once; cost of building: about 80,000 words.
public final class NameTable: Sendable {
  public static let standard = NameTable()

  struct Entry: Sendable {
    var cost: Int32
    var classes: NameClass
    /// Row of `places`, or -1.
    var place: Int32 = -1
    /// Whether several places have the name.
    var isShared = false
    var part = PartOfSpeech.none
  }

  /// An entry's cost and classes, in four bytes: every word of a text is looked up here.
  struct WordCost: Sendable, BitwiseCopyable {
    private var bits: UInt16
    /// The number of its classes in `classSets`.
    fileprivate let classSet: UInt16

    fileprivate init(_ entry: Entry, classSet: UInt16) {
      self.classSet = classSet
      bits = UInt16(clamping: entry.cost) << 3
      if entry.classes.contains(.place) { bits |= 1 }
      if entry.classes.contains(.title) { bits |= 2 }
      if entry.isShared { bits |= 4 }
    }

    var cost: Int32 { Int32(bits >> 3) }
    var isPlace: Bool { bits & 1 != 0 }
    var isTitle: Bool { bits & 2 != 0 }
    /// Whether several places have the name.
    var isShared: Bool { bits & 4 != 0 }
  }

  /// Classes of words, with what tokens of those classes show by them.
  struct ClassSet: Sendable, BitwiseCopyable {
    let classes: NameClass
    /// Of a word of three characters or more.
    let cues: NameCues
    let cuesOfCharacter: NameCues

    fileprivate init(_ classes: NameClass) {
      self.classes = classes
      cues = NameCues(of: classes, length: 3)
      cuesOfCharacter = NameCues(of: classes, length: 1, isCharacter: true)
    }
  }

  /// A row of `places.tsv`.
  struct Place: Sendable {
    /// Statistical code or ISO 3166-1 alpha-2; empty where it has none.
    var code: String
    var name: String
    var level: String
  }

  let words: WordTrie
  let foreignSurname: WordTrie
  /// Of each entry.
  let costs: FixedTable<WordCost>
  /// What each entry is as a word, by the table of the parts of speech.
  let parts: FixedTable<PartOfSpeech>
  /// The combinations of classes that entries have, some hundred.
  private let classSets: FixedTable<ClassSet>
  let places: [Place]
  /// By entry, up to the last one that is a place: its row of `places`, or -1.
  private let placeRows: FixedTable<Int32>
  /// What each unit can be in a name.
  let traits: FixedTable<UnitTraits>

  /// Cost of a Han character that no table knows.
  static let unknownCost: Int32 = 135
  /// Cost of a given-name character that the table does not list.
  private static let rareGivenCost: UInt8 = 74

  init(adding team: TeamLexicon = TeamLexicon()) {
    var draft = Draft()
    func rows(_ name: String) -> [[String]] {
      EmbeddedTable(named: name).rows + team.rows(of: name)
    }
    draft.addPlaces(rows("places"))
    draft.addUniversities(rows("universities"))
    for name in ["organizations", "names", "people"] { draft.addGrouped(rows(name)) }
    draft.addWordClasses(rows("word-classes"))
    EmbeddedTable.withBytes(named: "common-words") { draft.addCommonWords($0) }
    places = draft.places
    let lastPlace = draft.entries.lastIndex { $0.place >= 0 } ?? -1
    placeRows = FixedTable(draft.entries[...lastPlace].map(\.place))
    words = WordTrie(draft.words)
    parts = FixedTable(draft.entries.map(\.part))
    foreignSurname = WordTrie(draft.foreignSurnames)
    (costs, classSets) = NameTable.costs(of: draft.entries)
    var traits = NameTable.traits(draft.characters)
    for (word, _) in draft.foreignSurnames {
      if let first = word.first { traits[Int(first)].opensSurname = true }
    }
    self.traits = FixedTable(traits)
  }

  /// The classes of an entry.
  @inline(__always)
  func classes(of entry: Int) -> NameClass { classSet(of: entry).classes }

  @inline(__always)
  func classSet(of entry: Int) -> ClassSet { classSets.known(Int(costs[entry].classSet)) }

  // MARK: Sorts of words

  /// How many sorts of words there are: by form and classes.
  var sorts: Int { classSets.count * 2 + NameToken.Form.allCases.count }

  /// The number of a token's sort: first those of entries, then those of forms that no entry has.
  @inline(__always)
  func sort(of token: NameToken) -> Int {
    guard token.entry >= 0 else { return classSets.count * 2 + Int(token.form.rawValue) }
    return Int(costs[Int(token.entry)].classSet) * 2 + (token.form == .word ? 0 : 1)
  }

  /// The form and the classes of all words of a sort.
  func word(ofSort sort: Int) -> (form: NameToken.Form, classes: NameClass) {
    let entries = classSets.count * 2
    if sort < entries { return (sort % 2 == 0 ? .word : .single, classSets[sort / 2].classes) }
    let form = NameToken.Form.allCases[sort - entries]
    return (form, form == .word ? .organization : [])
  }

  private static func costs(
    of entries: [Entry]
  ) -> (costs: FixedTable<WordCost>, classSets: FixedTable<ClassSet>) {
    var numbers: [UInt64: UInt16] = [:]
    var sets: [NameClass] = []
    var last = (classes: NameClass(rawValue: .max), number: UInt16(0))
    let costs = entries.map { entry in
      if entry.classes != last.classes {
        let number = numbers[entry.classes.rawValue] ?? UInt16(sets.count)
        if Int(number) == sets.count { sets.append(entry.classes) }
        numbers[entry.classes.rawValue] = number
        last = (entry.classes, number)
      }
      return WordCost(entry, classSet: last.number)
    }
    return (FixedTable(costs), FixedTable(sets.map(ClassSet.init)))
  }

  /// The administrative place of that name, full or short.
  func place(named name: ArraySlice<UInt16>) -> Place? {
    let units = Array(name)
    guard let match = words.longestMatch(in: units, at: 0, limit: units.count),
      match.end == units.count
    else { return nil }
    return place(ofEntry: match.payload)
  }

  /// The row of `places.tsv` that a token's word stands for.
  func place(of token: NameToken) -> Place? {
    token.entry >= 0 ? place(ofEntry: token.entry) : nil
  }

  /// The row of `places.tsv` that an entry stands for.
  func place(ofEntry entry: Int32) -> Place? {
    guard entry < placeRows.count, case let row = placeRows[Int(entry)], row >= 0 else {
      return nil
    }
    return places[Int(row)]
  }

  private static func traits(
    _ groups: [(name: String, cost: UInt8, units: [UInt16])]
  ) -> [UnitTraits] {
    var traits = UnitTraits.all
    for unit in traits.indices where traits[unit].kind == .han {
      traits[unit].given = rareGivenCost
      traits[unit].isPlaceUnit = true
    }
    for group in groups {
      for unit in group.units.map(Int.init) {
        switch group.name {
        case "surname":
          if traits[unit].surname == 0 { traits[unit].surname = group.cost }
        case "letter": if traits[unit].letter == 0 { traits[unit].letter = group.cost }
        case "given-never": traits[unit].given = 0
        case "place-never": traits[unit].isPlaceUnit = false
        case "surname-rare": traits[unit].isRareSurname = true
        case "name-never": traits[unit].isNeverInName = true
        default:
          if traits[unit].given > group.cost { traits[unit].given = group.cost }
        }
      }
    }
    return traits
  }
}
