/// Cuts short runs of text into words: the likeliest cut by the costs of the tables.
///
/// *Cost*: linear in the run; made for the dozen units at an edge.
struct WordCutter: Sendable {
  let table: NameTable
  let classes: WordClassTable
  let parts: PartOfSpeechTable

  static let standard = WordCutter(
    table: .standard, classes: .standard, parts: .standard)

  /// A word that may be part of a cut.
  struct Step: Sendable, BitwiseCopyable {
    var start: Int32
    var end: Int32
    var cost: Int32
  }

  /// The words that begin in a run, by their beginning, and those that may go on behind it.
  struct Lattice: Sendable {
    var count: Int
    var steps: [Step] = []
    /// Where words begin that may go on behind the run, and where the search for them stands in the table.
    var open: [(start: Int, node: Int32)] = []
  }

  func lattice(_ units: [UInt16]) -> Lattice {
    var lattice = Lattice(count: units.count)
    lattice.steps.reserveCapacity(units.count * 3)
    for start in units.indices {
      switch table.traits[Int(units[start])].kind {
      case .han:
        lattice.add(start, start + 1, NameTable.unknownCost)
        let node = table.words.forEachMatch(in: units, at: start, upTo: units.count) {
          lattice.add(start, $0.end, table.costs[Int($0.payload)].cost)
        }
        if node != 0 { lattice.open.append((start, node)) }
      case .digit, .latin: lattice.add(start, WordCutter.endOfRun(units, start), 40)
      default: lattice.add(start, start + 1, 10)
      }
    }
    return lattice
  }

  /// Where words end in a run, ascending, and what the words cost together.
  struct Cut: Sendable {
    var ends: [Int] = []
    /// What the cheapest words up to each offset cost.
    var costs: [Int32]

    var cost: Int { Int(costs[costs.count - 1]) }
  }

  func cut(_ units: [UInt16]) -> Cut { WordCutter.cut(lattice(units)) }

  static func cut(_ lattice: Lattice) -> Cut {
    var cut = Cut(costs: Array(repeating: WordCutter.unreached, count: lattice.count + 1))
    var origins = Array(repeating: Int32(0), count: lattice.count + 1)
    cut.costs[0] = 0
    for step in lattice.steps {
      let cost = cut.costs[Int(step.start)] + step.cost
      guard cost < cut.costs[Int(step.end)] else { continue }
      cut.costs[Int(step.end)] = cost
      origins[Int(step.end)] = step.start
    }
    var end = lattice.count
    while end > 0 {
      cut.ends.append(end)
      end = Int(origins[end])
    }
    cut.ends.reverse()
    return cut
  }

  /// The cheapest words up to an offset behind a joint, and where the last of them begins: before the joint if negative.
  private struct Reach: BitwiseCopyable {
    var cost: Int32
    var start = 0
  }

  /// More than any cut costs.
  static let unreached = Int32.max / 2

  /// The likeliest cut of two runs of text that stand together, as far as it differs from both of theirs.
  ///
  /// - Returns: its cost, and where the word begins and ends that holds the joint: both at the joint where two words meet there.
  func joined(
    _ first: Cut, _ firstLattice: Lattice, _ second: [UInt16], _ secondLattice: Lattice
  ) -> (cost: Int, start: Int, end: Int) {
    let joint = firstLattice.count
    return withUnsafeTemporaryAllocation(of: Reach.self, capacity: secondLattice.count + 1) {
      best in
      best.initialize(repeating: Reach(cost: WordCutter.unreached))
      best[0] = Reach(cost: first.costs[joint], start: -1)
      for (start, node) in firstLattice.open {
        let before = first.costs[start]
        _ = table.words.forEachMatch(from: node, in: second, at: 0, upTo: second.count) {
          let cost = before + table.costs[Int($0.payload)].cost
          if cost < best[$0.end].cost { best[$0.end] = Reach(cost: cost, start: start - joint) }
        }
      }
      for step in secondLattice.steps {
        let cost = best[Int(step.start)].cost + step.cost
        let end = Int(step.end)
        if cost < best[end].cost { best[end] = Reach(cost: cost, start: Int(step.start)) }
      }
      var end = secondLattice.count
      var start = best[end].start
      while start > 0 {
        end = start
        start = best[end].start
      }
      let cost = Int(best[secondLattice.count].cost)
      return start == 0 ? (cost, joint, joint) : (cost, joint + start, joint + end)
    }
  }

  /// Digits with their points, or letters.
  private static func endOfRun(_ units: [UInt16], _ start: Int) -> Int {
    let isDigit = LayoutCharacters.isDigit(units[start])
    var end = start + 1
    while end < units.count,
      isDigit
        ? LayoutCharacters.isDigit(units[end]) || units[end] == 0x2E
        : LayoutCharacters.isLatin(units[end])
    {
      end += 1
    }
    return end
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

extension WordCutter.Lattice {
  fileprivate mutating func add(_ start: Int, _ end: Int, _ cost: Int32) {
    steps.append(
      WordCutter.Step(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), cost: cost))
  }
}
