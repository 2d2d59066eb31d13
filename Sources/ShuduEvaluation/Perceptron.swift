import Shudu

/// Averaged perceptron over candidates: moves weights towards the best right candidate whenever a wrong one wins.
///
/// Integer weights and a fixed order make the result the same every time.
struct Perceptron {
  /// One choice: the candidates' features, and which of them are right.
  struct Example {
    var candidates: [[Feature]]
    var isRight: [Bool]
  }

  private var weights: [Feature: Int] = [:]
  private var totals: [Feature: Int] = [:]
  private var lastChange: [Feature: Int] = [:]
  private var step = 0

  /// Weights after a number of passes over the examples that have both right and wrong candidates.
  static func train(_ examples: [Example], passes: Int) -> [Feature: Int32] {
    var model = Perceptron()
    var useful = examples.filter { $0.isRight.contains(true) && $0.isRight.contains(false) }
    let common = commonFeatures(of: useful)
    for index in useful.indices {
      useful[index].candidates = useful[index].candidates.map { $0.filter(common.contains) }
    }
    for _ in 0..<passes { for example in useful { model.learn(example) } }
    return model.averaged()
  }

  /// Features of at least that many examples; what rarer ones teach is chance.
  private static let leastExamples = 4

  private static func commonFeatures(of examples: [Example]) -> Set<Feature> {
    var counts: [Feature: Int] = [:]
    for example in examples {
      for feature in Set(example.candidates.joined()) { counts[feature, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= leastExamples }.keys)
  }

  private mutating func learn(_ example: Example) {
    step += 1
    var best = 0
    var bestRight = -1
    let scores = example.candidates.map { $0.reduce(0) { $0 + weights[$1, default: 0] } }
    for index in scores.indices {
      if scores[index] > scores[best] { best = index }
      if example.isRight[index], bestRight < 0 || scores[index] > scores[bestRight] {
        bestRight = index
      }
    }
    // A wrong candidate that comes within a margin counts as winning, so that the choice is firm.
    let rival = scores.indices.filter { !example.isRight[$0] }.max { scores[$0] < scores[$1] }
    guard let rival, scores[rival] + Perceptron.margin > scores[bestRight] else { return }
    for feature in example.candidates[bestRight] { change(feature, by: 1) }
    for feature in example.candidates[rival] { change(feature, by: -1) }
  }

  private static let margin = 8

  private mutating func change(_ feature: Feature, by amount: Int) {
    let weight = weights[feature, default: 0]
    totals[feature, default: 0] += weight * (step - lastChange[feature, default: 0])
    lastChange[feature] = step
    weights[feature] = weight + amount
  }

  /// Means of the weights over all steps, in hundredths; zeros left out.
  private func averaged() -> [Feature: Int32] {
    var result: [Feature: Int32] = [:]
    for (feature, weight) in weights {
      let total =
        totals[feature, default: 0] + weight * (step - lastChange[feature, default: 0] + 1)
      let mean = Int32(total * 100 / max(1, step))
      if mean != 0 { result[feature] = mean }
    }
    return result
  }
}
