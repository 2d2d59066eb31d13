import Foundation
import Shudu

/// The stretches of many sentences with numbered features, in flat arrays: the sums over all readings of each sentence.
struct ReadingTable {
  /// Feature numbers of all stretches, and where each one's begin; one more at the end.
  private var features: [Int32] = []
  private var starts: [Int] = [0]
  /// Nodes between which each stretch lies, counted within its sentence.
  private var first: [Int32] = []
  private var last: [Int32] = []
  private var isRight: [Bool] = []
  /// Stretches of each sentence, and its nodes.
  private var sentences: [(stretches: Range<Int>, nodes: Int)] = []

  mutating func append(_ sentence: NameTrainer.Sentence, number: ([Feature]) -> [Int32]) {
    guard !sentence.choices.isEmpty else { return }
    let start = isRight.count
    for (choice, right) in zip(sentence.choices, sentence.isRight) {
      features += number(choice.features)
      starts.append(features.count)
      first.append(Int32(choice.range.lowerBound - sentence.range.lowerBound))
      last.append(Int32(choice.range.upperBound - sentence.range.lowerBound))
      isRight.append(right)
    }
    sentences.append((start..<isRight.count, sentence.range.count + 1))
  }

  /// The negative logarithm of how likely the right readings are, with the penalty, and its slopes.
  func loss(at weights: [Double], penalty: Double, slopes: inout [Double]) -> Double {
    var loss = 0.0
    for index in weights.indices {
      slopes[index] = penalty * weights[index]
      loss += penalty * weights[index] * weights[index] / 2
    }
    let shares = weights.withUnsafeBufferPointer { weights in
      features.withUnsafeBufferPointer { features in
        isRight.indices.map { stretch in
          var sum = 0.0
          for at in starts[stretch]..<starts[stretch + 1] { sum += weights[Int(features[at])] }
          if isRight[stretch] { loss -= sum }
          return exp(min(sum, 50))
        }
      }
    }
    var likelihoods = [Double](repeating: 0, count: isRight.count)
    for sentence in sentences {
      loss += log(addReadings(sentence.stretches, sentence.nodes, shares, to: &likelihoods))
    }
    slopes.withUnsafeMutableBufferPointer { slopes in
      features.withUnsafeBufferPointer { features in
        for stretch in isRight.indices {
          let slope = likelihoods[stretch] - (isRight[stretch] ? 1 : 0)
          guard abs(slope) > 1e-9 else { continue }
          for at in starts[stretch]..<starts[stretch + 1] { slopes[Int(features[at])] += slope }
        }
      }
    }
    return loss
  }

  /// The sum over all readings of a sentence; writes how likely each stretch is.
  private func addReadings(
    _ stretches: Range<Int>, _ nodes: Int, _ shares: [Double], to likelihoods: inout [Double]
  ) -> Double {
    var forward = [Double](repeating: 0, count: nodes)
    forward[0] = 1
    var next = stretches.lowerBound
    for node in 1..<nodes {
      forward[node] = forward[node - 1]
      while next < stretches.upperBound, last[next] == node {
        forward[node] += forward[Int(first[next])] * shares[next]
        next += 1
      }
    }
    var backward = [Double](repeating: 0, count: nodes)
    backward[nodes - 1] = 1
    // Each node takes what stretches that end further on have given it before it gives itself.
    next = stretches.upperBound - 1
    for node in (1..<nodes).reversed() {
      while next >= stretches.lowerBound, last[next] == node {
        backward[Int(first[next])] += shares[next] * backward[node]
        next -= 1
      }
      backward[node - 1] += backward[node]
    }
    let sum = forward[nodes - 1]
    for stretch in stretches {
      likelihoods[stretch] =
        forward[Int(first[stretch])] * shares[stretch] * backward[Int(last[stretch])] / sum
    }
    return sum
  }
}
