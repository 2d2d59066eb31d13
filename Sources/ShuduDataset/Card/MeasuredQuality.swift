import ShuduEvaluation

/// How right the extractor is on articles of the corpus that people annotated.
public struct MeasuredQuality: Sendable {
  public struct Row: Sendable, Equatable {
    public var field: String
    public var precision: Double
    public var recall: Double
    public var f1: Double
    public var low: Double
    public var high: Double
  }

  /// The split that was measured, `test` where there is one.
  public var split: String
  public var articles: Int
  public var facts: Int
  public var rows: [Row]

  public init(_ evaluation: Evaluation, split: String) {
    self.split = split
    articles = evaluation.articles.count
    let wanted = [
      "found", "value", "unit", "kind", "aspect", "measure", "subject", "time", "status", "full",
    ]
    let found = evaluation.rows()
    rows = wanted.compactMap { name in
      found.first { $0.field == name }.map {
        Row(
          field: name, precision: $0.tally.precision, recall: $0.tally.recall, f1: $0.tally.f1,
          low: $0.interval.lowerBound, high: $0.interval.upperBound)
      }
    }
    facts = found.first { $0.field == "found" }?.tally.required ?? 0
  }
}
