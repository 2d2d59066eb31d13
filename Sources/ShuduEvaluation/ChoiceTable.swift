import Foundation

/// Choices among candidates with numbered features, in flat arrays.
struct ChoiceTable {
  /// Feature numbers of all candidates, and where each candidate's begin; one more at the end.
  private var features: [Int32] = []
  private var starts: [Int] = [0]
  private var isRight: [Bool] = []
  /// Where each choice's candidates begin; one more at the end.
  private var choices: [Int] = [0]

  mutating func append(_ candidates: [[Int32]], _ right: [Bool]) {
    for candidate in candidates {
      features += candidate
      starts.append(features.count)
    }
    isRight += right
    choices.append(isRight.count)
  }

  /// The negative logarithm of how likely the right candidates are, with each weight's penalty, and its slopes.
  func loss(at weights: [Double], penalties: [Double], slopes: inout [Double]) -> Double {
    var loss = 0.0
    for index in weights.indices {
      slopes[index] = penalties[index] * weights[index]
      loss += slopes[index] * weights[index] / 2
    }
    var scores: [Double] = []
    for choice in 0..<choices.count - 1 {
      let candidates = choices[choice]..<choices[choice + 1]
      scores.removeAll(keepingCapacity: true)
      for candidate in candidates {
        var score = 0.0
        for at in starts[candidate]..<starts[candidate + 1] { score += weights[Int(features[at])] }
        scores.append(score)
      }
      loss += add(candidates, &scores, to: &slopes)
    }
    return loss
  }

  /// One choice's loss; adds its slopes. Overwrites the scores.
  private func add(
    _ candidates: Range<Int>, _ scores: inout [Double], to slopes: inout [Double]
  ) -> Double {
    let highest = scores.max() ?? 0
    var sum = 0.0
    var rightSum = 0.0
    for index in scores.indices {
      scores[index] = exp(scores[index] - highest)
      sum += scores[index]
      if isRight[candidates.lowerBound + index] { rightSum += scores[index] }
    }
    rightSum = max(rightSum, 1e-300)
    for index in scores.indices {
      let candidate = candidates.lowerBound + index
      let slope = scores[index] / sum - (isRight[candidate] ? scores[index] / rightSum : 0)
      guard abs(slope) > 1e-9 else { continue }
      for at in starts[candidate]..<starts[candidate + 1] { slopes[Int(features[at])] += slope }
    }
    return log(sum) - log(rightSum)
  }
}
