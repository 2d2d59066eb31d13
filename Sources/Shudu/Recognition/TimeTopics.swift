/// The year that a section's heading, or the title of a report on a year, gives to what stands below it.
struct TimeTopics {
  /// By paragraph.
  private let years: [Int?]

  /// One pass over the page's headings. Cost: linear in their length.
  init(of page: Page, times: TimeRecognizer, date: CalendarDate?) {
    var years = [Int?](repeating: nil, count: page.paragraphs.count)
    for (index, paragraph) in page.paragraphs.enumerated() {
      let governing = paragraph.heading
      if case .heading = paragraph.role, governing != nil || TimeTopics.isReport(paragraph.folded) {
        years[index] = TimeTopics.year(named: paragraph.folded, times: times, date: date)
      }
      if years[index] == nil, let governing, governing < index { years[index] = years[governing] }
    }
    self.years = years
  }

  func year(ofParagraph index: Int) -> Int? { years[index] }

  /// A whole past or present year that the heading dates something by.
  private static func year(
    named units: [UInt16], times: TimeRecognizer, date: CalendarDate?
  ) -> Int? {
    var context = TimeContext(articleDate: date)
    let found = times.times(in: units, range: 0..<units.count, context: &context)
    for mention in found where mention.rule != "time.title" && mention.rule != "time.basis" {
      guard case .time(let time) = mention.content, time.namesYear, time.sort == .calendar,
        !time.isAhead, let value = time.value, value.utf8.count == 4
      else { continue }
      return Int(value)
    }
    return nil
  }

  /// Whether a title is that of a report on a year (`统计公报`, `年度报告`).
  private static func isReport(_ units: [UInt16]) -> Bool {
    let title = NameWords(units)
    return reports.contains { title.holds($0) }
  }

  private static let reports = ["公报", "年报", "年度报告", "年鉴", "统计"].map {
    NameWords(Array($0.utf16))
  }
}
