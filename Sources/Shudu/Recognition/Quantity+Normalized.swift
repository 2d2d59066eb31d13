extension Quantity {
  /// The quantity in the standard unit of its dimension, worked out exactly; nil where it has no unit.
  public func normalized() -> NormalizedQuantity? {
    guard let unit = unit?.unit, unit.factor == UnitFactor() else { return nil }
    return NormalizedQuantity(value: value, minimum: minimum, maximum: maximum, unit: unit.standard)
  }
}
