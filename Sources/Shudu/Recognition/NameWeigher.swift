/// Weighs the options of a sentence, stretch by stretch, with what the rules' own choice is trusted for.
struct NameWeigher {
  private let options: [NameOption]
  private let range: Range<Int>
  private var features: NameFeatures
  /// Whether nobody has shown the rest of the article.
  private let isAlone: Bool

  init(options: NameOptions, model: NameModel, isAlone: Bool) {
    self.options = options.options
    range = options.range
    features = NameFeatures(options: options, model: model)
    self.isAlone = isAlone
  }

  /// The names that together weigh most.
  mutating func best() -> [NameChoice.Stretch] {
    var stretches: [NameChoice.Stretch] = []
    stretches.reserveCapacity(options.count)
    var first = 0
    while let same = stretch(from: first) {
      let sums = features.support(of: same).sums
      if let stretch = NameWeigher.stretch(of: same, sums, isAlone: isAlone) {
        stretches.append(stretch)
      }
      first = same.endIndex
    }
    return NameChoice(range: range, stretches: stretches).best()
  }

  /// Every stretch as each kind of name that it may be, with the features of each.
  mutating func choices() -> [NameRecognizer.Choice] {
    var choices: [NameRecognizer.Choice] = []
    var first = 0
    while let same = stretch(from: first) {
      let support = features.support(of: same)
      let kinds = same.reduce(into: NameKinds()) { $0.formUnion($1.kinds) }
      for kind in NameKinds.ordered where kinds.contains(NameKinds(kind)) {
        choices.append(
          NameRecognizer.Choice(
            range: options[first].range, kind: kind, features: support.features(of: kind)))
      }
      first = same.endIndex
    }
    return choices
  }

  /// The options of the same stretch, which stand side by side; nil at the end.
  private func stretch(from first: Int) -> ArraySlice<NameOption>? {
    guard first < options.count else { return nil }
    var last = first + 1
    while last < options.count, options[last].key == options[first].key { last += 1 }
    return options[first..<last]
  }

  /// A stretch as the kind of name that it most likely is, the first of equals; nil where it is likelier none.
  private static func stretch(
    of same: ArraySlice<NameOption>, _ sums: NameModel.Row, isAlone: Bool
  ) -> NameChoice.Stretch? {
    var best: (kind: NameKind, weight: Int32, origins: NameOrigins)?
    for kind in NameKinds.ordered where sums[kind.number] > NameWeigher.least {
      var origins = NameOrigins()
      var isOption = false
      for option in same where option.kinds.contains(NameKinds(kind)) {
        isOption = true
        origins.formUnion(option.origins)
      }
      guard isOption else { continue }
      let weight = sums[kind.number] + origins.trust(in: kind, isAlone: isAlone)
      if weight > best?.weight ?? 0 { best = (kind, weight, origins) }
    }
    return best.map {
      NameChoice.Stretch(
        range: same[same.startIndex].range, kind: $0.kind, weight: $0.weight,
        rule: $0.origins.rule)
    }
  }

  /// No rule is trusted so far that it outweighs less.
  private static let least = -NameOrigins.mostTrust
}
