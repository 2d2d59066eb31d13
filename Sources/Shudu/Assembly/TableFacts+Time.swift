/// When the figures of a table held.
extension TableFacts {
  func time(_ chain: [Int]) -> TimeChoice? {
    chain.reversed().lazy.compactMap { head -> TimeChoice? in
      guard let time = heads[head]?.time else { return nil }
      return TimeChoice(
        words: Citation(head, time.range), expression: time.expression, isInherited: true,
        rule: "time.table")
    }.first
  }

  func readTime(
    _ columns: [Int], _ rows: [Int], _ band: Int?, _ caption: TimeChoice?, _ base: Base,
    to reading: inout TableReading
  ) {
    let isAspect = columns.contains { heads[$0]?.isAspect ?? false }
    let wide = [
      time(columns), time(rows), band.flatMap { time([$0]) }, isAspect ? base.time : nil,
      caption,
    ].compactMap { $0 }
    guard var found = wide.first else { return }
    // `一季度` beside `2022年`, whichever heads the column.
    let year = wide.first { $0.isYear }
    if let year, let part = wide.first(where: { $0.lacksYear(in: page) }) {
      found = part.of(year)
    }
    reading.time = found
  }

  /// The first time that the lines over a table name.
  func captionTime(_ table: PageTable) -> TimeChoice? {
    for caption in table.captions {
      for mention in mentions[caption] ?? [] {
        guard case .time(let time) = mention.content, time.canDate, mention.rule != "time.basis",
          mention.rule != "time.title"
        else { continue }
        return TimeChoice(
          words: Citation(caption, mention.range), expression: time, isInherited: true,
          rule: "time.caption")
      }
    }
    return nil
  }
}

extension TimeChoice {
  /// Whether it comes to one year.
  fileprivate var isYear: Bool { expression.value.map { $0.utf8.count == 4 } ?? false }

  /// Whether it is part of a year that its words don't name (`一季度`, `1-9月`).
  fileprivate func lacksYear(in page: Page) -> Bool {
    guard let value = expression.value, value.utf8.count > 4, expression.sort == .calendar else {
      return false
    }
    let folded = page.paragraphs[words.paragraph].folded
    return !words.ranges.contains { folded[$0].contains(0x5E74) || folded[$0].contains(0x53BB) }
  }

  /// The same part of another year.
  fileprivate func of(_ year: TimeChoice) -> TimeChoice {
    guard let value = expression.value, let number = year.expression.value else { return self }
    var choice = self
    choice.expression.value = value.split(separator: "/").map { number + $0.dropFirst(4) }
      .joined(separator: "/")
    return choice
  }
}
