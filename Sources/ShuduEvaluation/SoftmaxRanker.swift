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
  /// Whether the penalty grows with the square root of a feature's examples, the mean staying what it is: a word of few
  /// examples may then say what it says, and what holds of most candidates does not speak for all that is in them.
  var growsWithExamples = false
  /// Weights nearer to zero, in thousandths, are left out.
  var leastWeight: Int32 = 1

  /// The least weight of the program's own tables: what lies below is half of a table, and changes next to nothing.
  static let leastKept: Int32 = 20

  /// Steps of the minimizer.
  private static let passes = 80

  /// Weights in thousandths, of features that have one.
  func train(_ examples: [Example]) -> [Feature: Int32] {
    let useful = examples.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }
    let common = commonFeatures(of: useful)
    let features = common.map(\.feature)
    var numbers: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() { numbers[feature] = Int32(number) }
    var table = ChoiceTable()
    for example in useful {
      // In an order of their own, so that the last bits of sums don't hang on the one they came in.
      let candidates = example.candidates.map { $0.compactMap { numbers[$0] }.sorted(by: >) }
      table.append(candidates, example.isRight)
    }
    let penalties = penalties(of: common.map(\.examples))
    var minimizer = Minimizer(size: features.count)
    minimizer.run(passes: SoftmaxRanker.passes) { weights, slopes in
      table.loss(at: weights, penalties: penalties, slopes: &slopes)
    }
    var result: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() {
      let weight = Int32((minimizer.point[number] * 1000).rounded())
      if abs(weight) >= leastWeight { result[feature] = weight }
    }
    return result
  }

  /// In the order of their names, so that the result does not hang on a hash.
  private func commonFeatures(of examples: [Example]) -> [(feature: Feature, examples: Int)] {
    var counts: [Feature: Int] = [:]
    for example in examples {
      for feature in Set(example.candidates.joined()) { counts[feature, default: 0] += 1 }
    }
    return counts.filter { $0.value >= leastExamples }
      .map { (feature: $0.key, examples: $0.value, name: $0.key.name) }
      .sorted { $0.name < $1.name }
      .map { (feature: $0.feature, examples: $0.examples) }
  }

  private func penalties(of examples: [Int]) -> [Double] {
    guard growsWithExamples else { return examples.map { _ in penalty } }
    let roots = examples.map { Double($0).squareRoot() }
    let mean = roots.reduce(0, +) / Double(max(1, roots.count))
    return roots.map { penalty * $0 / mean }
  }
}
