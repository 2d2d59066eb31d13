/// One block of an article as its file gives it: a paragraph, heading, list item or table cell, without markup.
public struct Block: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case paragraph
    /// A heading by markup (`#`, `<h1>`), level 1 to 6.
    case heading(level: Int)
    case listItem
    case tableCell(TableCell)
    /// What a picture's markup says of it (`![…]`, `<figcaption>`).
    case pictureText
  }

  public var kind: Kind
  public var text: MappedText
  /// Emphasized ranges of `text`, ascending, disjoint.
  public var bold: [Range<Int>]

  public init(kind: Kind, text: MappedText, bold: [Range<Int>] = []) {
    self.kind = kind
    self.text = text
    self.bold = bold
  }
}

/// Where a cell stands in its table; rows and columns count from 0.
public struct TableCell: Sendable, Equatable {
  /// The table's turn in the file.
  public var table: Int
  public var row: Int
  public var column: Int
  /// Whether it heads its column (first row, `<th>`), or its row.
  public var isHead: Bool
  /// How many columns it stands over, 1 for most.
  public var columnSpan: Int
  /// How many rows it stands beside, 1 for most.
  public var rowSpan: Int

  public init(
    table: Int, row: Int, column: Int, isHead: Bool, columnSpan: Int = 1, rowSpan: Int = 1
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.isHead = isHead
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
  }
}
