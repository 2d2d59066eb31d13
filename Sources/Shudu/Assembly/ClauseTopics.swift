/// How often clauses of a page open with the same words: what many open with is what the page is about.
///
/// Cost: a hash of up to `longest` lengths for each clause; no more than `most` are kept, which a book may reach.
struct ClauseTopics: Sendable {
  private var counts = DigestCounts()

  /// UTF-16 units of an opening.
  private static let longest = 12
  /// Openings told apart.
  private static let most = 1 << 16

  /// How many clauses open with those words.
  func count(of words: NameWords) -> Int { counts[words.digest] }

  /// Notes the clauses of a sentence; times before what a clause is about are passed over.
  mutating func note(_ sentence: Range<Int>, in units: [UInt16], _ mentions: [Mention]) {
    var opens = true
    var at = sentence.lowerBound
    var mention = mentions.startIndex
    while at < sentence.upperBound {
      while mention < mentions.endIndex, mentions[mention].range.upperBound <= at { mention += 1 }
      if ClauseTopics.marks.contains(units[at]) {
        opens = true
        at += 1
      } else if opens, mention < mentions.endIndex, mentions[mention].range.lowerBound <= at,
        case .time = mentions[mention].content
      {
        at = mentions[mention].range.upperBound
      } else {
        if opens { note(openingAt: at, notAfter: sentence.upperBound, in: units) }
        opens = false
        at += 1
      }
    }
  }

  private mutating func note(openingAt start: Int, notAfter end: Int, in units: [UInt16]) {
    guard counts.count < ClauseTopics.most else { return }
    var at = start
    while at < min(end, start + ClauseTopics.longest), !ClauseTopics.marks.contains(units[at]) {
      at += 1
      if at - start >= 2 { counts.add(NameWords.digest(of: units, start..<at)) }
    }
  }

  private static let marks = UnitSet(",，.。;；:：!！?？“”\"《》(（)）、…—")
}

/// How often hashes came: an open-addressing table, for they are hashes already.
private struct DigestCounts: Sendable {
  /// 0 for a free slot; at most half are in use.
  private var keys: [UInt64] = []
  private var counts: [Int32] = []
  private(set) var count = 0

  subscript(digest: UInt64) -> Int {
    keys.isEmpty ? 0 : Int(counts[slot(of: max(1, digest))])
  }

  mutating func add(_ digest: UInt64) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: max(1, digest))
    if keys[slot] == 0 {
      keys[slot] = max(1, digest)
      count += 1
    }
    counts[slot] += 1
  }

  /// The slot of a key, or the free one where it would stand.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys: keys, counts: counts)
    keys = Array(repeating: 0, count: max(1024, old.keys.count * 2))
    counts = Array(repeating: 0, count: keys.count)
    for index in old.keys.indices where old.keys[index] != 0 {
      let slot = slot(of: old.keys[index])
      keys[slot] = old.keys[index]
      counts[slot] = old.counts[index]
    }
  }
}
