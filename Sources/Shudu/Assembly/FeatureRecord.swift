import Synchronization

/// Which features speak for candidates, for training: a tree of steps, each of which adds a feature, or what another
/// candidate has, to those before it.
///
/// So that a sum needs but the number of its last step. Cost: a lock and sixteen bytes a feature.
final class FeatureRecord: Sendable {
  private enum Step {
    case nothing
    case feature(Feature, after: Int32)
    case branch(Int32, after: Int32)
  }

  /// The step before the first.
  static let nothing: Int32 = 1

  private let steps = Mutex<[Step]>([.nothing, .nothing])

  /// Adds a feature to those of a step: the number of the new one.
  func add(_ feature: Feature, after step: Int32) -> Int32 {
    append(.feature(feature, after: step))
  }

  /// Adds the features of another step.
  func add(_ other: Int32, after step: Int32) -> Int32 { append(.branch(other, after: step)) }

  private func append(_ step: Step) -> Int32 {
    steps.withLock {
      $0.append(step)
      return Int32(truncatingIfNeeded: $0.count - 1)
    }
  }

  /// All features up to a step, in the order in which they were added.
  func features(of last: Int32) -> [Feature] {
    steps.withLock { steps in
      var features: [Feature] = []
      var open = [last]
      while let number = open.popLast() {
        switch steps[Int(number)] {
        case .nothing: break
        case .feature(let feature, let before):
          features.append(feature)
          open.append(before)
        case .branch(let other, let before):
          open.append(before)
          open.append(other)
        }
      }
      return features.reversed()
    }
  }
}
