import CHTML

/// Reads the blocks of an HTML page.
///
/// The page is looked at twice: once to find the article, the tables that hold data and the
/// metadata; once to take the text. Offsets are the file's, entities included.
///
/// *Cost*: linear.
struct HTMLReader {
  private var blocks: [Block] = []
  private var writer: HTMLTextWriter
  private var filter: HTMLFilter
  private let dataTables: [Bool]
  private let firstTable: Int
  private var tableTurn = 0
  private var tables: [HTMLTableGrid?] = []
  private var dataTableCount = 0
  /// What the text belongs to, innermost last.
  private var kinds: [Block.Kind] = []
  private var boldDepth = 0
  private var preformatted = 0

  /// Reads a whole file.
  static func read(_ units: [UInt16]) throws(ShuduError) -> (blocks: [Block], ArticleMetadata) {
    let document = try HTMLDocument(units, 0..<units.count)
    let survey = HTMLSurvey(document)
    var reader = HTMLReader(units, survey, firstTable: 0)
    reader.read(document)
    return (reader.blocks, survey.metadata)
  }

  /// Reads a table that stands in a Markdown page.
  static func blocks(
    of units: [UInt16], _ range: Range<Int>, firstTable: Int
  ) throws(ShuduError) -> [Block] {
    let document = try HTMLDocument(units, range)
    var reader = HTMLReader(units, HTMLSurvey(document), firstTable: firstTable)
    reader.read(document)
    return reader.blocks
  }

  private init(_ units: [UInt16], _ survey: HTMLSurvey, firstTable: Int) {
    writer = HTMLTextWriter(units: units)
    filter = survey.filter
    dataTables = survey.dataTables
    self.firstTable = firstTable
  }

  private mutating func read(_ document: borrowing HTMLDocument) {
    while let event = document.next() {
      switch event {
      case .enter(let element):
        let wasDropped = filter.isDropped
        filter.enter(element, document)
        if !wasDropped, !filter.isDropped { enter(element, document) }
        if element.role == chtml_table, filter.isDropped { tableTurn += 1 }
      case .leave(let element):
        let wasDropped = filter.isDropped
        filter.leave(element)
        if !wasDropped { leave(element) }
      case .text(let text):
        guard filter.isOpen, kinds.last != .heading(level: 0) else { continue }
        var pieces = HTMLTextAlignment(text, in: document)
        while let piece = pieces.next() { write(piece) }
      }
    }
    flush()
  }

  private mutating func write(_ piece: HTMLTextAlignment.Piece) {
    guard preformatted > 0 else { return writer.write(piece) }
    switch piece {
    case .decoded(let decoded, _) where decoded == [0x0A]: boundary()
    case .decoded: writer.write(piece)
    case .plain(let range):
      var start = range.lowerBound
      for offset in range where SourceLine.isLineEnd(writer.units[offset]) {
        writer.write(.plain(start..<offset))
        boundary()
        start = offset + 1
      }
      writer.write(.plain(start..<range.upperBound))
    }
  }

  private mutating func enter(_ element: HTMLElement, _ document: borrowing HTMLDocument) {
    switch element.role {
    case chtml_bold: setBold(1)
    case chtml_superscript: writer.isSuperscript = true
    case chtml_break: boundary()
    case chtml_heading: open(.heading(level: element.level))
    case chtml_item: open(.listItem)
    case chtml_picture_text: open(.pictureText)
    // Its text is metadata; level 0 marks it.
    case chtml_title: open(.heading(level: 0))
    case chtml_table: openTable()
    case chtml_row:
      boundary()
      if let last = tables.indices.last { tables[last]?.beginRow() }
    case chtml_cell, chtml_head_cell: openCell(element, document)
    case chtml_preformatted:
      boundary()
      preformatted += 1
    case chtml_inline, chtml_meta, chtml_link, chtml_time: break
    default: boundary()
    }
  }

  private mutating func leave(_ element: HTMLElement) {
    switch element.role {
    case chtml_bold: setBold(-1)
    case chtml_superscript: writer.isSuperscript = false
    case chtml_heading, chtml_item, chtml_picture_text, chtml_title: close()
    case chtml_cell, chtml_head_cell:
      if tables.last.flatMap({ $0 }) != nil { close() } else { boundary() }
    case chtml_table:
      boundary()
      _ = tables.popLast()
    case chtml_preformatted:
      boundary()
      preformatted -= 1
    case chtml_inline, chtml_meta, chtml_link, chtml_time, chtml_break: break
    default: boundary()
    }
  }

  private mutating func setBold(_ change: Int) {
    boldDepth += change
    let isBold = boldDepth > 0
    if writer.isBold != isBold { writer.isBold = isBold }
  }

  private var isInCell: Bool {
    if case .tableCell = kinds.last { return true }
    return false
  }

  /// Within a cell, lists and headings are the cell's.
  private mutating func open(_ kind: Block.Kind) {
    boundary()
    if isInCell, let cell = kinds.last { kinds.append(cell) } else { kinds.append(kind) }
  }

  private mutating func close() {
    let kind = kinds.last
    if isInCell, kinds.dropLast().last == kind { writer.addBreak() } else { flush() }
    _ = kinds.popLast()
  }

  /// The end of a paragraph; within a cell, of a line.
  private mutating func boundary() {
    if isInCell { writer.addBreak() } else { flush() }
  }

  private mutating func flush() {
    let (text, bold) = writer.take()
    guard !text.isEmpty else { return }
    blocks.append(Block(kind: kinds.last ?? .paragraph, text: text, bold: bold))
  }

  private mutating func openTable() {
    boundary()
    let holdsData = tableTurn < dataTables.count && dataTables[tableTurn]
    tableTurn += 1
    guard holdsData else { return tables.append(nil) }
    tables.append(HTMLTableGrid(table: firstTable + dataTableCount))
    dataTableCount += 1
  }

  private mutating func openCell(_ element: HTMLElement, _ document: borrowing HTMLDocument) {
    boundary()
    guard let last = tables.indices.last, var grid = tables[last] else { return }
    let cell = grid.place(
      isHead: element.role == chtml_head_cell,
      columns: Int(document.attribute("colspan") ?? "") ?? 1,
      rows: Int(document.attribute("rowspan") ?? "") ?? 1)
    tables[last] = grid
    kinds.append(.tableCell(cell))
  }
}
