/// Tells which neighbouring lines are one paragraph that was wrapped, and which are paragraphs.
///
/// In plain text a line is a paragraph. Text wrapped at a fixed width betrays itself: its lines
/// are equally wide and end without a stop. In Markdown a line that ends without a stop goes on,
/// unless it is as short as a label.
///
/// *Cost*: linear in the lines' lengths.
struct LineJoining {
  let units: [UInt16]
  let isMarkdown: Bool

  /// Divides lines that no blank line parts. A line may begin with its indent.
  func paragraphs(of lines: [Range<Int>]) -> [[Range<Int>]] {
    let contents = lines.map { SourceLine.trimmed($0, of: units) }
    guard lines.count > 1 else { return [contents] }
    let widths = contents.map(width)
    let full = widths.max() ?? 0
    let isWrapped = looksWrapped(lines, widths: widths, full: full)
    var result: [[Range<Int>]] = []
    var group = [contents[0]]
    for index in 1..<lines.count {
      let joins: Bool
      if isIndented(lines[index], contents[index]) {
        joins = false
      } else if isWrapped {
        joins = widths[index - 1] >= full - 4
      } else {
        joins = isMarkdown && widths[index - 1] >= 30 && !endsSentence(contents[index - 1])
      }
      if joins {
        group.append(contents[index])
      } else {
        result.append(group)
        group = [contents[index]]
      }
    }
    result.append(group)
    return result
  }

  /// Lines of the full width, a width that no label has, most of them without a stop at their
  /// end, none in between that ends short without one, and a stop somewhere: a stack of headings
  /// has none.
  private func looksWrapped(_ lines: [Range<Int>], widths: [Int], full: Int) -> Bool {
    guard ((lines.count == 2 ? 50 : 30)...160).contains(full) else { return false }
    var fullLines = 0
    var open = 0
    for index in lines.indices.dropLast() {
      let stops = endsSentence(SourceLine.trimmed(lines[index], of: units))
      if widths[index] >= full - 4 {
        fullLines += 1
        if !stops { open += 1 }
      } else if !stops {
        return false
      }
    }
    guard open >= 1, open * 2 >= fullLines, fullLines >= 2 || lines.count == 2,
      let last = lines.last
    else { return false }
    return open < lines.count - 1 || endsSentence(SourceLine.trimmed(last, of: units))
  }

  private func isIndented(_ line: Range<Int>, _ content: Range<Int>) -> Bool {
    let indent = units[line.lowerBound..<content.lowerBound]
    return indent.contains(0x3000) || indent.count >= 2
  }

  private func endsSentence(_ content: Range<Int>) -> Bool {
    for index in content.reversed() {
      switch units[index] {
      case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF1B, 0x3B, 0xFF1A, 0x3A: return true
      case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x2A: continue
      default: return false
      }
    }
    return true
  }

  /// Columns on a page: two for an ideograph or full-width form, one for the rest.
  private func width(_ content: Range<Int>) -> Int {
    var width = 0
    for unit in units[content] {
      width += unit >= 0x2E80 && unit < 0xFF61 || (0x2014...0x2026).contains(unit) ? 2 : 1
    }
    return width
  }
}
