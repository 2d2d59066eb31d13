/// Reads what the heads of a page's tables say of the figures in their cells.
///
/// The column's head and the row's head each may name a measure, an owner, a time, or say that the figures are changes, shares or
/// places; where both name one, the row tells which (`水泥` and `产量`: 水泥产量). A column of changes alone is of what the nearest
/// column before it measures. Sums (`合计`) are of what the column measures. Cost: each head is read once, a cell costs what its
/// heads are.
struct TableFacts {
  let page: Page
  /// By paragraph, of heads and captions alone.
  private(set) var heads: [Int: TableHead] = [:]
  /// The heads of rows and columns.
  private var naming: Set<Int> = []
  private(set) var mentions: [Int: [Mention]] = [:]
  /// By table: the time and the owner that the lines over it name.
  private(set) var captionTimes: [TimeChoice?] = []
  private var captionOwners: [SubjectChoice?] = []
  /// By table and column: the measure and the time nearest before it, for columns of changes.
  private var bases: [[Base]] = []
  private var rowBases: [[Base]] = []

  struct Base: Sendable {
    var measure: Citation?
    var time: TimeChoice?
  }

  init(_ page: Page, _ sentences: [Sentence], _ mentions: [[Mention]]) {
    self.page = page
    guard !page.tables.isEmpty else { return }
    for (index, sentence) in sentences.enumerated() {
      self.mentions[sentence.paragraph, default: []] += mentions[index]
    }
    for table in page.tables {
      for head in (table.columnHeads + table.rowHeads).joined()
      where naming.insert(head).inserted {
        heads[head] = TableHead(page.paragraphs[head].folded, mentions: self.mentions[head] ?? [])
      }
      for case let band? in table.bands where heads[band] == nil {
        heads[band] = TableHead(page.paragraphs[band].folded, mentions: self.mentions[band] ?? [])
      }
      for caption in table.captions {
        heads[caption] = TableHead(
          page.paragraphs[caption].folded, mentions: self.mentions[caption] ?? [])
      }
      captionTimes.append(captionTime(table))
      captionOwners.append(captionOwner(table))
      let columns = table.columnHeads.enumerated().map { $0 < table.headColumns ? [] : $1 }
      bases.append(bases(of: columns))
      rowBases.append(bases(of: table.rowHeads))
    }
  }

  /// What the heads say of a cell's figure; nil where it has none that say anything.
  func reading(of paragraph: Int) -> TableReading? {
    guard let turn = table(of: paragraph),
      let heads = page.tables[turn].heads(of: paragraph),
      let place = page.tables[turn].place(of: paragraph)
    else { return nil }
    let columns = heads.column.filter { self.heads[$0] != nil }
    let rows = heads.row.filter { isTelling($0, in: page.tables[turn]) }
    var reading = TableReading()
    readAspect(columns + rows, page.tables[turn].captions, to: &reading)
    let base = bases[turn].indices.contains(place.column) ? bases[turn][place.column] : Base()
    readMeasure(columns, rows, base, rowBases[turn][place.row], to: &reading)
    readTime(columns, rows, heads.band, captionTimes[turn], base, to: &reading)
    readOwner(columns, rows, heads.band, to: &reading)
    reading.owner = reading.owner ?? captionOwners[turn]
    return reading.measure == nil ? nil : reading
  }

  /// Whether a paragraph is a head of rows or columns: what it counts (`60岁及以上`) names the figures and is none.
  func isHead(_ paragraph: Int) -> Bool { naming.contains(paragraph) }

  /// The turn of the table that a cell is of; nil for other paragraphs. Cost: logarithmic in the tables.
  func table(of paragraph: Int) -> Int? {
    var low = 0
    var high = page.tables.count
    while low < high {
      let middle = (low + high) / 2
      if page.tables[middle].cells.upperBound <= paragraph {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < page.tables.count && page.tables[low].cells.contains(paragraph) ? low : nil
  }

  // MARK: Aspect and owner

  private func readAspect(_ found: [Int], _ captions: [Int], to reading: inout TableReading) {
    for case let head? in captions.map({ heads[$0] }) where head.change != nil {
      reading.captionChange = head.change
    }
    for case let head? in found.map({ heads[$0] }) {
      reading.status = reading.status ?? head.status
      guard reading.aspect == nil, head.isAspect else { continue }
      reading.change = head.change
      reading.aspect = head.change != nil ? .change : head.isShare ? .share : .rank
      reading.rules.append("aspect.table")
    }
  }

  /// Whether the head of a row names an owner: it is a name, or stands under `地区`, `企业`.
  func isOwner(_ head: Int) -> Bool {
    guard let said = heads[head] else { return false }
    if said.owner != nil { return true }
    guard said.measure != nil, let turn = table(of: head) else { return false }
    return corner(of: head, in: page.tables[turn]) == .owner
  }

  private func readOwner(
    _ columns: [Int], _ rows: [Int], _ band: Int?, to reading: inout TableReading
  ) {
    let named = rows.reversed().first(where: isOwner) ?? columns.reversed().first(where: isNamed)
    if let head = named ?? band.flatMap({ isNamed($0) ? $0 : nil }),
      let range = heads[head]?.owner ?? heads[head]?.measure
    {
      reading.owner = owner(head, range, rule: "subject.table")
    }
  }

  private func captionOwner(_ table: PageTable) -> SubjectChoice? {
    for caption in table.captions {
      for mention in mentions[caption] ?? [] {
        guard case .name(let kind) = mention.content,
          [.place, .organization, .facility].contains(kind)
        else { continue }
        return owner(caption, mention.range, rule: "subject.caption")
      }
    }
    return nil
  }

  private func isNamed(_ head: Int) -> Bool { heads[head]?.owner != nil }

  private func owner(_ paragraph: Int, _ range: Range<Int>, rule: String) -> SubjectChoice {
    SubjectChoice(
      name: Citation(paragraph, range),
      words: NameWords(page.paragraphs[paragraph].folded[range]), isInherited: true,
      resolvedFrom: nil, rule: rule)
  }
}
