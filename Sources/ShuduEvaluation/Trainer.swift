import Shudu

/// Learns the weights by which fields are chosen from gold facts.
public struct Trainer {
  /// One article of the training split, read.
  public struct Sample: Sendable {
    public var article: ReadArticle
    public var options: Pipeline.Options
    public var facts: [GoldFact]

    public init(article: ReadArticle, options: Pipeline.Options, facts: [GoldFact]) {
      self.article = article
      self.options = options
      self.facts = facts
    }
  }

  /// Rounds over the samples: what a subject is inherited from depends on earlier choices, so each round
  /// goes through the articles with the weights of the one before.
  private static let rounds = 3

  public static func train(_ samples: [Sample]) -> Assembler.Weights {
    var weights = Assembler.Weights()
    var pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    for _ in 0..<rounds {
      pipeline.assembler = Assembler(weights)
      var measures: [SoftmaxRanker.Example] = []
      var aspects: [SoftmaxRanker.Example] = []
      var subjects: [SoftmaxRanker.Example] = []
      var statuses: [SoftmaxRanker.Example] = []
      for sample in samples {
        let (facts, choices) = pipeline.choices(
          in: sample.article, options: sample.options, scratch: &scratch)
        let spans = facts.map { sample.article.source.scalarSpans(of: $0.quote.spans) }
        for gold in sample.facts {
          guard
            let index = spans.firstIndex(where: { $0.contains { $0.contains(gold.start) } })
          else { continue }
          measures.append(example(choices[index].measures, gold.measure))
          aspects.append(example(choices[index].aspects, [gold.aspect]))
          subjects.append(example(choices[index].subjects, gold.subject))
          statuses.append(example(choices[index].statuses, [gold.status]))
        }
      }
      weights.measure = SoftmaxRanker(leastExamples: 4, penalty: 2).train(measures)
      weights.aspect = SoftmaxRanker(leastExamples: 3, penalty: 1).train(aspects)
      weights.subject = SoftmaxRanker(leastExamples: 4, penalty: 12).train(subjects)
      weights.status = SoftmaxRanker(leastExamples: 4, penalty: 4).train(statuses)
    }
    return weights
  }

  private static func example(
    _ options: [Assembler.Choice.Option], _ accepted: [String]?
  ) -> SoftmaxRanker.Example {
    SoftmaxRanker.Example(
      candidates: options.map(\.features),
      isRight: options.map { FieldTest.named($0.text, accepted, isLenient: false) })
  }

  /// A table of weights as it stands in the binary: sorted lines of feature, tab, weight.
  public static func table(_ weights: [Feature: Int32], of what: String) -> String {
    let lines = weights.map { "\($0.key.name)\t\($0.value)\n" }.sorted()
    return """
      # Weights by which the \(what) of a fact is chosen among candidates.
      # columns: feature (template:value:value, see Sources/Shudu/Assembly/Feature.swift), weight
      # source: learnt from the training split of Corpus by `shudu train`; do not edit

      """ + lines.joined()
  }
}
