import Foundation
import ShuduStore

/// How far reviewers agree on the facts that two or more judged without sight of each other.
struct Agreement: Encodable, Sendable {
  struct Row: Encodable, Sendable {
    /// `verdict` for keep or reject, else a field.
    var field: String
    /// Facts on which two or more said something of the field.
    var facts: Int
    /// The share of pairs of reviewers who say the same; nil where there is no pair.
    var agreement: Double?
    /// Krippendorff's alpha; nil where chance can't be told apart.
    var alpha: Double?

    enum CodingKeys: CodingKey { case field, facts, agreement, alpha }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(field, forKey: .field)
      try container.encode(facts, forKey: .facts)
      try container.encode(agreement, forKey: .agreement)
      try container.encode(alpha, forKey: .alpha)
    }
  }

  var facts: Int
  var fields: [Row]

  /// - Parameter judged: for each fact, what each reviewer says of each field; nil for a rejected fact.
  init(_ judged: [[[String: String]?]], fields names: [String]) {
    facts = judged.count
    let verdicts = judged.map { $0.map { $0 == nil ? "reject" : "keep" } }
    fields = [Agreement.row("verdict", verdicts)]
    for name in names {
      fields.append(Agreement.row(name, judged.map { $0.compactMap { $0?[name] } }))
    }
  }

  private static func row(_ field: String, _ units: [[String]]) -> Row {
    let paired = units.filter { $0.count > 1 }
    var same = 0
    var pairs = 0
    for ratings in paired {
      for (index, rating) in ratings.enumerated() {
        for other in ratings[(index + 1)...] {
          pairs += 1
          if rating == other { same += 1 }
        }
      }
    }
    return Row(
      field: field, facts: paired.count, agreement: pairs > 0 ? Double(same) / Double(pairs) : nil,
      alpha: KrippendorffAlpha.nominal(paired))
  }
}

extension ReviewDesk {
  func agreement() throws -> Agreement {
    try corpus.refresh()
    var query = FactQuery()
    query.states = [.accepted, .corrected, .rejected, .added, .disputed]
    var judged: [[[String: String]?]] = []
    try corpus.index.forEachFact(query) { row in
      guard let review = row.review, review.verdicts.count > 1 else { return }
      let record = try JSONValue(parsing: Data(row.record.utf8))
      judged.append(
        review.verdicts.map { verdict in
          verdict.verdict == .reject ? nil : ReviewDesk.words(of: record, verdict.fields)
        })
    }
    return Agreement(judged, fields: ReviewDesk.measuredFields)
  }

  /// What each field says after a reviewer's corrections.
  private static func words(of record: JSONValue, _ fields: FieldValues) -> [String: String] {
    var words: [String: String] = [:]
    for name in measuredFields {
      switch fields[name] ?? record[name] ?? .null {
      case .string(let text): words[name] = text
      case .object(let members):
        words[name] = (members["value"]?.text ?? members["text"]?.text) ?? ""
      default: words[name] = ""
      }
    }
    return words
  }
}
