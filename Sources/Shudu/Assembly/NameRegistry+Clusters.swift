/// Names that mean the same: full and short ones, those that brackets tie, and those of one division.
extension NameRegistry {
  /// The number of the names that mean the same as that one; nil for a name that the article does not have.
  func cluster(of words: NameWords) -> Int? { index[words].map { entries[$0].cluster } }

  /// Names looked at for what they share; an article with more is a list.
  static let mostClustered = 256

  /// Ties each name to the first one that begins or ends with it, or holds it and is a body's.
  mutating func cluster() {
    for number in entries.indices { entries[number].cluster = number }
    let looked = entries.indices.prefix(NameRegistry.mostClustered)
    for kind in NameKind.allCases where kind != .person {
      let names = looked.filter { entries[$0].kind == kind }
      let words = names.map { entries[$0].words }
      let lengths = words.map(\.count)
      let holds = words.map { NameRegistry.characters(of: $0) }
      let lasts = words.map { $0.units.last ?? 0 }
      for turn in names.indices where lengths[turn] >= 2 {
        let length = lengths[turn]
        let last = lasts[turn]
        let showsLevel = entries[names[turn]].level == last
        for other in names.indices where lengths[other] > length {
          // Most names are told apart by how they end.
          let mayBeFull =
            lasts[other] == last || length >= 4 || kind == .place && lengths[other] == length + 1
          guard mayBeFull, holds[turn] & ~holds[other] == 0,
            NameRegistry.isFull(words[other], of: words[turn], kind, showsLevel: showsLevel)
          else { continue }
          entries[names[turn]].cluster = names[other]
          break
        }
      }
    }
    for tie in ties {
      guard let short = index[tie.short], let full = index[tie.full] else { continue }
      join(short, to: full)
    }
    joinDivisions(looked)
    linkMates()
    for number in entries.indices {
      guard [.place, .organization, .facility, .product].contains(entries[number].kind) else {
        continue
      }
      let text = entries[number].text
      for length in 2..<max(2, min(7, text.count)) {
        endings.insert(NameWords(text.suffix(length)))
      }
    }
  }

  /// Makes names that mean the same as one mean the same as another.
  private mutating func join(_ number: Int, to other: Int) {
    let (old, new) = (entries[number].cluster, entries[other].cluster)
    guard old != new else { return }
    for number in entries.indices where entries[number].cluster == old {
      entries[number].cluster = new
    }
  }

  /// Ties the names that the table has for one division (`文山州` and 文山壮族苗族自治州).
  private mutating func joinDivisions(_ looked: Range<Int>) {
    var firsts: [String: Int] = [:]
    for number in looked where entries[number].kind == .place {
      guard let code = NameRegistry.code(ofDivision: entries[number].text) else { continue }
      if let first = firsts[code] { join(number, to: first) } else { firsts[code] = number }
    }
  }

  private mutating func linkMates() {
    mates = Array(entries.indices)
    var first = [Int](repeating: -1, count: entries.count)
    var last = first
    for number in entries.indices {
      let cluster = entries[number].cluster
      if first[cluster] < 0 { first[cluster] = number } else { mates[last[cluster]] = number }
      mates[number] = first[cluster]
      last[cluster] = number
    }
  }

  /// A bit for each character of a name, by its last six bits: a full form has those of its short ones.
  private static func characters(of name: NameWords) -> UInt64 {
    name.units.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Whether a name is another's full form.
  private static func isFull(
    _ long: NameWords, of short: NameWords, _ kind: NameKind, showsLevel: Bool
  ) -> Bool {
    guard long.count > short.count else { return false }
    if kind == .place {
      if long.count == short.count + 1, long.begins(with: short) { return true }
      if !showsLevel { return false }
    }
    return long.ends(with: short) || short.count >= 4 && long.holds(short)
  }

  /// Whether a longer name of the article ends with those words (`绣坊` of 彩云绣坊).
  func endsName(_ words: NameWords) -> Bool { endings.contains(words) }

  /// Whether a longer name ends with a shorter one.
  static func ends(_ long: NameWords, with short: NameWords) -> Bool {
    long.count > short.count && long.ends(with: short)
  }

  /// Whether a longer name ends with a short one.
  ///
  /// Cost: as many steps as names are looked at for what they share.
  func hasFullName(_ short: NameWords) -> Bool {
    entries.indices.prefix(NameRegistry.mostClustered)
      .contains { NameRegistry.ends(entries[$0].words, with: short) }
  }
}
