/// What speaks for a candidate: the weights of its features, added up as they come.
///
/// The features themselves are kept for training alone, for a candidate has dozens of them and most candidates are looked at
/// once. Sums of what several candidates share are made once and added.
struct Support: Sendable {
  private(set) var sum = 0
  /// In the order in which they were added; nil where nobody asks for them.
  private(set) var features: [Feature]?

  init(sum: Int, features: [Feature]?) {
    self.sum = sum
    self.features = features
  }

  /// Nothing yet.
  init(_ model: LinearModel) {
    features = model.keepsFeatures ? [] : nil
  }

  @inline(__always)
  mutating func add(_ feature: Feature, by model: LinearModel) {
    sum &+= model.weight(of: feature)
    if features != nil { keep(feature) }
  }

  @inline(never)
  private mutating func keep(_ feature: Feature) { features?.append(feature) }

  @inline(__always)
  mutating func add(_ other: Support) {
    sum += other.sum
    if let more = other.features { features?.append(contentsOf: more) }
  }
}
