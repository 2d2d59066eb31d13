/// Cuts a stretch of text into words and candidate names, the likeliest cut of all.
///
/// Every word of the tables, every person's name that surname and characters allow, and every run of
/// transliteration is an edge with a cost; the cheapest path is kept. *Cost*: linear; at most a
/// dozen edges begin at an offset, none longer than the longest word of the tables.
struct NameLattice {
  let table: NameTable
  /// Of the table, read at every character.
  private let unitTraits: FixedTable<UnitTraits>
  private let costs: FixedTable<NameTable.WordCost>
  let units: [UInt16]
  let start: Int
  let end: Int
  /// The words of the table that begin at each offset.
  let words: WordMatches
  /// Whether a point of transliterated names stands in the range.
  let hasPoint: Bool
  /// One for each offset of the range, and its end.
  let nodes: WorkBuffer<Node>

  /// An offset, and the cheapest edge that ends there; sixteen bytes.
  struct Node: BitwiseCopyable {
    var best = Int32.max / 2
    var origin: Int32 = 0
    var code: Int32 = 0
    /// What stands from here on speaks for a name before it by so much; -1 until looked up.
    var support: Int8 = -1
    /// Whether a common word of two characters has its middle here; nil until looked up.
    var isCrossed: Bool?
    /// Whether a person's title, or a place, ends here.
    var endsTitle = false
    var endsPlace = false
  }

  enum Code {
    static let single: Int32 = -1
    static let digits: Int32 = -2
    static let latin: Int32 = -3
    static let mark: Int32 = -4
    static let person: Int32 = -5
    static let foreign: Int32 = -6
    static let place: Int32 = -7
    static let organization: Int32 = -8
  }

  init(table: NameTable, units: [UInt16], range: Range<Int>, memory: NameMemory) {
    self.table = table
    unitTraits = table.traits
    costs = table.costs
    self.units = units
    start = range.lowerBound
    end = range.upperBound
    words = WordMatches(
      table.words, in: units, range: range, firsts: memory.wordFirsts, matches: memory.words)
    hasPoint = units[range].contains(0xB7)
    nodes = memory.nodes
    nodes.refill(with: Node(), count: range.count + 1)
  }

  /// The tokens of the cheapest path, in order, without white space.
  func tokens(context: NameContext) -> [NameToken] {
    nodes[0].best = 0
    var nextPlaceEnd = start
    for offset in start..<end where nodes[known: offset &- start].best < Int32.max / 2 {
      step(from: offset, context: context, &nextPlaceEnd)
    }
    return path()
  }

  @inline(__always)
  func traits(_ offset: Int) -> UnitTraits { unitTraits.known(Int(units[offset])) }

  @inline(__always)
  func isHan(_ offset: Int) -> Bool { traits(offset).kind == .han }

  // MARK: Edges

  @inline(__always)
  private func step(from offset: Int, context: NameContext, _ nextPlaceEnd: inout Int) {
    let traits = traits(offset)
    switch traits.kind {
    case .han:
      relax(offset, offset &+ 1, NameTable.unknownCost, Code.single)
      addWords(from: offset)
      if context.mayBeTaught(from: units[offset]) { addTaught(from: offset, context: context) }
      if traits.mayOpenPerson || mayFollowTitle(offset) {
        addPersons(from: offset, traits, context: context)
      }
      if hasPoint { addPointed(from: offset) }
      if traits.letter > 0 { addForeign(from: offset) }
      if traits.isPlaceUnit, placeMayEnd(soonAfter: offset, &nextPlaceEnd) {
        addPlaces(from: offset)
      }
    case .digit, .latin: addRun(from: offset)
    default:
      relax(offset, offset + 1, 10, Code.mark)
    }
  }

  @inline(__always)
  func relax(_ from: Int, _ to: Int, _ cost: Int32, _ code: Int32) {
    let total = nodes[known: from &- start].best &+ cost
    guard total < nodes[known: to &- start].best else { return }
    nodes[known: to &- start].best = total
    nodes[known: to &- start].origin = Int32(truncatingIfNeeded: from &- start)
    nodes[known: to &- start].code = code
  }

  /// Whether one of the next three characters ends names of places: so it is for one offset of ten.
  ///
  /// - Parameter next: the first of such characters that was found behind the offset looked at last, or the end of the range.
  @inline(__always)
  private func placeMayEnd(soonAfter offset: Int, _ next: inout Int) -> Bool {
    if next <= offset {
      next = offset &+ 1
      while next < end, !traits(next).endsAnyPlace { next &+= 1 }
    }
    return next < min(offset &+ 4, end)
  }

  /// Names that the article taught.
  private func addTaught(from offset: Int, context: NameContext) {
    for name in context.taughtNames(from: units[offset]) {
      let last = offset + name.units.count
      guard last <= end, units[offset..<last].elementsEqual(name.units) else { continue }
      switch name.kind {
      case .place:
        relax(offset, last, NamePrior.taught, Code.place)
        nodes[last - start].endsPlace = true
      case .organization: relax(offset, last, NamePrior.taught, Code.organization)
      default: break
      }
    }
  }

  @inline(__always)
  private func addWords(from offset: Int) {
    let at = offset &- start
    let isCrossed = offset > start && nodes[known: at].isCrossed == true
    var crossesNext = false
    words.forEach(at: offset) { match in
      let word = costs.known(Int(match.payload))
      let to = match.end &- start
      var cost = word.cost
      if word.isPlace {
        if isCrossed, cost > 90 { cost &+= NamePrior.crossing }
        nodes[known: to].endsPlace = true
      }
      relax(offset, match.end, cost, match.payload)
      if word.isTitle { nodes[known: to].endsTitle = true }
      if to == at &+ 2, word.cost < NamePrior.commonWord { crossesNext = true }
    }
    nodes[known: at &+ 1].isCrossed = crossesNext
  }

  /// Words of the table, and digits with their separators, or letters and digits.
  private func addRun(from offset: Int) {
    addWords(from: offset)
    var position = offset
    var isLatin = false
    while position < end {
      let kind = traits(position).kind
      if kind == .latin {
        isLatin = true
      } else if kind != .digit {
        let joins =
          isJoint(units[position]) && position > offset && position + 1 < end
          && (traits(position + 1).kind == .latin || traits(position + 1).kind == .digit)
        if !joins { break }
      }
      position += 1
    }
    relax(offset, position, 40, isLatin ? Code.latin : Code.digits)
  }

  private func isJoint(_ unit: UInt16) -> Bool { unit == 0x2E || unit == 0x26 || unit == 0x2D }

  // MARK: Path

  private func path() -> [NameToken] {
    var count = 0
    var position = end - start
    // Turns the links of the path around, for it to be read from its start.
    var next = position
    while position > 0 {
      let origin = Int(nodes[position].origin)
      nodes[position].origin = Int32(truncatingIfNeeded: next)
      next = position
      position = origin
      count += 1
    }
    var tokens: [NameToken] = []
    tokens.reserveCapacity(count)
    var from = 0
    for _ in 0..<count {
      let node = nodes[next]
      if let token = token(from: from + start, to: next + start, code: node.code) {
        tokens.append(token)
      }
      from = next
      next = Int(node.origin)
    }
    return tokens
  }

  @inline(__always)
  private func token(from: Int, to: Int, code: Int32) -> NameToken? {
    let traits = traits(from)
    func token(_ form: NameToken.Form, _ classes: NameClass, _ cues: NameCues) -> NameToken {
      NameToken(
        start: from, end: to, form: form, classes: classes, entry: max(code, -1), cues: cues)
    }
    switch code {
    case 0...:
      let set = table.classSet(of: Int(code))
      if to - from > 1 {
        return token(.word, set.classes, to - from > 2 ? set.cues : set.cues.subtracting(.zone))
      }
      guard traits.kind == .han else {
        return token(.word, set.classes, NameCues(of: set.classes, length: 1))
      }
      let cues = set.cuesOfCharacter.with(character: units[from], traits, set.classes)
      return token(.single, set.classes, cues)
    case Code.single:
      return token(.single, [], NameCues([]).with(character: units[from], traits, []))
    case Code.digits: return token(.digits, [], NameCues(.digits))
    case Code.latin: return token(.latin, [], NameCues(.latin))
    case Code.person: return token(.person, [], NameCues(.person))
    case Code.foreign: return token(.foreign, [], NameCues(.foreign))
    case Code.place: return token(.place, [], NameCues(.place))
    case Code.organization:
      return token(.word, .organization, NameCues(of: .organization, length: to - from))
    default:
      if traits.kind == .space { return nil }
      return token(.mark, [], traits.kind == .point ? .point : [])
    }
  }
}
