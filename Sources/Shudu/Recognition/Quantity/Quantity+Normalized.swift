extension Quantity {
  /// The quantity in its dimension's standard unit, exact; nil without a unit or beyond 38 digits.
  ///
  /// Bounds are converted too. A quotient that does not end is rounded to twelve decimal places.
  public func normalized() -> NormalizedQuantity? {
    guard let unit else { return nil }
    let factor = unit.unit.factor
    func convert(_ number: ExactDecimal?) -> ExactDecimal?? {
      guard let number else { return .some(nil) }
      guard let result = factor.apply(number) else { return nil }
      return .some(result)
    }
    guard let value = convert(value), let minimum = convert(minimum),
      let maximum = convert(maximum)
    else { return nil }
    return NormalizedQuantity(
      value: value, minimum: minimum, maximum: maximum, unit: unit.unit.standard)
  }
}

extension UnitFactor {
  /// The number in standard units.
  func apply(_ number: ExactDecimal) -> ExactDecimal? {
    guard let above = ExactDecimal(numerator), let below = ExactDecimal(denominator) else {
      return nil
    }
    var number = number
    if let offset {
      guard let shift = ExactDecimal(offset), let sum = number.adding(shift) else { return nil }
      number = sum
    }
    guard let product = number.multiplied(by: above) else { return nil }
    if below.coefficient == 1, below.places == 0 { return product }
    // A power of ten moves the point alone.
    var rest = below.coefficient
    var power = 0
    while rest % 10 == 0, rest != 0 {
      rest /= 10
      power += 1
    }
    if rest == 1, below.places == 0 { return product.scaled(byPowerOfTen: -power)?.shortened() }
    for places in [24, 18, 12] {
      if let quotient = product.divided(by: below, places: places) {
        let short = quotient.shortened()
        if short.places <= 12 || places == 12 || product.isSmall(beside: below) { return short }
        return product.divided(by: below, places: 12)?.shortened()
      }
    }
    return nil
  }

  func multiplied(by other: UnitFactor) -> UnitFactor {
    UnitFactor(
      numerator: UnitFactor.product(numerator, other.numerator),
      denominator: UnitFactor.product(denominator, other.denominator))
  }

  var inverse: UnitFactor { UnitFactor(numerator: denominator, denominator: numerator) }

  private static func product(_ a: String, _ b: String) -> String {
    if a == "1" { return b }
    if b == "1" { return a }
    guard let x = ExactDecimal(a), let y = ExactDecimal(b), let z = x.multiplied(by: y) else {
      return "0"
    }
    return z.description
  }
}

extension ExactDecimal {
  /// Whether the quotient by `other` is below a millionth, so that it needs more than twelve places.
  func isSmall(beside other: ExactDecimal) -> Bool {
    guard let bound = other.multiplied(by: ExactDecimal(coefficient: 1, places: 6)) else {
      return false
    }
    return (isNegative ? negated : self) < bound
  }
}

extension Unit {
  /// `元/吨` of `元` and `吨`.
  func divided(by other: Unit) -> Unit {
    Unit(
      code: code + "/" + other.code, dimension: dimension + "/" + other.dimension,
      standard: standard + "/" + other.standard,
      factor: factor.multiplied(by: other.factor.inverse))
  }

  /// `吨·公里` of `吨` and `公里`.
  func multiplied(by other: Unit) -> Unit {
    Unit(
      code: code + "." + other.code, dimension: dimension + "." + other.dimension,
      standard: standard + "." + other.standard, factor: factor.multiplied(by: other.factor))
  }
}
