import CHTML

/// What a first look at a page's tree tells: where its article stands, which of its tables hold
/// data, what it says of itself.
struct HTMLSurvey {
  /// The filter for the second look.
  private(set) var filter = HTMLFilter()
  /// By turn in the document, whether a table holds data; the others only lay out the page.
  private(set) var dataTables: [Bool] = []
  private(set) var metadata = ArticleMetadata()

  private struct Table {
    var turn: Int
    var rows = 0
    var columns = 0
    var columnsOfRow = 0
    var textOfCell = 0
    var longestCell = 0
    var holdsBlocks = false
    var hasHeadCell = false

    /// Rows and columns of short texts.
    var holdsData: Bool {
      rows >= 2 && columns >= 2 && !holdsBlocks && longestCell <= (hasHeadCell ? 3000 : 900)
    }
  }

  private var tables: [Table] = []
  private var headers: [(hasTitle: Bool, hasNavigation: Bool)] = []
  private var openHeaders: [Int] = []
  private var mains = 0
  private var articles = 0
  private var forms = 0
  /// Bytes of visible text.
  private var total = 0
  private var inMain = 0
  private var inArticle = 0
  private var inForm = 0
  private var isTitle = false
  private var title = ""
  private var timeDate: CalendarDate?

  init(_ document: borrowing HTMLDocument) {
    var look = HTMLFilter()
    while let event = document.next() {
      switch event {
      case .enter(let element):
        look.enter(element, document)
        enter(element, document)
      case .leave(let element):
        look.leave(element)
        leave(element)
      case .text(let text):
        if isTitle { title += String(cString: text.decoded) }
        if look.isOpen, !isTitle { count(text) }
      }
    }
    finish()
    document.rewind()
  }

  private mutating func enter(_ element: HTMLElement, _ document: borrowing HTMLDocument) {
    switch element.role {
    case chtml_main: mains += 1
    case chtml_article: articles += 1
    case chtml_form: forms += 1
    case chtml_header:
      openHeaders.append(headers.count)
      headers.append((false, false))
    case chtml_heading where element.level == 1:
      if let open = openHeaders.last { headers[open].hasTitle = true }
    case chtml_dropped:
      if let open = openHeaders.last { headers[open].hasNavigation = true }
    case chtml_title: isTitle = title.isEmpty
    case chtml_meta, chtml_link: readMeta(document)
    case chtml_time:
      if timeDate == nil, let value = document.attribute("datetime") {
        timeDate = CalendarDate(declared: value)
      }
    default: break
    }
    enterTable(element)
  }

  private mutating func enterTable(_ element: HTMLElement) {
    if element.role == chtml_table {
      if !tables.isEmpty { tables[tables.count - 1].holdsBlocks = true }
      tables.append(Table(turn: dataTables.count))
      dataTables.append(false)
    }
    guard !tables.isEmpty else { return }
    let last = tables.count - 1
    switch element.role {
    case chtml_row:
      tables[last].rows += 1
      tables[last].columnsOfRow = 0
    case chtml_cell, chtml_head_cell:
      tables[last].columnsOfRow += 1
      tables[last].columns = max(tables[last].columns, tables[last].columnsOfRow)
      tables[last].textOfCell = 0
      if element.role == chtml_head_cell { tables[last].hasHeadCell = true }
    case chtml_heading, chtml_article, chtml_main, chtml_form: tables[last].holdsBlocks = true
    default: break
    }
  }

  private mutating func leave(_ element: HTMLElement) {
    switch element.role {
    case chtml_main: mains -= 1
    case chtml_article: articles -= 1
    case chtml_form: forms -= 1
    case chtml_header: _ = openHeaders.popLast()
    case chtml_title: isTitle = false
    case chtml_table:
      if let table = tables.popLast() { dataTables[table.turn] = table.holdsData }
    default: break
    }
  }

  private mutating func count(_ text: HTMLText) {
    var length = 0
    var offset = 0
    while text.decoded[offset] != 0 {
      if UInt8(bitPattern: text.decoded[offset]) > 0x20 { length += 1 }
      offset += 1
    }
    total += length
    if mains > 0 { inMain += length }
    if articles > 0 { inArticle += length }
    if forms > 0 { inForm += length }
    if !tables.isEmpty {
      let last = tables.count - 1
      tables[last].textOfCell += length
      tables[last].longestCell = max(tables[last].longestCell, tables[last].textOfCell)
    }
  }

  private mutating func readMeta(_ document: borrowing HTMLDocument) {
    if document.attribute("rel")?.lowercased() == "canonical" {
      metadata.url = metadata.url ?? document.attribute("href")
    }
    guard
      let name = document.attribute("name") ?? document.attribute("property")
        ?? document.attribute("itemprop"),
      let content = document.attribute("content"), !content.isEmpty
    else { return }
    switch name.lowercased() {
    case "date", "pubdate", "publishdate", "publish_date", "datepublished", "dc.date",
      "article:published_time", "og:published_time", "og:release_date", "publication_date":
      metadata.date = metadata.date ?? CalendarDate(declared: content)
    case "og:title", "articletitle": metadata.title = content
    case "contentsource", "source", "og:site_name", "sitename":
      metadata.publisher = metadata.publisher ?? content
    case "og:url": metadata.url = content
    default: break
    }
  }

  private mutating func finish() {
    metadata.date = metadata.date ?? timeDate
    let words = title.split { $0.isWhitespace }.joined(separator: " ")
    if metadata.title == nil, !words.isEmpty { metadata.title = words }
    let root: HTMLFilter.Root =
      inMain * 4 > total ? .main : inArticle * 4 > total ? .article : .body
    filter = HTMLFilter(
      root: root, keepsForms: inForm * 2 > total,
      keptHeaders: headers.map { $0.hasTitle && !$0.hasNavigation && root == .body })
  }
}
