extension QuantityKind {
  /// The rule that a plain quantity of the kind is made by, as a literal: mentions are many.
  var rule: String {
    switch self {
    case .count: "quantity.count"
    case .money: "quantity.money"
    case .percent: "quantity.percent"
    case .multiple: "quantity.multiple"
    case .ratio: "quantity.ratio"
    case .rank: "quantity.rank"
    case .measure: "quantity.measure"
    case .duration: "quantity.duration"
    case .age: "quantity.age"
    case .frequency: "quantity.frequency"
    case .number: "quantity.number"
    case .percentagePoint: "quantity.point"
    }
  }
}
