extension NameTable {
  /// Collects the tables' words before the trie is built.
  struct Draft {
    var entries: [Entry] = []
    var places: [Place] = []
    var words = WordTrieDraft(capacity: 80_000)
    var foreignSurnames: [(word: [UInt16], payload: Int32)] = []
    var characters: [(name: String, cost: UInt8, units: [UInt16])] = []

    mutating func add(_ word: [UInt16], _ classes: NameClass, cost: Int32, place: Int32 = -1) {
      guard !word.isEmpty else { return }
      let number = Int(words.insert(word[...], payload: Int32(entries.count)))
      guard number < entries.count else {
        entries.append(Entry(cost: cost, classes: classes, place: place, part: part(of: word)))
        return
      }
      entries[number].classes.formUnion(classes)
      entries[number].cost = min(entries[number].cost, cost)
      if entries[number].place < 0 {
        entries[number].place = place
      } else if place >= 0 {
        entries[number].isShared = true
      }
    }

    private func part(of word: [UInt16]) -> PartOfSpeech {
      PartOfSpeechTable.standard.part(of: 0..<word.count, in: word)
    }

    /// Columns: code, name, short name, level, note.
    mutating func addPlaces(_ rows: [[String]]) {
      for row in rows where row.count >= 4 {
        let level = row[3]
        let note = row.count > 4 ? row[4] : ""
        let number = Int32(places.count)
        places.append(Place(code: row[0], name: row[1], level: level))
        if level == "letter" {
          let kind: NameClass = note == "china" ? .letterOfChina : .letterOfWorld
          add(Array(row[1].utf16), kind, cost: 100, place: number)
          continue
        }
        let classes: NameClass = level == "country" ? [.place, .country] : .place
        let cost: Int32 =
          level == "province" || level == "country" ? 72 : level == "county" ? 92 : 82
        let full: NameClass = note == "weak-full" ? .weakPlace : classes
        add(Array(row[1].utf16), full, cost: cost, place: number)
        guard !row[2].isEmpty else { continue }
        let isWeak = note.hasPrefix("weak")
        add(
          Array(row[2].utf16), isWeak ? .weakPlace : classes, cost: isWeak ? 112 : cost + 4,
          place: number)
      }
    }

    /// Columns: code, name, short name, place.
    mutating func addUniversities(_ rows: [[String]]) {
      for row in rows where row.count >= 3 {
        add(Array(row[1].utf16), [.organization], cost: 88)
        add(Array(row[2].utf16), [.organization], cost: 90)
      }
    }

    /// Columns: class, cost, words.
    mutating func addGrouped(_ rows: [[String]]) {
      for row in rows where row.count == 3 {
        let cost = Int32(row[1]) ?? 0
        for word in row[2].utf8.split(separator: 0x20) {
          addWord(Array(Substring(word).utf16), of: row[0], cost: cost)
        }
      }
    }

    private mutating func addWord(_ units: [UInt16], of group: String, cost: Int32) {
      switch group {
      case "given", "given-never", "letter", "name-never", "place-never", "surname-rare":
        characters.append((group, UInt8(clamping: cost), units))
      case "surname":
        if units.count == 1 {
          characters.append((group, UInt8(clamping: cost), units))
        } else {
          foreignSurnames.append((units, cost))
        }
      case "surname-foreign":
        foreignSurnames.append((units, cost))
      default:
        guard let classes = NameClass(table: group) else { return }
        let isLatin = (units.first ?? 0) < 0x80
        let usual: Int32 = isLatin ? 30 : units.count == 1 ? 100 : 92
        add(units, classes, cost: cost > 0 ? cost : usual)
      }
    }

    /// Columns: cost, words. A word of another table takes the cost given here.
    ///
    /// Most of the start-up goes here, so the bytes are read in place.
    mutating func addCommonWords(_ bytes: UnsafeBufferPointer<UInt8>) {
      entries.reserveCapacity(entries.count + bytes.count / 7)
      EmbeddedTable.forEachLine(of: bytes) { line in
        var cost: Int32 = 0
        var at = line.lowerBound
        while at < line.upperBound, bytes[at] != 0x09 {
          cost = cost * 10 + Int32(bytes[at]) - 0x30
          at += 1
        }
        var word: [UInt16] = []
        word.reserveCapacity(8)
        at += 1
        while at < line.upperBound {
          let byte = UInt16(bytes[at])
          if byte == 0x20 {
            addCommon(word, cost)
            word.removeAll(keepingCapacity: true)
            at += 1
          } else if byte >= 0xE0, at + 2 < line.upperBound {
            word.append(
              byte << 12 | UInt16(bytes[at + 1] & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F))
            at += 3
          } else {
            word.append(byte)
            at += 1
          }
        }
        addCommon(word, cost)
      }
    }

    private mutating func addCommon(_ word: [UInt16], _ cost: Int32) {
      guard !word.isEmpty else { return }
      let number = words.insert(word[...], payload: Int32(entries.count))
      guard Int(number) < entries.count else {
        entries.append(
          Entry(cost: cost, classes: classes(ofCommon: word), part: part(of: word)))
        return
      }
      let entry = entries[Int(number)]
      if !entry.classes.contains(.weakPlace) || entry.cost > cost {
        entries[Int(number)].cost = word.count == 1 ? cost : min(entry.cost, cost)
      }
    }

    /// Columns: word, classes of assembly. A verb that is no noun, and every closed word, bounds names.
    mutating func addWordClasses(_ rows: [[String]]) {
      // Few combinations of classes stand on thousands of lines.
      var combinations: [String: NameClass] = [:]
      for row in rows where row.count >= 2 {
        let units = Array(row[0].utf16)
        guard units.count >= 2, words.payload(of: units[...]) < 0 else { continue }
        let role = combinations[row[1]] ?? Draft.role(ofClasses: row[1])
        combinations[row[1]] = role
        if !role.isEmpty { add(units, role, cost: 92) }
      }
    }

    /// What a word of those classes of assembly is beside a name; empty for nothing.
    private static func role(ofClasses text: String) -> NameClass {
      let classes = Set(text.split(separator: " "))
      if !classes.isDisjoint(with: ["verbnoun", "attributive"]) { return .lead }
      let isClosed = !classes.isDisjoint(
        with: ["verb", "adverb", "preposition", "conjunction", "anaphor"])
      return isClosed ? .stop : []
    }

    private func classes(ofCommon word: [UInt16]) -> NameClass {
      if Draft.holdsFunctionWord(word) { return .stop }
      guard word.count > 2 else { return Draft.placeWithin(word) }
      if word.count == 3, Draft.streets.contains(word[2]) {
        // A street or village by the name of a place (`和平路`).
        let number = words.payload(of: word[..<2])
        if number >= 0, entries[Int(number)].classes.rawValue & NameClass.somewhere.rawValue != 0 {
          return .place
        }
      }
      // A longer word that ends in a suffix is that suffix with a modifier (`网球队`).
      for length in [2, 1] {
        let number = words.payload(of: word.suffix(length))
        if number >= 0 {
          let ends = entries[Int(number)].classes.intersection([.full, .suffix, .suffixWeak])
          let isLone = length == 1 && !Draft.lone.contains(word[word.count - 1])
          if !ends.isEmpty, !isLone { return .suffixWeak }
        }
      }
      return []
    }

    private static let streets = UnitSet("路街村镇")
    private static let lone = UnitSet("队局厅厂院社馆")

    /// What a word of two characters has of a place's name that ends within it or with it.
    private static func placeWithin(_ word: [UInt16]) -> NameClass {
      guard word.count == 2 else { return [] }
      if placeEnds.contains(word[0]), besides.contains(word[1]) { return .placeBeside }
      return hamletEnds.contains(word[1]) ? .placeTail : []
    }

    private static let placeEnds = UnitSet("村镇乡湖河江山岛岭沟路街巷桥湾旗")
    private static let besides = UnitSet("畔边上里下岸旁中面口头")
    private static let hamletEnds = UnitSet("村镇乡屯庄湖岛岭沟路街巷桥湾")

    /// Whether a word of two characters is one character of function with another (`都在`, `来到`), or a longer one has a
    /// character that is nothing else (`养不起`).
    private static func holdsFunctionWord(_ word: [UInt16]) -> Bool {
      guard word.count == 2 else { return word.count > 2 && word.contains(where: solid.contains) }
      return firsts.contains(word[0]) || lasts.contains(word[1])
    }

    private static let firsts = UnitSet("的都也还又就不没已在从把被让与和及或而但其这那某各每我你他她它将很最更太")
    private static let solid = UnitSet("的是不们着了")
    private static let lasts = UnitSet("了着过到在于与自的")
  }
}
