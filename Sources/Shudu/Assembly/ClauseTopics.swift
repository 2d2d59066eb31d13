/// How often clauses of a page open with the same words: what many open with is what the page is about.
///
/// Cost: a hash of up to `longest` lengths for each clause; no more than `most` are kept, which a book may reach.
struct ClauseTopics: Sendable {
  private var counts: DigestCounts

  /// UTF-16 units of an opening.
  private static let longest = 12
  /// Openings told apart.
  private static let most = 1 << 16

  /// - Parameter units: those of the page; most pages have openings for half as many.
  init(units: Int = 0) {
    counts = DigestCounts(room: min(units / 2, ClauseTopics.most))
  }

  /// How many clauses open with those words; 65,535 for more.
  func count(of words: NameWords) -> Int { counts[words.digest] }

  /// Notes the clauses of a sentence; times before what a clause is about are passed over.
  mutating func note(_ sentence: Range<Int>, in units: [UInt16], _ mentions: [Mention]) {
    let marks = ClauseTopics.marks
    let text = units.span
    var opens = true
    var at = sentence.lowerBound
    var mention = mentions.startIndex
    while at < sentence.upperBound {
      if marks.contains(text[at]) {
        opens = true
        at += 1
        continue
      }
      guard opens else {
        at += 1
        continue
      }
      while mention < mentions.endIndex, mentions[mention].range.upperBound <= at { mention += 1 }
      if mention < mentions.endIndex, mentions[mention].range.lowerBound <= at,
        case .time = mentions[mention].content
      {
        at = mentions[mention].range.upperBound
      } else {
        note(openingAt: at, notAfter: sentence.upperBound, in: text)
        opens = false
        at += 1
      }
    }
  }

  private mutating func note(
    openingAt start: Int, notAfter end: Int, in units: borrowing Span<UInt16>
  ) {
    guard counts.count < ClauseTopics.most else { return }
    let marks = ClauseTopics.marks
    var digest = NameWords.Digest()
    digest.append(units[start])
    let last = min(end, start + ClauseTopics.longest)
    counts.add(upTo: ClauseTopics.longest) { turn in
      let at = start + 1 + turn
      guard at < last, !marks.contains(units[at]) else { return nil }
      digest.append(units[at])
      return digest.value
    }
  }

  private static let marks = UnitSet(",，.。;；:：!！?？“”\"《》(（)）、…—")
}

/// How often hashes came: an open-addressing table, for they are hashes already.
///
/// A slot is the hash's upper 48 bits and a count of 16 bits, so that a page's table fits into a processor's nearer cache; where
/// it stands, those bits alone tell.
private struct DigestCounts: Sendable {
  /// 0 for a free slot; at most half are in use.
  private var slots: [UInt64]
  private(set) var count = 0

  private static let most: UInt64 = 0xFFFF

  /// - Parameter room: hashes that it takes without growing.
  init(room: Int) {
    var capacity = 64
    while capacity < room * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
  }

  subscript(digest: UInt64) -> Int {
    Int(slots[DigestCounts.slot(of: digest, in: slots)] & DigestCounts.most)
  }

  /// Counts hashes until there are no more, which are at most so many.
  @inline(__always)
  mutating func add(upTo room: Int, _ next: (Int) -> UInt64?) {
    while (count + room) * 2 > slots.count { grow() }
    var new = 0
    var slots = slots.mutableSpan
    let mask = slots.count - 1
    var turn = 0
    while let digest = next(turn) {
      turn += 1
      var at = Int(truncatingIfNeeded: digest >> 16) & mask
      var slot = slots[unchecked: at]
      while slot != 0, (slot ^ digest) & ~DigestCounts.most != 0 {
        at = (at + 1) & mask
        slot = slots[unchecked: at]
      }
      if slot == 0 {
        slots[unchecked: at] = digest & ~DigestCounts.most | 1
        new += 1
      } else if slot & DigestCounts.most < DigestCounts.most {
        slots[unchecked: at] = slot + 1
      }
    }
    count += new
  }

  /// The slot of a hash, or the free one where it would stand.
  @inline(__always)
  private static func slot(of digest: UInt64, in slots: [UInt64]) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: digest >> 16) & mask
    while case let slot = slots[at], slot != 0, (slot ^ digest) & ~DigestCounts.most != 0 {
      at = (at + 1) & mask
    }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 { slots[DigestCounts.slot(of: slot, in: slots)] = slot }
  }
}
