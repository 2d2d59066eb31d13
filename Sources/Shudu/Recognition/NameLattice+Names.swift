extension NameLattice {
  // MARK: Persons

  /// Persons whose surname begins at a character of that nature, or who stand behind a title.
  func addPersons(from offset: Int, _ traits: UnitTraits, context: NameContext) {
    let single = Int32(traits.surname)
    if single > 0 {
      addGiven(offset, offset + 1, single, context)
    } else if traits.given > 0, mayFollowTitle(offset), before(offset) >= NamePrior.title {
      // After a title any character may be a surname.
      addGiven(offset, offset + 1, NamePrior.rareSurname, context)
    }
    guard traits.opensSurname else { return }
    table.foreignSurname.forEachMatch(in: units, at: offset, limit: end) { match in
      addGiven(offset, match.end, match.payload, context, isLong: true)
    }
  }

  /// Names of a surname that ends at `first` and one or two characters, three after a long surname.
  private func addGiven(
    _ offset: Int, _ first: Int, _ surname: Int32, _ context: NameContext, isLong: Bool = false
  ) {
    let node = nodes[known: offset &- start]
    var cost = NamePrior.person + surname - before(offset)
    if node.isCrossed == true, !node.endsTitle { cost += NamePrior.crossing }
    if isLong { relax(offset, first, cost + NamePrior.surnameAlone - after(first), Code.person) }
    // 张某, 李某某
    var anonymous = first
    while anonymous < end, anonymous - first < 2, units[anonymous] == 0x67D0 { anonymous += 1 }
    if anonymous > first { relax(offset, anonymous, NamePrior.least, Code.person) }
    var position = first
    while position < end, position - first < (isLong ? 3 : 2) {
      let given = traits(position).given
      guard given > 0 else { break }
      cost += Int32(given)
      position += 1
      var total = cost
      if position - first == 1 { total += NamePrior.shortGiven }
      if position - first == 3 { total += NamePrior.longGiven }
      if context.hasPerson(units, offset..<position) { total -= NamePrior.seen }
      relaxName(offset, position, total, Code.person)
    }
  }

  /// Adds a name's edge, with what stands after it, unless it cannot be the cheapest.
  @inline(__always)
  private func relaxName(_ from: Int, _ to: Int, _ cost: Int32, _ code: Int32) {
    let least = max(cost - NamePrior.mostSupport, NamePrior.least)
    let bound = nodes[known: from &- start].best + least
    guard bound < nodes[known: to &- start].best else { return }
    var total = cost - after(to)
    if isCrossed(to) { total += NamePrior.crossingEnd }
    relax(from, to, max(total, NamePrior.least), code)
  }

  /// Whether a common word of two characters has its middle at an offset.
  private func isCrossed(_ offset: Int) -> Bool {
    if let known = nodes[known: offset &- start].isCrossed { return known }
    var found = false
    if offset < end, isHan(offset) {
      words.forEach(at: offset - 1) { match in
        guard match.end <= offset + 1 else { return }
        found =
          match.end == offset + 1 && table.costs[Int(match.payload)].cost < NamePrior.commonWord
      }
    }
    nodes[known: offset &- start].isCrossed = found
    return found
  }

  /// Whether a title, with or without a space behind it, or a point may stand before an offset.
  @inline(__always)
  func mayFollowTitle(_ offset: Int) -> Bool {
    guard offset > start else { return false }
    return nodes[known: offset &- start].endsTitle || traits(offset - 1).kind != .han
  }

  /// What stands before a name speaks for it by so much.
  private func before(_ offset: Int) -> Int32 {
    guard offset > start else { return 8 }
    if nodes[known: offset &- start].endsTitle { return NamePrior.title }
    switch traits(offset - 1).kind {
    case .han: return units[offset - 1] == 0x5458 ? NamePrior.role : 0  // 员
    case .digit: return -60
    case .space:
      let endsTitle = offset - 1 > start && nodes[offset - 1 - start].endsTitle
      return endsTitle ? NamePrior.title : 16
    case .point: return 30
    default: return units[offset - 1] == 0x3001 ? 10 : 6  // 、
    }
  }

  /// What stands after a name speaks for it by so much.
  private func after(_ offset: Int) -> Int32 {
    let known = nodes[known: offset &- start].support
    if known >= 0 { return Int32(known) }
    let support = support(at: offset)
    nodes[known: offset &- start].support = Int8(truncatingIfNeeded: support)
    return support
  }

  private func support(at offset: Int) -> Int32 {
    guard offset < end else { return 8 }
    switch traits(offset).kind {
    case .han: break
    case .space: return 14
    default: return units[offset] == 0x3001 || units[offset] == 0xB7 ? 12 : 6
    }
    var support: Int32 = 0
    words.forEach(at: offset) { match in
      guard match.end <= offset + 4 else { return }
      let classes = table.classes(of: Int(match.payload))
      if classes.contains(.titleAfter) {
        support = max(support, match.end - offset > 1 ? 24 : 12)
      } else if classes.contains(.speech) {
        support = max(support, match.end - offset > 1 ? 18 : 7)
      } else if classes.contains(.title) {
        support = max(support, 12)
      }
    }
    return support
  }

  // MARK: Transliterations

  /// Parts of a name with a point in it: any characters, those of transliteration the cheapest.
  func addPointed(from offset: Int) {
    let isAfter = offset > start && traits(offset - 1).kind == .point
    var cost = NamePrior.pointed - before(offset)
    var position = offset
    while position < end, position - offset < NamePrior.longestForeign {
      let unit = traits(position)
      guard unit.kind == .han, isAfter || unit.given > 0 else { return }
      cost += unit.letter > 0 ? Int32(unit.letter) : unit.given > 0 ? 56 : 100
      position += 1
      let isBefore = position < end && traits(position).kind == .point
      if isAfter || isBefore { relax(offset, position, cost - after(position), Code.foreign) }
    }
  }

  func addForeign(from offset: Int) {
    var cost = NamePrior.foreign - before(offset)
    if nodes[known: offset &- start].isCrossed == true { cost += NamePrior.crossing }
    var position = offset
    while position < end, position - offset < NamePrior.longestForeign {
      let letter = traits(position).letter
      guard letter > 0 else { return }
      cost += Int32(letter)
      position += 1
      guard position - offset >= 2 else { continue }
      let short = position - offset == 2 ? NamePrior.shortForeign : 0
      relaxName(offset, position, cost + short, Code.foreign)
    }
  }

  // MARK: Places by their last character

  /// Two or three characters before one that ends names of places (`小营村`).
  ///
  /// Only asked for where one of the three characters behind the first is such.
  func addPlaces(from offset: Int) {
    let node = nodes[known: offset &- start]
    let longest = node.endsPlace ? 3 : 2
    addPrefecture(from: offset)
    var position = offset
    while position + 1 < end, position - offset < longest, traits(position).isPlaceUnit {
      let last = traits(position + 1)
      position += 1
      guard position - offset >= 2, last.isPlaceEnd || node.endsPlace && last.isHamletEnd,
        !isOrdinary(offset, position, node.endsPlace)
      else { continue }
      var cost = NamePrior.place + NamePrior.placeCharacter * Int32(position - offset)
      cost += last.isWaterEnd ? NamePrior.water : NamePrior.land
      if node.isCrossed == true { cost += NamePrior.crossing }
      // `街` of a `街道`, `市` of a `市场`.
      if isCrossed(position + 1) {
        cost += NamePrior.crossing
      } else if node.endsPlace {
        cost -= NamePrior.within
      }
      if before(offset) < 0 { cost -= before(offset) }
      relax(offset, position + 1, cost, Code.place)
      nodes[position + 1 - start].endsPlace = true
    }
  }

  /// One character before 州.
  private func addPrefecture(from offset: Int) {
    guard offset + 1 < end, units[offset + 1] == 0x5DDE, !traits(offset).isNumeral else { return }
    let isCrossed = nodes[known: offset &- start].isCrossed == true
    let cost = NamePrior.place + NamePrior.placeCharacter + NamePrior.water
    relax(offset, offset + 2, cost + (isCrossed ? NamePrior.crossing : 0), Code.place)
  }

  /// Whether the characters up to one that may end a place's name are words of the language.
  private func isOrdinary(_ first: Int, _ last: Int, _ isWithin: Bool) -> Bool {
    let tail = longestWord(at: last - 1, limit: last + 1)
    if tail.length == 2, table.costs[tail.entry].cost < NamePrior.commonWord { return true }
    if isMeasured(last - 1) { return true }
    guard !isWithin else { return false }
    let word = longestWord(at: first, limit: last)
    guard word.length >= 2 else { return false }
    let isFree = [0x9547, 0x4E61, 0x6751].contains(units[last]) && first + word.length == last
    return !isFree || table.costs[word.entry].cost < NamePrior.rareWord
      || !table.classes(of: word.entry).isEmpty
  }

  /// `大` of 大县, which tells of what sort it is, not which.
  private func isMeasured(_ offset: Int) -> Bool { NameLattice.measures.contains(units[offset]) }

  private static let measures = UnitSet("大小强老新古名")

  private func longestWord(at offset: Int, limit: Int) -> (length: Int, entry: Int) {
    var found = (length: 0, entry: 0)
    words.forEach(at: offset) { match in
      if match.end <= limit { found = (match.end - offset, Int(match.payload)) }
    }
    return found
  }
}

/// Costs of names before their characters, on the scale of `NameTable`.
enum NamePrior {
  static let person: Int32 = 48
  static let title: Int32 = 30
  static let rareSurname: Int32 = 72
  /// For a word of a person's work before the name, of which tables hold a part only.
  static let role: Int32 = 20
  static let seen: Int32 = 45
  static let shortGiven: Int32 = 17
  static let longGiven: Int32 = 20
  /// The least that any name costs.
  static let least: Int32 = 60
  static let pointed: Int32 = 22
  static let surnameAlone: Int32 = 45
  static let foreign: Int32 = 62
  static let shortForeign: Int32 = 22
  /// The most that neighbours speak for a name.
  static let mostSupport: Int32 = 24
  static let longestForeign = 8
  static let taught: Int32 = 64
  static let place: Int32 = 58
  static let placeCharacter: Int32 = 44
  static let water: Int32 = 45
  static let land: Int32 = 20
  /// Taken off where a larger place stands before.
  static let within: Int32 = 25
  /// For a name that begins within a common word.
  static let crossing: Int32 = 26
  static let crossingEnd: Int32 = 14
  static let commonWord: Int32 = 104
  static let rareWord: Int32 = 98
}
