import Foundation
import Shudu

/// Learns weights under which the right candidates of a choice are likely: softmax over the candidates, L2 penalty,
/// minimized by L-BFGS over all examples at once.
///
/// A fixed order of examples and no randomness make the result the same every time.
struct SoftmaxRanker {
  /// One choice: the candidates' features, and which of them are right.
  struct Example {
    var candidates: [[Feature]]
    var isRight: [Bool]
  }

  /// Features of fewer examples are left out: what they teach is chance.
  var leastExamples = 5
  /// How strongly weights are drawn to zero: half of it times their squares is added to the loss.
  var penalty = 2.0

  /// Steps of the minimizer.
  private static let passes = 80

  /// Weights in thousandths, of features that have one.
  func train(_ examples: [Example]) -> [Feature: Int32] {
    let useful = examples.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }
    let features = commonFeatures(of: useful)
    var numbers: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() { numbers[feature] = Int32(number) }
    var table = ChoiceTable()
    for example in useful {
      table.append(example.candidates.map { $0.compactMap { numbers[$0] } }, example.isRight)
    }
    var minimizer = Minimizer(size: features.count)
    minimizer.run(passes: SoftmaxRanker.passes) { weights, slopes in
      table.loss(at: weights, penalty: penalty, slopes: &slopes)
    }
    var result: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() {
      let weight = Int32((minimizer.point[number] * 1000).rounded())
      if weight != 0 { result[feature] = weight }
    }
    return result
  }

  /// In the order of their names, so that the result does not hang on a hash.
  private func commonFeatures(of examples: [Example]) -> [Feature] {
    var counts: [Feature: Int] = [:]
    for example in examples {
      for feature in Set(example.candidates.joined()) { counts[feature, default: 0] += 1 }
    }
    return counts.filter { $0.value >= leastExamples }.keys.sorted { $0.name < $1.name }
  }
}
