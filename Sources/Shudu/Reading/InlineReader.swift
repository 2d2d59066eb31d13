/// Reads the lines of one paragraph: takes the marks out, keeps what they mark.
///
/// Emphasis is by pairs. CommonMark's flanking rule looks at the characters on both sides of a
/// run of stars, and fails next to Chinese letters and quotes (`约**4000**家`); here the first
/// opens, the next closes, and a last one without a partner is text.
///
/// *Cost*: linear in the lines' lengths, whatever their marks.
struct InlineReader {
  /// A stretch of the paragraph; `<br>` divides stretches.
  struct Part {
    var text = MappedText()
    var bold: [Range<Int>] = []
  }

  struct Result {
    var parts: [Part]
    /// What the pictures' markup says of them.
    var pictures: [MappedText]
  }

  private let units: [UInt16]
  private let scanner: InlineScanner

  init(units: [UInt16], isMarkdown: Bool) {
    self.units = units
    scanner = InlineScanner(units: units, isMarkdown: isMarkdown)
  }

  func read(_ lines: [Range<Int>]) -> Result {
    var marks = scanner.marks(in: lines)
    if !marks.isEmpty { InlinePairing(units: units).pair(&marks) }
    var writer = InlineWriter(units: units)
    var next = 0
    for line in lines {
      writer.beginLine(at: line.lowerBound)
      var offset = line.lowerBound
      while next < marks.count, marks[next].range.lowerBound < line.upperBound {
        let mark = marks[next]
        next += 1
        guard mark.effect != .text else { continue }
        writer.write(offset..<mark.range.lowerBound)
        writer.apply(mark)
        offset = mark.range.upperBound
      }
      writer.write(offset..<line.upperBound)
    }
    return writer.finish()
  }
}

/// A place of the source that may be markup.
struct InlineMark {
  enum Kind {
    /// A run of stars, or of two underscores.
    case strong
    /// A single star or underscore.
    case emphasis
    case tick
    case bracketOpen, pictureOpen
    /// `](…)`, as far as the closing parenthesis.
    case bracketClose
    /// Nothing to pair: its effect stands.
    case plain
  }

  enum Effect: Equatable {
    /// No markup after all.
    case text
    case drop
    case boldOn, boldOff
    case closeAndOpenBold
    case pictureOn, pictureOff
    case superscriptOn, superscriptOff
    case lineBreak
    case decoded([UInt16])
  }

  var kind: Kind
  var range: Range<Int>
  var effect: Effect
}

/// Builds a paragraph's parts from stretches of the source and the marks between them.
struct InlineWriter {
  private let units: [UInt16]
  private var parts = [InlineReader.Part()]
  private var pictures: [MappedText] = []
  private var boldStart: Int?
  private var pictureDepth = 0
  private var isSuperscript = false
  private var previous: Range<Int>?

  init(units: [UInt16]) {
    self.units = units
  }

  /// Wrapped lines of Chinese join without a space, words of letters with one.
  mutating func beginLine(at start: Int) {
    defer { previous = start..<start }
    guard let end = previous?.upperBound, end < start,
      let last = parts[parts.count - 1].text.units.last,
      start < units.count, isLetter(last), isLetter(units[start])
    else { return }
    parts[parts.count - 1].text.append(decoded: [0x20], from: end..<start)
  }

  mutating func write(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    previous = range
    if pictureDepth > 0 {
      pictures[pictures.count - 1].append(range, of: units)
    } else if isSuperscript {
      for offset in range {
        let unit = units[offset]
        let raised = Superscript.of(unit)
        if raised == unit {
          parts[parts.count - 1].text.append(offset..<offset + 1, of: units)
        } else {
          parts[parts.count - 1].text.append(decoded: [raised], from: offset..<offset + 1)
        }
      }
    } else {
      parts[parts.count - 1].text.append(range, of: units)
    }
  }

  mutating func apply(_ mark: InlineMark) {
    previous = mark.range
    switch mark.effect {
    case .text, .drop: break
    case .boldOn: boldStart = boldStart ?? count
    case .boldOff: endBold()
    case .closeAndOpenBold:
      endBold()
      boldStart = count
    case .pictureOn:
      if pictureDepth == 0 { pictures.append(MappedText()) }
      pictureDepth += 1
    case .pictureOff: pictureDepth -= 1
    case .superscriptOn: isSuperscript = true
    case .superscriptOff: isSuperscript = false
    case .lineBreak:
      let isBold = boldStart != nil
      endBold()
      parts.append(InlineReader.Part())
      if isBold { boldStart = 0 }
    case .decoded(let decoded):
      if pictureDepth > 0 {
        pictures[pictures.count - 1].append(decoded: decoded, from: mark.range)
      } else {
        parts[parts.count - 1].text.append(decoded: decoded, from: mark.range)
      }
    }
  }

  mutating func finish() -> InlineReader.Result {
    endBold()
    return InlineReader.Result(
      parts: parts.map(\.trimmed),
      pictures: pictures.filter { picture in
        // A name such as `img-3.jpeg` says nothing of the picture.
        picture.units.contains { $0 >= 0x80 || $0 == 0x20 }
      })
  }

  private var count: Int { parts[parts.count - 1].text.count }

  private mutating func endBold() {
    if let start = boldStart, start < count { parts[parts.count - 1].bold.append(start..<count) }
    boldStart = nil
  }

  private func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }
}

extension InlineReader.Part {
  /// The part without white space at both ends.
  var trimmed: InlineReader.Part {
    let range = SourceLine.trimmed(0..<text.count, of: text.units)
    guard range.count < text.count else { return self }
    var result = InlineReader.Part()
    result.text.append(range, of: text)
    result.bold = bold.compactMap { span in
      let clamped = span.clamped(to: range)
      return clamped.isEmpty
        ? nil : clamped.lowerBound - range.lowerBound..<clamped.upperBound - range.lowerBound
    }
    return result
  }
}

/// Raised forms of digits: `10<sup>3</sup>` is not 103.
enum Superscript {
  static func of(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x31: 0xB9
    case 0x32: 0xB2
    case 0x33: 0xB3
    case 0x30, 0x34...0x39: 0x2070 + (unit - 0x30)
    case 0x2B: 0x207A
    case 0x2D, 0x2212: 0x207B
    default: unit
    }
  }
}
