/// The last words before a sentence: a noun that they have told is known to the reader, one that they have not is new.
struct RecentText: Sendable {
  /// The folded units of the sentences before, in reading order; ends with those read last.
  private var units: [UInt16] = []

  /// UTF-16 units looked back.
  private static let reach = 360

  /// Forgets all: another article begins.
  mutating func clear() { units.removeAll(keepingCapacity: true) }

  mutating func append(_ sentence: ArraySlice<UInt16>) {
    units += sentence.suffix(RecentText.reach)
    if units.count > 4 * RecentText.reach { units.removeFirst(units.count - RecentText.reach) }
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
  /// Cost: as many steps as units are looked back at.
  func telling(of words: NameWords) -> Telling {
    let count = words.count
    guard count > 1, let last = words.units.last else { return .never }
    let lowest = max(units.count - RecentText.reach, 0)
    var found = Telling.never
    var end = units.count - 1
    while end - count + 1 >= lowest {
      if units[end] == last, units[end - count + 1...end].elementsEqual(words.units) {
        let isNear = units.count - end <= RecentText.near
        let start = end - count + 1
        if start > lowest, RecentText.tellsApart(units[start - 1]) {
          return isNear ? .nearEnd : .apartEnd
        }
        if found == .never { found = isNear ? .near : .apart }
        end = start
      }
      end -= 1
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
