/// What speaks for a stretch being a name: its neighbours, the words it is made of, and what the rules make of it.
///
/// What hangs on one end or one word alone is added up once. *Cost*: a dozen look-ups a stretch, and as many an end.
struct NameFeatures: ~Copyable {
  let options: NameOptions
  let model: NameModel
  let told: NameTold
  let words: NameWordSums
  let units: [UInt16]
  let table: NameTable
  let range: Range<Int>
  let tokens: [NameToken]
  /// One for each offset of the range, and its end.
  let nodes: WorkBuffer<Node>
  /// What speaks for names that begin at an offset, of those asked for.
  let starts: WorkBuffer<NameModel.Row>
  /// What speaks for names that end at the offset asked for last; `words` only of those that have another word before the last.
  var end: (offset: Int, sums: NameModel.Row, words: NameModel.Row) =
    (-1, NameModel.Row(), NameModel.Row())
  /// For each token what all tokens before it speak for as words between a name's ends, as far as it was asked for.
  private let inner: WorkBuffer<NameModel.Row>
  /// Of the stretch that was weighed last.
  var support: NameSupport

  /// What is known of an offset.
  struct Node: BitwiseCopyable {
    /// Numbers of the tokens that begin and end there; -1 for none.
    var opening: Int32 = -1
    var closing: Int32 = -1
    /// Number of its sums in `starts`; -1 until they are asked for.
    var start: Int32 = -1
  }

  init(
    options: consuming NameOptions, model: NameModel, words: NameWordSums, told: NameTold,
    memory: NameMemory
  ) {
    self.told = told
    units = options.phrase.units
    table = options.phrase.table
    range = options.range
    tokens = options.phrase.tokens
    self.options = options
    self.model = model
    self.words = words
    nodes = memory.edges
    nodes.refill(with: Node(), count: range.count + 1)
    var number: Int32 = 0
    for token in tokens {
      nodes[known: token.start &- range.lowerBound].opening = number
      nodes[known: token.end &- range.lowerBound].closing = number
      number &+= 1
    }
    starts = memory.starts
    starts.removeAll()
    support = NameSupport(model)
    inner = memory.inner
    inner.removeAll()
    inner.append(NameModel.Row())
  }

  /// What the words from one to before another speak for as words between a name's ends.
  @inline(__always)
  private mutating func innerSums(_ words: Range<Int>) -> NameModel.Row {
    if inner.count <= words.upperBound { extendInner(to: words.upperBound) }
    return inner[known: words.upperBound] &- inner[known: words.lowerBound]
  }

  private mutating func extendInner(to end: Int) {
    let others = support.sums
    while inner.count <= end {
      let before = support.sums
      addInner(tokens[inner.count - 1])
      inner.append(inner[inner.count - 1] &+ (support.sums &- before))
    }
    support.add(others &- support.sums)
  }

  /// A number for what a word is; single characters that no list has are told apart.
  @inline(__always)
  func part(of word: NameToken) -> Int {
    let part =
      word.entry >= 0
      ? table.parts.known(Int(word.entry)) : options.part(of: word.start..<word.end)
    return part == .none && word.length == 1 ? 99 : Int(part.rawValue)
  }

  /// Makes `support` that of a stretch.
  ///
  /// - Returns: whether it may be a name; not so, without what the words within tell, where its ends alone make it hopeless.
  mutating func weigh(_ same: NameOptionList.Stretch, doubts: NameModel.Row) -> Bool {
    let stretch = same.range
    support.clear()
    addStart(stretch.lowerBound)
    addEnd(stretch.upperBound)
    if same.origins.isEmpty, !model.keepsFeatures, isHopeless(same.kinds, doubts) { return false }
    options.list.forEach(of: same) { addOrigins(of: $0) }
    addTokens(in: stretch)
    addWords(at: stretch)
    addTold(stretch, same.kinds)
    if same.kinds.contains(.person) { addPerson(stretch) }
    return true
  }

  /// What a stretch weighs whose ends speak against it so much that nothing else could make it a name.
  private static let hopeless: Int32 = -2000

  private func isHopeless(_ kinds: NameKinds, _ doubts: NameModel.Row) -> Bool {
    let weights = support.sums &+ doubts
    var bits = kinds.rawValue
    while bits != 0 {
      if weights[bits.trailingZeroBitCount] >= NameFeatures.hopeless { return false }
      bits &= bits - 1
    }
    return true
  }

  private mutating func addOrigins(of option: NameOption) {
    var bits = option.origins.rawValue
    while bits != 0 {
      support.add(Feature(.nameRule, bits.trailingZeroBitCount), to: option.kinds, by: model)
      bits &= bits - 1
    }
  }

  // MARK: Words within

  private mutating func addTokens(in stretch: Range<Int>) {
    let first = Int(nodes[stretch.lowerBound - range.lowerBound].opening)
    let last = Int(nodes[stretch.upperBound - range.lowerBound].closing)
    let edges = (first >= 0 ? 2 : 0) + (last >= 0 ? 1 : 0)
    support.add(Feature(.nameEdges, edges), by: model)
    guard first >= 0, last >= first else { return }
    addPair(first, last)
    support.add(Feature(.nameTokens, min(last - first + 1, 7)), by: model)
    if last > first {
      if model.keepsFeatures {
        for number in first + 1..<last { addInner(tokens[number]) }
        addBeforeLast(last - 1)
      } else {
        support.add(last > first + 1 ? innerSums(first + 1..<last) &+ end.words : end.words)
      }
    }
  }

  private mutating func addInner(_ token: NameToken) {
    guard token.form != .mark else {
      return support.addUnit(3, units[token.start], by: model)
    }
    addWord(token, at: .inner)
    support.add(Feature(.nameInner, 1, part(of: token)), by: model)
  }

  // MARK: The whole

  /// Places that it begins with, and marks that it stands between.
  private mutating func addWords(at stretch: Range<Int>) {
    options.words.forEach(at: stretch.lowerBound) { match in
      guard match.end <= stretch.upperBound else { return }
      let isAll = match.end == stretch.upperBound
      if table.costs[Int(match.payload)].isPlace {
        support.add(Feature(.namePlace, isAll ? 1 : 0), by: model)
      }
      if table.classes(of: Int(match.payload)).contains(.weakPlace) {
        support.add(Feature(.namePlace, isAll ? 3 : 2), by: model)
      }
    }
    guard stretch.lowerBound > range.lowerBound, stretch.upperBound < range.upperBound,
      options.kind(stretch.lowerBound - 1) == .opener, options.kind(stretch.upperBound) == .closer
    else { return }
    support.addUnit(4, units[stretch.lowerBound - 1], by: model)
  }

  private mutating func addPerson(_ stretch: Range<Int>) {
    func add(_ tag: Int, _ value: Int) {
      support.add(Feature(.namePerson, tag, value), to: .person, by: model)
    }
    let first = options.traits.known(Int(units[stretch.lowerBound]))
    guard first.surname > 0 || first.isRareSurname else { return }
    add(0, first.surname > 0 ? Int(first.surname) / 6 : 15)
    let given = stretch.lowerBound + 1..<stretch.upperBound
    guard !given.isEmpty else { return }
    var total = 0
    for offset in given {
      let known = Int(options.traits.known(Int(units[offset])).given)
      total += known > 0 ? known : 96
    }
    add(1, min(given.count, 3) << 4 | min(total / given.count / 8, 12))
    for offset in given where options.traits.known(Int(units[offset])).isNumeral {
      add(4, min(stretch.upperBound - offset, 2))
    }
    guard given.count == 2 else { return }
    add(2, cost(of: given) / 12)
    add(3, cost(of: stretch.lowerBound..<stretch.lowerBound + 2) / 12)
  }

  /// The cost of a word of the tables; much for what is none.
  private func cost(of word: Range<Int>) -> Int {
    var cost = 240
    options.words.forEach(at: word.lowerBound) { match in
      if match.end == word.upperBound { cost = Int(table.costs[Int(match.payload)].cost) }
    }
    return cost
  }
}
