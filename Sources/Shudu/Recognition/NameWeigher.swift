/// Weighs the options of a sentence, stretch by stretch, with what the rules' own choice is trusted for.
struct NameWeigher: ~Copyable {
  private var features: NameFeatures
  /// Whether nobody has shown the rest of the article.
  private let isAlone: Bool
  /// What is taken off what no rule proposes.
  private let doubts: NameModel.Row

  init(
    options: consuming NameOptions, model: NameModel, words: NameWordSums, isAlone: Bool,
    told: NameTold, memory: NameMemory
  ) {
    features = NameFeatures(
      options: options, model: model, words: words, told: told, memory: memory)
    self.isAlone = isAlone
    doubts = NameOrigins.doubts(isAlone: isAlone)
  }

  /// The names that together weigh most.
  mutating func best() -> [NameChoice.Stretch] {
    var stretches: [NameChoice.Stretch] = []
    stretches.reserveCapacity(8)
    var cursor = NameOptionList.Cursor()
    while let same = features.options.list.next(&cursor) {
      guard features.weigh(same, doubts: doubts) else { continue }
      if let stretch = likeliest(of: same) { stretches.append(stretch) }
    }
    return NameChoice(stretches: stretches).best()
  }

  /// Every stretch as each kind of name that it may be, with the features of each.
  mutating func choices() -> [NameRecognizer.Choice] {
    var choices: [NameRecognizer.Choice] = []
    var cursor = NameOptionList.Cursor()
    while let same = features.options.list.next(&cursor) {
      guard features.weigh(same, doubts: doubts) else { continue }
      for kind in NameKinds.ordered where same.kinds.contains(NameKinds(kind)) {
        choices.append(
          NameRecognizer.Choice(
            range: same.range, kind: kind, features: features.support.features(of: kind)))
      }
    }
    return choices
  }

  /// The stretch weighed last as the kind of name that it most likely is, the first of equals; nil where it is likelier none.
  private mutating func likeliest(of same: NameOptionList.Stretch) -> NameChoice.Stretch? {
    var best: (number: Int, weight: Int32, rule: NameRule)?
    var bits = same.kinds.rawValue
    while bits != 0 {
      let number = bits.trailingZeroBitCount
      bits &= bits - 1
      let sum = features.support.sums[number]
      guard sum > NameWeigher.least else { continue }
      var origins = NameOrigins()
      features.options.list.forEach(of: same) {
        if $0.kinds.rawValue >> UInt8(number) & 1 != 0 { origins.formUnion($0.origins) }
      }
      let weight = sum + origins.trust(isAlone: isAlone, doubt: doubts[number])
      if weight > best?.weight ?? 0 { best = (number, weight, origins.rule) }
    }
    return best.map {
      NameChoice.Stretch(
        range: same.range, kind: NameKinds.ordered[$0.number], weight: $0.weight, rule: $0.rule)
    }
  }

  /// No rule is trusted so far that it outweighs less.
  private static let least = -NameRule.mostTrust
}
