/// Finds the words that say when, and works out what they come to by the article's date.
///
/// *Recognizes*: dates in Arabic and Chinese numerals (`2020年9月30日`, `二〇二五年三月`, `2020-11-23`, `民国112年`), months,
/// thirds and halves of a month, quarters, halves, years, decades, centuries, weeks and weekdays, times of day
/// (as their day), feasts and solar terms, lunar dates, five-year plans, school and fiscal years; words
/// counted from the article's date (`去年`, `上周五`, `近三年`, `未来3-5年内`, `今明两年`, `目前`) and from the time last named
/// (`同期`, `次年`, `当月`); ranges (`1-11月`, `三、四季度`, `2023—2027年`, `从3月到今年10月`); open ends (`截至11月底`,
/// `自2020年起`, `今年以来`, `2027年前`); words that fix no time (`日前`, `近年来`) and frequencies (`每年`), without a value.
///
/// *Rejects*: decimals and ranges with another unit (`152.49亿`, `3-5名`), ratios and scores (`1:1`), ages (`35周岁`),
/// amounts of time (`3年`, `5个月`, `5年内`: quantities), versions, years counted (`2000年历史`), titles of plans
/// (`“十四五”规划`), parts of other words (`体现在`, `项目前期`).
///
/// *Cost*: linear. One look at a table of classes a unit; a bounded number of units is read where a time may begin.
///
/// *Conventions*: a month, day or feast without a year is the last one up to the article's date, unless the
/// words look ahead (`将于12月`, `预计3月`); with `到`, `起` or `前` it is the nearest. A year named earlier in the sentence,
/// or with a month earlier in the paragraph, goes before the article's. 年底 and 月底 are the last day, 年初 the
/// year; `今年以来` runs from the year's start to the article's date; weeks begin on Monday, and the first week
/// of a month or year is the first that lies whole in it; 近三年 runs from the year three years back to the
/// article's date; the 21st century begins with 2000. A time inside 《》 has the rule `time.title`, one that
/// something is compared with (`比2019年`) `time.basis`; neither becomes the time last named.
public struct TimeRecognizer: Sendable {
  let table: TimeTable

  public init(table: TimeTable = .standard) {
    self.table = table
  }

  /// The times in a sentence of folded text, in order, none overlapping another.
  ///
  /// `range` is a half-open range of UTF-16 units. The context is carried on to the next sentence.
  public func times(
    in units: [UInt16], range: Range<Int>, context: inout TimeContext
  ) -> [Mention] {
    var mentions: [Mention] = []
    context.beginSentence()
    let parser = TimeParser(
      units: units, range: range, table: table, articleDate: context.articleDate)
    var titles = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let bits = table.classes[Int(units[offset])]
      guard bits & TimeTable.Class.start != 0 else {
        offset += 1
        continue
      }
      if bits & TimeTable.Class.grammar.rawValue != 0 {
        if units[offset] == 0x300A { titles += 1 }
        if units[offset] == 0x300B { titles = max(0, titles - 1) }
      }
      // A numeral is read from its first digit only, and only where a unit of time may follow.
      let end = parser.numeralEnd(at: offset)
      if end > offset, bits & TimeTable.Class.word.rawValue == 0, !parser.mayFollowFigure(end) {
        offset = end
        continue
      }
      let isWord = bits & TimeTable.Class.start == TimeTable.Class.word.rawValue
      if isWord, !parser.mayBegin(at: offset) {
        offset += 1
        continue
      }
      if let phrase = parser.phrase(at: offset) {
        let mention = parser.mention(of: phrase, isInTitle: titles > 0, context: &context)
        mentions.append(mention)
        offset = max(phrase.range.upperBound, offset + 1)
      } else {
        offset = max(end, offset + 1)
      }
    }
    return mentions
  }
}

extension TimeParser {
  /// The end of the digits or Chinese numeral characters that begin at an offset.
  func numeralEnd(at offset: Int) -> Int {
    var end = offset
    if isDigit(offset) {
      while isDigit(end) { end += 1 }
    } else {
      while isChineseNumeral(end) { end += 1 }
    }
    return end
  }

  /// Whether a word of the table begins at an offset, and after a word that needs a time one may begin.
  ///
  /// Most characters that begin a word begin none here; to find that out is cheaper than to parse.
  func mayBegin(at offset: Int) -> Bool {
    var found = false
    table.trie.forEachMatch(in: units, at: offset, limit: limit) { match in
      if found { return }
      switch table.kinds[Int(match.payload)] {
      case .back where !table.words[Int(match.payload)].argument.isEmpty: found = true
      case .prefix, .back, .clock:
        let next = skipSpaces(match.end)
        found = next < limit && table.classes[Int(units[next])] & TimeTable.Class.start != 0
      default: found = true
      }
    }
    return found
  }

  /// Whether a unit of time, a dash or a separator follows a numeral that ends at an offset.
  func mayFollowFigure(_ end: Int) -> Bool {
    let next = skipSpaces(end)
    guard next < limit else { return true }
    return table.classes[Int(units[next])] & TimeTable.Class.afterFigure.rawValue != 0
  }

  /// The mention that a phrase makes; the time that it names becomes the context's.
  func mention(
    of phrase: TimePhrase, isInTitle: Bool, context: inout TimeContext
  ) -> Mention {
    var resolver = TimeResolver(
      context: context, lunar: table.lunar, outlook: outlook(of: phrase))
    if isReportersDay(phrase) { resolver.context.beginParagraph() }
    let (expression, span) = resolver.expression(of: phrase)
    let isBasis = isBasis(phrase)
    if let span, !isInTitle, !isBasis, expression.sort != .goal,
      phrase.first.other != .samePeriod, phrase.first.other != .now
    {
      context.name(span)
      if expression.sort == .calendar, !expression.isAhead, let start = span.start {
        eventSorts(around: phrase.range) { context.events.note($0, at: start) }
      }
    }
    let rule =
      isInTitle
      ? "time.title"
      : isBasis ? "time.basis" : phrase.second == nil ? phrase.first.rule : "time.range"
    return Mention(content: .time(expression), range: phrase.range, rule: rule)
  }

  /// `12月3日,记者…`: the day of the report, whatever year was named before.
  private func isReportersDay(_ phrase: TimePhrase) -> Bool {
    guard phrase.first.year == .unsaid, phrase.first.day != .unsaid else { return false }
    let end = phrase.range.upperBound
    let next = at(end, ",") ? end + 1 : end
    return after("记者", at: next) != nil || after("本报", at: next) != nil
  }

  /// Whether the phrase names what something is compared with.
  private func isBasis(_ phrase: TimePhrase) -> Bool {
    let start = phrase.range.lowerBound
    if at(start - 1, anyOf: "比较") { return true }
    let end = phrase.range.upperBound
    if at(start - 1, "是"), at(end, "的"), figure(at: end + 1) != nil { return true }
    return after("相比", at: end) != nil
  }

  private func outlook(of phrase: TimePhrase) -> TimeResolver.Outlook {
    let first = phrase.first
    guard first.year == .unsaid else { return .back }
    switch first.other {
    case .now, .vague, .repeated, .span, .century, .back, .ahead, .ago, .since, .event:
      return .back
    default: break
    }
    if looksAhead(around: phrase.range) { return .ahead }
    return phrase.prefix == .until || phrase.suffix == .before || phrase.suffix == .onward
      ? .nearest : .back
  }

  /// Whether a word for the future stands up to 16 units before or 10 after, in the same sentence.
  private func looksAhead(around range: Range<Int>) -> Bool {
    var offset = range.lowerBound - 1
    let first = max(lower, range.lowerBound - 16)
    while offset >= first, !at(offset, anyOf: "。;；!?") {
      if at(offset, anyOf: "拟将"), offset == range.lowerBound - 1 { return true }
      if word(at: offset, where: { $0 == .ahead }) != nil { return true }
      offset -= 1
    }
    offset = range.upperBound
    if at(offset, anyOf: "将拟") { return true }
    let last = min(limit, range.upperBound + 10)
    while offset < last, !at(offset, anyOf: "。;；!?,，") {
      if word(at: offset, where: { $0 == .ahead }) != nil { return true }
      offset += 1
    }
    return false
  }
}
