/// From an article's blocks to its page: roles of lines, torn stretches joined, paragraphs in reading order.
///
/// 1. `StretchCutter` divides blocks and gives roles by words and shape.
/// 2. `RoleResolver` settles the roles that depend on the neighbours.
/// 3. `JoinSolver` finds where torn stretches go on.
/// 4. `PageAssembler` makes paragraphs, marks and joins of them, and tells articles apart.
///
/// Cost: linear in the text and in the number of blocks (joins are looked for in a bounded window).
public struct LayoutStage: Sendable {
  private let words: LayoutWords
  private let weights: LayoutWeights
  private let cutter: StretchCutter

  public init() {
    self.init(words: .standard)
  }

  init(words: LayoutWords, weights: LayoutWeights = .tuned) {
    self.words = words
    self.weights = weights
    cutter = StretchCutter(words: words)
  }

  /// The page that blocks make, with a dictionary's help.
  public func page(from blocks: [Block], breaker: WordBreaker) -> Page {
    page(from: blocks) { breaker.boundaries(of: $0) }
  }

  /// The page that blocks make.
  ///
  /// - Parameters:
  ///   - blocks: Reading's result, in the order of the file.
  ///   - boundaries: A dictionary's word boundaries, which tell a word across a joint (`提|供`). Without
  ///     them the page's own words must do.
  public func page(from blocks: [Block], boundaries: WordBoundaries? = nil) -> Page {
    let cut = blocks.indices.flatMap { cutter.stretches(of: blocks[$0], at: $0) }
    let stretches = RoleResolver.resolve(cut, words: words)
    var solver = JoinSolver(stretches, words: words, boundaries: boundaries, weights: weights)
    let torn = solver.solve()
    return PageAssembler(blocks: blocks, stretches: torn.stretches, joins: torn.joins).page()
  }
}
