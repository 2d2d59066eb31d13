import Foundation
import Shudu

/// Learns the weights by which the names of a sentence are chosen: a semi-Markov conditional random field over the
/// stretches that may be names, L2 penalty, minimized by L-BFGS.
///
/// A sentence's reading is a set of disjoint stretches; its weight is their sum. What is made likely is the reading that the
/// annotation tells. A fixed order of sentences and no randomness make the result the same every time.
public struct NameTrainer {
  /// A sentence's stretches, in the order of their ends, and which of them the annotation has.
  struct Sentence {
    /// What the offsets of `choices` are counted from, and to.
    var range: Range<Int>
    var choices: [NameRecognizer.Choice]
    var isRight: [Bool]
  }

  /// Features of fewer stretches are left out.
  var leastChoices = 6
  /// Half of it times the squares of the weights is added to the loss.
  var penalty = 0.4
  /// Weights nearer to zero, in thousandths, are left out: many of them, that together change next to nothing.
  var leastWeight: Int32 = 30

  private static let passes = 50

  /// Weights by which the names of samples are chosen as they are annotated.
  ///
  /// - Parameter pipeline: the stages before recognition, with the weights that they will have.
  public static func train(
    _ samples: [Trainer.Sample], _ pipeline: Pipeline
  ) -> [Feature: Int32] {
    var scratch = Pipeline.Scratch()
    let sentences = samples.flatMap { sample in
      let alignment = NameAlignment(sample.names)
      return pipeline.nameChoices(in: sample.article, scratch: &scratch).map {
        alignment.sentence($0.choices, in: $0.units, range: $0.range)
      }
    }
    return NameTrainer().train(sentences)
  }

  /// Weights in thousandths, of features that have one.
  func train(_ sentences: [Sentence]) -> [Feature: Int32] {
    let features = commonFeatures(of: sentences)
    var numbers: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() { numbers[feature] = Int32(number) }
    var table = ReadingTable()
    for sentence in sentences {
      table.append(sentence) { $0.compactMap { numbers[$0] } }
    }
    var minimizer = Minimizer(size: features.count)
    minimizer.run(passes: NameTrainer.passes) { weights, slopes in
      table.loss(at: weights, penalty: penalty, slopes: &slopes)
    }
    var result: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() {
      let weight = Int32((minimizer.point[number] * 1000).rounded())
      if abs(weight) >= leastWeight { result[feature] = weight }
    }
    return result
  }

  /// In the order of their names, so that the result does not hang on a hash.
  private func commonFeatures(of sentences: [Sentence]) -> [Feature] {
    var counts: [Feature: Int] = [:]
    for sentence in sentences {
      for choice in sentence.choices {
        for feature in Set(choice.features) { counts[feature, default: 0] += 1 }
      }
    }
    return counts.filter { $0.value >= leastChoices }.keys.sorted { $0.name < $1.name }
  }
}
