/// Weights of cues for each of four outcomes, from a table of the binary.
///
/// A linear model where every candidate is an outcome, and all have the same cues: the four weights of a cue stand together, so
/// that it is looked up once.
struct OutcomeModel: Sendable {
  typealias Sums = SIMD4<Int32>

  private let table: FeatureTable<OutcomeSlot>
  let isEmpty: Bool
  /// Whether candidates keep their features, for training.
  var keepsFeatures = false

  /// Reads the table of that name.
  init(table name: String) { self.init(rows: WeightTable.rows(named: name)) }

  init(weights table: [Feature: Int32]) {
    self.init(rows: table.map { ($0.key, $0.value) })
  }

  private init(rows: [WeightTable.Row]) {
    var weights: [UInt64: SIMD4<Int16>] = [:]
    weights.reserveCapacity(rows.count / 2)
    for (feature, weight) in rows where feature.outcome < 4 {
      weights[feature.cue.key, default: .zero][feature.outcome] = Int16(clamping: weight)
    }
    table = FeatureTable(weights.map { OutcomeSlot(key: $0.key, weights: $0.value) })
    isEmpty = rows.isEmpty
  }

  /// What a cue says of each outcome.
  @inline(__always)
  func weights(of cue: Feature) -> Sums {
    Sums(truncatingIfNeeded: table.slot(of: cue.key).weights)
  }
}

/// What speaks for each of four outcomes: the weights of cues, added up as they come.
struct OutcomeSupport: Sendable {
  private var sums = OutcomeModel.Sums.zero
  /// Nil where nobody asks for them.
  private var cues: [Feature]?

  /// Nothing yet.
  init(_ model: OutcomeModel) { cues = model.keepsFeatures ? [] : nil }

  @inline(__always)
  mutating func add(_ cue: Feature, by model: OutcomeModel) { add(cue, model.weights(of: cue)) }

  /// Adds a cue whose weights are known.
  @inline(__always)
  mutating func add(_ cue: Feature, _ weights: OutcomeModel.Sums) {
    sums &+= weights
    if cues != nil { keep(cue) }
  }

  @inline(never)
  private mutating func keep(_ cue: Feature) { cues?.append(cue) }

  /// The outcome for which most speaks, the first of equals, and how likely it is beside the others (softmax).
  ///
  /// - Parameter first: those before it are not asked.
  func best(from first: Int = 0) -> (outcome: Int, probability: Double) {
    var best = first
    for outcome in first..<4 where sums[outcome] > sums[best] { best = outcome }
    var sum = 0.0
    for outcome in first..<4 {
      sum += LinearModel.exponential(Double(sums[outcome] - sums[best]) / 1000)
    }
    return (best, 1 / sum)
  }

  /// What an outcome would be chosen by.
  func candidate(_ outcome: Int, named name: String) -> FactDraft.Candidate<String> {
    FactDraft.Candidate(
      value: name, features: (cues ?? []).map { $0.feature(for: outcome) }, sum: Int(sums[outcome]))
  }
}

/// Features of outcomes, and the cues that they have in common.
extension Feature {
  /// The outcome that it speaks for.
  fileprivate var outcome: Int {
    template == Template.aspect.rawValue ? Int(first & 7) : Int(second)
  }

  /// What it has in common with the same cue's features for other outcomes.
  fileprivate var cue: Feature {
    var cue = self
    if template == Template.aspect.rawValue { cue.first >>= 3 } else { cue.second = 0 }
    return cue
  }

  /// The feature of a cue for one of the outcomes.
  fileprivate func feature(for outcome: Int) -> Feature {
    var feature = self
    if template == Template.aspect.rawValue {
      feature.first = feature.first << 3 | UInt32(outcome)
    } else {
      feature.second = UInt32(outcome)
    }
    return feature
  }
}
