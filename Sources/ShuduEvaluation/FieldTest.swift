import Shudu

/// Whether a field of an extracted fact is what the annotator wrote.
public enum FieldTest: String, CaseIterable, Sendable {
  case value, unit, approx, kind, aspect, measure
  case measureLenient = "measure~"
  case subject
  case subjectLenient = "subject~"
  case time, status, change, basis
  case shareOf = "share_of"
  case per, predicate, emphasis

  /// The fields that `full` asks for all at once.
  public static let full: [FieldTest] = [.value, .unit, .measure, .subject, .time, .status]
  public static let fullLenient: [FieldTest] = [
    .value, .unit, .measureLenient, .subjectLenient, .time, .status,
  ]

  public func isRight(_ fact: Fact, _ gold: GoldFact) -> Bool {
    switch self {
    case .value:
      same(fact.quantity.value, gold.value) && same(fact.quantity.minimum, gold.min)
        && same(fact.quantity.maximum, gold.max)
    case .unit: FieldTest.normal(fact.unit?.text) == FieldTest.normal(gold.unit)
    case .approx: fact.quantity.approximation.rawValue == gold.approx
    case .kind: fact.quantity.kind.rawValue == gold.kind
    case .aspect: fact.aspect.rawValue == gold.aspect
    case .measure: FieldTest.named(fact.measure?.text, gold.measure, isLenient: false)
    case .measureLenient: FieldTest.named(fact.measure?.text, gold.measure, isLenient: true)
    case .subject: FieldTest.named(fact.subject?.name.text, gold.subject, isLenient: false)
    case .subjectLenient: FieldTest.named(fact.subject?.name.text, gold.subject, isLenient: true)
    case .time: wholeYear(fact.time?.value) == wholeYear(gold.time)
    case .status: fact.status.rawValue == gold.status
    case .change: fact.change?.direction.rawValue == gold.change?.direction
    case .basis: fact.change?.basis.rawValue == gold.change?.basis
    case .shareOf: FieldTest.named(fact.shareOf?.text, gold.shareOf, isLenient: true)
    case .per: fact.per.sorted() == (gold.per ?? []).sorted()
    case .predicate: FieldTest.normal(fact.predicate?.text) == FieldTest.normal(gold.predicate)
    case .emphasis: fact.emphasis?.rawValue == gold.emphasis
    }
  }

  private func same(_ value: ExactDecimal?, _ text: String?) -> Bool {
    value == text.flatMap { ExactDecimal($0) }
  }

  static func named(_ name: String?, _ accepted: [String]?, isLenient: Bool) -> Bool {
    let name = normal(name)
    guard let accepted else { return name == nil }
    guard let name else { return false }
    let names = accepted.compactMap(normal)
    return names.contains(name) || isLenient && names.contains { overlap(name, $0) >= 0.7 }
  }

  /// A name without marks, brackets of one width, and the `的` it ends with; nil for none.
  static func normal(_ text: String?) -> String? {
    guard let text else { return nil }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "（": scalars.append("(")
      case "）": scalars.append(")")
      case "*", "“", "”", "\"", "'", "‘", "’", "《", "》", "「", "」": continue
      case _ where scalar.properties.isWhitespace: continue
      default: scalars.append(scalar)
      }
    }
    while scalars.last == "的" { scalars.removeLast() }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return scalars.isEmpty ? nil : String(result).lowercased()
  }

  /// F1 of the characters of two names.
  static func overlap(_ a: String, _ b: String) -> Double {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in a.unicodeScalars { counts[scalar, default: 0] += 1 }
    var common = 0
    for scalar in b.unicodeScalars where counts[scalar, default: 0] > 0 {
      counts[scalar, default: 0] -= 1
      common += 1
    }
    return 2 * Double(common) / Double(a.unicodeScalars.count + b.unicodeScalars.count)
  }

  /// A bare year equals its own whole-year interval.
  private func wholeYear(_ time: String?) -> String? {
    guard let time, !time.isEmpty else { return nil }
    let year = String(time.prefix(4))
    return [year + "-01-01/" + year + "-12-31", year + "-01/" + year + "-12"].contains(time)
      ? year : time
  }
}
