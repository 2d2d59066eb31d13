/// A property of a candidate that a weight is kept for: a template and up to two values.
///
/// Values are class numbers, characters or small counts; the table of weights writes them out as text.
public struct Feature: Sendable, Hashable {
  var template: UInt8
  var first: UInt32
  var second: UInt32

  init(_ template: Template, _ first: Int = 0, _ second: Int = 0) {
    self.template = template.rawValue
    self.first = UInt32(truncatingIfNeeded: first)
    self.second = UInt32(truncatingIfNeeded: second)
  }

  enum Template: UInt8, Sendable, CaseIterable {
    case origin, rule, originKind, boundary, boundaryCharacter, firstToken, head, headCharacter
    case headUnit, length, words, holds, distance, between, originBoundary, headBoundary
    case nameKind, next, previous, clauses, same, times, sentences, role, boundaryPair,
      firstCharacter
    case kindDistance, originRole, status
  }

  /// `template:first:second`, as the table of weights has it.
  public var name: String {
    let title = Template(rawValue: template).map { "\($0)" } ?? "unknown"
    return "\(title):\(first):\(second)"
  }

  init?(name: some StringProtocol) {
    let parts = name.split(separator: ":")
    guard parts.count == 3, let first = UInt32(parts[1]), let second = UInt32(parts[2]),
      let template = Template.allCases.first(where: { "\($0)" == parts[0] })
    else { return nil }
    self.template = template.rawValue
    self.first = first
    self.second = second
  }
}

/// Weights of features, from a table of the binary: chooses among candidates by the sum of their weights.
struct LinearModel: Sendable {
  private let weights: [Feature: Int32]

  init(weights: [Feature: Int32]) {
    self.weights = weights
  }

  /// Reads lines of `feature`, tab, weight.
  init(_ table: EmbeddedTable) {
    var weights: [Feature: Int32] = [:]
    weights.reserveCapacity(table.rows.count)
    for row in table.rows where row.count >= 2 {
      if let feature = Feature(name: row[0]), let weight = Int32(row[1]) {
        weights[feature] = weight
      }
    }
    self.weights = weights
  }

  var isEmpty: Bool { weights.isEmpty }

  func score(_ features: [Feature]) -> Int {
    var sum = 0
    for feature in features { sum += Int(weights[feature] ?? 0) }
    return sum
  }

  /// Index of the candidate with the highest score, the first of equals; nil for none.
  func best(of candidates: [[Feature]]) -> Int? {
    var best: (index: Int, score: Int)?
    for (index, features) in candidates.enumerated() {
      let score = score(features)
      if best.map({ score > $0.score }) ?? true { best = (index, score) }
    }
    return best?.index
  }
}
