/// Finds the quantities, times and names of a page's sentences.
public struct Recognizer: Sendable {
  public init() {}

  /// For each sentence its mentions, ascending and disjoint; nothing yet.
  ///
  /// - Parameter date: the article's date, by which relative times are worked out.
  public func mentions(
    of sentences: [Sentence], on page: Page, date: CalendarDate?
  ) -> [[Mention]] {
    sentences.map { _ in [] }
  }
}
