/// The parts of a quantity, the same in every record.
extension JSONWriter {
  /// `value`, `min` and `max` as decimal strings.
  public mutating func bounds(
    _ value: ExactDecimal?, _ minimum: ExactDecimal?, _ maximum: ExactDecimal?
  ) {
    key("value")
    decimal(value)
    key("min")
    decimal(minimum)
    key("max")
    decimal(maximum)
  }

  /// `unit`: the words that stand for it, its code and dimension; null for none.
  public mutating func unit(_ unit: Unit?, text: String?) {
    key("unit")
    guard let unit, let text else { return null() }
    beginObject()
    key("text")
    string(text)
    key("code")
    string(unit.code)
    key("dimension")
    string(unit.dimension)
    endObject()
  }

  /// `normalized`: the bounds in the standard unit; null where there is none.
  public mutating func normalized(_ quantity: NormalizedQuantity?) {
    key("normalized")
    guard let quantity else { return null() }
    beginObject()
    bounds(quantity.value, quantity.minimum, quantity.maximum)
    key("unit")
    string(quantity.unit)
    endObject()
  }

  /// `per`: what a value is per, null for nothing.
  public mutating func per(_ words: [String]) {
    key("per")
    guard !words.isEmpty else { return null() }
    beginArray()
    for word in words { string(word) }
    endArray()
  }

  private mutating func decimal(_ value: ExactDecimal?) {
    value.map { string($0.description) } ?? null()
  }
}
