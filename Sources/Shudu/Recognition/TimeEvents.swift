/// When the events began that the text has dated: what `成立以来`, `投用以来` run from.
///
/// Events are told apart by what they do, three sorts: a body's founding, an installation's opening, a plan's start.
struct TimeEvents: Sendable {
  private struct Event: Sendable {
    /// The day, month or year in which it was.
    var start: PartialDate
    var paragraph: Int
  }

  /// The last one of each sort.
  private var last: InlineArray<3, Event?> = .init(repeating: nil)
  private var paragraph = 0

  /// Paragraphs back in which an event is still the one that is meant.
  private static let reach = 4

  mutating func beginParagraph() { paragraph += 1 }

  mutating func note(_ sort: Int, at start: PartialDate) {
    if last.indices.contains(sort) { last[sort] = Event(start: start, paragraph: paragraph) }
  }

  /// When the last event of a year began, if its month was told; nil where the text at hand has dated none.
  func start(in year: Int) -> PartialDate? {
    var latest: Event?
    for sort in last.indices {
      guard let event = last[sort], event.start.year == year, event.start.month != nil,
        paragraph - event.paragraph <= TimeEvents.reach,
        latest.map({ $0.paragraph < event.paragraph }) ?? true
      else { continue }
      latest = event
    }
    return latest?.start
  }

  /// When the last event of a sort began; nil where the text at hand has dated none.
  func start(of sort: Int) -> PartialDate? {
    guard last.indices.contains(sort), let event = last[sort],
      paragraph - event.paragraph <= TimeEvents.reach
    else { return nil }
    return event.start
  }
}

extension TimeParser {
  /// The sorts of the events that a time dates: those of its clause, before and behind it, and of the next up to another time.
  ///
  /// Cost: at most `reach` units on each side.
  func eventSorts(around time: Range<Int>, note: (Int) -> Void) {
    var start = time.lowerBound
    let first = max(lower, start - TimeParser.reach)
    while start > first, !at(start - 1, anyOf: ",;。:") { start -= 1 }
    eventSorts(in: start..<time.lowerBound, note)
    let end = min(limit, time.upperBound + TimeParser.reach)
    eventSorts(in: time.upperBound..<end, note)
  }

  private static let reach = 40

  private func eventSorts(in range: Range<Int>, _ note: (Int) -> Void) {
    var isClause = true
    for offset in range {
      if at(offset, ",") { isClause = false }
      let bits = table.classes[Int(units[offset])]
      if bits & TimeTable.Class.event.rawValue != 0,
        let match = table.events.longestMatch(in: units, at: offset, limit: range.upperBound),
        isClause || after("以来", at: match.end) == nil
      {
        note(Int(match.payload))
      }
      if at(offset, anyOf: "。;年") { return }
    }
  }
}
