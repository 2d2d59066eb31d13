/// Which pairs of characters stand together on a page, where, and how often.
///
/// Pages repeat their words, so that a joint's characters found elsewhere on the page show a word that the joint makes, and
/// pairs that occur a few times stand for its names and subjects. Pairs are of Han characters and letters.
///
/// Cost: linear in the units read, `limit` at most; twenty bytes a unit in memory.
struct PagePairs: Sendable {
  /// Units read of a page.
  static let limit = 1 << 17
  /// Places of a pair that are looked at, from the end of the page.
  private static let reach = 256

  private struct Entry: BitwiseCopyable {
    var pair: UInt32 = 0
    var count: Int32 = 0
    /// Where it begins, the last time.
    var last: Int32 = -1
    /// Its number among the rarer pairs of Han characters; -1 for others.
    var topic: Int32 = -1
  }

  /// A unit at which a pair begins.
  private struct Place: BitwiseCopyable {
    /// The pair's entry; -1 for none.
    var entry: Int32 = -1
    /// Where it began before; -1 for nowhere.
    var earlier: Int32 = -1
  }

  /// The texts of the stretches, a 0 before and behind each.
  private var units: [UInt16] = [0]
  /// By stretch: where its text begins; -1 for those not read.
  private var starts: [Int] = []
  private var places: [Place] = []
  private var entries: [Entry] = []
  /// Numbers of entries plus one, by the pair's hash; 0 for a free slot.
  private var slots: [Int32] = []

  /// Nothing.
  init() {}

  /// The pairs of all stretches.
  init(_ stretches: [Stretch]) {
    units.reserveCapacity(stretches.reduce(1) { $0 + $1.count + 1 })
    starts.reserveCapacity(stretches.count)
    for stretch in stretches {
      guard units.count < PagePairs.limit else {
        starts.append(-1)
        continue
      }
      starts.append(units.count)
      units.append(contentsOf: stretch.units[stretch.range])
      units.append(0)
    }
    var capacity = 1 << 8
    while capacity < units.count { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    let (units, size) = (units, units.count)
    var entries: [Entry] = []
    places = [Place](unsafeUninitializedCapacity: size) { places, placeCount in
      entries = [Entry](unsafeUninitializedCapacity: size) { entries, count in
        count = slots.withUnsafeMutableBufferPointer {
          PagePairs.find(in: units, places, entries, $0)
        }
      }
      placeCount = size
    }
    self.entries = entries
    numberTopics()
  }

  /// Finds all pairs of the texts; returns how many entries there are.
  private static func find(
    in units: [UInt16], _ places: UnsafeMutableBufferPointer<Place>,
    _ entries: UnsafeMutableBufferPointer<Entry>, _ slots: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let mask = slots.count - 1
    var count = 0
    var last = UInt16(0)
    var isCounted = false
    for (next, unit) in units.enumerated() {
      let wasCounted = isCounted
      isCounted = PagePairs.isCounted(unit)
      defer { last = unit }
      places[next] = Place()
      guard isCounted, wasCounted else { continue }
      let at = next - 1
      let pair = PagePairs.pair(last, unit)
      var slot = PagePairs.hash(pair) & mask
      while slots[slot] != 0, entries[Int(slots[slot]) - 1].pair != pair {
        slot = (slot + 1) & mask
      }
      if slots[slot] == 0 {
        entries[count] = Entry(pair: pair)
        count += 1
        slots[slot] = Int32(truncatingIfNeeded: count)
      }
      let number = slots[slot] - 1
      places[at] = Place(entry: number, earlier: entries[Int(number)].last)
      entries[Int(number)].last = Int32(truncatingIfNeeded: at)
      entries[Int(number)].count &+= 1
    }
    return count
  }

  /// Those that occur once tell nothing, and frequent ones belong to the whole page.
  private mutating func numberTopics() {
    var topics: Int32 = 0
    var entries = entries.mutableSpan
    for index in entries.indices where (2...6).contains(entries[index].count) {
      let pair = entries[index].pair
      guard LayoutCharacters.isHan(UInt16(pair >> 16)),
        LayoutCharacters.isHan(UInt16(truncatingIfNeeded: pair))
      else { continue }
      entries[index].topic = topics
      topics += 1
    }
  }

  /// How often two characters stand together.
  func count(_ first: UInt16, _ second: UInt16) -> Int {
    entry(first, second).map { Int($0.count) } ?? 0
  }

  /// What stands around two characters that stand together.
  struct Surroundings {
    /// Whether they do at all; with the character before, with the one after, with both.
    var isKnown = false
    var hasBefore = false
    var hasAfter = false
    var hasBoth = false
  }

  /// Whether two characters stand together somewhere, and with what.
  func surroundings(
    of first: UInt16, _ second: UInt16, before: UInt16, after: UInt16
  ) -> Surroundings {
    guard let entry = entry(first, second) else { return Surroundings() }
    var found = Surroundings(isKnown: true)
    let before = PagePairs.isCounted(before) ? before : .max
    let after = PagePairs.isCounted(after) ? after : .max
    var at = Int(entry.last)
    var steps = 0
    while at >= 0, !found.hasBoth, steps < PagePairs.reach {
      let isBefore = units[at - 1] == before
      let isAfter = units[at + 2] == after
      found.hasBefore = found.hasBefore || isBefore
      found.hasAfter = found.hasAfter || isAfter
      found.hasBoth = isBefore && isAfter
      at = Int(places[at].earlier)
      steps += 1
    }
    return found
  }

  /// Adds the rarer pairs of a part of a stretch.
  func addTopics(of index: Int, _ stretch: Stretch, _ range: Range<Int>, to set: inout TopicSet) {
    guard starts.indices.contains(index), starts[index] >= 0, range.count > 1 else { return }
    let start = starts[index] + range.lowerBound - stretch.range.lowerBound
    let (places, entries) = (places.span, entries.span)
    for at in start..<start + range.count - 1 where places[at].entry >= 0 {
      let topic = entries[Int(places[at].entry)].topic
      if topic >= 0 { set.insert(Int(topic)) }
    }
  }

  private func entry(_ first: UInt16, _ second: UInt16) -> Entry? {
    guard !entries.isEmpty else { return nil }
    let slot = slot(of: PagePairs.pair(first, second))
    return slots[slot] == 0 ? nil : entries[Int(slots[slot]) - 1]
  }

  /// The slot of a pair, or the free one where it would stand.
  @inline(__always)
  private func slot(of pair: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = PagePairs.hash(pair) & mask
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].pair != pair { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> Int {
    Int((pair &* 0x9E37_79B1) >> 12)
  }

  @inline(__always)
  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  @inline(__always)
  private static func isCounted(_ unit: UInt16) -> Bool {
    LayoutCharacters.isHan(unit) || LayoutCharacters.isLatin(unit)
  }
}
