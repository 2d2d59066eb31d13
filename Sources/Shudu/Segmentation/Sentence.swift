/// One sentence of a page.
public struct Sentence: Sendable, Equatable {
  /// Index of its paragraph in the page.
  public var paragraph: Int
  /// Half-open UTF-16 range of the paragraph's text, without white space at its ends.
  public var range: Range<Int>

  public init(paragraph: Int, range: Range<Int>) {
    self.paragraph = paragraph
    self.range = range
  }
}
