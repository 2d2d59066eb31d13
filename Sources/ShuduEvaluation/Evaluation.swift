import Shudu

/// Scores of a set of articles, together and by group.
public struct Evaluation: Sendable {
  public let articles: [ArticleScore]

  public init(articles: [ArticleScore]) {
    self.articles = articles
  }

  /// One row of a table: a field's tally and the interval of its F1.
  public struct Row: Sendable {
    public var field: String
    public var tally: Tally
    public var interval: ClosedRange<Double>
  }

  /// All fields of the facts, then links between tellings, names and layout, the blocks also by type.
  public func rows(kind: String? = nil) -> [Row] {
    let parts = articles.map { $0.fields(kind: kind) }
    var rows = ArticleScore.fieldNames.map { name in
      row(name, parts.map { $0[name] ?? Tally() })
    }
    if kind == nil {
      rows.append(row("same_as", articles.map(\.tellings)))
      rows.append(row("names", articles.map(\.names)))
      rows.append(row("joins", articles.map(\.layout.joins)))
      rows.append(row("blocks", articles.map(\.layout.blocks)))
      rows += LayoutMatching.blockKinds.map { kind in
        row(kind, articles.map { $0.layout.kinds[kind] ?? Tally() })
      }
    }
    return rows
  }

  public func grouped(by key: (ArticleScore) -> String) -> [(name: String, evaluation: Evaluation)]
  {
    Dictionary(grouping: articles, by: key).sorted { $0.key < $1.key }.map {
      ($0.key, Evaluation(articles: $0.value))
    }
  }

  public var kinds: [String] {
    var names = Set<String>()
    for article in articles { for pair in article.matching.pairs { names.insert(pair.gold.kind) } }
    return names.sorted()
  }

  private func row(_ field: String, _ parts: [Tally]) -> Row {
    var sum = Tally()
    for part in parts { sum += part }
    return Row(field: field, tally: sum, interval: Tally.interval(of: parts))
  }

  /// Of facts said to be right with a probability, how many are: ten bands of `confidence.fact`.
  public func calibration() -> [(band: ClosedRange<Double>, facts: Int, right: Double)] {
    var counts = Array(repeating: (facts: 0, right: 0), count: 10)
    for article in articles {
      for pair in article.matching.pairs {
        let band = min(9, Int(pair.fact.confidence.fact * 10))
        counts[band].facts += 1
        if FieldTest.full.allSatisfy({ $0.isRight(pair.fact, pair.gold) }) {
          counts[band].right += 1
        }
      }
      for fact in article.matching.extra {
        counts[min(9, Int(fact.confidence.fact * 10))].facts += 1
      }
    }
    return counts.enumerated().filter { $0.element.facts > 0 }.map { index, count in
      (
        Double(index) / 10...Double(index + 1) / 10, count.facts,
        Double(count.right) / Double(count.facts)
      )
    }
  }
}
