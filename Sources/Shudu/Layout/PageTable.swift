/// A table of a page: which of its cells head which, and what stands over it.
///
/// Indices are those of the page's paragraphs.
public struct PageTable: Sendable {
  /// What heads one cell.
  public struct Heads: Sendable, Equatable {
    /// The heads over it, from the top down.
    public var column: [Int] = []
    /// The heads of its row, from the left.
    public var row: [Int] = []
    /// The line of the table that stands alone over its rows (`一、农业`).
    public var band: Int?

    public init(column: [Int] = [], row: [Int] = [], band: Int? = nil) {
      self.column = column
      self.row = row
      self.band = band
    }
  }

  /// Its cells, in reading order.
  public internal(set) var cells: Range<Int>
  /// The lines right over it, nearest first, and lines of its own that span it at its top: title, `单位:亿元`.
  public internal(set) var captions: [Int] = []
  /// How many columns head the rows.
  var headColumns = 0
  /// By column, from the top down.
  var columnHeads: [[Int]] = []
  /// By row, from the left.
  var rowHeads: [[Int]] = []
  /// By row.
  var bands: [Int?] = []
  /// By cell: where it stands; nil for heads and bands.
  var places: [(row: Int, column: Int)?] = []

  /// What heads a cell; nil for a head, a band, and a paragraph that is none of the table's.
  ///
  /// Cost: constant.
  public func heads(of paragraph: Int) -> Heads? {
    guard cells.contains(paragraph), let place = places[paragraph - cells.lowerBound] else {
      return nil
    }
    return Heads(
      column: columnHeads.indices.contains(place.column) ? columnHeads[place.column] : [],
      row: rowHeads.indices.contains(place.row) ? rowHeads[place.row] : [],
      band: bands.indices.contains(place.row) ? bands[place.row] : nil)
  }

  /// Where a cell stands that is no head; rows and columns count from 0.
  func place(of paragraph: Int) -> (row: Int, column: Int)? {
    cells.contains(paragraph) ? places[paragraph - cells.lowerBound] : nil
  }
}
