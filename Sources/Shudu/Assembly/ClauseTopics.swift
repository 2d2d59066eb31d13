/// How often clauses of a page open with the same words: what many open with is what the page is about.
///
/// Cost: a hash of up to `longest` lengths for each clause; no more than `most` are kept, which a book may reach.
struct ClauseTopics: Sendable {
  /// By the openings' hash.
  private var counts: [UInt64: Int32] = [:]

  /// UTF-16 units of an opening.
  private static let longest = 12
  /// Openings told apart.
  private static let most = 1 << 16

  /// How many clauses open with those words.
  func count(of words: NameWords) -> Int { Int(counts[words.digest] ?? 0) }

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
      if at - start >= 2 { counts[NameWords(units[start..<at]).digest, default: 0] += 1 }
    }
  }

  private static let marks = UnitSet(",，.。;；:：!！?？“”\"《》(（)）、…—")
}
