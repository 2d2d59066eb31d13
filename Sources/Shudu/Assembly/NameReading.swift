/// Where reading has come past the names of an article: how lately, and how far the text is about each.
///
/// Names are numbered as in the registry; those that mean the same count together, by their cluster.
struct NameReading: Sendable {
  /// How far a text is about a name where reading has come to.
  struct Focus: OptionSet {
    let rawValue: Int

    /// The paragraph names it.
    static let named = Focus(rawValue: 1)
    /// One of the paragraph's clauses opens with it.
    static let opens = Focus(rawValue: 2)
    /// No paragraph before has named it.
    static let isNew = Focus(rawValue: 4)
    /// A clause of the paragraph before opened with it, and none since.
    static let opened = Focus(rawValue: 8)
  }

  /// Numbers of sentences and paragraphs, -1 for none yet.
  private struct Passing: BitwiseCopyable {
    var sentence: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    /// The last paragraph in which it opened a clause.
    var opened: Int32 = -1
  }

  private var sentence: Int32 = 0
  private var paragraph: Int32 = 0
  /// By cluster.
  private var passings: [Passing] = []
  /// Numbers of names in the order of their last mention, latest last; at most 64.
  private(set) var recent: [Int] = []

  mutating func beginSentence() { sentence += 1 }
  mutating func beginParagraph() { paragraph += 1 }

  /// Says that reading has come past a name.
  ///
  /// - Parameter opens: whether a clause opens with it.
  mutating func pass(_ number: Int, cluster: Int, opens: Bool) {
    while passings.count <= cluster { passings.append(Passing()) }
    passings[cluster].sentence = sentence
    passings[cluster].last = paragraph
    if passings[cluster].first < 0 { passings[cluster].first = paragraph }
    if opens { passings[cluster].opened = paragraph }
    if recent.last == number { return }
    recent.append(number)
    if recent.count > 64 { recent.removeFirst(32) }
  }

  /// How many sentences ago a name of the cluster stood last; nil where none has yet.
  func sentences(since cluster: Int) -> Int? {
    guard cluster < passings.count, passings[cluster].sentence >= 0 else { return nil }
    return Int(sentence - passings[cluster].sentence)
  }

  func focus(on cluster: Int) -> Focus {
    guard cluster < passings.count, case let passing = passings[cluster], passing.first >= 0 else {
      return []
    }
    var focus: Focus = []
    if passing.last == paragraph { focus.insert(.named) }
    if passing.first == paragraph { focus.insert(.isNew) }
    if passing.opened == paragraph { focus.insert(.opens) }
    if passing.opened >= 0, passing.opened == paragraph - 1 { focus.insert(.opened) }
    return focus
  }
}
