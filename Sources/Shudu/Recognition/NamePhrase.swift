/// Puts tokens together to names: by the suffix that ends them, by what stands side by side.
struct NamePhrase {
  let table: NameTable
  let units: [UInt16]
  let tokens: [NameToken]

  /// Longest name in characters, and in tokens, that is looked for to the left of a suffix.
  static let longest = 30
  static let mostTokens = 16

  func addCandidates(to candidates: inout [NameCandidate], context: NameContext) {
    let suffixes = NameSuffixes(phrase: self)
    for index in tokens.indices {
      suffixes.addCandidate(at: index, to: &candidates, context: context)
      addKnown(at: index, to: &candidates)
      addTaught(at: index, to: &candidates, context: context)
    }
    NamePlaces(phrase: self).addCandidates(to: &candidates, context: context)
    NamePersons(phrase: self).addCandidates(to: &candidates)
    NameLists(phrase: self).addCandidates(to: &candidates)
  }

  func range(_ first: Int, _ last: Int) -> Range<Int> {
    tokens[first].start..<tokens[last].end
  }

  func unit(_ index: Int) -> UInt16 { units[tokens[index].start] }

  func isMark(_ index: Int, _ character: Character) -> Bool {
    tokens.indices.contains(index) && tokens[index].form == .mark
      && character.utf16.first == unit(index)
  }

  /// Whether a token touches the one after it.
  func touches(_ index: Int) -> Bool {
    index >= 0 && index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
  }

  // MARK: Names by themselves

  private func addKnown(at index: Int, to candidates: inout [NameCandidate]) {
    let token = tokens[index]
    guard token.form == .word else { return }
    if token.has([.organization, .fold]) {
      candidates.append(
        NameCandidate(range(countryBefore(index), index), .organization, "organization.known"))
    } else if token.has(.event) {
      candidates.append(NameCandidate(range(index, index), .event, "event.known"))
    } else if token.has(.program) {
      candidates.append(NameCandidate(range(index, index), .program, "program.known"))
    } else if token.has(.brandHead), !token.has(.place), isAlone(index) {
      candidates.append(NameCandidate(range(index, index), .organization, "organization.brand"))
    }
  }

  /// The country or place that a body's name begins with (`某国外交部`), or the body itself.
  private func countryBefore(_ index: Int) -> Int {
    guard units[tokens[index].start] > 0x7F else { return index }
    var first = index
    while first > 0, touches(first - 1), tokens[first - 1].form == .word,
      tokens[first - 1].has([.country, .place, .organization])
    {
      first -= 1
    }
    return first
  }

  /// Between marks or bounds on both sides.
  private func isAlone(_ index: Int) -> Bool {
    if index > 0, touches(index - 1) {
      guard tokens[index - 1].form == .mark else { return false }
    }
    guard index + 1 < tokens.count, touches(index) else { return index > 0 }
    return isMark(index + 1, "、") || unit(index + 1) == 0x7B49 || unit(index + 1) == 0x643A  // 等 携
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

  // MARK: What tokens are to a name

  /// A place or body by itself: where it stands, a name may begin.
  func isProper(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .place { return true }
    return token.form == .word && token.has([.place, .country, .organization])
  }

  /// Something that makes a name proper: a name, unknown characters, letters.
  func isAnchor(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.form {
    case .person, .foreign, .latin, .place: return true
    case .single:
      return token.classes.isDisjoint(
        with: [.lead, .level, .quantifier, .admin, .organizationEnd, .otherEnd, .stop, .generic])
        && table.given[Int(unit(index))] > 0 && !table.isNumeral[Int(unit(index))]
    case .mark, .digits: return false
    case .word:
      return token.has([.place, .weakPlace, .country, .organization, .person, .brandHead])
    }
  }

  /// Whether no name runs across a token.
  func isBound(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .digits { return true }
    guard token.form == .word || token.form == .single else { return false }
    if token.has([.place, .organization, .brandHead]) { return false }
    if token.has(.stop) || token.has(.quantifier) && token.length == 1 { return true }
    guard token.classes.isDisjoint(with: [.anyEnd, .lead, .generic]) else { return false }
    return token.has(.title) || token.has(.speech) && token.length > 1
  }
}
