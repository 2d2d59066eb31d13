/// What speaks for a candidate: the weights of its features, added up as they come.
///
/// Two numbers, however many the features are: which they were stands in the model's record, for training alone. Sums of
/// what several candidates share are made once and added.
struct Support: BitwiseCopyable, Sendable {
  private var total: Int32 = 0
  /// Its last step in the model's record; 0 where nobody asks for features.
  private var step: Int32

  /// Nothing yet.
  @inline(__always)
  init(_ model: LinearModel) { step = model.record == nil ? 0 : FeatureRecord.nothing }

  /// Thousandths.
  @inline(__always)
  var sum: Int { Int(total) }

  @inline(__always)
  mutating func add(_ feature: Feature, by model: LinearModel) {
    total &+= model.weight(of: feature)
    if step != 0 { step = model.recorded(feature, after: step) }
  }

  @inline(__always)
  mutating func add(_ other: Support, by model: LinearModel) {
    total &+= other.total
    if step != 0 { step = model.recorded(other.step, after: step) }
  }

  /// In the order in which they were added; none where the model keeps no record.
  func features(by model: LinearModel) -> [Feature] {
    model.record?.features(of: step) ?? []
  }
}
