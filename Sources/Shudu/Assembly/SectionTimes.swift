/// The times that headings name: a section's for its facts, a report's title for all of it.
///
/// A title dates what it heads only where it is that of a report on a period (公报, 年报, 预算执行情况); other
/// titles name the years of plans and events.
struct SectionTimes {
  private let page: Page
  /// By heading paragraph.
  private var times: [Int: TimeChoice] = [:]

  init(_ page: Page, _ sentences: [Sentence], _ mentions: [[Mention]]) {
    self.page = page
    for (index, sentence) in sentences.enumerated() {
      let block = page.paragraphs[sentence.paragraph]
      guard case .heading = block.role, times[sentence.paragraph] == nil else { continue }
      for mention in mentions[index] {
        guard case .time(let time) = mention.content, time.sort == .calendar, time.value != nil,
          mention.rule != "time.title", !time.isAhead
        else { continue }
        guard block.heading != nil || SectionTimes.isReport(block.folded) else { continue }
        times[sentence.paragraph] = TimeChoice(
          words: Citation(sentence.paragraph, mention.range), expression: time,
          isInherited: true, rule: "time.heading")
        break
      }
    }
  }

  /// The time that the nearest heading above a paragraph names; nil where none does.
  func time(ofParagraph paragraph: Int) -> TimeChoice? {
    guard !times.isEmpty else { return nil }
    var at = page.paragraphs[paragraph].heading
    var steps = 0
    while let heading = at, steps < 8 {
      if let time = times[heading] { return time }
      at = page.paragraphs[heading].heading
      steps += 1
    }
    return nil
  }

  private static func isReport(_ title: [UInt16]) -> Bool {
    let text = String(decoding: title, as: UTF16.self)
    return ["公报", "年报", "季报", "报告", "业绩", "执行情况", "运行情况", "统计"].contains { text.contains($0) }
  }
}
