extension Page {
  /// Indices of the headings that govern a paragraph, the nearest first, the page's title last; at
  /// most twelve.
  public func headings(of paragraph: Int) -> [Int] {
    var result: [Int] = []
    var at = paragraphs[paragraph].heading
    while let index = at, result.count < 12 {
      result.append(index)
      at = paragraphs[index].heading
    }
    return result
  }

  /// The title of the section in which a paragraph stands; nil before the first heading.
  public func sectionTitle(of paragraph: Int) -> MappedText? {
    paragraphs[paragraph].heading.map { paragraphs[$0].text }
  }

  /// The caption right over the table that a cell belongs to; nil for other paragraphs.
  ///
  /// Cost: linear in the cells before it.
  public func tableTitle(of paragraph: Int) -> MappedText? {
    guard case .tableCell(let cell) = paragraphs[paragraph].role else { return nil }
    var at = paragraph - 1
    while at >= 0, case .tableCell(let other) = paragraphs[at].role, other.table == cell.table {
      at -= 1
    }
    guard at >= 0, paragraphs[at].role == .caption else { return nil }
    return paragraphs[at].text
  }

  /// Indices of the paragraphs of one of the page's articles, ascending.
  public func paragraphs(ofArticle article: Int) -> [Int] {
    paragraphs.indices.filter { paragraphs[$0].article == article }
  }
}
