/// The times that headings name: a section's for its facts, a report's title for all of it, a card's first line for its figures.
///
/// A title dates what it heads only where it is that of a report on a period (公报, 年报, 预算执行情况); other
/// titles name the years of plans and events.
struct SectionTimes {
  private let page: Page
  /// By heading paragraph.
  private var times: [Int: TimeChoice] = [:]
  /// By paragraph of a card of figures.
  private var cards: [Int: TimeChoice] = [:]

  init(_ page: Page, _ sentences: [Sentence], _ mentions: [[Mention]]) {
    self.page = page
    for (index, sentence) in sentences.enumerated() {
      let block = page.paragraphs[sentence.paragraph]
      guard case .heading = block.role, times[sentence.paragraph] == nil else { continue }
      for mention in mentions[index] {
        guard mention.isPeriod, case .time(let time) = mention.content else { continue }
        guard block.heading != nil || SectionTimes.isReport(block.folded) else { continue }
        times[sentence.paragraph] = TimeChoice(
          words: Citation(sentence.paragraph, mention.range), expression: time,
          isInherited: true, rule: "time.heading")
        break
      }
    }
    noteCards(sentences, mentions)
  }

  /// A card of figures: a line that names a time and no figure, or a text that announces them (`2023年完成：`); below it lines
  /// that no stop ends.
  private mutating func noteCards(_ sentences: [Sentence], _ mentions: [[Mention]]) {
    var card: TimeChoice?
    var paragraph = -1
    for (index, sentence) in sentences.enumerated() {
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        if !isLine(paragraph) { card = nil }
        if let card { cards[paragraph] = card }
      }
      let isLast = index + 1 == sentences.count || sentences[index + 1].paragraph != paragraph
      guard isLast, announces(paragraph, hasFigure: mentions[index].contains(where: \.isFactual)),
        let time = mentions[index].last(where: \.isPeriod),
        case .time(let expression) = time.content
      else { continue }
      card = TimeChoice(
        words: Citation(paragraph, time.range), expression: expression, isInherited: true,
        rule: "time.heading")
    }
  }

  /// Whether a paragraph is one of a card's lines: an item of a list, or short with no stop at its end.
  private func isLine(_ paragraph: Int) -> Bool {
    let block = page.paragraphs[paragraph]
    switch block.role {
    case .listItem: return true
    case .body:
      guard let last = block.folded.last, block.folded.count <= SectionTimes.longestLine else {
        return false
      }
      return !SectionTimes.stops.contains(last)
    default: return false
    }
  }

  /// Whether a paragraph's end announces figures below it.
  private func announces(_ paragraph: Int, hasFigure: Bool) -> Bool {
    let block = page.paragraphs[paragraph]
    guard block.role == .body, let last = block.folded.last else { return false }
    return last == 0x3A || !hasFigure && isLine(paragraph)  // :
  }

  private static let longestLine = 48
  private static let stops = UnitSet("。!?;,”")

  /// The time that the nearest heading above a paragraph names; nil where none does.
  func time(ofParagraph paragraph: Int) -> TimeChoice? {
    if let card = cards[paragraph] { return card }
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

extension Mention {
  /// Whether it is a stretch of the calendar that figures may be of: past or present, no single day, and no part of a title.
  var isPeriod: Bool {
    guard case .time(let time) = content, let value = time.value else { return false }
    let isDay = value.utf8.count == 10 && !value.utf8.contains(0x2F)
    return time.sort == .calendar && !isDay && !time.isAhead && rule != "time.title"
  }
}
