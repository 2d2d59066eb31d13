/// Finds the places of a paragraph's lines that may be markup, in order.
struct InlineScanner {
  private let units: [UInt16]
  private let isMarkdown: Bool
  /// By ASCII unit: whether it may begin a mark.
  private let special: [Bool]

  init(units: [UInt16], isMarkdown: Bool) {
    self.units = units
    self.isMarkdown = isMarkdown
    var special = Array(repeating: false, count: 128)
    for mark in (isMarkdown ? "*_![]`\\&<" : "*_![]").utf8 { special[Int(mark)] = true }
    self.special = special
  }

  /// *Cost*: linear: what looks ahead is bounded, or goes on where it stopped.
  func marks(in lines: [Range<Int>]) -> [InlineMark] {
    var marks: [InlineMark] = []
    var closers = Closers()
    for line in lines {
      var offset = line.lowerBound
      while offset < line.upperBound {
        let unit = units[offset]
        if unit < 0x80, special[Int(unit)] {
          offset = read(unit, at: offset, until: line.upperBound, &marks, &closers)
        } else {
          offset += 1
        }
      }
    }
    return marks
  }

  /// Reads the mark at an offset, if it is one; returns where to go on.
  private func read(
    _ unit: UInt16, at offset: Int, until limit: Int, _ marks: inout [InlineMark],
    _ closers: inout Closers
  ) -> Int {
    func add(_ kind: InlineMark.Kind, _ end: Int, _ effect: InlineMark.Effect = .text) -> Int {
      marks.append(InlineMark(kind: kind, range: offset..<end, effect: effect))
      return end
    }
    switch unit {
    case 0x2A, 0x5F:
      var end = offset
      while end < limit, units[end] == unit { end += 1 }
      if unit == 0x5F, !standsApart(offset..<end, limit) { return end }
      switch end - offset {
      case 1: return isMarkdown ? add(.emphasis, end) : end
      case 2, 3: return add(.strong, end)
      case 4 where unit == 0x2A: return add(.strong, end)
      default: return end
      }
    case 0x21:
      guard offset + 1 < limit, units[offset + 1] == 0x5B else { return offset + 1 }
      return add(.pictureOpen, offset + 2)
    case 0x5B:
      // A note's number, `[^3]`.
      if isMarkdown, offset + 1 < limit, units[offset + 1] == 0x5E,
        let end = units[offset..<min(limit, offset + 12)].firstIndex(of: 0x5D)
      {
        return add(.plain, end + 1, .drop)
      }
      return add(.bracketOpen, offset + 1)
    case 0x5D:
      guard offset + 1 < limit, units[offset + 1] == 0x28,
        let end = closers.next(0x29, in: units, from: offset + 2, until: limit)
      else { return add(.bracketClose, offset + 1) }
      return add(.bracketClose, end + 1)
    case 0x60: return add(.tick, offset + 1)
    case 0x5C:
      guard offset + 1 < limit, isPunctuation(units[offset + 1]) else { return offset + 1 }
      marks.append(InlineMark(kind: .plain, range: offset..<offset + 1, effect: .drop))
      return offset + 2
    case 0x26:
      guard let (decoded, end) = CharacterReference.read(units, at: offset, until: limit) else {
        return offset + 1
      }
      return add(.plain, end, .decoded(decoded))
    default:
      guard let (effect, end) = InlineTag.read(units, at: offset, until: limit, &closers) else {
        return offset + 1
      }
      return add(.plain, end, effect)
    }
  }

  /// Underscores within words and names (`a_b`) mark nothing.
  private func standsApart(_ run: Range<Int>, _ limit: Int) -> Bool {
    func isWord(_ offset: Int) -> Bool {
      guard offset >= 0, offset < limit else { return false }
      switch units[offset] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
      default: return false
      }
    }
    return !isWord(run.lowerBound - 1) || !isWord(run.upperBound)
  }

  private func isPunctuation(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

/// Remembers where the next closing character stands, so that a page full of openers that nothing
/// closes is not searched again from each of them.
struct Closers {
  private var found: [UInt16: (from: Int, at: Int?, limit: Int)] = [:]

  mutating func next(
    _ closer: UInt16, in units: [UInt16], from start: Int, until limit: Int
  ) -> Int? {
    if let known = found[closer], known.limit == limit, known.from <= start {
      guard let at = known.at else { return nil }
      if at >= start { return at }
    }
    let at = start < limit ? units[start..<limit].firstIndex(of: closer) : nil
    found[closer] = (start, at, limit)
    return at
  }
}
