extension QuantityKind {
  /// Its number in features: part of the weights' names, never to be changed.
  var number: Int {
    switch self {
    case .count: 0
    case .money: 1
    case .percent: 2
    case .multiple: 3
    case .ratio: 4
    case .rank: 5
    case .measure: 6
    case .duration: 7
    case .age: 8
    case .frequency: 9
    case .number: 10
    case .percentagePoint: 11
    }
  }
}

extension NameKind {
  /// Its number in features.
  var number: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .place: 2
    case .document: 3
    case .event: 4
    case .facility: 5
    case .product: 6
    case .program: 7
    }
  }
}
