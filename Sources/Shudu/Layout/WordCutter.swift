/// Cuts short runs of text into words: the likeliest cut by the costs of the tables.
///
/// *Cost*: linear in the run; made for the two dozen units around a joint.
struct WordCutter: Sendable {
  let table: NameTable
  let classes: WordClassTable
  let parts: PartOfSpeechTable

  static let standard = WordCutter(
    table: .standard, classes: .standard, parts: .standard)

  /// Where words end in a run, ascending, and what the words cost together.
  struct Cut: Sendable {
    var ends: [Int]
    var cost: Int
  }

  func cut(_ units: [UInt16]) -> Cut {
    var costs = Array(repeating: Int32.max / 2, count: units.count + 1)
    var origins = Array(repeating: 0, count: units.count + 1)
    costs[0] = 0
    for start in units.indices {
      let base = costs[start]
      func reach(_ end: Int, _ cost: Int32) {
        guard base + cost < costs[end] else { return }
        costs[end] = base + cost
        origins[end] = start
      }
      switch table.traits[Int(units[start])].kind {
      case .han:
        reach(start + 1, NameTable.unknownCost)
        table.words.forEachMatch(in: units, at: start, limit: units.count) {
          reach($0.end, table.costs[Int($0.payload)].cost)
        }
      case .digit, .latin: reach(WordCutter.endOfRun(units, start), 40)
      default: reach(start + 1, 10)
      }
    }
    var ends: [Int] = []
    var end = units.count
    while end > 0 {
      ends.append(end)
      end = origins[end]
    }
    return Cut(ends: ends.reversed(), cost: Int(costs[units.count]))
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
