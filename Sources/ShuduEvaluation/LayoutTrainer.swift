import Shudu

/// Learns the weights by which torn stretches are joined: from gold joins, and from pages that `TornPages` tears.
///
/// For each torn end one of the beginnings near it is right, or none; for each beginning one of the ends, or none.
public enum LayoutTrainer {
  /// Pages torn of each article.
  private static let rounds = 40
  /// How often an article's own joins count: pages that people tore say more than a program's.
  private static let weight = 12
  /// Joins of a page that is torn as most are. One whose halves stand anywhere would teach that what follows at once seldom
  /// goes on: it is learnt from put together, and torn by `TornPages`.
  private static let mostJoins = 10
  private static let seed: UInt64 = 0x5348_5544

  /// An article of the training split, and its gold layout.
  public struct Sample: Sendable {
    var blocks: [Block]
    /// What gold says of a block that is no text.
    var kinds: [String?]
    var joins: [Join]

    /// Blocks by index: where a torn stretch ends and where it goes on.
    struct Join: Sendable, Hashable {
      var tail: Int
      var head: Int
    }

    public init(article: ReadArticle, layout: [GoldLayout]) {
      blocks = article.blocks
      let source = article.source
      var starts: [Int: Int] = [:]
      var ends: [Int: Int] = [:]
      for (index, block) in blocks.enumerated() where !block.text.isEmpty {
        let last = block.text.source(of: block.text.count - 1..<block.text.count).last
        starts[source.scalarOffset(of: block.text.sourceOffset(of: 0))] = index
        ends[source.scalarOffset(of: last?.upperBound ?? 0)] = index
      }
      kinds = Array(repeating: nil, count: blocks.count)
      joins = []
      for row in layout {
        if row.kind == "join" {
          let tail = (row.tails ?? []).compactMap { ends[$0] }.first
          let head = (row.heads ?? []).compactMap { starts[$0] }.first
          if let tail, let head { joins.append(Join(tail: tail, head: head)) }
        } else {
          for at in row.at ?? [] { if let block = starts[at] { kinds[block] = row.type } }
        }
      }
    }

    /// The article with its torn paragraphs put together.
    var whole: TornPages.Article {
      var heads: [Int: Int] = [:]
      for join in joins { heads[join.tail] = join.head }
      let inner = Set(heads.values)
      var result = TornPages.Article(blocks: [], kinds: [])
      for index in blocks.indices where !inner.contains(index) {
        var block = blocks[index]
        var at = index
        while let head = heads.removeValue(forKey: at) {
          let shift = block.text.count
          block.text.append(blocks[head].text)
          block.bold += blocks[head].bold.map { $0.lowerBound + shift..<$0.upperBound + shift }
          at = head
        }
        result.blocks.append(block)
        result.kinds.append(kinds[index])
      }
      return result
    }
  }

  /// Weights in thousandths, of features that have one.
  ///
  /// Cost: a few seconds for a hundred articles.
  public static func train(_ samples: [Sample]) -> [Feature: Int32] {
    let layout = LayoutStage([:])
    let breaker = WordBreaker()
    var examples: [SoftmaxRanker.Example] = []
    for sample in samples where (1...mostJoins).contains(sample.joins.count) {
      let made = self.examples(of: sample.blocks, sample.joins, layout, breaker)
      for _ in 0..<weight { examples += made }
    }
    var pages = TornPages(samples.map(\.whole), seed: seed)
    for _ in 0..<rounds {
      for article in pages.articles.indices {
        let page = pages.page(of: article)
        examples += self.examples(of: page.blocks, page.joins, layout, breaker)
      }
    }
    return SoftmaxRanker(leastExamples: 30, penalty: 3, leastWeight: SoftmaxRanker.leastKept)
      .train(examples)
  }

  private static func examples(
    of blocks: [Block], _ joins: [Sample.Join], _ layout: LayoutStage, _ breaker: WordBreaker
  ) -> [SoftmaxRanker.Example] {
    let gold = Set(joins)
    var ends = Choices()
    var starts = Choices()
    for pair in layout.pairs(of: blocks, breaker: breaker) {
      let join = Sample.Join(tail: pair.tail.block, head: pair.head.block)
      // What is cut off a block, a credit or a signature, is not what is torn.
      let isRight =
        gold.contains(join) && pair.head.offset <= 3
        && pair.tail.offset + 3 >= blocks[join.tail].text.count
      ends.add(pair.features, isRight, of: pair.tail)
      starts.add(pair.features, isRight, of: pair.head)
    }
    return ends.examples + starts.examples
  }

  /// Pairs that have an end, or a beginning, in common.
  private struct Choices {
    private var numbers: [LayoutStage.Pair.Place: Int] = [:]
    private var choices: [SoftmaxRanker.Example] = []

    mutating func add(_ features: [Feature], _ isRight: Bool, of place: LayoutStage.Pair.Place) {
      let number = numbers[place] ?? choices.count
      if number == choices.count {
        numbers[place] = number
        choices.append(.init(candidates: [], isRight: []))
      }
      choices[number].candidates.append(features)
      choices[number].isRight.append(isRight)
    }

    /// With no join as the last of each choice's candidates.
    var examples: [SoftmaxRanker.Example] {
      choices.map { choice in
        var example = choice
        example.candidates.append([])
        example.isRight.append(!choice.isRight.contains(true))
        return example
      }
    }
  }
}
