/// Weighs the options of a sentence, stretch by stretch, with what the rules' own choice is trusted for.
struct NameWeigher {
  private let options: [NameOption]
  private let range: Range<Int>
  private var features: NameFeatures
  /// Whether nobody has shown the rest of the article.
  private let isAlone: Bool
  /// What is taken off what no rule proposes.
  private let doubts: NameModel.Row

  init(options: NameOptions, model: NameModel, isAlone: Bool) {
    self.options = options.options
    range = options.range
    features = NameFeatures(options: options, model: model)
    self.isAlone = isAlone
    doubts = NameOrigins.doubts(isAlone: isAlone)
  }

  /// The names that together weigh most.
  mutating func best() -> [NameChoice.Stretch] {
    var stretches: [NameChoice.Stretch] = []
    stretches.reserveCapacity(options.count / 4)
    var first = 0
    while let same = stretch(from: first) {
      let kinds = features.weigh(same, doubts: doubts)
      if let stretch = likeliest(kinds, of: same) { stretches.append(stretch) }
      first = same.upperBound
    }
    return NameChoice(range: range, stretches: stretches).best()
  }

  /// Every stretch as each kind of name that it may be, with the features of each.
  mutating func choices() -> [NameRecognizer.Choice] {
    var choices: [NameRecognizer.Choice] = []
    var first = 0
    while let same = stretch(from: first) {
      let kinds = features.weigh(same, doubts: doubts)
      for kind in NameKinds.ordered where kinds.contains(NameKinds(kind)) {
        choices.append(
          NameRecognizer.Choice(
            range: options[first].range, kind: kind, features: features.support.features(of: kind)))
      }
      first = same.upperBound
    }
    return choices
  }

  /// The options of the same stretch, which stand side by side; nil at the end.
  private func stretch(from first: Int) -> Range<Int>? {
    guard first < options.count else { return nil }
    var last = first + 1
    while last < options.count, options[last].key == options[first].key { last += 1 }
    return first..<last
  }

  /// The stretch weighed last as the kind of name that it most likely is, the first of equals; nil where it is likelier none.
  private func likeliest(_ kinds: NameKinds, of same: Range<Int>) -> NameChoice.Stretch? {
    let sums = features.support.sums
    var best: (number: Int, weight: Int32, rule: NameRule)?
    var bits = kinds.rawValue
    while bits != 0 {
      let number = bits.trailingZeroBitCount
      bits &= bits - 1
      guard sums[number] > NameWeigher.least else { continue }
      var origins = NameOrigins()
      for option in same where options[option].kinds.rawValue >> UInt8(number) & 1 != 0 {
        origins.formUnion(options[option].origins)
      }
      let weight = sums[number] + origins.trust(isAlone: isAlone, doubt: doubts[number])
      if weight > best?.weight ?? 0 { best = (number, weight, origins.rule) }
    }
    return best.map {
      NameChoice.Stretch(
        range: options[same.lowerBound].range, kind: NameKinds.ordered[$0.number],
        weight: $0.weight, rule: $0.rule)
    }
  }

  /// No rule is trusted so far that it outweighs less.
  private static let least = -NameRule.mostTrust
}
