extension Recognizer {
  /// A mention that stands in no sentence.
  public struct Aside: Sendable {
    /// Index of its paragraph in the page.
    public var paragraph: Int
    public var mention: Mention
  }

  /// The names in datelines (`本报讯(记者 …)`), which belong to no sentence, in the order of the page.
  public func datelineNames(on page: Page) -> [Aside] {
    var context = NameContext()
    return page.paragraphs.indices.flatMap { index in
      let dateline = page.paragraphs[index].dateline
      guard !dateline.isEmpty else { return [Aside]() }
      let units = page.paragraphs[index].folded
      return names.names(in: units, range: dateline, context: &context)
        .map { Aside(paragraph: index, mention: $0) }
    }
  }
}
