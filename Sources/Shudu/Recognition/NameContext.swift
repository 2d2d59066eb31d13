/// What an article has told of names so far: full names, and the short ones that stand for them.
///
/// One value an article, passed through the paragraphs in reading order.
public struct NameContext: Sendable {
  /// A name where it was told.
  public struct Telling: Sendable, Equatable {
    let units: [UInt16]
    public var text: String { String(utf16: units[...]) }
    public var kind: NameKind
    /// `paragraph` of the context when it was told.
    public var paragraph: Int
    /// Half-open UTF-16 range of that paragraph's text.
    public var range: Range<Int>
  }

  /// Index of the paragraph being read; set by the caller, kept with each name.
  public var paragraph = 0
  /// Full names in the order of their first telling.
  public private(set) var tellings: [Telling] = []

  private var numbers = WordMap<Int>()
  private var shortNames = WordMap<Int>()
  private var persons: Set<ShortUnits> = []
  private var personFirsts = UnitFilter()
  /// Names that only their telling shows to be names, by their first character.
  private var taught: [UInt16: [(units: [UInt16], kind: NameKind)]] = [:]
  private var taughtFirsts = UnitFilter()
  /// Short names of places with their full ones, learnt before reading.
  private var learned: [[UInt16]: [UInt16]] = [:]
  /// The last place told that ends with a word of two to six characters.
  private var ends = WordMap<Int>()
  /// Strings that stood where persons are introduced.
  private var introduced: Set<ShortUnits> = []
  private var introducedFirsts = UnitFilter()
  /// Whether nobody has shown more of the article than a few sentences.
  var isAlone = true
  /// The kinds of the names told.
  private(set) var told = NameTold()
  private var lastOrganization: Int?
  private var lastPlace: Int?

  public init() {}

  /// Whether names are known that only their telling shows to be names.
  var hasTaught: Bool { !taught.isEmpty }

  /// The full name that a short one stands for (`杰品科技`, `高新区`, `该公司`); nil where nothing was told.
  public func canonical(of short: String) -> Telling? { canonical(ofUnits: Array(short.utf16)) }

  func canonical(ofUnits units: [UInt16]) -> Telling? {
    let name = NameWords(units)
    if let number = shortNames[name] { return tellings[number] }
    if let full = learned[units], let number = numbers[NameWords(full)] { return tellings[number] }
    if let number = numbers[name] { return tellings[number] }
    guard units.count >= 2, units[0] == 0x8BE5 else { return nil }  // 该
    let rest = units[1...]
    if let found = tellings.last(where: { $0.units.suffix(rest.count).elementsEqual(rest) }) {
      return found
    }
    let last = NameContext.placeWords.contains(String(decoding: rest, as: UTF16.self))
    return (last ? lastPlace : lastOrganization).map { tellings[$0] }
  }

  /// Names taught that begin with the same character; more would make every look-up long.
  private static let mostTaught = 32
  private static let placeWords: Set<String> = ["区", "市", "县", "省", "镇", "村", "乡", "园区", "地"]

  func hasPerson(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard personFirsts.mayHold(units[range.lowerBound]), let name = ShortUnits(units[range])
    else { return false }
    return persons.contains(name)
  }

  /// Whether a name learnt from the article may begin with that character; false for most that none does.
  @inline(__always)
  func mayBeTaught(from unit: UInt16) -> Bool { taughtFirsts.mayHold(unit) }

  /// Names learnt from the article that begin with that character.
  func taughtNames(from unit: UInt16) -> [(units: [UInt16], kind: NameKind)] {
    mayBeTaught(from: unit) ? taught[unit] ?? [] : []
  }

  /// Whether a told place longer than the word ends with it.
  func endsName(_ word: ArraySlice<UInt16>) -> Bool {
    ends[NameWords(word)] != nil
  }

  /// Whether a string that was introduced may begin with that character; false for most that none does.
  @inline(__always)
  func mayBeIntroduced(from unit: UInt16) -> Bool {
    introducedFirsts.mayHold(unit)
  }

  func isIntroduced(_ name: ArraySlice<UInt16>) -> Bool {
    ShortUnits(name).map(introduced.contains) ?? false
  }

  // MARK: Learning

  mutating func introduce(_ name: ArraySlice<UInt16>) {
    guard let first = name.first, let name = ShortUnits(name) else { return }
    introduced.insert(name)
    introducedFirsts.insert(first)
  }

  /// Keeps a name where it was told.
  ///
  /// - Parameter units: a part of a paragraph; what is kept of them is copied.
  mutating func tell(_ units: ArraySlice<UInt16>, kind: NameKind, range: Range<Int>) {
    let name = NameWords(units)
    told.tell(units, kind: kind)
    guard shortNames[name] == nil else { return }
    let number = numbers[name] ?? tellings.count
    if number == tellings.count {
      let units = Array(units)
      numbers[NameWords(units)] = number
      tellings.append(Telling(units: units, kind: kind, paragraph: paragraph, range: range))
    }
    switch kind {
    case .person:
      if units.count > 1, let first = units.first, let name = ShortUnits(units) {
        persons.insert(name)
        personFirsts.insert(first)
      }
    case .organization: lastOrganization = number
    case .place:
      // Where it was told last of all places, it is still what its ends stand for.
      if lastPlace == number { return }
      lastPlace = number
      let kept = tellings[number].units
      for length in 2...6 where length < kept.count {
        ends[NameWords(kept.suffix(length))] = number
      }
    default: break
    }
  }

  /// Ties a short name to the last full one that ends with it.
  mutating func tieToLast(_ short: ArraySlice<UInt16>) {
    if let number = ends[NameWords(short)] { shortNames[NameWords(Array(short))] = number }
  }

  /// Ties a short name to a full one told before.
  mutating func tie(_ short: [UInt16], to full: [UInt16]) {
    let name = NameWords(short)
    guard let number = numbers[NameWords(full)], shortNames[name] == nil, short != full else {
      return
    }
    shortNames[name] = number
  }

  /// Makes a short name of a place known that the article tells in full.
  mutating func teachPlace(_ short: [UInt16], full: [UInt16]) {
    teach(full, kind: .place)
    teach(short, kind: .place)
    if learned[short] == nil { learned[short] = full }
  }

  /// Makes a string a name wherever the article has it from here on.
  mutating func teach(_ units: [UInt16], kind: NameKind) {
    guard let first = units.first, units.count >= 2 else { return }
    let known = taught[first] ?? []
    guard known.count < NameContext.mostTaught, !known.contains(where: { $0.units == units })
    else { return }
    taughtFirsts.insert(first)
    taught[first] = (known + [(units, kind)]).sorted { $0.units.count > $1.units.count }
  }
}

/// Whether a character may be one of some: false for most that are none of them.
struct UnitFilter: Sendable {
  /// A bit for each, by its last twelve bits.
  private var bits: [UInt64] = []

  @inline(__always)
  func mayHold(_ unit: UInt16) -> Bool {
    !bits.isEmpty && bits[Int(unit >> 6 & 63)] >> UInt64(unit & 63) & 1 != 0
  }

  mutating func insert(_ unit: UInt16) {
    if bits.isEmpty { bits = Array(repeating: 0, count: 64) }
    bits[Int(unit >> 6 & 63)] |= 1 << UInt64(unit & 63)
  }
}
