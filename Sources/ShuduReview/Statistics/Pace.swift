import Foundation
import ShuduStore

/// How fast decisions were made. Waits longer than `pause` count as breaks.
struct Pace: Sendable {
  static let pause = 300.0

  let decisions: Int
  /// Median of the seconds from one decision to the next; nil where no two follow each other.
  let medianSeconds: Double?
  /// Decisions an hour of work, breaks left out.
  let perHour: Int

  /// - Parameter moments: of one reviewer's decisions, ascending, in seconds.
  init(_ moments: [Double]) {
    decisions = moments.count
    let waits = zip(moments, moments.dropFirst()).map { $1 - $0 }.filter { $0 <= Pace.pause }
      .sorted()
    guard !waits.isEmpty else {
      medianSeconds = nil
      perHour = 0
      return
    }
    let middle = waits.count / 2
    medianSeconds =
      waits.count.isMultiple(of: 2) ? (waits[middle - 1] + waits[middle]) / 2 : waits[middle]
    let worked = waits.reduce(0, +)
    perHour = worked > 0 ? Int((Double(waits.count) / worked * 3600).rounded()) : 0
  }

  /// Seconds since 1970 of a decision's time.
  static func seconds(of when: String) -> Double? {
    (try? Date(when, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))?
      .timeIntervalSince1970
  }
}
