/// Makes paragraphs, marks and joins of stretches.
///
/// Cost: linear.
struct PageAssembler {
  private let blocks: [Block]
  private var stretches: [Stretch]
  private let joins: [JoinSolver.Pair]
  /// By stretch: the join that it goes on by.
  private var next: [JoinSolver.Pair?]
  private var isHead: [Bool]

  init(blocks: [Block], stretches: [Stretch], joins: [JoinSolver.Pair]) {
    self.blocks = blocks
    self.stretches = stretches
    self.joins = joins
    next = Array(repeating: nil, count: stretches.count)
    isHead = Array(repeating: false, count: stretches.count)
    for pair in joins {
      next[pair.tail] = pair
      isHead[pair.head] = true
    }
  }

  func page() -> Page {
    var paragraphs: [Paragraph] = []
    for index in stretches.indices where !isHead[index] {
      paragraphs.append(paragraph(from: index))
    }
    SectionFinder.assignArticles(to: &paragraphs)
    ReadingOrder(pieces: pieces()).apply(to: &paragraphs)
    SectionFinder.assignHeadings(to: &paragraphs)
    RepeatFinder.assign(to: &paragraphs)
    var page = Page(paragraphs: paragraphs, marks: marks(), joins: joins.map(join))
    page.tables = TableFinder.tables(of: paragraphs)
    return page
  }

  /// Which paragraph each stretch is of.
  private func pieces() -> [ReadingOrder.Piece] {
    var pieces = stretches.map { _ in
      ReadingOrder.Piece(paragraph: 0, isFirst: false, isLast: false)
    }
    var paragraph = 0
    for first in stretches.indices where !isHead[first] {
      var index = first
      pieces[index].isFirst = true
      pieces[index].paragraph = paragraph
      while let pair = next[index] {
        index = pair.head
        pieces[index].paragraph = paragraph
      }
      pieces[index].isLast = true
      paragraph += 1
    }
    return pieces
  }

  /// The paragraph that begins with a stretch.
  private func paragraph(from first: Int) -> Paragraph {
    if next[first] == nil, stretches[first].count == stretches[first].units.count {
      return paragraph(of: stretches[first])
    }
    var text = MappedText()
    var bold: [Range<Int>] = []
    var index = first
    var overlap = 0
    while true {
      let stretch = stretches[index]
      let range = stretch.range.lowerBound + overlap..<stretch.range.upperBound
      addBold(of: blocks[stretch.block], in: range, to: &bold, at: text.count)
      text.append(range, of: blocks[stretch.block].text)
      guard let pair = next[index] else { break }
      index = pair.head
      overlap = pair.overlap
    }
    let stretch = stretches[first]
    let shift = stretch.range.lowerBound
    let dateline =
      stretch.dateline.isEmpty
      ? 0..<0 : stretch.dateline.lowerBound - shift..<stretch.dateline.upperBound - shift
    return Paragraph(role: role(of: stretch), text: text, bold: bold, dateline: dateline)
  }

  /// The paragraph that a block makes as a whole.
  private func paragraph(of stretch: Stretch) -> Paragraph {
    let block = blocks[stretch.block]
    var bold: [Range<Int>] = []
    addBold(of: block, in: stretch.range, to: &bold, at: 0)
    return Paragraph(
      role: role(of: stretch), text: block.text, folded: stretch.units, bold: bold,
      dateline: stretch.dateline.isEmpty ? 0..<0 : stretch.dateline)
  }

  /// Adds the emphasized parts of a range of a block, which stands at an offset of its paragraph.
  private func addBold(
    of block: Block, in range: Range<Int>, to bold: inout [Range<Int>], at offset: Int
  ) {
    let shift = offset - range.lowerBound
    for piece in block.bold {
      let within = piece.clamped(to: range)
      guard !within.isEmpty else { continue }
      let moved = within.lowerBound + shift..<within.upperBound + shift
      if let last = bold.last, last.upperBound == moved.lowerBound {
        bold[bold.count - 1] = last.lowerBound..<moved.upperBound
      } else {
        bold.append(moved)
      }
    }
  }

  private func role(of stretch: Stretch) -> Paragraph.Role {
    switch stretch.role {
    case .body, .headingLike(isDoubtful: true): .body
    case .headingLike(isDoubtful: false): .heading(level: 0)
    case .heading(let level, _): .heading(level: level)
    case .byline: .byline
    case .caption: .caption
    case .credit, .source: .credit
    case .label, .staff: .label
    case .listItem: .listItem
    case .tableCell(let cell): .tableCell(cell)
    }
  }

  private func marks() -> [LayoutMark] {
    var marks: [LayoutMark] = []
    for stretch in stretches {
      let kind: LayoutMark.Kind? =
        switch stretch.role {
        case .heading, .headingLike(isDoubtful: false): .heading
        case .byline: .byline
        case .caption: isShown(stretch) ? .caption : nil
        case .credit, .source: .credit
        case .staff: .label
        case .label: stretch.dateline == stretch.range ? nil : .label
        default: nil
        }
      let text = blocks[stretch.block].text
      if let kind { marks.append(LayoutMark(kind: kind, spans: text.source(of: stretch.range))) }
      if !stretch.dateline.isEmpty {
        marks.append(LayoutMark(kind: .dateline, spans: text.source(of: stretch.dateline)))
      }
    }
    return marks
  }

  /// Whether a caption is a reader's, not just a picture's name in its markup.
  private func isShown(_ stretch: Stretch) -> Bool {
    guard blocks[stretch.block].kind == .pictureText else { return true }
    return stretch.isClosed || stretch.count > 20 || stretch.range.count < stretch.units.count
  }

  private func join(_ pair: JoinSolver.Pair) -> Join {
    let tail = stretches[pair.tail]
    let head = stretches[pair.head]
    let end = blocks[tail.block].text.source(
      of: tail.range.upperBound - 1..<tail.range.upperBound)
    return Join(
      tail: end.last?.upperBound ?? 0,
      head: blocks[head.block].text.sourceOffset(of: head.range.lowerBound))
  }
}
