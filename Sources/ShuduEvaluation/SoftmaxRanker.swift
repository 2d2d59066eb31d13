import Foundation
import Shudu

/// Learns weights under which the right candidates of a choice are likely: softmax over the candidates, L2 penalty, AdaGrad.
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
  /// How strongly weights are drawn to zero.
  var penalty = 0.02

  private static let passes = 24
  private static let rate = 0.25

  /// Weights in thousandths, of features that have one.
  func train(_ examples: [Example]) -> [Feature: Int32] {
    let useful = examples.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }
    let features = commonFeatures(of: useful)
    var numbers: [Feature: Int] = [:]
    for (number, feature) in features.enumerated() { numbers[feature] = number }
    let dense = useful.map { example in
      (
        candidates: example.candidates.map { $0.compactMap { numbers[$0] } },
        isRight: example.isRight
      )
    }
    var weights = [Double](repeating: 0, count: features.count)
    var squares = [Double](repeating: 1e-6, count: features.count)
    var gradient = [Double](repeating: 0, count: features.count)
    for _ in 0..<SoftmaxRanker.passes {
      for example in dense {
        step(example.candidates, example.isRight, &weights, &squares, &gradient)
      }
    }
    var result: [Feature: Int32] = [:]
    for (number, feature) in features.enumerated() {
      let weight = Int32((weights[number] * 1000).rounded())
      if weight != 0 { result[feature] = weight }
    }
    return result
  }

  private func step(
    _ candidates: [[Int]], _ isRight: [Bool], _ weights: inout [Double], _ squares: inout [Double],
    _ gradient: inout [Double]
  ) {
    var scores = [Double](repeating: 0, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      for feature in candidate { scores[index] += weights[feature] }
    }
    let highest = scores.max() ?? 0
    var sum = 0.0
    var rightSum = 0.0
    for index in scores.indices {
      scores[index] = exp(scores[index] - highest)
      sum += scores[index]
      if isRight[index] { rightSum += scores[index] }
    }
    var touched: [Int] = []
    for index in scores.indices {
      let expected = scores[index] / sum
      let wanted = isRight[index] ? scores[index] / rightSum : 0
      let slope = wanted - expected
      guard abs(slope) > 1e-6 else { continue }
      for feature in candidates[index] {
        if gradient[feature] == 0 { touched.append(feature) }
        gradient[feature] += slope
      }
    }
    for feature in touched {
      let slope = gradient[feature] - penalty * weights[feature]
      squares[feature] += slope * slope
      weights[feature] += SoftmaxRanker.rate * slope / squares[feature].squareRoot()
      gradient[feature] = 0
    }
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
