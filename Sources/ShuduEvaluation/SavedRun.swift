import Foundation

/// The scores of a run, to be compared with later ones.
public struct SavedRun: Codable, Sendable, Equatable {
  public struct Score: Codable, Sendable, Equatable {
    public var precision: Double
    public var recall: Double
    public var f1: Double
    public var low: Double
    public var high: Double
    public var right: Int
    public var predicted: Int
    public var required: Int
  }

  public var extractor: String
  /// By field.
  public var scores: [String: Score]
  /// For each article and gold fact, the fields that were wrong (`missed` for one not found).
  public var wrong: [String: [String]]

  public init(_ evaluation: Evaluation, extractor: String) {
    self.extractor = extractor
    scores = [:]
    for row in evaluation.rows() {
      func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
      scores[row.field] = Score(
        precision: rounded(row.tally.precision), recall: rounded(row.tally.recall),
        f1: rounded(row.tally.f1), low: rounded(row.interval.lowerBound),
        high: rounded(row.interval.upperBound), right: row.tally.right,
        predicted: row.tally.predicted, required: row.tally.required)
    }
    wrong = [:]
    for article in evaluation.articles {
      for gold in article.matching.missed { wrong["\(article.path)#\(gold.id)"] = ["missed"] }
      for pair in article.matching.pairs {
        let fields = FieldTest.full.filter { !$0.isRight(pair.fact, pair.gold) }.map(\.rawValue)
        if !fields.isEmpty { wrong["\(article.path)#\(pair.gold.id)"] = fields }
      }
    }
  }

  public init(path: String) throws(EvaluationError) {
    guard let data = FileManager.default.contents(atPath: path),
      let run = try? JSONDecoder().decode(SavedRun.self, from: data)
    else { throw .badRun(path: path) }
    self = run
  }

  /// The run as JSON with sorted keys, the same bytes for the same run.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(self) + [0x0A]
  }

  /// What got better and what worse since an earlier run, for a person.
  public func comparison(with earlier: SavedRun) -> String {
    var lines = ["since \(earlier.extractor)"]
    for field in ArticleScore.fieldNames + ["same_as", "names", "joins", "blocks"] {
      guard let now = scores[field], let before = earlier.scores[field], now.f1 != before.f1 else {
        continue
      }
      lines.append("  \(field): \(fixed(before.f1, 3)) → \(fixed(now.f1, 3))")
    }
    let better = earlier.wrong.keys.filter { wrong[$0] == nil }.sorted()
    let worse = wrong.keys.filter { earlier.wrong[$0] == nil }.sorted()
    lines += better.map {
      "  better: \($0) (was wrong: \(earlier.wrong[$0, default: []].joined(separator: ", ")))"
    }
    lines += worse.map { "  worse: \($0) (\(wrong[$0, default: []].joined(separator: ", ")))" }
    return lines.joined(separator: "\n") + "\n"
  }
}
