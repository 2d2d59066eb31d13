import Shudu

/// An evaluation as a table for a person.
public struct EvaluationReport {
  let evaluation: Evaluation

  public init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  public func text() -> String {
    var lines: [String] = []
    let facts = evaluation.rows()
    let gold = facts.first?.tally.required ?? 0
    lines.append("\(evaluation.articles.count) articles, \(gold) required facts")
    lines += table(facts)
    lines.append("")
    lines.append("full by genre")
    lines += groups(evaluation.grouped(by: \.genre))
    lines.append("")
    lines.append("full by split")
    lines += groups(evaluation.grouped(by: \.split))
    lines.append("")
    lines.append("full by kind")
    for kind in evaluation.kinds {
      if let row = evaluation.rows(kind: kind).first(where: { $0.field == "full" }) {
        lines.append("  " + line(kind, row))
      }
    }
    lines.append("")
    lines.append("calibration: said, facts, right (full)")
    for (band, count, right) in evaluation.calibration() {
      lines.append(
        "  \(fixed(band.lowerBound, 1))–\(fixed(band.upperBound, 1))  \(count)  \(fixed(right, 3))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every fact that was missed, made up, or wrong in a field, with its text, and every join and block missed or made up.
  public func misses() -> String {
    var lines: [String] = []
    for article in evaluation.articles {
      for gold in article.matching.missed {
        lines.append("\(article.path)\tmissed\t\(gold.quote)\t\(gold.sentence ?? "")")
      }
      for fact in article.matching.extra {
        lines.append("\(article.path)\textra\t\(fact.quote.text)\t\(fact.sentence.text)")
      }
      for pair in article.matching.pairs {
        for test in FieldTest.allCases where !test.isRight(pair.fact, pair.gold) {
          guard let (got, wanted) = shown(test, pair) else { continue }
          lines.append(
            "\(article.path)\t\(test.rawValue)\t\(pair.gold.quote)\t\(got)\t\(wanted)\t\(pair.fact.sentence.text)"
          )
        }
      }
      for miss in article.layout.misses {
        let text = miss.text.replacing("\n", with: " ")
        lines.append("\(article.path)\t\(miss.isMissed ? "missed" : "extra") \(miss.kind)\t\(text)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func shown(_ test: FieldTest, _ pair: FactMatching.Pair) -> (String, String)? {
    let (fact, gold) = (pair.fact, pair.gold)
    func list(_ names: [String]?) -> String { names?.joined(separator: "/") ?? "-" }
    switch test {
    case .value:
      return (
        fact.quantity.value?.description
          ?? "\(fact.quantity.minimum?.description ?? "")~\(fact.quantity.maximum?.description ?? "")",
        gold.value ?? "\(gold.min ?? "")~\(gold.max ?? "")"
      )
    case .unit: return (fact.unit?.text ?? "-", gold.unit ?? "-")
    case .approx: return (fact.quantity.approximation.rawValue, gold.approx)
    case .kind: return (fact.quantity.kind.rawValue, gold.kind)
    case .aspect: return (fact.aspect.rawValue, gold.aspect)
    case .measure: return (fact.measure?.text ?? "-", list(gold.measure))
    case .subject: return (fact.subject?.name.text ?? "-", list(gold.subject))
    case .time: return (fact.time?.value ?? "-", gold.time ?? "-")
    case .status: return (fact.status.rawValue, gold.status)
    default: return nil
    }
  }

  private func table(_ rows: [Evaluation.Row]) -> [String] {
    ["  " + pad("field", 12) + pad("P", 8) + pad("R", 8) + pad("F1", 8) + "95 % interval"]
      + rows.filter { $0.tally.required + $0.tally.predicted > 0 }.map {
        "  " + pad($0.field, 12) + pad(fixed($0.tally.precision, 3), 8)
          + pad(fixed($0.tally.recall, 3), 8) + pad(fixed($0.tally.f1, 3), 8)
          + "\(fixed($0.interval.lowerBound, 3))–\(fixed($0.interval.upperBound, 3))"
      }
  }

  private func groups(_ groups: [(name: String, evaluation: Evaluation)]) -> [String] {
    groups.compactMap { name, evaluation in
      evaluation.rows().first { $0.field == "full" }.map { "  " + line(name, $0) }
    }
  }

  private func line(_ name: String, _ row: Evaluation.Row) -> String {
    pad(name, 20) + pad(fixed(row.tally.f1, 3), 8)
      + "\(fixed(row.interval.lowerBound, 3))–\(fixed(row.interval.upperBound, 3))  "
      + "(\(row.tally.right) of \(row.tally.required))"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

/// A number from 0 with that many decimal places.
public func fixed(_ value: Double, _ places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let whole = Int(value * Double(scale) + 0.5)
  let fraction = String(whole % scale)
  return "\(whole / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
}
