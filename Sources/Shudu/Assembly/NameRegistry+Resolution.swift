/// Which names a word such as `全市`, `该公司`, `孵化器` may stand for.
extension NameRegistry {
  /// The names that an anaphor such as `全市`, `市里`, `该公司`, `园区` may stand for, likeliest first.
  func resolutions(of words: NameWords) -> [Entry] {
    let word = words.units
    guard let last = word.last, let first = word.first else { return [] }
    let isWithin = word.count == 2 && [0x91CC, 0x4E0A].contains(last)  // 里上
    let level = isWithin ? first : last
    let isWhole = word.count == 2 && ([0x5168, 0x6211, 0x672C].contains(first) || isWithin)  // 全我本
    var found: [Entry] = []
    switch level {
    case 0x5E02, 0x7701, 0x5DDE, 0x53BF, 0x533A, 0x9547, 0x4E61, 0x6751, 0x65D7:  // 市省州县区镇乡村旗
      found = latest(ending: level)
      if let main = mainPlace(ending: level) {
        found.insert(main, at: isWhole ? 0 : min(1, found.count))
      }
    case 0x5730:  // 地: 当地, 本地, 该地
      found = latest { entries[$0].kind == .place }
      if let main = mainPlace(ending: nil) { found.insert(main, at: min(1, found.count)) }
    default:
      let tail =
        isWithin
        ? NameWords(word.dropLast())
        : NameRegistry.markers.contains(first) ? NameWords(word.dropFirst()) : words
      let ends = NameRegistry.bodies(tail)
      found = latest { number in
        ends.contains { NameRegistry.ends(entries[number].words, with: $0) }
      }
      if found.isEmpty, NameRegistry.companies.contains(tail.units) {
        found = latest(1) { entries[$0].kind == .organization }
      }
    }
    return found.map(usualForm)
  }

  /// The name that a common noun stands for (`孵化器` after one that is named in full, `企业` after a company's); nil for
  /// none and for what is a name itself.
  func fullName(of words: NameWords) -> Entry? {
    guard index[words] == nil, words.count >= 2 else { return nil }
    if endings.contains(words), let entry = latest(suffix: words) { return usualForm(of: entry) }
    guard NameRegistry.companies.contains(words.units) else { return nil }
    return latest(1) { entries[$0].kind == .organization }.first.map(usualForm)
  }

  private static let companies = WordSet("公司", "企业", "集团", "工厂", "厂家")

  /// The form in which the article names an owner most often; of equal ones the one that shows its level.
  func usualForm(of entry: Entry) -> Entry {
    guard let number = index[entry.words] else { return entry }
    let cluster = entries[number].cluster
    var best = fullForm(of: number)
    for at in entries.indices.prefix(NameRegistry.mostClustered)
    where entries[at].cluster == cluster && entries[at].kind == entry.kind && !entries[at].isBare {
      let lead = entries[at].formCount - entries[best].formCount
      if lead > 0 || lead == 0 && showsLevel(at) { best = at }
    }
    return entries[best]
  }

  /// Whether a name tells its level itself, or is one that a bracket gave.
  private func showsLevel(_ number: Int) -> Bool {
    let entry = entries[number]
    return entry.level == entry.text.last && entry.text.count <= 4 || isGiven(entry.words)
  }

  /// The name for which a common word for a zone stands: the one that ends with it which reading came past last, else the
  /// first of the article; nil for what is no such word.
  func fullName(ofZone words: NameWords) -> Entry? {
    guard let number = index[words], entries[number].isBare, !isGiven(words) else { return nil }
    let full = fullForm(of: number)
    return full == number ? nil : usualForm(of: entries[full])
  }

  /// The number of the name for which a common word for a zone stands, else of the name itself.
  func fullForm(of number: Int) -> Int {
    guard entries[number].isBare else { return number }
    let words = entries[number].words
    let isFull = { (other: Int) in
      !entries[other].isBare && NameRegistry.ends(entries[other].words, with: words)
    }
    return reading.recent.last(where: isFull)
      ?? entries.indices.prefix(NameRegistry.mostClustered).first(where: isFull) ?? number
  }

  /// The usual form of a name whose full form ends with a common noun; nil for one whose does not, and for one that the
  /// article names but once where the noun is no company's.
  func usualForm(of words: NameWords, ending noun: NameWords) -> Entry? {
    guard let number = index[words] else { return nil }
    let cluster = entries[number].cluster
    guard entries[cluster].count > 1 || NameRegistry.companies.contains(noun.units) else {
      return nil
    }
    let ends = entries.indices.prefix(NameRegistry.mostClustered).contains {
      entries[$0].cluster == cluster && NameRegistry.ends(entries[$0].words, with: noun)
    }
    return ends ? usualForm(of: entries[number]) : nil
  }

  // MARK: Named last

  /// Names that an anaphor is held to stand for at most.
  private static let choices = 3

  /// The places of a level that were named last.
  private func latest(ending level: UInt16) -> [Entry] {
    latest { entries[$0].level == level && entries[$0].kind == .place }
  }

  /// The names of a kind that reading came past last, latest first, one of those that mean the same.
  ///
  /// - Parameter holds: whether the entry of a number is of the kind.
  private func latest(_ limit: Int = choices, where holds: (Int) -> Bool) -> [Entry] {
    var found: [Int] = []
    for number in reading.recent.reversed() where found.count < limit {
      guard !found.contains(where: { entries[$0].cluster == entries[number].cluster }),
        anyMate(of: number, holds)
      else { continue }
      found.append(number)
    }
    return found.map { entries[$0] }
  }

  /// Whether something holds of a name or of one that means the same (`湾海种业` is a 公司 by its full name).
  private func anyMate(of number: Int, _ holds: (Int) -> Bool) -> Bool {
    var at = number
    repeat {
      if holds(at) { return true }
      at = mates[at]
    } while at != number
    return false
  }

  private func latest(suffix: NameWords) -> Entry? {
    latest(1) { NameRegistry.ends(entries[$0].words, with: suffix) }.first
  }

  /// Whether a character only marks the one meant: 该, 本, 我, 全.
  private static let markers = UnitSet("该本我全")

  /// What the names end with that a lone character after such a mark stands for.
  private static func bodies(_ tail: NameWords) -> [NameWords] {
    guard tail.count == 1, let last = tail.units.last else { return [tail] }
    return switch last {
    case 0x6821: schools  // 校
    case 0x884C: banks  // 行
    case 0x53F8: firms  // 司
    default: [tail]
    }
  }

  private static let schools = ["大学", "学院", "学校", "中学", "小学"].map { NameWords(Array($0.utf16)) }
  private static let banks = ["银行"].map { NameWords(Array($0.utf16)) }
  private static let firms = ["公司"].map { NameWords(Array($0.utf16)) }
}
