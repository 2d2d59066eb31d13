/// The words of `table-words.tsv`: what a table's heads say beside what is measured.
struct TableWords: Sendable {
  enum Class: String, Sendable {
    case general, indicator, scope, whole, unit, serial, code, owner
    case rise, fall, yoy, mom, since, share, rank, target, forecast, note
  }

  static let standard = TableWords()

  private let forward: WordTrie
  private let backward: BackwardWords
  private let classes: [Class]

  private init() {
    var words: [(word: [UInt16], payload: Int32)] = []
    var classes: [Class] = []
    for row in EmbeddedTable(named: "table-words").rows where row.count >= 2 {
      guard let found = Class(rawValue: row[1]) else { continue }
      words.append((word: Array(row[0].utf16), payload: Int32(classes.count)))
      classes.append(found)
    }
    forward = WordTrie(words)
    backward = BackwardWords(words)
    self.classes = classes
  }

  /// The class of exactly that stretch; nil where it is no word of the table. Folded units.
  func whole(_ range: Range<Int>, of units: [UInt16]) -> Class? {
    guard let found = start(of: range, in: units), found.range == range else { return nil }
    return found.word
  }

  /// The longest word at the beginning of a stretch.
  func start(of range: Range<Int>, in units: [UInt16]) -> (word: Class, range: Range<Int>)? {
    guard
      let found = forward.longestMatch(
        in: units, at: range.lowerBound, limit: range.upperBound)
    else { return nil }
    return (classes[Int(found.payload)], range.lowerBound..<found.end)
  }

  /// The longest word at the end of a stretch.
  func end(of range: Range<Int>, in units: [UInt16]) -> (word: Class, range: Range<Int>)? {
    guard
      let found = backward.match(
        endingAt: range.upperBound, in: units, from: range.lowerBound)
    else { return nil }
    return (classes[Int(found.payload)], found.start..<range.upperBound)
  }
}
