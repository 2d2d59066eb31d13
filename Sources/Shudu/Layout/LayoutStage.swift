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

  /// What was learnt of torn places.
  private let model: LinearModel

  public init() {
    self.init(words: .standard, model: JointModel.standard)
  }

  /// A stage with weights of its own for torn places, by `shudu train`.
  public init(_ weights: [Feature: Int32]) {
    self.init(words: .standard, model: LinearModel(weights: weights))
  }

  init(words: LayoutWords, weights: LayoutWeights = .tuned, model: LinearModel) {
    self.words = words
    self.weights = weights
    self.model = model
    cutter = StretchCutter(words: words)
  }

  /// The page that blocks make.
  ///
  /// - Parameters:
  ///   - blocks: Reading's result, in the order of the file.
  ///   - breaker: A dictionary's words, which tell a word across a joint (`提|供`). Without them the page's own must do.
  public func page(from blocks: [Block], breaker: WordBreaker? = nil) -> Page {
    var solver = solver(for: blocks, breaker: breaker, model: model)
    let torn = solver.solve()
    return PageAssembler(blocks: blocks, stretches: torn.stretches, joins: torn.joins).page()
  }

  private func solver(
    for blocks: [Block], breaker: WordBreaker?, model: LinearModel
  ) -> JoinSolver {
    let stretches = RoleResolver.resolve(cutter.stretches(of: blocks), words: words)
    return JoinSolver(
      stretches, words: words, breaker: breaker, weights: weights, model: model)
  }
}

/// What joins are chosen from, for training.
extension LayoutStage {
  /// A torn end and a beginning that may go on from it, with what speaks for that.
  public struct Pair: Sendable {
    /// A block, and an offset of its text.
    public struct Place: Sendable, Hashable {
      public var block: Int
      public var offset: Int
    }

    /// Where the torn stretch ends.
    public var tail: Place
    /// Where the other one begins.
    public var head: Place
    public var features: [Feature]
  }

  /// All pairs of a page, by tail, then head.
  public func pairs(of blocks: [Block], breaker: WordBreaker) -> [Pair] {
    let model = LinearModel(recording: LinearModel(weights: [:]))
    return solver(for: blocks, breaker: breaker, model: model).pairs()
  }
}
