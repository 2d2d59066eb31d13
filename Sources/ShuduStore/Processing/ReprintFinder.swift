import Foundation
import GRDB

/// Finds the articles that repeat another's text: a release that several papers printed.
///
/// A pure function of all articles. They are gone through by date, then path and line; one is a reprint of the first
/// earlier article that is none itself, whose text it repeats for the most part, with the same figures.
struct ReprintFinder {
  struct Article: Sendable {
    var id: Int64
    var key: String
    var path: String
    var line: Int
    var date: String?
    var fingerprint: TextFingerprint
  }

  /// The share of stretches that two texts must have in common, and that of their figures.
  static let leastLikeness = 0.75
  static let leastFigureLikeness = 0.9
  /// Hashes of a sketch by which likely pairs are found.
  private static let probes = 12

  /// For each reprint the key of the article that it repeats, by row.
  static func reprints(among articles: [Article]) -> [Int64: String] {
    let ordered = articles.sorted {
      ($0.date ?? "9999", $0.path, $0.line) < ($1.date ?? "9999", $1.path, $1.line)
    }
    var originals: [UInt32: [Int]] = [:]
    var result: [Int64: String] = [:]
    for (index, article) in ordered.enumerated() {
      let probes = article.fingerprint.sketch.prefix(ReprintFinder.probes)
      guard probes.count == ReprintFinder.probes else { continue }
      let likely = Set(probes.flatMap { originals[$0] ?? [] }).sorted()
      if let first = likely.first(where: { repeats(ordered[$0], article) }) {
        result[article.id] = ordered[first].key
      } else {
        for probe in probes { originals[probe, default: []].append(index) }
      }
    }
    return result
  }

  private static func repeats(_ original: Article, _ article: Article) -> Bool {
    original.fingerprint.likeness(to: article.fingerprint) >= leastLikeness
      && original.fingerprint.figureLikeness(to: article.fingerprint) >= leastFigureLikeness
  }
}
