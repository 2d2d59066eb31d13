/// Puts tokens together to names: by the suffix that ends them, by what stands side by side.
struct NamePhrase {
  let table: NameTable
  let units: [UInt16]
  let tokens: [NameToken]

  /// Longest name in characters, and in tokens, that is looked for to the left of a suffix.
  static let longest = 30
  static let mostTokens = 16

  func addCandidates(to candidates: inout [NameCandidate], context: NameContext) {
    for index in tokens.indices {
      addByEnd(at: index, to: &candidates, context: context)
      addKnown(at: index, to: &candidates)
      addTaught(at: index, to: &candidates, context: context)
    }
    NamePlaces(phrase: self).addCandidates(to: &candidates, context: context)
    NamePersons(phrase: self).addCandidates(to: &candidates)
  }

  func range(_ first: Int, _ last: Int) -> Range<Int> {
    tokens[first].start..<tokens[last].end
  }

  func unit(_ index: Int) -> UInt16 { units[tokens[index].start] }

  func isMark(_ index: Int, _ character: Character) -> Bool {
    tokens.indices.contains(index) && tokens[index].form == .mark
      && character.utf16.first == unit(index)
  }

  // MARK: Names by themselves

  private func addKnown(at index: Int, to candidates: inout [NameCandidate]) {
    let token = tokens[index]
    guard token.form == .word else { return }
    if token.has(.organization) {
      candidates.append(NameCandidate(range(index, index), .organization, "organization.known"))
    } else if token.has(.event) {
      candidates.append(NameCandidate(range(index, index), .event, "event.known"))
    } else if token.has(.program) {
      candidates.append(NameCandidate(range(index, index), .program, "program.known"))
    }
  }

  private func addTaught(
    at index: Int, to candidates: inout [NameCandidate], context: NameContext
  ) {
    let start = tokens[index].start
    for taught in context.taughtNames(from: units[start]) {
      let end = start + taught.units.count
      guard end <= (tokens.last?.end ?? 0), units[start..<end].elementsEqual(taught.units) else {
        continue
      }
      candidates.append(NameCandidate(start..<end, taught.kind, "taught"))
      return
    }
  }

  // MARK: Names by their end

  /// What the tokens before a suffix hold.
  struct Body {
    var first: Int
    /// A place, a body, a person, unknown characters, letters, a quotation: what makes a name proper.
    var anchors = 0
    var places = 0
    var bodies = 0
    var singles = 0
    var quotes = 0
    var levels = 0
    /// Modifiers that are no generic words.
    var modifiers = 0
    var characters = 0
    var countedBefore = false
  }

  private func addByEnd(
    at index: Int, to candidates: inout [NameCandidate], context: NameContext
  ) {
    let token = tokens[index]
    guard token.form != .mark, index > 0 else { return }
    var classes = token.classes
    if token.form == .place { classes.insert(.placeSuffix) }
    guard !classes.isDisjoint(with: NameClass.anyEnd), !isModifier(at: index) else { return }
    guard let body = body(before: index), let kind = kind(of: classes, body, at: index) else {
      return
    }
    candidates.append(NameCandidate(range(body.first, index), kind.0, kind.1))
  }

  /// Whether the word at that place only modifies the next (`大学` of 大学毕业生).
  private func isModifier(at index: Int) -> Bool {
    guard tokens[index].length == 1, index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.form == .single && next.start == tokens[index].end && !next.has(.stop)
      && !next.has(.anyEnd)
  }

  /// Looks left from a suffix for where its name begins; nil where nothing stands before it.
  func body(before index: Int) -> Body? {
    var first = index
    var position = index - 1
    let floor = max(0, index - NamePhrase.mostTokens)
    while position >= floor {
      let token = tokens[position]
      guard tokens[index].end - token.start <= NamePhrase.longest else { break }
      if token.form == .mark {
        guard let opener = opener(of: position, floor: floor) else { break }
        first = opener
        position = opener - 1
        continue
      }
      if isBound(position, before: first) { break }
      first = position
      position -= 1
    }
    guard first < index else { return nil }
    return trimmed(first, index)
  }

  /// The opening mark of a bracket or quotation that a name may hold, where a mark closes it.
  private func opener(of position: Int, floor: Int) -> Int? {
    let closer = unit(position)
    let opening: UInt16
    switch closer {
    case 0x29: opening = 0x28
    case 0x201D: opening = 0x201C
    case 0x300D: opening = 0x300C
    default: return nil
    }
    var index = position - 1
    while index >= floor {
      let token = tokens[index]
      if token.form == .mark {
        guard unit(index) == opening else { return nil }
        guard tokens[position].start - token.end <= 12, position - index > 1 else { return nil }
        // A bracket stands within a name only after the name's first words.
        return opening == 0x28 && (index == 0 || tokens[index - 1].form == .mark) ? nil : index
      }
      index -= 1
    }
    return nil
  }

  /// Whether a token bounds a name that begins after it.
  private func isBound(_ index: Int, before next: Int) -> Bool {
    let token = tokens[index]
    if token.form == .digits { return true }
    if token.has(.stop) {
      return !(token.has(.placeSingle) && index > 0 && tokens[index - 1].has([.place, .weakPlace]))
    }
    if token.has(.speech) && token.length > 1 && !token.has(.anyEnd) { return true }
    if token.has(.title) && !token.has(.anyEnd) { return true }
    if token.has(.quantifier) && token.length == 1 { return true }
    return false
  }

  /// Leaves out the words at the left that do not belong to the name, and weighs the rest.
  private func trimmed(_ start: Int, _ index: Int) -> Body? {
    var first = start
    if let anchor = (start..<index).first(where: { isAnchor($0) }) {
      // Words before a place or a body belong to the clause, not to the name.
      let token = tokens[anchor]
      if token.has([.place, .organization, .country]) || token.form == .place {
        first = anchor
        if anchor > start, tokens[anchor - 1].has([.direction, .level]),
          token.start
            == tokens[anchor - 1].end
        {
          first = anchor - 1
        }
      }
    }
    while first < index, isTrimmed(first, of: index) { first += 1 }
    guard first < index else { return nil }
    return weighed(first, index)
  }

  private func isTrimmed(_ first: Int, of index: Int) -> Bool {
    let token = tokens[first]
    guard token.has(.lead), !token.has([.place, .organization]) else { return false }
    // A generic word stays where the next is no name either and it is no verb: rather `智能…实验室` than nothing.
    return true
  }

  func isAnchor(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.form {
    case .person, .foreign, .latin, .place: return true
    case .single:
      return token.classes.isDisjoint(with: [.lead, .level, .quantifier, .admin, .anyEnd])
    case .mark: return unit(index) == 0x201C || unit(index) == 0x300C
    default: return token.has([.place, .weakPlace, .country, .organization, .person])
    }
  }

  private func weighed(_ first: Int, _ index: Int) -> Body {
    var body = Body(first: first)
    body.characters = tokens[index].start - tokens[first].start
    for position in first..<index {
      let token = tokens[position]
      if token.has([.place, .weakPlace, .country, .letter]) || token.form == .place {
        body.places += 1
      } else if token.has(.organization) || token.has([.full, .suffix]) {
        body.bodies += 1
      } else if token.form == .mark {
        if isAnchor(position) { body.quotes += 1 }
      } else if isAnchor(position) {
        body.singles += 1
      } else if token.has([.level, .direction]) {
        body.levels += 1
      }
      if token.form != .mark, !token.has(.lead) { body.modifiers += 1 }
    }
    body.anchors = body.places + body.bodies + body.quotes + body.singles
    if first > 0 {
      let before = tokens[first - 1]
      body.countedBefore = before.has(.quantifier) || before.form == .digits
    }
    return body
  }

  /// The kind of name that a suffix makes of what stands before it; nil for none.
  private func kind(
    of classes: NameClass, _ body: Body, at index: Int
  ) -> (NameKind, String)? {
    if body.countedBefore, body.places + body.singles + body.quotes == 0 { return nil }
    let isLong = body.characters >= 4 && body.modifiers >= 2
    if !classes.isDisjoint(with: NameClass.organizationEnd) {
      let proper =
        classes.contains(.full) && (body.anchors > 0 || isLong)
        || classes.contains(.suffix) && body.anchors > 0
        || classes.contains(.suffixWeak) && body.places + body.bodies + body.singles > 0
        || classes.contains(.member) && body.bodies > 0
        || classes.contains(.suffix) && body.levels > 0 && body.modifiers <= 2
      if proper { return (.organization, "organization.suffix") }
    }
    if classes.contains(.eventSuffix), body.anchors + body.levels > 0 {
      return (.event, "event.suffix")
    }
    if classes.contains(.placeSuffix), body.anchors > 0 || body.levels > 0 && isLong {
      return (.place, "place.suffix")
    }
    if classes.contains(.placeSingle), isSmallPlace(body, index) { return (.place, "place.single") }
    if classes.contains(.facilitySuffix),
      body.anchors > 0 || isLong && !classes.contains(.placeSingle)
    {
      return (.facility, "facility.suffix")
    }
    if classes.contains(.productSuffix), body.quotes > 0 { return (.product, "product.suffix") }
    return nil
  }

  /// A one-character suffix makes a place of a place, or of one or two unknown characters right before it.
  private func isSmallPlace(_ body: Body, _ index: Int) -> Bool {
    guard index > body.first, tokens[index - 1].end == tokens[index].start else { return false }
    let before = tokens[index - 1]
    if before.has([.weakPlace, .place]), index - 1 == body.first { return true }
    return body.places > 0 && index - body.first <= 3 && body.characters <= 8
      && !before.has(.lead)
  }
}
