/// Finds the stretches of a sentence that may be names, more than there are: the weights choose among them.
///
/// *Recognizes*: what the rules propose; every stretch that ends with a word that names end with, from each word
/// before that on; surnames with one or two characters; what stands after a person's title; what stands in quotation
/// marks.
/// *Rejects*: common nouns of the language, single characters, and a word alone where no rule proposes it and no table has it
/// for a place; stretches across a mark, or from within a bracket or quotation; those longer than `NamePhrase.longest`.
/// *Cost*: linear; as many words are looked at before an ending as `mostTokens`.
struct NameOptions: ~Copyable {
  let phrase: NamePhrase
  let words: WordMatches
  /// What the lattice knows of each offset.
  let nodes: WorkBuffer<NameLattice.Node>
  let range: Range<Int>
  /// Of the phrase's table, read at every character.
  let traits: FixedTable<UnitTraits>
  private let parts = PartOfSpeechTable.standard

  let list: NameOptionList

  init(phrase: NamePhrase, lattice: NameLattice, memory: NameMemory) {
    self.phrase = phrase
    words = lattice.words
    nodes = lattice.nodes
    range = lattice.start..<lattice.end
    traits = phrase.table.traits
    list = NameOptionList(range: range, memory: memory)
  }

  func collect(
    candidates: [NameCandidate], chosen: [NameCandidate], context: inout NameContext
  ) {
    for candidate in candidates {
      list.insert(candidate.range, NameKinds(candidate.kind), NameOrigins(rule: candidate.rule))
      // What a name stands for, its neighbours tell: a bloc of countries, a place that is a site too.
      if NameOptions.isKnown(candidate.rule) {
        list.insert(candidate.range, [.place, .organization], [])
      }
    }
    for candidate in chosen { list.insert(candidate.range, NameKinds(candidate.kind), .chosen) }
    for number in phrase.tokens.indices where phrase.tokens[number].form == .mark {
      addMarked(at: number)
    }
    addPersons(context: &context)
    let ends = NameEndings.all
    let places = NamePlaces(phrase: phrase)
    for number in phrase.tokens.indices {
      let token = phrase.tokens[number]
      if token.has(.shortLead), number > 1, phrase.unit(number - 1) == Mark.openBracket {
        addShortened(before: number)
      }
      if token.classes.rawValue & ends != 0 || token.form == .place {
        var kinds = NameEndings.kinds(of: token)
        if places.isBuilt(number) { kinds.insert(.facility) }
        addEnding(at: number, kinds)
      }
      if token.classes.rawValue & NameClass.placeWithin.rawValue != 0 { addSmallPlace(at: number) }
    }
  }

  /// What a bracket gives a short name to: stretches that have the short name's characters in order.
  private func addShortened(before lead: Int) {
    guard let short = NameShortForms(units: phrase.units, tokens: phrase.tokens).range(after: lead)
    else { return addEnding(at: lead - 2, NameEndings.shortened) }
    addEnding(at: lead - 2, NameEndings.shortened, .shortened, holding: short)
  }

  /// A place whose last character is a part of another word: `金鸡湖畔`, 袁山村 where 山村 is a word.
  private func addSmallPlace(at number: Int) {
    let token = phrase.tokens[number]
    guard token.length == 2, number > 0, phrase.touches(number - 1) else { return }
    let first = phrase.tokens[number - 1].start
    guard token.has(.placeBeside) else { return add(first..<token.end, .place) }
    add(first..<token.start + 1, .place)
    guard number > 1, phrase.touches(number - 2), token.start - first < 2 else { return }
    add(phrase.tokens[number - 2].start..<token.start + 1, .place)
  }

  /// Adds a stretch that is no common noun of the language, as no name is that only the weights would choose.
  func add(_ stretch: Range<Int>, _ kinds: NameKinds, _ origins: NameOrigins = []) {
    guard stretch.count >= 2 else { return }
    let kept = kinds == .person || !isWord(stretch) ? kinds : kinds.intersection(.person)
    if !kept.isEmpty { list.insert(stretch, kept, origins) }
  }

  func isWord(_ stretch: Range<Int>) -> Bool {
    switch part(of: stretch) {
    case .none, .place, .proper: false
    default: true
    }
  }

  /// What the tables say that a stretch is as a word.
  func part(of stretch: Range<Int>) -> PartOfSpeech { parts.part(of: stretch, in: phrase.units) }

  @inline(__always)
  func kind(_ offset: Int) -> UnitTraits.Kind { traits.known(Int(phrase.units[offset])).kind }

  /// Whether a common word has an offset within.
  @inline(__always)
  func isCrossed(_ offset: Int) -> Bool {
    nodes[known: offset &- range.lowerBound].isCrossed == true
  }

  /// Whether a person's title ends at an offset.
  @inline(__always)
  func endsTitle(_ offset: Int) -> Bool { nodes[known: offset &- range.lowerBound].endsTitle }

  // MARK: Marks

  private func addMarked(at number: Int) {
    let closing: UInt16
    switch phrase.unit(number) {
    case Mark.openTitle: closing = Mark.closeTitle
    case Mark.openQuote: closing = Mark.closeQuote
    case 0x300C: closing = 0x300D  // 「」
    default: return
    }
    let start = phrase.tokens[number].end
    let limit = min(range.upperBound, start + NameOptions.longestMarked)
    guard let close = (start..<limit).first(where: { phrase.units[$0] == closing }) else { return }
    let isTitle = closing == Mark.closeTitle
    add(start..<close, isTitle ? NameOptions.titled : NameOptions.quoted, .marks)
  }

  /// Rules that know a name, but not always what it stands for.
  private static func isKnown(_ rule: NameRule) -> Bool {
    rule == .organizationKnown || rule == .facilityKnown
  }

  private static let longestMarked = 40
  private static let titled: NameKinds = [.document, .organization, .event]
  private static let quoted: NameKinds = [
    .program, .product, .facility, .place, .organization, .event, .document,
  ]
}
