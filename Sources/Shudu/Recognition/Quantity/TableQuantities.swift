/// Reads the figures of tables: a bare number in a cell has the unit that its heads, or the line over the table, give.
///
/// Recognizes: `1125.3` under `产量(万吨)`, beside `水泥` and `万吨` in a column of units, under `单位:亿元`, beside `资产负债率(%)`;
/// signed figures; a number that no head gives a unit, as a count. `2019` under a head with a unit is no year.
/// Rejects: figures without heads; cells that hold more than one figure; numbers that only name (`邮编`), years under a head
/// without a unit.
/// Cost: linear in the cells; each head is read once.
struct TableQuantities {
  private let recognizer: QuantityRecognizer
  private let words = TableWords.standard
  private let page: Page
  /// By head: its unit, where it has one.
  private var units: [Int: HeadUnit?] = [:]

  init(_ page: Page, by recognizer: QuantityRecognizer) {
    self.page = page
    self.recognizer = recognizer
  }

  /// Gives the figures of all tables their units.
  mutating func complete(_ mentions: inout [[Mention]], of sentences: [Sentence]) {
    guard !page.tables.isEmpty else { return }
    var table = 0
    for (index, sentence) in sentences.enumerated() {
      while table < page.tables.count, page.tables[table].cells.upperBound <= sentence.paragraph {
        table += 1
      }
      guard table < page.tables.count else { return }
      guard let heads = page.tables[table].heads(of: sentence.paragraph),
        !(heads.row.isEmpty && heads.column.isEmpty), isBare(mentions[index]),
        let figure = figure(in: sentence),
        let mention = mention(of: figure, heads, page.tables[table].captions)
      else { continue }
      mentions[index] = [mention]
    }
  }

  /// Whether what was found in a cell may be a number without a unit.
  private func isBare(_ mentions: [Mention]) -> Bool {
    guard let mention = mentions.first else { return true }
    guard mentions.count == 1 else { return false }
    switch mention.content {
    case .quantity(let quantity): return quantity.kind == .number
    case .time: return mention.range.count <= 8
    case .name: return false
    }
  }

  /// A cell's number with its sign: the words of the cell, where they are nothing else.
  private func figure(in sentence: Sentence) -> (paragraph: Int, range: Range<Int>)? {
    let units = page.paragraphs[sentence.paragraph].folded
    var range = sentence.range
    // A footnote's mark.
    while let last = range.last, units[last] == 0x2A || (0x2460...0x2473).contains(units[last]) {
      range = range.lowerBound..<last
    }
    guard !range.isEmpty, range.count <= 32,
      units[range].allSatisfy({ TableQuantities.numeric.contains($0) }),
      let last = range.last, (0x30...0x39).contains(units[last])
    else { return nil }
    return (sentence.paragraph, range)
  }

  private static let numeric = UnitSet("0123456789.,+-−–± ")

  private mutating func mention(
    of figure: (paragraph: Int, range: Range<Int>), _ heads: PageTable.Heads, _ captions: [Int]
  ) -> Mention? {
    let folded = page.paragraphs[figure.paragraph].folded
    let named = heads.column + heads.row
    guard !named.contains(where: { word(of: $0) == .code }) else { return nil }
    if let unit = unit(for: heads, captions) {
      return mention(of: figure, in: page.paragraphs[unit.paragraph].folded, unit)
    }
    // A year of four digits under a head without a unit stays one.
    let isYear = figure.range.count == 4 && CellShape(folded[figure.range]) == .year
    guard !isYear else { return nil }
    let isRank = named.contains { ending(of: $0) == .rank }
    return counted(figure, behind: heads.row.last ?? heads.column.last, isRank: isRank)
  }

  /// A number with a unit that stands in another paragraph.
  private func mention(
    of figure: (paragraph: Int, range: Range<Int>), in head: [UInt16],
    _ unit: (paragraph: Int, range: Range<Int>)
  ) -> Mention? {
    let number = page.paragraphs[figure.paragraph].folded[figure.range]
    let composed = Array(number) + head[unit.range]
    guard
      var mention = recognizer.quantities(in: composed, range: 0..<composed.count).first,
      case .quantity(var quantity) = mention.content, mention.range == 0..<composed.count,
      var found = quantity.unit, found.range.lowerBound >= number.count
    else { return nil }
    let start = unit.range.lowerBound - number.count
    found.range = found.range.lowerBound + start..<found.range.upperBound + start
    found.paragraph = unit.paragraph
    quantity.unit = found
    quantity.numeral = shifted(quantity.numeral, by: figure.range.lowerBound)
    quantity.modifiers = []
    quantity.isWeak = false
    mention.content = .quantity(quantity)
    mention.range = figure.range
    mention.rule = "quantity.table"
    return mention
  }

  /// A number that has no unit: a ratio or a place in a ranking under a head that says so, a count under others.
  private func counted(
    _ figure: (paragraph: Int, range: Range<Int>), behind head: Int?, isRank: Bool
  ) -> Mention? {
    let number = page.paragraphs[figure.paragraph].folded[figure.range]
    let words = head.map { Array(page.paragraphs[$0].folded.suffix(12)) } ?? []
    let composed = words + number
    guard
      let mention = recognizer.quantities(in: composed, range: 0..<composed.count).last,
      case .quantity(var quantity) = mention.content,
      mention.range == words.count..<composed.count
    else { return nil }
    if isRank { quantity.kind = .rank }
    if quantity.kind == .number { quantity.kind = .count }
    quantity.numeral = shifted(quantity.numeral, by: figure.range.lowerBound - words.count)
    quantity.modifiers = []
    quantity.isWeak = false
    return Mention(content: .quantity(quantity), range: figure.range, rule: "quantity.table")
  }

  private func shifted(_ range: Range<Int>, by shift: Int) -> Range<Int> {
    range.lowerBound + shift..<range.upperBound + shift
  }

  // MARK: Units

  /// The unit of a cell: of its row where a column of units gives it, of its column, of its row's head, of the table.
  private mutating func unit(
    for heads: PageTable.Heads, _ captions: [Int]
  ) -> (paragraph: Int, range: Range<Int>)? {
    let isChange = (heads.column + heads.row).contains { isRate($0) }
    // A column of units, or a row of them: the last head of the other direction.
    let order = heads.column.reversed() + heads.row.reversed() + captions
    var rest: (paragraph: Int, range: Range<Int>)?
    for head in order {
      let isOver = heads.column.count > 1 && head == heads.column.last
      let isUnit = isOver || head == heads.row.last && heads.row.count > 1
      guard let found = unit(of: head, isUnit: isUnit) else { continue }
      let fits = found.choices.map { isPercent($0, of: head) == isChange }
      let fitting = found.choices[fits.firstIndex(of: true) ?? 0]
      if fits.contains(true) || heads.column.contains(head) { return (head, fitting) }
      if rest == nil { rest = (head, fitting) }
    }
    // A rate of change has no unit of the amounts beside it.
    return isChange ? nil : rest
  }

  private func isPercent(_ unit: Range<Int>, of head: Int) -> Bool {
    page.paragraphs[head].folded[unit].contains { $0 == 0x25 || $0 == 0x2030 }
  }

  private mutating func unit(of head: Int, isUnit: Bool) -> HeadUnit? {
    if let known = units[head] { return known }
    let found = HeadUnit.find(
      in: page.paragraphs[head].folded, isUnit: isUnit, table: recognizer.tables.units)
    units[head] = .some(found)
    return found
  }

  /// Whether a head is over rates of change or shares of a whole.
  private func isRate(_ head: Int) -> Bool {
    switch ending(of: head) {
    case .rise, .fall, .yoy, .mom, .since, .share: true
    default: false
    }
  }

  /// The word that a head ends with before its unit, or begins with.
  private func ending(of head: Int) -> TableWords.Class? {
    let folded = page.paragraphs[head].folded
    var range = SourceLine.trimmed(0..<folded.count, of: folded)
    if let unit = units[head] ?? nil, unit.range.upperBound == range.upperBound,
      unit.range.lowerBound > range.lowerBound
    {
      range = SourceLine.trimmed(range.lowerBound..<unit.range.lowerBound, of: folded)
    }
    return words.end(of: range, in: folded)?.word ?? words.start(of: range, in: folded)?.word
  }

  private func word(of head: Int) -> TableWords.Class? {
    let folded = page.paragraphs[head].folded
    return words.whole(SourceLine.trimmed(0..<folded.count, of: folded), of: folded)
  }
}
