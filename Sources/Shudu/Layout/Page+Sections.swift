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

  /// Indices of the paragraphs of one of the page's articles, ascending.
  public func paragraphs(ofArticle article: Int) -> [Int] {
    paragraphs.indices.filter { paragraphs[$0].article == article }
  }
}
