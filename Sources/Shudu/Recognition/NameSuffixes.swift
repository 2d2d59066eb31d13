/// Names by the suffix that ends them: looks left from it for where the name begins.
///
/// *Recognizes*: bodies, zones and parks, conferences, installations and products whose words before the suffix
/// hold something proper: a place, a known name, unknown characters, letters, a quotation.
/// *Rejects*: suffixes after common words only, and those that are counted.
/// *Cost*: at most `NamePhrase.mostTokens` tokens are looked at for each suffix.
struct NameSuffixes {
  let phrase: NamePhrase

  let tokens: [NameToken]

  init(phrase: NamePhrase) {
    self.phrase = phrase
    tokens = phrase.tokens
  }

  /// Adds the name that a token ends, which is one that names end with.
  func addCandidate(
    at index: Int, to candidates: inout [NameCandidate], context: NameContext
  ) {
    guard index > 0, !isModifier(at: index) else { return }
    let token = tokens[index]
    let classes = token.form == .place ? token.classes.union(.placeSuffix) : token.classes
    guard let body = body(before: index), let found = kind(of: classes, body, at: index) else {
      return
    }
    var first = body.first
    if found.kind == .program || found.kind == .document, tokens[first].isProper,
      phrase.isMark(first + 1, Mark.openQuote)
    {
      // A body before a quotation owns the programme that the quotation names.
      first += 1
    }
    var range = phrase.range(first, index)
    if found.kind == .event {
      range = NameEdition(table: phrase.table, units: phrase.units).range(before: range)
    }
    candidates.append(NameCandidate(range, found.kind, found.rule))
  }

  /// Whether the word at that place only modifies the next (`队` of a longer word that no table knows).
  private func isModifier(at index: Int) -> Bool {
    guard tokens[index].length == 1, phrase.touches(index) else { return false }
    let next = tokens[index + 1]
    if phrase.unit(index) == 0x6240 { return next.form != .mark && !next.has(.title) }  // 所
    return next.form == .single && !next.has(.joining)
  }

  // MARK: The words before a suffix

  struct Body {
    var first: Int
    var places = 0
    var bodies = 0
    /// Unknown characters, persons, letters, first parts of companies' names.
    var coined = 0
    var quotes = 0
    var scopes = 0
    var levels = 0
    /// Words for zones (`园区`), whose name the article tells elsewhere.
    var zones = 0
    /// Words that are neither generic nor verbs.
    var modifiers = 0
    var words = 0
    var characters = 0
    var isCounted = false
    /// One unknown character proves nothing.
    var isCoined: Bool { coined > 1 }
    var isProper: Bool { places + bodies + quotes > 0 || isCoined }
  }

  /// A token, or a bracket or quotation as one, before a suffix.
  private struct Item {
    var first: Int
    var last: Int
    var isQuote = false
    var isBracket = false
    var isGroup: Bool { isQuote || isBracket }
  }

  func body(before index: Int) -> Body? {
    var items: [Item] = []
    var position = index - 1
    let floor = max(0, index - NamePhrase.mostTokens)
    while position >= floor {
      let token = tokens[position]
      guard tokens[index].end - token.start <= NamePhrase.longest else { break }
      guard phrase.touches(position) else { break }
      if token.form == .mark {
        guard let group = group(endingAt: position, floor: floor) else { break }
        items.append(group)
        position = group.first - 1
        continue
      }
      let isLast = position == index - 1 && !tokens[index].has(.placeSingle)
      if token.isBound, !(isLast && token.has(.title)), !isCoined(position, before: index) { break }
      if items.isEmpty { items.reserveCapacity(8) }
      items.append(Item(first: position, last: position))
      position -= 1
    }
    while items.last?.isBracket == true { items.removeLast() }
    dropUnit(from: &items, before: position)
    guard !items.isEmpty else { return nil }
    items.reverse()
    let start = start(of: items)
    guard start < items.count else { return nil }
    return weighed(items[start...], index)
  }

  /// Whether a word that binds others elsewhere is a character of a company's coined name, right behind its place.
  private func isCoined(_ position: Int, before index: Int) -> Bool {
    guard tokens[index].has(.full), tokens[index].length > 3, tokens[position].length == 1,
      !phrase.table.traits[Int(phrase.unit(position))].isNeverInName
    else { return false }
    return (max(0, position - 2)..<position).contains {
      tokens[$0].has(.somewhere) && phrase.touches($0) && phrase.touches(position - 1)
    }
  }

  /// Leaves out a unit between digits and a name (`220千伏甲乙变电站`).
  private func dropUnit(from items: inout [Item], before position: Int) {
    guard position >= 0, tokens[position].form == .digits, items.count > 1,
      let last = items.last, !last.isGroup, !tokens[last.first].isAnchor,
      items.dropLast().contains(where: { tokens[$0.first].isAnchor })
    else { return }
    items.removeLast()
  }

  /// The bracket or quotation that a mark closes, if it is short and plain.
  private func group(endingAt position: Int, floor: Int) -> Item? {
    let opening: UInt16
    switch phrase.unit(position) {
    case 0x29: opening = 0x28
    case 0x201D: opening = 0x201C
    case 0x300D: opening = 0x300C
    default: return nil
    }
    var index = position - 1
    while index >= floor {
      if tokens[index].form == .mark, Mark.dividing.contains(phrase.unit(index)) {
        guard phrase.unit(index) == opening, position - index > 1,
          tokens[position].start - tokens[index].end <= 12
        else { return nil }
        let isBracket = opening == 0x28
        return Item(first: index, last: position, isQuote: !isBracket, isBracket: isBracket)
      }
      index -= 1
    }
    return nil
  }

  /// Which of the items before a suffix is the first of the name.
  private func start(of items: [Item]) -> Int {
    if let proper = items.firstIndex(where: { !$0.isGroup && isOpening($0.first) }) {
      return reach(before: restart(after: proper, items), items)
    }
    if let level = items.firstIndex(where: { !$0.isGroup && isLevel($0.first) }),
      items[..<level].allSatisfy({ !$0.isGroup && isCommon($0.first) })
        || tokens[items[level].first].has(.direction)
    {
      return level
    }
    return items.firstIndex { item in
      let token = tokens[item.first]
      let isZone = token.has(.placeSuffix) && token.length > 2
      let isLast = item.last == items[items.count - 1].last
      return item.isGroup || !(token.has(.lead) || isZone && !isLast)
    } ?? items.count
  }

  /// A place, a body or letters: the clause's own words stand before it, not the name's.
  private func isOpening(_ index: Int) -> Bool {
    tokens[index].isProper || tokens[index].form == .latin || tokens[index].has(.brandHead)
  }

  /// A province or city after words that are no part of a name begins a name of its own.
  private func restart(after proper: Int, _ items: [Item]) -> Int {
    var start = proper
    for index in (proper + 1)..<max(items.count, proper + 1) {
      let item = items[index]
      guard !item.isGroup, tokens[item.first].has(.proper),
        let place = phrase.table.place(of: tokens[item.first]), place.code.utf8.count <= 4,
        !place.code.isEmpty, index > start + 1
      else { continue }
      let between = items[(start + 1)..<index]
      if between.allSatisfy({ !$0.isGroup && !tokens[$0.first].isAnchor && !endsName($0.first) }) {
        start = index
      }
    }
    return start
  }

  private func endsName(_ index: Int) -> Bool {
    tokens[index].has(.end)
  }

  /// Goes left from a place over a coined name, a direction or a quotation that belongs to it.
  private func reach(before proper: Int, _ items: [Item]) -> Int {
    var start = proper
    var coined = 0
    while start - coined > 0 {
      let item = items[start - coined - 1]
      guard !item.isGroup, tokens[item.first].isAnchor else { break }
      coined += 1
    }
    if coined > 0 {
      let characters = tokens[items[start].first].start - tokens[items[start - coined].first].start
      if characters >= 2 { start -= coined }
    }
    guard start > 0 else { return start }
    let item = items[start - 1]
    if item.isQuote || !item.isGroup && tokens[item.first].has(.direction) { return start - 1 }
    return start
  }

  private func isLevel(_ index: Int) -> Bool {
    tokens[index].has(.reach) && tokens[index].length > 1
  }

  private func isCommon(_ index: Int) -> Bool {
    tokens[index].has(.common)
  }

  /// `湖` of a lake's name whose first part is a common word.
  private func isWater(_ index: Int) -> Bool {
    index > 0 && phrase.touches(index - 1) && tokens[index].has(.placeSingle)
      && phrase.table.traits[Int(phrase.unit(index))].isWaterEnd && tokens[index - 1].form == .word
  }

  private func weighed(_ items: ArraySlice<Item>, _ index: Int) -> Body {
    let first = items[items.startIndex].first
    var body = Body(first: first)
    body.characters = tokens[index].start - tokens[first].start
    for item in items {
      if item.isQuote { body.quotes += 1 }
      if item.isBracket, (item.first...item.last).contains(where: { tokens[$0].isAnchor }) {
        body.places += 1
      }
      guard !item.isGroup else { continue }
      let token = tokens[item.first]
      body.words += 1
      if token.has(.somewhere) || token.form == .place {
        body.places += 1
      } else if token.has(.organization) || token.has(.body) && body.isProper {
        body.bodies += 1
      } else if tokens[item.first].isAnchor {
        let isUnknown = token.form == .single && !isWater(item.first)
        body.coined += isUnknown ? 1 : 2
      } else if token.has(.level) || token.has(.direction) {
        body.levels += 1
      } else if token.has(.placeSuffix), token.length > 1 {
        body.zones += 1
      } else if token.has(.scope) {
        body.scopes += 1
      }
      if !token.has(.plain) { body.modifiers += 1 }
    }
    if first > 0, phrase.touches(first - 1) {
      let before = tokens[first - 1]
      body.isCounted = before.has(.quantifier) || before.form == .digits
    }
    return body
  }

  /// `国家` with a field of work.
  func isNational(_ body: Body) -> Bool {
    body.words > 1 && tokens[body.first].has(.level) && tokens[body.first].length > 1
  }

  /// `市` or `省` with a field of work: the article says elsewhere which.
  func isLocal(_ body: Body) -> Bool {
    body.words > 1 && body.words < 4 && tokens[body.first].has(.level)
      && (body.first == 0 || !phrase.touches(body.first - 1) || tokens[body.first - 1].isBound
        || tokens[body.first - 1].form == .mark)
  }
}
