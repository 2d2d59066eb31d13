/// Words of a page: half-open UTF-16 ranges of one paragraph's text, in reading order.
struct Citation: Sendable, Equatable {
  var paragraph: Int
  var ranges: RangeList
  /// Whether the first two pieces are told with a `的` between them that stands nowhere: a predicate, and the noun that it tells of
  /// (`项目` of which `已有4个建成投用`).
  var isLinked = false
  /// Words that follow in other paragraphs: those of a table's other head.
  var rest: [Citation] { others ?? [] }
  /// Nil where there are none: a citation is copied often, and an array costs a reference each time.
  private var others: [Citation]?

  /// Words that stand in one piece.
  init(_ paragraph: Int, _ range: Range<Int>) {
    self.paragraph = paragraph
    ranges = RangeList(range)
  }

  init(_ paragraph: Int, _ ranges: [Range<Int>]) {
    self.paragraph = paragraph
    self.ranges = RangeList(ranges)
  }

  /// Adds words of another paragraph behind these.
  mutating func append(_ other: Citation) {
    var other = other
    let more = other.rest
    other.others = nil
    others = rest + [other] + more
  }

  /// The words in their paragraph's units, without those of others.
  func words(in units: [UInt16]) -> NameWords {
    ranges.count == 1
      ? NameWords(units[ranges[0]]) : NameWords(ranges.reduce(into: []) { $0 += units[$1] })
  }
}

/// Ranges in order. The first takes no memory of its own: nearly all words stand in one piece.
struct RangeList: RandomAccessCollection, MutableCollection, Sendable, Equatable {
  private var head: Range<Int>
  /// All but the first; nil where there is but one.
  private var tail: [Range<Int>]?
  private(set) var count: Int

  init(_ range: Range<Int>) {
    head = range
    count = 1
  }

  init(_ ranges: [Range<Int>]) {
    head = ranges.first ?? 0..<0
    tail = ranges.count > 1 ? Array(ranges.dropFirst()) : nil
    count = ranges.count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> Range<Int> {
    get {
      precondition(position < count, "index beyond the ranges")
      return position == 0 ? head : tail?[position - 1] ?? head
    }
    set {
      precondition(position < count, "index beyond the ranges")
      if position == 0 { head = newValue } else { tail?[position - 1] = newValue }
    }
  }
}
