import Shudu

/// Learns the weights by which fields are chosen from gold facts.
public struct Trainer {
  /// One article of the training split, read.
  public struct Sample: Sendable {
    public var article: ReadArticle
    public var options: Pipeline.Options
    public var facts: [GoldFact]
    public var names: [GoldName]

    public init(
      article: ReadArticle, options: Pipeline.Options, facts: [GoldFact], names: [GoldName] = []
    ) {
      self.article = article
      self.options = options
      self.facts = facts
      self.names = names
    }
  }

  /// Rounds over the samples: what a choice is made from depends on earlier choices of the article, so each round
  /// goes through the articles with the weights of the one before.
  private static let rounds = 3
  /// Parts of the samples. An article's earlier choices are made by weights that were learnt without its part: as
  /// often wrong as they will be on articles that nobody has annotated.
  private static let folds = 4

  /// The choices of one sample with what is right.
  private struct Examples {
    var measures: [SoftmaxRanker.Example] = []
    var aspects: [SoftmaxRanker.Example] = []
    var subjects: [SoftmaxRanker.Example] = []
    var statuses: [SoftmaxRanker.Example] = []
    var heldOut = HeldOut()
  }

  /// How often weights chose rightly that had not seen the article: the last round's choices.
  public struct HeldOut: Sendable {
    public var measure = Tally()
    public var aspect = Tally()
    public var subject = Tally()
    public var status = Tally()

    public struct Tally: Sendable {
      public var right = 0
      /// Where the right one was among the candidates.
      public var reachable = 0
      public var count = 0

      public var share: Double { count == 0 ? 0 : Double(right) / Double(count) }
      public var reach: Double { count == 0 ? 0 : Double(reachable) / Double(count) }

      static func + (a: Tally, b: Tally) -> Tally {
        Tally(
          right: a.right + b.right, reachable: a.reachable + b.reachable, count: a.count + b.count)
      }
    }

    static func + (a: HeldOut, b: HeldOut) -> HeldOut {
      HeldOut(
        measure: a.measure + b.measure, aspect: a.aspect + b.aspect,
        subject: a.subject + b.subject, status: a.status + b.status)
    }
  }

  /// - Parameter pipeline: the stages before assembly, with the weights that they will have.
  public static func train(
    _ samples: [Sample], _ pipeline: Pipeline
  ) -> (weights: Assembler.Weights, heldOut: HeldOut) {
    var pipeline = pipeline
    var scratch = Pipeline.Scratch()
    // Fields learn beside the rules' names: weights would know the names of their own articles too well.
    pipeline.recognizer.chooseNames(by: [:])
    pipeline.assembler = Assembler(Assembler.Weights())
    var examples = samples.map { self.examples(of: $0, pipeline, &scratch) }
    for _ in 1..<rounds {
      let earlier = examples
      for fold in 0..<folds {
        let others = earlier.enumerated().filter { $0.offset % folds != fold }.map(\.element)
        pipeline.assembler = Assembler(weights(from: others))
        for index in samples.indices where index % folds == fold {
          examples[index] = self.examples(of: samples[index], pipeline, &scratch)
        }
      }
    }
    let kept = weights(from: examples, least: SoftmaxRanker.leastKept)
    return (kept, examples.map(\.heldOut).reduce(HeldOut(), +))
  }

  private static func weights(
    from examples: [Examples], least: Int32 = 1
  ) -> Assembler.Weights {
    let measures = SoftmaxRanker(
      leastExamples: 4, penalty: 1, growsWithExamples: true, leastWeight: least)
    let aspects = SoftmaxRanker(leastExamples: 3, penalty: 1, leastWeight: least)
    let subjects = SoftmaxRanker(leastExamples: 4, penalty: 12, leastWeight: least)
    let statuses = SoftmaxRanker(leastExamples: 4, penalty: 4, leastWeight: least)
    var weights = Assembler.Weights()
    weights.measure = measures.train(examples.flatMap(\.measures))
    weights.aspect = aspects.train(examples.flatMap(\.aspects))
    weights.subject = subjects.train(examples.flatMap(\.subjects))
    weights.status = statuses.train(examples.flatMap(\.statuses))
    return weights
  }

  private static func examples(
    of sample: Sample, _ pipeline: Pipeline, _ scratch: inout Pipeline.Scratch
  ) -> Examples {
    let (result, choices) = pipeline.choices(
      in: sample.article, options: sample.options, scratch: &scratch)
    let spans = result.facts.map { sample.article.source.scalarSpans(of: $0.quote.spans) }
    var examples = Examples()
    for gold in sample.facts {
      guard let index = spans.firstIndex(where: { $0.contains { $0.contains(gold.start) } })
      else { continue }
      func learn(
        _ options: [Assembler.Choice.Option], _ accepted: [String]?, _ tally: inout HeldOut.Tally
      ) -> SoftmaxRanker.Example {
        let example = example(options, accepted)
        let best = options.indices.max { options[$0].score < options[$1].score }
        tally.count += 1
        if let best, example.isRight[best] { tally.right += 1 }
        if example.isRight.contains(true) { tally.reachable += 1 }
        return example
      }
      let choice = choices[index]
      examples.measures.append(learn(choice.measures, gold.measure, &examples.heldOut.measure))
      examples.aspects.append(learn(choice.aspects, [gold.aspect], &examples.heldOut.aspect))
      examples.subjects.append(learn(choice.subjects, gold.subject, &examples.heldOut.subject))
      examples.statuses.append(learn(choice.statuses, [gold.status], &examples.heldOut.status))
    }
    return examples
  }

  private static func example(
    _ options: [Assembler.Choice.Option], _ accepted: [String]?
  ) -> SoftmaxRanker.Example {
    SoftmaxRanker.Example(
      candidates: options.map(\.features),
      isRight: options.map { FieldTest.named($0.text, accepted, isLenient: false) })
  }

  /// A table of weights as it stands in the binary: sorted lines of feature, tab, weight.
  ///
  /// - Parameter what: what is chosen, `measure of a fact`.
  public static func table(_ weights: [Feature: Int32], of what: String) -> String {
    let lines = weights.map { "\($0.key.name)\t\($0.value)\n" }.sorted()
    return """
      # Weights by which the \(what) is chosen among candidates.
      # columns: feature (template:value:value, see Sources/Shudu/Assembly/Feature.swift), weight
      # source: learnt from the training split of Corpus by `shudu train`; do not edit

      """ + lines.joined()
  }
}
