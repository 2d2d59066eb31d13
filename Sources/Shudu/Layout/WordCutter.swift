/// Cuts the dozen units at an edge of a stretch into words: the likeliest cut by the costs of the tables.
///
/// *Cost*: linear in the units, for each of which the words that begin there are looked up.
struct WordCutter: Sendable {
  let table: NameTable
  let classes: WordClassTable
  let parts: PartOfSpeechTable

  static let standard = WordCutter(
    table: .standard, classes: .standard, parts: .standard)

  /// Units cut into words at an edge.
  static let reach = 12

  /// More than any cut costs.
  private static let unreached = Int32.max / 2

  /// The cheapest words of a window at an edge, from its far side to each of its offsets.
  struct Cut: Sendable {
    /// Units of the window.
    let count: Int
    /// By offset: what the cheapest words cost that lie between it and the window's far side.
    fileprivate(set) var costs = InlineArray<13, Int32>(repeating: WordCutter.unreached)
    /// By offset: the other side of the last of these words.
    fileprivate(set) var others = InlineArray<13, Int8>(repeating: 0)
    /// By offset: where the search for the longer words that begin there stands in the table when the window ends; 0 where
    /// there are none.
    fileprivate(set) var open = InlineArray<12, Int32>(repeating: 0)

    /// The other side of the word that lies at an offset.
    func other(_ offset: Int) -> Int { Int(others[offset]) }
  }

  /// Cuts the last units of a range: costs are those from the window's beginning to each offset.
  func cut(endOf range: Range<Int>, in units: [UInt16]) -> Cut {
    let window = range.suffix(WordCutter.reach)
    var cut = Cut(count: window.count)
    var costs = cut.costs.mutableSpan
    var others = cut.others.mutableSpan
    var open = cut.open.mutableSpan
    costs[0] = 0
    for start in 0..<window.count {
      let before = costs[start]
      open[start] = forEachWord(in: units, window, at: start) { end, cost in
        guard before + cost < costs[end] else { return }
        costs[end] = before + cost
        others[end] = Int8(truncatingIfNeeded: start)
      }
    }
    return cut
  }

  /// Cuts the first units of a range: costs are those from each offset to the window's end.
  func cut(startOf range: Range<Int>, in units: [UInt16]) -> Cut {
    let window = range.prefix(WordCutter.reach)
    var cut = Cut(count: window.count)
    var costs = cut.costs.mutableSpan
    var others = cut.others.mutableSpan
    costs[window.count] = 0
    for start in (0..<window.count).reversed() {
      _ = forEachWord(in: units, window, at: start) { end, cost in
        guard costs[end] + cost < costs[start] else { return }
        costs[start] = costs[end] + cost
        others[start] = Int8(truncatingIfNeeded: end)
      }
    }
    return cut
  }

  /// Calls `body` with the ends of the words that begin at an offset of a window, and what they cost.
  ///
  /// - Returns: Where the search stands in the table when the window ends.
  @inline(__always)
  private func forEachWord(
    in units: [UInt16], _ window: Range<Int>, at start: Int,
    _ body: (_ end: Int, _ cost: Int32) -> Void
  ) -> Int32 {
    let offset = window.lowerBound + start
    switch table.traits.known(Int(units[offset])).kind {
    case .han:
      body(start + 1, NameTable.unknownCost)
      return table.words.forEachMatch(in: units, at: offset, upTo: window.upperBound) {
        body($0.end - window.lowerBound, table.costs[Int($0.payload)].cost)
      }
    case .digit, .latin: body(WordCutter.endOfRun(units, window, offset), 40)
    default: body(start + 1, 10)
    }
    return 0
  }

  /// A word that lies across a joint: what it saves, and how far it reaches to either side; 0 and 0 where none is worth it.
  struct Crossing: Equatable {
    var gain = 0
    var left = 0
    var right = 0
  }

  /// The word across the joint of two texts, if they are cheaper with it than cut by themselves.
  ///
  /// - Parameters:
  ///   - first: The cut of the one that ends at the joint.
  ///   - second: The cut of the other one, whose first units are `units` from `start` on.
  func crossing(_ first: Cut, _ second: Cut, in units: [UInt16], at start: Int) -> Crossing {
    let (costs, open, others) = (first.costs.span, first.open.span, second.costs.span)
    let alone = costs[first.count] + others[0]
    var least = alone
    var crossing = Crossing()
    for offset in 0..<first.count where open[offset] != 0 {
      let before = costs[offset]
      _ = table.words.forEachMatch(
        from: open[offset], in: units, at: start, upTo: start + second.count
      ) {
        let cost = before + table.costs[Int($0.payload)].cost + others[$0.end - start]
        guard cost < least else { return }
        least = cost
        crossing.left = first.count - offset
        crossing.right = $0.end - start
      }
    }
    crossing.gain = Int(alone - least)
    return crossing
  }

  /// Digits with their points, or letters: their end within a window.
  private static func endOfRun(_ units: [UInt16], _ window: Range<Int>, _ start: Int) -> Int {
    let isDigit = LayoutCharacters.isDigit(units[start])
    var end = start + 1
    while end < window.upperBound,
      isDigit
        ? LayoutCharacters.isDigit(units[end]) || units[end] == 0x2E
        : LayoutCharacters.isLatin(units[end])
    {
      end += 1
    }
    return end - window.lowerBound
  }

  /// What a word is, for features; punctuation by its kind.
  func trait(of range: Range<Int>, in units: [UInt16]) -> Int {
    let first = units[range.lowerBound]
    if LayoutCharacters.isDigit(first) { return 8 }
    if LayoutCharacters.isLatin(first) { return 9 }
    if first == 0x2C { return 1 }
    if first == 0x3001 { return 2 }
    if LayoutCharacters.isStop(first) || LayoutCharacters.isPause(first) { return 3 }
    if LayoutCharacters.closer(of: first) != nil { return first < 0x2020 ? 6 : 4 }
    if LayoutCharacters.isCloser(first) { return first < 0x2020 && first > 0x100 ? 7 : 5 }
    if !LayoutCharacters.isHan(first) { return 11 }
    let found = classes.classes(of: range, in: units)
    let part = found.isEmpty ? parts.part(of: range, in: units) : .none
    return Int(WordTrait.number(of: range, in: units, classes: found, part: part))
  }
}
