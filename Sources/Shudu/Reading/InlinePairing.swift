/// Decides which marks of a paragraph have a partner; the others are text.
struct InlinePairing {
  let units: [UInt16]

  func pair(_ marks: inout [InlineMark]) {
    pairBrackets(&marks)
    pairEmphasis(&marks)
  }

  private func pairBrackets(_ marks: inout [InlineMark]) {
    var open: [Int] = []
    for index in marks.indices {
      switch marks[index].kind {
      case .bracketOpen, .pictureOpen: open.append(index)
      case .bracketClose:
        guard let opener = open.popLast() else { continue }
        guard marks[index].range.count > 1 else { continue }
        let isPicture = marks[opener].kind == .pictureOpen
        guard isPicture || isTarget(marks[index].range) else { continue }
        marks[opener].effect = isPicture ? .pictureOn : .drop
        marks[index].effect = isPicture ? .pictureOff : .drop
      default: break
      }
    }
  }

  /// Whether `](…)` holds an address. `[2020](12号)` is text.
  private func isTarget(_ range: Range<Int>) -> Bool {
    let inside = units[range.lowerBound + 2..<range.upperBound - 1]
    guard let first = inside.first else { return true }
    return first == 0x23 || first == 0x2E || (first < 0x80 && inside.prefix(64).contains(0x2F))
  }

  private func pairEmphasis(_ marks: inout [InlineMark]) {
    var strong: [UInt16: Int] = [:]
    var single: [UInt16: Int] = [:]
    var tick: Int?
    var pictures = 0
    for index in marks.indices {
      let mark = marks[index]
      if mark.effect == .pictureOn { pictures += 1 }
      if mark.effect == .pictureOff { pictures -= 1 }
      // Marks within a picture's text are not the paragraph's.
      guard mark.effect == .text, pictures == 0 else { continue }
      let unit = units[mark.range.lowerBound]
      switch mark.kind {
      case .strong:
        if let opener = strong[unit] {
          guard mark.range.lowerBound > marks[opener].range.upperBound else { continue }
          close(index, opener, &marks)
          strong[unit] = marks[index].effect == .closeAndOpenBold ? index : nil
        } else if mark.range.count < 4, opens(mark.range) {
          strong[unit] = index
        }
      case .emphasis:
        if let opener = single[unit] {
          guard !isBetweenDigits(mark.range), closes(mark.range) else { continue }
          marks[opener].effect = .drop
          marks[index].effect = .drop
          single[unit] = nil
        } else if opens(mark.range), !isBetweenDigits(mark.range), !isSpace(mark.range.upperBound) {
          single[unit] = index
        }
      case .tick:
        if let opener = tick {
          marks[opener].effect = .drop
          marks[index].effect = .drop
          tick = nil
        } else {
          tick = index
        }
      default: break
      }
    }
    // `**A****B` closes A and opens nothing.
    for index in strong.values where marks[index].effect == .closeAndOpenBold {
      marks[index].effect = .boldOff
    }
  }

  private func close(_ index: Int, _ opener: Int, _ marks: inout [InlineMark]) {
    if marks[opener].effect == .text { marks[opener].effect = .boldOn }
    marks[index].effect = marks[index].range.count == 4 ? .closeAndOpenBold : .boldOff
  }

  /// No emphasis begins with a comma: `李**、王**` hides names.
  private func opens(_ run: Range<Int>) -> Bool {
    guard run.upperBound < units.count else { return false }
    switch units[run.upperBound] {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0xFF09, 0x300B, 0x201D, 0x2C:
      return false
    case 0x29, 0x3B, 0x3A: return false
    default: return true
    }
  }

  private func closes(_ run: Range<Int>) -> Bool {
    !isSpace(run.lowerBound - 1)
  }

  private func isSpace(_ offset: Int) -> Bool {
    guard units.indices.contains(offset) else { return true }
    return SourceLine.isSpace(units[offset]) || SourceLine.isLineEnd(units[offset])
  }

  /// `3*4` is a product.
  private func isBetweenDigits(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && run.upperBound < units.count
      && MarkupLine.isDigit(units[run.lowerBound - 1]) && MarkupLine.isDigit(units[run.upperBound])
  }
}
