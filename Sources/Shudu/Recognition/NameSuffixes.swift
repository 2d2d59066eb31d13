/// Names by the suffix that ends them: looks left from it for where the name begins.
///
/// *Recognizes*: bodies, zones and parks, conferences, installations and products whose words before the suffix
/// hold something proper: a place, a known name, unknown characters, letters, a quotation.
/// *Rejects*: suffixes after common words only, and those that are counted.
/// *Cost*: at most `NamePhrase.mostTokens` tokens are looked at for each suffix.
struct NameSuffixes {
  let phrase: NamePhrase

  private let tokens: [NameToken]

  init(phrase: NamePhrase) {
    self.phrase = phrase
    tokens = phrase.tokens
  }

  func addCandidate(
    at index: Int, to candidates: inout [NameCandidate], context: NameContext
  ) {
    let token = tokens[index]
    guard token.form != .mark, index > 0 else { return }
    let classes = token.form == .place ? token.classes.union(.placeSuffix) : token.classes
    guard token.has(.anyEnd) || token.form == .place, !isModifier(at: index) else { return }
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
      if token.isBound, !(isLast && token.has(.title)) { break }
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
  private func isNational(_ body: Body) -> Bool {
    body.words > 1 && tokens[body.first].has(.level) && tokens[body.first].length > 1
  }

  /// `市` or `省` with a field of work: the article says elsewhere which.
  private func isLocal(_ body: Body) -> Bool {
    body.words > 1 && body.words < 4 && tokens[body.first].has(.level)
      && (body.first == 0 || !phrase.touches(body.first - 1) || tokens[body.first - 1].isBound
        || tokens[body.first - 1].form == .mark)
  }

  // MARK: What a suffix makes of them

  private func kind(
    of classes: NameClass, _ body: Body, at index: Int
  ) -> (kind: NameKind, rule: String)? {
    if body.isCounted, body.places + body.quotes == 0 { return nil }
    let isLong = body.characters >= 4 && body.words >= 2 && body.modifiers >= 1
    if isOrganization(classes, body, index, isLong: isLong) {
      if tokens[index].length == 2, holdsFacility(body, index) {
        return (.facility, "facility.part")
      }
      let isTrade = !classes.contains(.suffix) && classes.contains(.brand)
      return (.organization, isTrade ? "organization.trade" : "organization.suffix")
    }
    if classes.contains(.eventWeak), isLong, body.words > 2, body.isProper || body.scopes > 0 {
      return (.event, "event.suffix")
    }
    if classes.contains(.eventSuffix), body.isProper || body.levels + body.scopes > 0 {
      return (.event, "event.suffix")
    }
    if classes.contains(.placeSuffix),
      body.isProper || isNational(body) || isBesideDirection(body, index) || isAvenue(body, index)
    {
      return (.place, "place.suffix")
    }
    if classes.contains(.placeSingle), isSmallPlace(body, index) { return (.place, "place.single") }
    if classes.contains(.facilitySuffix), body.isProper || isLong && tokens[index].length > 2 {
      return (.facility, "facility.suffix")
    }
    if classes.contains(.productSuffix), isProduct(body, index, isLong: isLong) {
      return (.product, "product.suffix")
    }
    if classes.contains(.programSuffix), isProgram(body, index, isLong: isLong) {
      return (.program, "program.suffix")
    }
    if classes.contains(.documentSuffix), body.quotes > 0, tokens[index].length > 1 {
      return (.document, "document.suffix")
    }
    return nil
  }

  /// `西部科学城`.
  private func isBesideDirection(_ body: Body, _ index: Int) -> Bool {
    tokens[index].length > 2 && index - 1 == body.first && tokens[body.first].has(.direction)
  }

  /// Avenues and streets are named after common words.
  private func isAvenue(_ body: Body, _ index: Int) -> Bool {
    "道街".utf16.contains(phrase.units[tokens[index].end - 1]) && tokens[index].length == 2
      && body.words == 1 && body.characters == 2 && !body.isCounted
  }

  /// Whether an installation stands before `中心` or the like, whose part it is.
  private func holdsFacility(_ body: Body, _ index: Int) -> Bool {
    tokens[body.first..<index].contains {
      $0.has(.facilitySuffix) && !$0.has(.organizationEnd) && $0.length > 2
    }
  }

  private func isOrganization(
    _ classes: NameClass, _ body: Body, _ index: Int, isLong: Bool
  ) -> Bool {
    if classes.contains(.full), body.isProper || isLong || isNational(body) || body.zones > 0 {
      return true
    }
    if classes.contains(.suffix) {
      if body.isProper || body.levels + body.zones > 0 && body.words <= 2 { return true }
    }
    if classes.contains(.suffixWeak),
      body.places + body.bodies > 0 || body.isCoined || isNational(body) || isLocal(body)
    {
      let isGovernment = phrase.unit(index) == 0x653F || phrase.unit(index) == 0x4EBA
      return !isGovernment || endsInDivision(index - 1)
    }
    if classes.contains(.member), body.bodies > 0 || endsInDivision(index - 1) && body.isProper {
      return true
    }
    return classes.contains(.brand) && isBrand(body, index)
  }

  /// Whether the token ends with the word of a division of China (`市`), which a government is named after.
  private func endsInDivision(_ index: Int) -> Bool {
    tokens[index].form != .mark && "省市县区州镇乡旗".utf16.contains(phrase.units[tokens[index].end - 1])
  }

  /// A coined word right before a word of trade, and nothing after it that it might modify.
  private func isBrand(_ body: Body, _ index: Int) -> Bool {
    if isAfterNoun(body.first), body.words <= 2 { return true }
    guard body.isCoined, body.words <= 4, tokens[body.first].isAnchor, body.characters <= 10 else {
      return false
    }
    guard tokens[index - 1].isAnchor, !tokens[index - 1].isProper else { return false }
    guard phrase.touches(index) else { return true }
    let next = tokens[index + 1]
    if next.has(.lead), phrase.touches(index + 1), tokens[index + 2].has(.title) { return true }
    return next.form == .mark || next.has(.after)
  }

  /// Whether 企业 or 公司 stands right before a name.
  private func isAfterNoun(_ first: Int) -> Bool {
    guard first > 0, phrase.touches(first - 1), tokens[first].form != .mark else { return false }
    return tokens[first - 1].length == 2 && ["企业", "公司"].contains(phrase.word(first - 1))
  }

  /// A one-character suffix makes a place of a place, a transliteration or unknown characters right before it.
  private func isSmallPlace(_ body: Body, _ index: Int) -> Bool {
    let before = tokens[index - 1]
    if before.form == .foreign, index - 1 == body.first { return true }
    if before.has(.weakPlace), index - 1 == body.first {
      return !"省市县区州旗".utf16.contains(phrase.unit(index))
    }
    if before.has(.place), index - 1 == body.first { return true }
    if "园谷城".utf16.contains(phrase.unit(index)) { return body.coined > 2 }
    return body.places > 0 && index - body.first <= 3 && body.characters <= 8
      && !before.has(.common) && !before.has(.stop)
  }

  private func isProduct(_ body: Body, _ index: Int, isLong: Bool) -> Bool {
    if tokens[index].length == 1 {
      return index - body.first == 1
        && tokens[index - 1].has(.unbound)
        && (index + 1 == tokens.count || phrase.isMark(index + 1, Mark.comma)
          || phrase.unit(index + 1) == 0x7B49)
    }
    // What a quotation names needs no `App` to be a name.
    let isPlatform =
      tokens[index].length > 2 && tokens[index].form == .word
      && phrase.unit(index) > 0x7F || tokens[index - 1].has(.productSuffix)
    return body.quotes > 0 && isPlatform || body.bodies > 0 || body.isCoined && isLong
  }

  /// `…“倍增”行动`, `…专项行动`; a quotation alone is the name itself, and so is one after a place.
  private func isProgram(_ body: Body, _ index: Int, isLong: Bool) -> Bool {
    if body.quotes > 0 { return body.words > 1 || body.words == 1 && !tokens[body.first].isProper }
    return isLong && tokens[index].length > 2
      && "动划".utf16.contains(phrase.units[tokens[index].end - 1])
  }

}
