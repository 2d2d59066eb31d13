import Shudu

/// Learns by which weights quantities that state no fact are known: those that no annotator took for one.
///
/// Optional facts teach nothing: nobody is wrong about them.
public enum IdleTrainer {
  private static let folds = 4

  /// - Parameter pipeline: the stages before recognition, with the weights that they will have.
  /// - Returns: the weights, and how often weights told rightly that had not seen the article.
  public static func train(
    _ samples: [Trainer.Sample], _ pipeline: Pipeline
  ) -> (weights: [Feature: Int32], heldOut: Trainer.HeldOut.Tally) {
    var pipeline = pipeline
    pipeline.recognizer = Recognizer(idle: [:])
    pipeline.recognizer.chooseNames(by: [:])
    var scratch = Pipeline.Scratch()
    let examples = samples.map { self.examples(of: $0, pipeline, &scratch) }
    var heldOut = Trainer.HeldOut.Tally()
    for fold in 0..<folds {
      let numbered = examples.enumerated()
      let others = numbered.filter { $0.offset % folds != fold }.flatMap(\.element)
      let weights = weights(from: others)
      for example in numbered.filter({ $0.offset % folds == fold }).flatMap(\.element) {
        let sum = example.candidates[0].reduce(0) { $0 + (weights[$1] ?? 0) }
        heldOut.count += 1
        heldOut.reachable += 1
        if example.isRight[sum > 0 ? 0 : 1] { heldOut.right += 1 }
      }
    }
    return (weights(from: examples.flatMap { $0 }), heldOut)
  }

  private static func weights(from examples: [SoftmaxRanker.Example]) -> [Feature: Int32] {
    SoftmaxRanker(leastExamples: 3, penalty: 4, leastWeight: SoftmaxRanker.leastKept)
      .train(examples)
  }

  /// One choice a quantity: idle, with all features, or not, with none.
  private static func examples(
    of sample: Trainer.Sample, _ pipeline: Pipeline, _ scratch: inout Pipeline.Scratch
  ) -> [SoftmaxRanker.Example] {
    let result = pipeline.recognize(sample.article, options: sample.options, scratch: &scratch)
    return result.idleCandidates().compactMap { candidate in
      let spans = sample.article.source.scalarSpans(of: candidate.spans)
      let gold = sample.facts.first { fact in spans.contains { $0.contains(fact.start) } }
      guard gold?.isOptional != true else { return nil }
      return SoftmaxRanker.Example(
        candidates: [candidate.features, []], isRight: [gold == nil, gold != nil])
    }
  }
}
