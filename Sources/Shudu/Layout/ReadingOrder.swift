/// Puts a page's paragraphs in the order in which a reader takes them who follows a torn column.
///
/// What stands behind the end of a torn paragraph goes on where that paragraph began: in its section, before whatever
/// the page set between its halves. Where a paragraph breaks off, or another article begins, the text at hand is the
/// page's again, whose paragraphs follow each other as they stand.
///
/// Cost: linear.
struct ReadingOrder {
  /// A stretch of a paragraph, as the page has it.
  struct Piece {
    /// Index of its paragraph; paragraphs are numbered by their first stretches.
    var paragraph: Int
    var isFirst: Bool
    var isLast: Bool
  }

  /// In file order.
  let pieces: [Piece]

  /// Reorders paragraphs whose articles are told; those that follow a torn one become its article's.
  func apply(to paragraphs: inout [Paragraph]) {
    guard pieces.contains(where: { !$0.isFirst }) else { return }
    let order = order(of: &paragraphs)
    paragraphs = order.map { paragraphs[$0] }
  }

  private func order(of paragraphs: inout [Paragraph]) -> [Int] {
    /// By paragraph: the one read after it; -1 behind the last. The place behind all is the one before the first.
    var next = Array(repeating: -1, count: paragraphs.count)
    var first = -1
    var last = -1
    var isPlaced = Array(repeating: false, count: paragraphs.count)
    // What is read goes on behind this one.
    var anchor = -1
    // Articles as they are told by where their paragraphs stand.
    var told = 0
    for piece in pieces {
      let index = piece.paragraph
      if piece.isFirst {
        let article = paragraphs[index].article
        if article != told { anchor = last }
        told = article
        if anchor != last { paragraphs[index].article = paragraphs[anchor].article }
        if anchor < 0 {
          first = index
        } else {
          next[index] = next[anchor]
          next[anchor] = index
        }
        if anchor == last { last = index }
        isPlaced[index] = true
        anchor = piece.isLast ? index : last
      } else if isPlaced[index] {
        anchor = piece.isLast ? index : last
      }
    }
    var order: [Int] = []
    order.reserveCapacity(paragraphs.count)
    var at = first
    while at >= 0 {
      order.append(at)
      at = next[at]
    }
    return order
  }
}
