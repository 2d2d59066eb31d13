/// What layout makes of an article's blocks: paragraphs in reading order, torn stretches joined.
public struct Page: Sendable {
  /// In the order of their first stretch in the file.
  public var paragraphs: [Paragraph]
  /// Every non-body stretch by its role, datelines within paragraphs included, in file order.
  public var marks: [LayoutMark]
  public var joins: [Join]
  /// In reading order.
  public var tables: [PageTable] = []

  public init(paragraphs: [Paragraph], marks: [LayoutMark], joins: [Join]) {
    self.paragraphs = paragraphs
    self.marks = marks
    self.joins = joins
  }
}

/// A paragraph as a reader reads it.
public struct Paragraph: Sendable {
  public enum Role: Sendable, Equatable {
    case body
    case heading(level: Int)
    case byline
    case caption
    case credit
    /// A word of the page's furniture, such as the name of a sidebar.
    case label
    case listItem
    case tableCell(TableCell)

    var isHeading: Bool { if case .heading = self { true } else { false } }
    var isCell: Bool { if case .tableCell = self { true } else { false } }
  }

  public var role: Role
  /// The joined text with its places in the file.
  public var text: MappedText
  /// `text.units` by `CharacterFold`: half-width, simplified, same length and offsets. Recognizers read this.
  public var folded: [UInt16]
  /// Emphasized ranges of `text`, ascending, disjoint.
  public var bold: [Range<Int>]
  /// Which of the page's articles it belongs to, from 0.
  public var article: Int
  /// Index of the heading paragraph that governs it, if any.
  public var heading: Int?
  /// Index of the earlier paragraph whose characters it repeats, if any.
  public var repeats: Int?
  /// Range of the dateline (`本报讯(记者 …)`) at its beginning; empty where it has none.
  public var dateline: Range<Int>

  /// Whether it is a cell of a table.
  var isCell: Bool { role.isCell }

  public init(
    role: Role, text: MappedText, bold: [Range<Int>], article: Int = 0, heading: Int? = nil,
    repeats: Int? = nil, dateline: Range<Int> = 0..<0
  ) {
    self.init(
      role: role, text: text, folded: CharacterFold.standard.fold(text.units), bold: bold,
      article: article, heading: heading, repeats: repeats, dateline: dateline)
  }

  /// A paragraph whose folded text is known.
  init(
    role: Role, text: MappedText, folded: [UInt16], bold: [Range<Int>], article: Int = 0,
    heading: Int? = nil, repeats: Int? = nil, dateline: Range<Int> = 0..<0
  ) {
    self.role = role
    self.text = text
    self.folded = folded
    self.bold = bold
    self.article = article
    self.heading = heading
    self.repeats = repeats
    self.dateline = dateline
  }
}

/// A stretch of the file that is not body text.
public struct LayoutMark: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case heading, byline, dateline, caption, credit, label
  }

  public var kind: Kind
  /// Half-open UTF-16 ranges of the file.
  public var spans: [Range<Int>]

  public init(kind: Kind, spans: [Range<Int>]) {
    self.kind = kind
    self.spans = spans
  }
}

/// A torn place: the UTF-16 offset of the file where a stretch ends, and the one where it goes on.
public struct Join: Sendable, Equatable {
  public var tail: Int
  public var head: Int

  public init(tail: Int, head: Int) {
    self.tail = tail
    self.head = head
  }
}
