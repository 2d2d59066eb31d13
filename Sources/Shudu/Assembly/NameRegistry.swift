/// The names of an article in the order they stand, and what stands for them.
struct NameRegistry: Sendable {
  struct Entry: Sendable {
    var words: NameWords
    var kind: NameKind
    var place: Citation
    /// How often the article names it, short and full forms together.
    var count: Int
    /// How often in this very form.
    var formCount = 0
    /// The character of its level, within the name or right behind it (`市` of 齐东市); nil for none.
    var level: UInt16?
    /// Number of the names that mean the same (`齐东`, `齐东市`; a company and its short name).
    var cluster = 0
    /// Whether it is a common word for a zone (`高新区`) that stands for a longer name.
    var isBare = false
    /// Number of the place that it begins with (`浔江市` of its court), or that it tells where it lies (`荣昌` of 重庆荣昌).
    var within: Int?

    var text: ArraySlice<UInt16> { words.units }
    var owner: SubjectHistory.Owner { SubjectHistory.Owner(name: place, words: words) }
  }

  var entries: [Entry] = []
  /// The three owners named most, once all names are noted.
  private(set) var frequentOwners: [Entry] = []
  /// The place that the article is about, of whatever level.
  private(set) var main: Entry?
  private(set) var index = WordIndex()
  /// What names of places, bodies, installations and products end with, two to six characters.
  var endings = WordIndex()
  /// For each entry the next one of its cluster, the first behind the last.
  var mates: [Int] = []
  /// Short names and the full ones that brackets gave them to.
  private(set) var ties: [(short: NameWords, full: NameWords)] = []
  var reading = NameReading()
  /// The entries of the owners that reading came past last, latest first, one of each cluster.
  private(set) var passed: [Int] = []

  /// Counts a name of the page; the first place is kept.
  ///
  /// - Parameters:
  ///   - next: the character behind it.
  ///   - weight: how often the mention counts; a heading's counts more.
  ///   - isBare: whether it is a common word for a zone that the article names elsewhere.
  mutating func note(
    _ words: NameWords, _ kind: NameKind, at place: Citation, next: UInt16?, weight: Int = 1,
    isBare: Bool = false
  ) {
    let number: Int
    if let known = index[words] {
      number = known
      entries[known].count += weight
      entries[known].formCount += 1
    } else {
      number = entries.count
      index.insert(words)
      entries.append(Entry(words: words, kind: kind, place: place, count: weight, level: nil))
      entries[number].level =
        NameRegistry.level(of: words.units) ?? NameRegistry.knownLevel(of: words.units)
      entries[number].formCount = 1
      entries[number].isBare = isBare
    }
    guard entries[number].level == nil, let next, NameRegistry.levels.contains(next) else { return }
    entries[number].level = next
  }

  /// Says that a bracket gives a short name to a full one (`(下称“湾海种业”)`); to be called before all are noted.
  mutating func tie(_ short: NameWords, to full: NameWords) { ties.append((short, full)) }

  /// Whether a bracket gives the name to a longer one.
  func isGiven(_ words: NameWords) -> Bool { ties.contains { $0.short == words } }

  /// Adds the counts of short and full forms of a place (`齐东`, `齐东市`) together; to be called once all are noted.
  mutating func mergeForms() {
    defer {
      cluster()
      frequentOwners = mostNamedOwners(3)
      main = mainPlace(ending: nil).map(usualForm)
    }
    notePrefixes()
    // As they were noted: a short form that takes the level of a full one is none itself.
    let levels = entries.map(\.level)
    for number in entries.indices where entries[number].kind == .place {
      let text = entries[number].text
      guard text.count > 2, levels[number] == text.last,
        let short = index[NameWords(text.dropLast())]
      else { continue }
      let sum = entries[number].count + entries[short].count
      entries[number].count = sum
      entries[short].count = sum
      entries[short].level = levels[number]
    }
  }

  /// The character of the level that a name ends with: a division, or a zone that runs itself like one (`高新区`).
  static func level(of text: ArraySlice<UInt16>) -> UInt16? {
    guard let last = text.last, levels.contains(last), text.count > 2 else { return nil }
    return last == 0x533A && parts.contains(text[text.endIndex - 2]) ? nil : last
  }

  /// The level of the place of the table that has the name.
  private static func knownLevel(of text: ArraySlice<UInt16>) -> UInt16? {
    NameTable.standard.place(named: text)?.name.utf16.last.flatMap {
      levels.contains($0) ? $0 : nil
    }
  }

  /// Characters before 区 that make a part of a place of it (`社区`, `景区`), no division.
  private static let parts = UnitSet("社小景校片城厂库矿灾市郊地特山街港园")

  private static let levels = UnitSet("市省县区州镇乡村旗")

  /// Counts the places that names of bodies and documents begin with (`浔江市` of its court), and those within others.
  private mutating func notePrefixes() {
    for number in entries.indices {
      let entry = entries[number]
      if let place = NameRegistry.placePrefix(of: entry) ?? NameRegistry.innerPlace(of: entry) {
        note(place.words, .place, at: place.place, next: nil, weight: entry.count)
        entries[number].within = index[place.words]
      } else if let place = NameRegistry.cityPrefix(of: entry) {
        note(place.words, .place, at: place.place, next: nil, weight: entry.count)
      }
    }
  }

  /// The owners named most, commonest first: what the article is likely to be about. Media are none.
  private func mostNamedOwners(_ limit: Int) -> [Entry] {
    let owning: [NameKind] = [.place, .organization, .facility, .product]
    let owners = entries.indices.filter { owning.contains(entries[$0].kind) }
      .sorted { a, b in
        entries[a].count != entries[b].count ? entries[a].count > entries[b].count : a < b
      }
    return owners.lazy.map { entries[$0] }
      .filter { !NameRegistry.isMedium($0.text) && !hasFullName($0.words) }
      .prefix(limit).map(usualForm)
  }

  // MARK: Reading

  /// What is known of a name where reading has come to.
  struct Standing {
    /// Of the names that mean the same.
    var cluster: Int
    var kind: NameKind
    /// How often the article names it, others that mean the same included.
    var count: Int
    /// How many sentences ago one of those names stood last; nil where none has yet.
    var sentences: Int?
    var focus: NameReading.Focus
  }

  /// How a name stands; nil for one that the article does not have.
  func standing(of words: NameWords) -> Standing? {
    index[words].map { number in
      let cluster = entries[number].cluster
      return Standing(
        cluster: cluster, kind: entries[number].kind, count: entries[cluster].count,
        sentences: reading.sentences(since: cluster), focus: reading.focus(on: cluster))
    }
  }

  /// Finds out whom reading came past last.
  mutating func notePassed(_ limit: Int) {
    passed.removeAll(keepingCapacity: true)
    for number in reading.recent.reversed() where passed.count < limit {
      guard NameRegistry.owning.contains(entries[number].kind),
        !passed.contains(where: { entries[$0].cluster == entries[number].cluster })
      else { continue }
      passed.append(number)
    }
  }

  /// Kinds of names that own something.
  private static let owning: [NameKind] = [.person, .organization, .place, .facility, .product]

  /// Says that reading has come past a name.
  ///
  /// - Parameter opens: whether a clause opens with it.
  mutating func pass(_ words: NameWords, opens: Bool) {
    guard var known = index[words] else { return }
    known = fullForm(of: known)
    let place = entries[known].within
    // `黄冈市应急管理局`, `重庆荣昌`: the text has come past the city, the district as well.
    if let place, entries[known].kind != .place { remember(place, opens: false) }
    remember(known, opens: opens)
    if let place, entries[known].kind == .place { remember(place, opens: false) }
  }

  private mutating func remember(_ number: Int, opens: Bool) {
    reading.pass(number, cluster: entries[number].cluster, opens: opens)
  }
}
