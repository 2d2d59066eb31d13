/// How often something was right, of how many found and how many asked for.
public struct Tally: Sendable, Equatable {
  public var right = 0
  public var predicted = 0
  public var required = 0

  public init(right: Int = 0, predicted: Int = 0, required: Int = 0) {
    self.right = right
    self.predicted = predicted
    self.required = required
  }

  public var precision: Double { predicted > 0 ? Double(right) / Double(predicted) : 0 }
  public var recall: Double { required > 0 ? Double(right) / Double(required) : 0 }
  public var f1: Double {
    predicted + required > 0 ? 2 * Double(right) / Double(predicted + required) : 0
  }

  public static func += (a: inout Tally, b: Tally) {
    a.right += b.right
    a.predicted += b.predicted
    a.required += b.required
  }

  /// The 95 % interval of F1, by resampling the articles with a fixed seed.
  ///
  /// Facts of one article go wrong together, so whole articles are drawn.
  public static func interval(of parts: [Tally], draws: Int = 1000) -> ClosedRange<Double> {
    guard parts.count > 1 else {
      let value = parts.first?.f1 ?? 0
      return value...value
    }
    var seed: UInt64 = 0x5348_5544
    var values: [Double] = []
    values.reserveCapacity(draws)
    for _ in 0..<draws {
      var sum = Tally()
      for _ in parts.indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += parts[Int((seed >> 33) % UInt64(parts.count))]
      }
      values.append(sum.f1)
    }
    values.sort()
    return values[draws / 40]...values[draws - 1 - draws / 40]
  }
}
