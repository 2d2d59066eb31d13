/// The last words before a sentence: a noun that they have told is known to the reader, one that they have not is new.
struct RecentText: Sendable {
  /// The folded units of the sentences before, in reading order; ends with those read last.
  private var units: [UInt16] = []
  /// For each unit where the one before it stands that has the same last byte; -1 for none.
  private var links: [Int32] = []
  /// Where the last unit of each last byte stands; -1 for none.
  private var lasts = RecentText.none

  /// UTF-16 units looked back.
  private static let reach = 360
  private static let none = [Int32](repeating: -1, count: 256)

  /// Forgets all: another article begins.
  mutating func clear() {
    units.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    lasts = RecentText.none
  }

  mutating func append(_ sentence: ArraySlice<UInt16>) {
    if units.count > 3 * RecentText.reach {
      let kept = units[(units.count - RecentText.reach)...]
      clear()
      link(kept)
    }
    link(sentence[max(sentence.startIndex, sentence.endIndex - RecentText.reach)...])
  }

  private mutating func link(_ more: ArraySlice<UInt16>) {
    let first = units.count
    units += more
    links += repeatElement(-1, count: more.count)
    RecentText.link(more, at: first, &links, &lasts)
  }

  private static func link(
    _ more: ArraySlice<UInt16>, at first: Int, _ links: inout [Int32], _ lasts: inout [Int32]
  ) {
    var links = links.mutableSpan
    var lasts = lasts.mutableSpan
    var at = first
    for unit in more {
      let byte = Int(unit & 0xFF)
      links[at] = lasts[byte]
      lasts[byte] = Int32(truncatingIfNeeded: at)
      at += 1
    }
  }

  /// How words were told before.
  enum Telling: Int {
    case never
    /// By themselves, or behind a word that does not tell them apart.
    case near, apart
    /// As the end of a longer phrase (`小剧场` of 六角亭小剧场).
    case nearEnd, apartEnd
  }

  /// How words were told last, a longer phrase that ends with them before all else.
  ///
  /// Cost: a step for each unit looked back at that has the last byte of the words' last.
  func telling(of words: NameWords) -> Telling {
    let count = words.count
    guard count > 1, let last = words.units.last else { return .never }
    let lowest = max(units.count - RecentText.reach, 0)
    var found = Telling.never
    var bound = units.count
    var end = Int(lasts[Int(last & 0xFF)])
    while case let start = end - count + 1, start >= lowest {
      if end < bound, units[end] == last, units[start...end].elementsEqual(words.units) {
        let isNear = units.count - end <= RecentText.near
        if start > lowest, RecentText.tellsApart(units[start - 1]) {
          return isNear ? .nearEnd : .apartEnd
        }
        if found == .never { found = isNear ? .near : .apart }
        bound = start
      }
      end = Int(links[end])
    }
    return found
  }

  private static let near = 90

  /// Whether a unit before a noun is likely to be of a word that is part of its name.
  private static func tellsApart(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) && !plain.contains(unit)
  }

  /// Characters that end words before a noun that is told by itself.
  private static let plain = UnitSet("的了在和与及或对给把被让使由从向到至为是有该本这那此各每多个家座所名位项条批间")
}
