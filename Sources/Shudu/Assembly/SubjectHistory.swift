/// What the text before a sentence was about, by scope.
struct SubjectHistory: Sendable {
  /// Somebody or something that facts may belong to, where it is named.
  struct Owner: Sendable {
    var name: Citation
    var words: NameWords
  }

  var registry = NameRegistry()
  /// Names that the text has set side by side.
  var groups = NameGroups()
  /// What stands right before the sentence.
  var recentText = RecentText()
  /// Whether the sentence is a heading: what stands under it is yet to be told.
  var isHeading = false
  /// What the page's clauses open with.
  var topics = ClauseTopics()
  /// The subjects of the section's facts and the topics of its other sentences, distinct, latest first.
  private(set) var recent: [Owner] = []
  /// The owners that the section's heading names, nearest first.
  var headings: [Owner] = []
  /// The owner that the article's title names, else its main place.
  var title: Owner?
  /// The person named last.
  var person: Owner?
  /// Where the paragraph's own subjects begin: how many of `recent` it has named so far.
  private(set) var isNewParagraph = true

  /// How many sentences each has been the subject of.
  private var owned = WordMap<Int>()

  private static let memory = 4

  /// How many sentences before were about an owner.
  func count(of words: NameWords) -> Int { owned[words] ?? 0 }

  var last: Owner? { recent.first }

  mutating func beginSection() {
    recent.removeAll(keepingCapacity: true)
    person = nil
  }

  mutating func beginParagraph() { isNewParagraph = true }

  /// Remembers what a sentence was about.
  mutating func remember(_ owner: Owner) {
    owned[owner.words] = count(of: owner.words) + 1
    recent.removeAll { $0.words == owner.words }
    recent.insert(owner, at: 0)
    if recent.count > SubjectHistory.memory { recent.removeLast() }
    isNewParagraph = false
  }

  /// Whether two names are likely to mean the same: equal, tied by the registry, or the one a beginning or an end of the
  /// other.
  ///
  /// - Parameters:
  ///   - first: the cluster of `a` in the registry.
  ///   - second: that of `b`.
  @inline(__always)
  func isSame(_ a: NameWords, _ first: Int?, _ b: NameWords, _ second: Int?) -> Bool {
    if a == b { return true }
    if let first, let second { return first == second }
    if a.count == b.count { return false }
    return a.count < b.count ? b.isNamed(by: a) : a.isNamed(by: b)
  }
}
