/// Puts tokens together to names: by the suffix that ends them, by what stands side by side.
struct NamePhrase {
  let table: NameTable
  let units: [UInt16]
  let tokens: [NameToken]

  /// What follows a body that stands alone.
  private static let followers = UnitSet("等携")

  /// Longest name in characters, and in tokens, that is looked for to the left of a suffix.
  static let longest = 30
  static let mostTokens = 16

  func addCandidates(to candidates: inout [NameCandidate], context: NameContext) {
    let suffixes = NameSuffixes(phrase: self)
    let hasTaught = context.hasTaught
    for index in tokens.indices {
      let token = tokens[index]
      guard hasTaught || token.shows(.named) else { continue }
      if token.shows(.ending) {
        suffixes.addCandidate(at: index, to: &candidates, context: context)
      }
      if token.shows(.known) { addKnown(at: index, to: &candidates) }
      if hasTaught, context.mayBeTaught(from: units[token.start]) {
        addTaught(at: index, to: &candidates, context: context)
      }
    }
    NamePlaces(phrase: self).addCandidates(to: &candidates, context: context)
    NamePersons(phrase: self).addCandidates(to: &candidates)
    NameLists(phrase: self).addCandidates(to: &candidates)
    NameLaboratories(phrase: self).addCandidates(to: &candidates)
  }

  func range(_ first: Int, _ last: Int) -> Range<Int> {
    tokens[first].start..<tokens[last].end
  }

  func unit(_ index: Int) -> UInt16 { units[tokens[index].start] }

  func isMark(_ index: Int, _ mark: UInt16) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].form == .mark && unit(index) == mark
  }

  func word(_ index: Int) -> String {
    String(utf16: units[tokens[index].start..<tokens[index].end])
  }

  /// Whether a token touches the one after it.
  func touches(_ index: Int) -> Bool {
    index >= 0 && index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
  }

  // MARK: Names by themselves

  private func addKnown(at index: Int, to candidates: inout [NameCandidate]) {
    let token = tokens[index]
    if token.has(.organization) || token.has(.fold) {
      // `人社部门` is no ministry.
      guard units[token.end - 1] != 0x90E8 || token.end == units.count || units[token.end] != 0x95E8
      else { return }
      candidates.append(
        NameCandidate(range(countryBefore(index), index), .organization, .organizationKnown))
    } else if token.has(.event) {
      let edition = NameEdition(table: table, units: units).range(before: range(index, index))
      candidates.append(NameCandidate(edition, .event, .eventKnown))
    } else if token.has(.program) {
      candidates.append(NameCandidate(range(index, index), .program, .programKnown))
    } else if token.has(.brandHead), !token.has(.place), isAlone(index) {
      candidates.append(NameCandidate(range(index, index), .organization, .organizationBrand))
    }
  }

  /// The country or place that a body's name begins with (`某国外交部`), or the body itself.
  private func countryBefore(_ index: Int) -> Int {
    guard units[tokens[index].start] > 0x7F else { return index }
    var first = index
    while first > 0, touches(first - 1), tokens[first - 1].form == .word,
      tokens[first - 1].has(.proper)
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
    return isMark(index + 1, Mark.comma) || NamePhrase.followers.contains(unit(index + 1))
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
      candidates.append(NameCandidate(start..<end, taught.kind, .taught))
      return
    }
  }
}

/// Marks that names stand between.
enum Mark {
  /// 、
  static let comma: UInt16 = 0x3001
  static let openTitle: UInt16 = 0x300A
  static let closeTitle: UInt16 = 0x300B
  static let openQuote: UInt16 = 0x201C
  static let closeQuote: UInt16 = 0x201D
  static let openBracket: UInt16 = 0x28
  static let closeBracket: UInt16 = 0x29
  /// Those that end or divide the words of a quotation.
  static let dividing = UnitSet("“”‘’「」()《》。,;!?:、")
}
