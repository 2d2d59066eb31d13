import Foundation
import ShuduStore

/// How far the review has come, how fast it goes, and how right the extractor was.
struct Progress: Encodable, Sendable {
  struct Reviewer: Encodable, Sendable {
    var name: String
    var decisions: Int
    var medianSeconds: Double?
    var perHour: Int
  }

  struct Hour: Encodable, Sendable {
    /// Its beginning, UTC.
    var hour: String
    var count: Int
  }

  /// How often a field was right among the facts that were checked.
  struct Precision: Encodable, Sendable {
    var field: String
    var right: Int
    var checked: Int
    var low: Double
    var high: Double
  }

  var total: Int
  var states: [String: Int]
  var decisions: Int
  var medianSeconds: Double?
  var perHour: Int
  var hours: [Hour]
  var reviewers: [Reviewer]
  var precision: [Precision]
}

extension ReviewDesk {
  static let measuredFields = [
    "value", "unit", "kind", "measure", "subject", "time", "status", "aspect",
  ]

  /// The most hours that the plot shows.
  private static let longestPlot = 36

  func progress() throws -> Progress {
    try corpus.refresh()
    let counts = try corpus.index.counts()
    var states: [String: Int] = [:]
    for (state, count) in counts.states {
      states[state == .unreviewed ? "open" : state.rawValue] = count
    }
    let verdicts: Set<Decision.Action> = [.accept, .reject, .correct, .add, .settle]
    let steps = try corpus.index.steps().filter { verdicts.contains($0.action) }
    var moments: [String: [Double]] = [:]
    var hours: [Int: Int] = [:]
    for step in steps {
      guard let seconds = Pace.seconds(of: step.when) else { continue }
      moments[step.who, default: []].append(seconds)
      hours[Int(seconds / 3600), default: 0] += 1
    }
    let all = Pace(moments.values.flatMap { $0 }.sorted())
    return Progress(
      total: counts.facts, states: states, decisions: steps.count,
      medianSeconds: moments.count == 1 ? all.medianSeconds : median(moments), perHour: all.perHour,
      hours: hours.sorted { $0.key < $1.key }.suffix(ReviewDesk.longestPlot).map {
        Progress.Hour(
          hour: Date(timeIntervalSince1970: Double($0.key) * 3600).ISO8601Format(), count: $0.value)
      },
      reviewers: moments.sorted { $0.key < $1.key }.map { name, moments in
        let pace = Pace(moments)
        return Progress.Reviewer(
          name: name, decisions: pace.decisions, medianSeconds: pace.medianSeconds,
          perHour: pace.perHour)
      },
      precision: try precision())
  }

  /// The median over reviewers' own medians, since their decisions interleave.
  private func median(_ moments: [String: [Double]]) -> Double? {
    let medians = moments.values.compactMap { Pace($0).medianSeconds }.sorted()
    return medians.isEmpty ? nil : medians[medians.count / 2]
  }

  /// From facts on which the reviewers agree or that were settled: a rejected fact is wrong, and a field that was
  /// corrected is.
  private func precision() throws -> [Progress.Precision] {
    var query = FactQuery()
    query.states = [.accepted, .corrected, .rejected]
    var kept = 0
    var rejected = 0
    var wrong: [String: Int] = [:]
    try corpus.index.forEachFact(query) { row in
      guard let review = row.review else { return }
      guard review.state != .rejected else {
        rejected += 1
        return
      }
      kept += 1
      for field in ReviewDesk.measuredFields where review.corrects(field) {
        wrong[field, default: 0] += 1
      }
    }
    func precision(_ field: String, _ right: Int, _ checked: Int) -> Progress.Precision {
      let interval = WilsonInterval(right: right, of: checked)
      return Progress.Precision(
        field: field, right: right, checked: checked, low: interval.low, high: interval.high)
    }
    return [precision("fact", kept, kept + rejected)]
      + ReviewDesk.measuredFields.map { precision($0, kept - wrong[$0, default: 0], kept) }
  }
}

extension Review {
  /// Whether the reviewers corrected a field; a value is also its bounds and its quote.
  func corrects(_ field: String) -> Bool {
    let names = field == "value" ? ["value", "min", "max", "quote"] : [field]
    return names.contains { fields[$0] != nil }
  }
}
