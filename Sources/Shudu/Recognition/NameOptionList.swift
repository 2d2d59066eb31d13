/// The options of a sentence by their ends, those of one end by their starts, in the order in which they came if both are equal.
///
/// *Cost*: an option goes past those of the same end that begin before it; most come from right to left and go past none.
struct NameOptionList {
  private let options: WorkBuffer<NameOption>
  /// The first option of each end, by offsets of the range; -1 for none.
  private let heads: WorkBuffer<Int32>
  private let start: Int

  init(range: Range<Int>, memory: NameMemory) {
    options = memory.options
    options.removeAll()
    heads = memory.optionHeads
    heads.refill(with: -1, count: range.count + 1)
    start = range.lowerBound
  }

  func insert(_ stretch: Range<Int>, _ kinds: NameKinds, _ origins: NameOrigins) {
    let number = Int32(truncatingIfNeeded: options.count)
    let end = stretch.upperBound - start
    var next = heads[end]
    var last: Int32 = -1
    while next >= 0, options[Int(next)].start <= stretch.lowerBound {
      last = next
      next = options[Int(next)].next
    }
    options.append(NameOption(stretch, kinds, origins, next: next))
    if last < 0 { heads[end] = number } else { options[Int(last)].next = number }
  }

  // MARK: Stretches

  /// The options that are the same stretch, taken together.
  struct Stretch {
    let range: Range<Int>
    fileprivate(set) var kinds: NameKinds
    fileprivate(set) var origins: NameOrigins
    fileprivate let first: Int32
    fileprivate var limit: Int32
  }

  /// A place between two stretches.
  struct Cursor {
    fileprivate var end = 0
    fileprivate var number: Int32 = -1

    init() {}
  }

  /// The next stretch; nil behind the last.
  func next(_ cursor: inout Cursor) -> Stretch? {
    while cursor.number < 0 {
      cursor.end += 1
      guard cursor.end < heads.count else { return nil }
      cursor.number = heads[cursor.end]
    }
    let option = options[Int(cursor.number)]
    var stretch = Stretch(
      range: option.range, kinds: option.kinds, origins: option.origins, first: cursor.number,
      limit: option.next)
    while stretch.limit >= 0, case let other = options[Int(stretch.limit)],
      other.start == option.start
    {
      stretch.kinds.formUnion(other.kinds)
      stretch.origins.formUnion(other.origins)
      stretch.limit = other.next
    }
    cursor.number = stretch.limit
    return stretch
  }

  /// The options that are a stretch.
  @inline(__always)
  func forEach(of stretch: Stretch, _ body: (NameOption) -> Void) {
    var number = stretch.first
    while number != stretch.limit {
      let option = options[Int(number)]
      body(option)
      number = option.next
    }
  }
}
