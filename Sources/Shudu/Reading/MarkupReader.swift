/// Reads the blocks of a page in plain text or Markdown, as converters of PDF pages write it.
///
/// Blank lines, headings, list items, tables, quotes, rules and fences divide the lines into
/// groups; what a group's lines make is `LineJoining`'s affair, and marks within a paragraph are
/// `InlineReader`'s. Plain text knows headings, `**`, list items, tables and pictures; the rest is
/// Markdown's alone, so that a text's own `<`, `&` and `\` stay what they are.
///
/// *Cost*: linear; a line is looked at a fixed number of times.
struct MarkupReader {
  private let units: [UInt16]
  private let isMarkdown: Bool
  private var inline: InlineReader
  private var blocks: [Block] = []
  /// Lines of the paragraph that is being read.
  private var pending: [Range<Int>] = []
  private var tables = 0
  /// Marks of fences that nothing closes.
  private var unclosedFences: [UInt16] = []
  /// Whether no HTML table ends in the rest of the page.
  private var lacksTableEnd = false
  /// Up to where lines that might be rows of a table in plain text turned out to be none.
  private var textWithoutTable = 0

  /// Blocks of the units from an offset on.
  static func blocks(of units: [UInt16], from start: Int, format: ArticleFormat) -> [Block] {
    var reader = MarkupReader(units: units, isMarkdown: format == .markdown)
    reader.read(from: start)
    return reader.blocks
  }

  private init(units: [UInt16], isMarkdown: Bool) {
    self.units = units
    self.isMarkdown = isMarkdown
    inline = InlineReader(units: units, isMarkdown: isMarkdown)
  }

  private mutating func read(from start: Int) {
    var offset = start
    while offset < units.count {
      let line = SourceLine(in: units, at: offset)
      offset = line.next
      guard !line.isBlank else {
        flush()
        continue
      }
      if isMarkdown, let end = endOfFence(at: line) {
        offset = end
      } else if let end = readTable(at: line) ?? readHTMLTable(at: line)
        ?? readTextTable(at: line)
      {
        offset = end
      } else {
        read(line)
      }
    }
    flush()
  }

  private mutating func read(_ line: SourceLine) {
    var content = line.content
    if isMarkdown {
      let quote = content.lowerBound
      while let first = content.first, units[first] == 0x3E {
        content = SourceLine.trimmed(first + 1..<content.upperBound, of: units)
      }
      if content.lowerBound > quote, content.isEmpty { return flush() }
    }
    if let level = underlineLevel(content), isMarkdown, pending.count == 1, pending[0].count <= 60 {
      let title = pending.removeLast()
      add(kind: .heading(level: level), lines: [title])
    } else if MarkupLine.isRule(content, of: units) {
      flush()
    } else if let heading = MarkupLine.heading(content, of: units) {
      flush()
      add(kind: .heading(level: heading.level), lines: [heading.content])
    } else if let item = MarkupLine.listItem(content, of: units) {
      flush()
      add(kind: .listItem, lines: [item])
    } else {
      pending.append(
        content.lowerBound == line.content.lowerBound
          ? line.start..<content.upperBound : content)
    }
  }

  /// 1 or 2 for a line of `=` or `-` that makes a heading of the line above it.
  private func underlineLevel(_ content: Range<Int>) -> Int? {
    guard content.count >= 3, let first = content.first else { return nil }
    let mark = units[first]
    guard mark == 0x3D || mark == 0x2D, content.allSatisfy({ units[$0] == mark }) else {
      return nil
    }
    return mark == 0x3D ? 1 : 2
  }

  /// Where the text goes on behind a fence line; nil for other lines.
  ///
  /// A fence with the name of a programming language hides its code. One without, or with that of
  /// a markup, is how converters wrap a whole page: its lines are read.
  private mutating func endOfFence(at line: SourceLine) -> Int? {
    guard let fence = MarkupLine.fence(line.content, of: units) else { return nil }
    guard fence.hidesCode, !unclosedFences.contains(fence.mark) else {
      flush()
      return line.next
    }
    var offset = line.next
    while offset < units.count {
      let next = SourceLine(in: units, at: offset)
      offset = next.next
      if MarkupLine.fence(next.content, of: units)?.mark == fence.mark {
        flush()
        return offset
      }
    }
    // Nothing closes it: a stray line, or the rest of the page would be lost.
    unclosedFences.append(fence.mark)
    return line.next
  }

  /// Reads the table whose head row this line is; returns where the text goes on behind it.
  private mutating func readTable(at line: SourceLine) -> Int? {
    guard MarkupTable.isRow(line.content, of: units), line.next < units.count,
      MarkupTable.isSeparator(SourceLine(in: units, at: line.next).content, of: units)
    else { return nil }
    flush()
    var offset = SourceLine(in: units, at: line.next).next
    var row = 0
    var content = line.content
    while true {
      for (column, cell) in MarkupTable.cells(content, of: units).enumerated() {
        let place = TableCell(
          table: tables, row: row, column: column, isHead: row == 0 || column == 0)
        add(kind: .tableCell(place), lines: [cell])
      }
      guard offset < units.count else { break }
      let next = SourceLine(in: units, at: offset)
      guard MarkupTable.isRow(next.content, of: units) else { break }
      offset = next.next
      content = next.content
      row += 1
    }
    tables += 1
    return offset
  }

  /// Reads a table whose columns are set apart by white space.
  private mutating func readTextTable(at line: SourceLine) -> Int? {
    guard line.start >= textWithoutTable, let table = TextTable(at: line, of: units) else {
      return nil
    }
    guard !table.rows.isEmpty else {
      textWithoutTable = table.end
      return nil
    }
    flush()
    for (row, cells) in table.rows.enumerated() {
      for (cell, column) in zip(cells.cells, cells.columns) {
        let place = TableCell(
          table: tables, row: row, column: column, isHead: row == 0 || column == 0)
        add(kind: .tableCell(place), lines: [cell])
      }
    }
    tables += 1
    return table.end
  }

  /// Reads a table in HTML, as converters write those with spanning cells.
  private mutating func readHTMLTable(at line: SourceLine) -> Int? {
    guard !lacksTableEnd, starts(line.content, with: MarkupReader.tableTag) else { return nil }
    var end = line.content.lowerBound
    while end < units.count, !starts(end..<units.count, with: MarkupReader.tableEnd) { end += 1 }
    guard end < units.count else {
      lacksTableEnd = true
      return nil
    }
    end += MarkupReader.tableEnd.count
    let range = line.content.lowerBound..<end
    guard let read = try? HTMLReader.blocks(of: units, range, firstTable: tables) else {
      return nil
    }
    flush()
    blocks += read
    for block in read {
      if case .tableCell(let cell) = block.kind { tables = max(tables, cell.table + 1) }
    }
    return end
  }

  private static let tableTag = Array("<table".utf16)
  private static let tableEnd = Array("</table>".utf16)

  private func starts(_ range: Range<Int>, with tag: [UInt16]) -> Bool {
    guard range.count >= tag.count, units[range.lowerBound] == tag[0] else { return false }
    return zip(range, tag).allSatisfy { units[$0] == $1 || units[$0] | 0x20 == $1 }
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let lines = pending
    pending.removeAll(keepingCapacity: true)
    for group in LineJoining(units: units, isMarkdown: isMarkdown).paragraphs(of: lines) {
      add(kind: .paragraph, lines: group)
    }
  }

  private mutating func add(kind: Block.Kind, lines: [Range<Int>]) {
    let read = inline.read(lines)
    for part in read.parts where !part.text.isEmpty {
      blocks.append(Block(kind: kind, text: part.text, bold: part.bold))
    }
    for picture in read.pictures { blocks.append(Block(kind: .pictureText, text: picture)) }
  }
}
