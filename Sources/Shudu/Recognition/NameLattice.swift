/// Cuts a stretch of text into words and candidate names, the likeliest cut of all.
///
/// Every word of the tables, every person's name that surname and characters allow, and every run of
/// transliteration is an edge with a cost; the cheapest path is kept. *Cost*: linear; at most a
/// dozen edges begin at an offset, none longer than the longest word of the tables.
struct NameLattice {
  let table: NameTable
  let units: [UInt16]
  let start: Int
  let end: Int

  private var best: [Int32]
  private var origin: [Int32]
  private var code: [Int32]
  /// Whether a person's title ends at an offset.
  private var titleEnds: [Bool]
  /// Whether a point of transliterated names stands in the range.
  private let hasPoint: Bool
  /// Whether a place ends at an offset.
  private var placeEnds: [Bool]
  /// Whether a common word of two characters has its middle at an offset.
  private var crossings: [Bool]

  private static let unreached = Int32.max / 2
  private enum Code {
    static let single: Int32 = -1
    static let digits: Int32 = -2
    static let latin: Int32 = -3
    static let mark: Int32 = -4
    static let person: Int32 = -5
    static let surnameAlone: Int32 = 45
    static let foreign: Int32 = -6
    static let place: Int32 = -7
  }

  init(table: NameTable, units: [UInt16], range: Range<Int>) {
    self.table = table
    self.units = units
    start = range.lowerBound
    end = range.upperBound
    hasPoint = units[range].contains(0xB7)
    let count = range.count + 1
    best = Array(repeating: NameLattice.unreached, count: count)
    origin = Array(repeating: 0, count: count)
    code = Array(repeating: 0, count: count)
    titleEnds = Array(repeating: false, count: count)
    placeEnds = titleEnds
    crossings = titleEnds
  }

  /// The tokens of the cheapest path, in order, without white space.
  mutating func tokens(context: NameContext) -> [NameToken] {
    best[0] = 0
    var offset = start
    while offset < end {
      if best[offset - start] < NameLattice.unreached { step(from: offset, context: context) }
      offset += 1
    }
    return path()
  }

  // MARK: Edges

  private mutating func step(from offset: Int, context: NameContext) {
    switch table.kinds[Int(units[offset])] {
    case .han:
      relax(offset, offset + 1, NameTable.unknownCost, Code.single)
      addWords(from: offset)
      addPersons(from: offset, context: context)
      addForeign(from: offset)
      addPlaces(from: offset)
    case .digit, .latin:
      addWords(from: offset)
      addRun(from: offset)
    case .point where isTransliteration(around: offset):
      relax(offset, offset + 1, 10, Code.mark)
    default:
      relax(offset, offset + 1, 10, Code.mark)
    }
  }

  private mutating func relax(_ from: Int, _ to: Int, _ cost: Int32, _ kind: Int32) {
    let total = best[from - start] + cost
    if total < best[to - start] {
      best[to - start] = total
      origin[to - start] = Int32(from - start)
      code[to - start] = kind
    }
  }

  private mutating func addWords(from offset: Int) {
    table.words.forEachMatch(in: units, at: offset, limit: end) { match in
      let entry = table.entries[Int(match.payload)]
      var cost = entry.cost
      if crossings[offset - start], cost > 90, entry.classes.contains(.place) {
        cost += NamePrior.crossing
      }
      relax(offset, match.end, cost, match.payload)
      if entry.classes.contains(.title) { titleEnds[match.end - start] = true }
      if entry.classes.contains(.place) { placeEnds[match.end - start] = true }
      if match.end == offset + 2, entry.cost < NamePrior.commonWord {
        crossings[offset + 1 - start] = true
      }
    }
  }

  /// Digits with their separators, or letters and digits.
  private mutating func addRun(from offset: Int) {
    var position = offset
    var isLatin = false
    while position < end {
      let kind = table.kinds[Int(units[position])]
      if kind == .latin {
        isLatin = true
      } else if kind != .digit {
        let isJoint =
          [0x2E, 0x26, 0x2D].contains(units[position]) && position > offset && position + 1 < end
          && [.latin, .digit].contains(table.kinds[Int(units[position + 1])])
        if !isJoint { break }
      }
      position += 1
    }
    relax(offset, position, 40, isLatin ? Code.latin : Code.digits)
  }

  // MARK: Persons

  private mutating func addPersons(from offset: Int, context: NameContext) {
    let single = table.surname[Int(units[offset])]
    if single > 0 { addGiven(offset, offset + 1, Int32(single), context) }
    table.foreignSurname.forEachMatch(in: units, at: offset, limit: end) { match in
      addGiven(offset, match.end, match.payload, context, isLong: true)
    }
  }

  /// Names of a surname that ends at `first` and one or two characters, three after a long surname.
  private mutating func addGiven(
    _ offset: Int, _ first: Int, _ surname: Int32, _ context: NameContext, isLong: Bool = false
  ) {
    var cost = NamePrior.person + surname
    cost -= before(offset)
    if crossings[offset - start], !titleEnds[offset - start] { cost += NamePrior.crossing }
    if isLong { relax(offset, first, cost + NamePrior.surnameAlone - after(first), Code.person) }
    var position = first
    var characters: Int32 = 0
    while position < end, position - first < (isLong ? 3 : 2) {
      let given = table.given[Int(units[position])]
      guard given > 0 else { break }
      characters += Int32(given)
      position += 1
      var total = cost + characters - after(position)
      if crosses(position) { total += NamePrior.crossingEnd }
      if position - first == 1 { total += NamePrior.shortGiven }
      if position - first == 3 { total += 20 }
      if context.hasPerson(units, offset..<position) { total -= NamePrior.seen }
      relax(offset, position, max(total, 60), Code.person)
    }
  }

  /// Whether a common word of two characters has its middle at an offset.
  private func crosses(_ offset: Int) -> Bool {
    guard offset < end, table.kinds[Int(units[offset])] == .han,
      let match = table.words.longestMatch(in: units, at: offset - 1, limit: offset + 1)
    else { return false }
    return match.end == offset + 1
      && table.entries[Int(match.payload)].cost < NamePrior.commonWord
  }

  /// What stands before a name speaks for it by so much.
  private func before(_ offset: Int) -> Int32 {
    guard offset > start else { return 8 }
    if titleEnds[offset - start] { return NamePrior.title }
    switch units[offset - 1] {
    case 0x20:
      if offset - 1 > start, titleEnds[offset - 1 - start] { return NamePrior.title }
      return 16
    case 0x3001: return 10  // 、
    case 0xB7: return 30
    default:
      switch table.kinds[Int(units[offset - 1])] {
      case .han: return 0
      case .digit: return -60
      default: return 6
      }
    }
  }

  /// What stands after a name speaks for it by so much.
  private func after(_ offset: Int) -> Int32 {
    guard offset < end else { return 8 }
    let unit = units[offset]
    if table.kinds[Int(unit)] != .han {
      if unit == 0x20 { return 14 }
      return unit == 0x3001 || unit == 0xB7 ? 12 : 6
    }
    var bonus: Int32 = 0
    table.words.forEachMatch(in: units, at: offset, limit: min(end, offset + 4)) { match in
      let classes = table.entries[Int(match.payload)].classes
      if classes.contains(.titleAfter) {
        bonus = max(bonus, match.end - offset > 1 ? 24 : 12)
      } else if classes.contains(.speech) {
        bonus = max(bonus, match.end - offset > 1 ? 18 : 7)
      } else if classes.contains(.title) {
        bonus = max(bonus, 12)
      }
    }
    return bonus
  }

  // MARK: Transliterations

  private func isTransliteration(around offset: Int) -> Bool {
    offset > start && offset + 1 < end && table.kinds[Int(units[offset - 1])] == .han
      && table.kinds[Int(units[offset + 1])] == .han
  }

  /// Parts of a name with a point in it: any characters, those of transliteration the cheapest.
  private mutating func addPointed(from offset: Int) {
    let isAfter = offset > start && table.kinds[Int(units[offset - 1])] == .point
    var cost = NamePrior.foreign - 40 - before(offset)
    var position = offset
    while position < end, position - offset < NamePrior.longestForeign {
      let unit = Int(units[position])
      guard table.kinds[unit] == .han, isAfter || table.given[unit] > 0 else { return }
      let letter = Int32(table.letter[unit])
      cost += letter > 0 ? letter : table.given[unit] > 0 ? 56 : 100
      position += 1
      let isBefore = position < end && table.kinds[Int(units[position])] == .point
      if isAfter || isBefore { relax(offset, position, cost - after(position), Code.foreign) }
    }
  }

  private mutating func addForeign(from offset: Int) {
    if hasPoint { addPointed(from: offset) }
    var cost = NamePrior.foreign - before(offset)
    var position = offset
    while position < end, position - offset < NamePrior.longestForeign {
      let letter = table.letter[Int(units[position])]
      guard letter > 0 else { return }
      cost += Int32(letter)
      position += 1
      let count = position - offset
      guard count >= 2 || isBesidePoint(offset, position) else { continue }
      var total = cost - after(position) + (count == 2 ? NamePrior.shortForeign : 0)
      if count < 4, crosses(position) { total += NamePrior.crossingEnd }
      relax(offset, position, total, Code.foreign)
    }
  }

  private func isBesidePoint(_ first: Int, _ last: Int) -> Bool {
    (first > start && table.kinds[Int(units[first - 1])] == .point)
      || (last < end && table.kinds[Int(units[last])] == .point)
  }

  // MARK: Places by their last character

  /// Two or three characters before one that ends names of places (`小营村`).
  private mutating func addPlaces(from offset: Int) {
    guard table.isPlaceUnit[Int(units[offset])], offset + 2 < end, before(offset) >= 0 else {
      return
    }
    let isInside = placeEnds[offset - start]
    var cost = NamePrior.place + (crossings[offset - start] ? NamePrior.crossing : 0)
    if isInside { cost -= 25 }
    for position in offset..<min(end - 1, offset + (isInside ? 3 : 2)) {
      guard table.isPlaceUnit[Int(units[position])] else { return }
      cost += NamePrior.placeCharacter
      let last = units[position + 1]
      guard position > offset, table.isPlaceEnd[Int(last)] else { continue }
      let isWord =
        longestWord(at: position, limit: position + 2) == 2
        || !isInside && isCommonWord(offset, position + 1, before: last)
      let total = cost + (table.isWaterEnd(last) ? 45 : 20)
      if !isWord {
        relax(offset, position + 2, total, Code.place)
        placeEnds[position + 2 - start] = true
      }
    }
  }

  /// Whether a common word stands before the last character, which few places are named after.
  private func isCommonWord(_ first: Int, _ last: Int, before unit: UInt16) -> Bool {
    guard let match = table.words.longestMatch(in: units, at: first, limit: last),
      match.end - first >= 2
    else { return false }
    let isFree = "镇乡村".utf16.contains(unit) && match.end == last
    let entry = table.entries[Int(match.payload)]
    return !isFree || entry.cost < NamePrior.rareWord || !entry.classes.isEmpty
  }

  private func longestWord(at offset: Int, limit: Int) -> Int {
    table.words.longestMatch(in: units, at: offset, limit: limit).map { $0.end - offset } ?? 0
  }

  // MARK: Path

  private func path() -> [NameToken] {
    var tokens: [NameToken] = []
    var position = end - start
    while position > 0 {
      let from = Int(origin[position])
      if let token = token(from: from + start, to: position + start, code: code[position]) {
        tokens.append(token)
      }
      position = from
    }
    tokens.reverse()
    return tokens
  }

  private func token(from: Int, to: Int, code: Int32) -> NameToken? {
    let form: NameToken.Form
    var classes: NameClass = []
    switch code {
    case Code.single: form = .single
    case Code.digits: form = .digits
    case Code.latin: form = .latin
    case Code.mark:
      if table.kinds[Int(units[from])] == .space { return nil }
      form = .mark
    case Code.person: form = .person
    case Code.foreign: form = .foreign
    case Code.place: form = .place
    default:
      classes = table.entries[Int(code)].classes
      form = to - from == 1 && table.kinds[Int(units[from])] == .han ? .single : .word
    }
    return NameToken(start: from, end: to, form: form, classes: classes, entry: max(code, -1))
  }
}

/// Costs of names before their characters, on the scale of `NameTable`.
enum NamePrior {
  static let person: Int32 = 48
  static let title: Int32 = 30
  static let seen: Int32 = 45
  static let shortGiven: Int32 = 17
  static let surnameAlone: Int32 = 45
  static let foreign: Int32 = 62
  static let shortForeign: Int32 = 22
  static let longestForeign = 8
  static let place: Int32 = 58
  static let placeCharacter: Int32 = 44
  /// For a name that begins within a common word.
  static let crossing: Int32 = 26
  static let crossingEnd: Int32 = 14
  static let commonWord: Int32 = 104
  static let rareWord: Int32 = 98
}
