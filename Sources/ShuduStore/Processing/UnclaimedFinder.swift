import Shudu

/// Finds the numerals of an article that are part of no fact, with the reason.
///
/// A numeral is a run of Arabic digits with the points and commas between them, wherever it stands in the article;
/// and one in Chinese characters, where it was recognized as a number or as a time. It is part of a fact if one of
/// the fact's own words holds it: quote, measure, subject, time, share, predicate or attribution.
///
/// *Cost*: linear in the article.
struct UnclaimedFinder {
  private let result: Pipeline.Result
  /// For each unit of the file what holds it.
  private var holders: [Holder]

  private enum Holder: UInt8 {
    case furniture, sentence, name, time, number, weak, fact
  }

  init(result: Pipeline.Result) {
    self.result = result
    holders = Array(repeating: .furniture, count: result.article.source.units.count)
    for sentence in result.sentences { paint(.sentence, sentence.range, sentence.paragraph) }
    for aside in result.asides { paint(.name, aside.mention.range, aside.paragraph) }
    for (index, sentence) in result.sentences.enumerated() {
      for mention in result.mentions[index] {
        paint(Self.holder(of: mention), mention.range, sentence.paragraph)
      }
    }
    for fact in result.facts {
      paint(.fact, fact.quote.spans)
      let words = [
        fact.measure, fact.subject?.name, fact.subject?.resolvedFrom, fact.predicate,
        fact.shareOf, fact.time?.words, fact.attribution,
      ]
      for evidence in words { paint(.fact, evidence?.spans ?? []) }
    }
  }

  /// In the order they stand in the file.
  func numerals() -> [ExtractedArticle.Words] {
    var found: [(start: Int, numeral: ExtractedArticle.Words)] = []
    for block in result.article.blocks { addArabic(in: block.text, to: &found) }
    for index in result.sentences.indices { addChinese(inSentence: index, to: &found) }
    found.sort { $0.start < $1.start }
    let starts = sentenceStarts()
    return found.map { start, numeral in
      var numeral = numeral
      numeral.sentence = UnclaimedFinder.sentence(holding: start, in: starts)
      return numeral
    }
  }

  // MARK: Holders

  private static func holder(of mention: Mention) -> Holder {
    switch mention.content {
    case .name: .name
    case .time: .time
    case .quantity(let quantity):
      quantity.isWeak ? .weak : quantity.kind == .number ? .number : .sentence
    }
  }

  private mutating func paint(_ holder: Holder, _ range: Range<Int>, _ paragraph: Int) {
    paint(holder, result.page.paragraphs[paragraph].text.source(of: range))
  }

  private mutating func paint(_ holder: Holder, _ spans: [Range<Int>]) {
    for span in spans {
      for unit in span where holders[unit].rawValue < holder.rawValue { holders[unit] = holder }
    }
  }

  // MARK: Numerals

  private typealias Found = [(start: Int, numeral: ExtractedArticle.Words)]

  private func addArabic(in text: MappedText, to found: inout Found) {
    let units = text.units
    var at = 0
    while at < units.count {
      guard UnclaimedFinder.isDigit(units[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < units.count {
        if UnclaimedFinder.isDigit(units[end]) {
          end += 1
        } else if end + 1 < units.count, UnclaimedFinder.isPoint(units[end]),
          UnclaimedFinder.isDigit(units[end + 1])
        {
          end += 2
        } else {
          break
        }
      }
      let spans = text.source(of: at..<end)
      if let start = spans.first?.lowerBound, let reason = reason(at..<end, in: units, at: start) {
        found.append((start, numeral(text.text(in: at..<end), spans, reason)))
      }
      at = end
    }
  }

  private func addChinese(inSentence index: Int, to found: inout Found) {
    let text = result.page.paragraphs[result.sentences[index].paragraph].text
    for mention in result.mentions[index] {
      let range: Range<Int>
      let reason: UnclaimedReason
      switch mention.content {
      case .name: continue
      case .time: (range, reason) = (mention.range, .time)
      case .quantity(let quantity):
        range = quantity.numeral
        reason = quantity.isWeak ? .weak : quantity.kind == .number ? .number : .unread
      }
      let units = text.units[range]
      guard !units.contains(where: UnclaimedFinder.isDigit),
        units.contains(where: UnclaimedFinder.chinese.contains)
      else { continue }
      let spans = text.source(of: range)
      guard let start = spans.first?.lowerBound, holders[start] != .fact else { continue }
      found.append((start, numeral(text.text(in: range), spans, reason)))
    }
  }

  private func numeral(
    _ text: String, _ spans: [Range<Int>], _ reason: UnclaimedReason
  ) -> ExtractedArticle.Words {
    ExtractedArticle.Words(
      sentence: nil, kind: reason.rawValue, text: text,
      spans: result.article.source.spansText(of: spans))
  }

  /// Nil where a fact has it.
  private func reason(
    _ range: Range<Int>, in units: [UInt16], at start: Int
  ) -> UnclaimedReason? {
    switch holders[start] {
    case .fact: nil
    case .weak: .weak
    case .number: UnclaimedFinder.isMarker(range, in: units) ? .listMarker : .number
    case .time: .time
    case .name: .name
    case .furniture: .furniture
    case .sentence:
      UnclaimedFinder.isMarker(range, in: units)
        ? .listMarker : UnclaimedFinder.isCode(range, in: units) ? .code : .unread
    }
  }

  /// Whether it opens the block as `1.`, `(2)`, `3、`.
  private static func isMarker(_ range: Range<Int>, in units: [UInt16]) -> Bool {
    let opens = units[..<range.lowerBound].allSatisfy { [0x20, 0x28, 0xFF08, 0x3000].contains($0) }
    guard opens, range.count < 4, range.upperBound < units.count else { return false }
    return [0x2E, 0xFF0E, 0x3001, 0x29, 0xFF09].contains(units[range.upperBound])
  }

  /// Whether a Latin letter stands right beside it (`A320`, `4S店`).
  private static func isCode(_ range: Range<Int>, in units: [UInt16]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard units.indices.contains(index) else { return false }
      return (0x41...0x5A).contains(units[index] & 0xFFDF)
    }
    func isHyphen(_ index: Int) -> Bool { units.indices.contains(index) && units[index] == 0x2D }
    return isLetter(range.lowerBound - 1) || isLetter(range.upperBound)
      || isHyphen(range.lowerBound - 1) && isLetter(range.lowerBound - 2)
  }

  private static func isDigit(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0xFF10...0xFF19).contains(unit)
  }

  private static func isPoint(_ unit: UInt16) -> Bool {
    [0x2E, 0x2C, 0xFF0E, 0xFF0C].contains(unit)
  }

  private static let chinese = Set("〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半".utf16)

  // MARK: Sentences

  /// Where the pieces of sentences stand in the file, ascending.
  private func sentenceStarts() -> [(span: Range<Int>, sentence: Int)] {
    result.sentences.enumerated().flatMap { index, sentence in
      result.page.paragraphs[sentence.paragraph].text.source(of: sentence.range)
        .map { ($0, index) }
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  private static func sentence(
    holding offset: Int, in starts: [(span: Range<Int>, sentence: Int)]
  ) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].span.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, starts[low - 1].span.contains(offset) else { return nil }
    return starts[low - 1].sentence
  }
}
