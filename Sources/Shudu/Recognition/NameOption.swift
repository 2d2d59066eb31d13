/// A stretch that may be a name of some kinds: what the choice of a sentence's names is made from.
struct NameOption: Sendable, BitwiseCopyable {
  private let first: Int32
  private let last: Int32
  let kinds: NameKinds
  let origins: NameOrigins

  init(_ range: Range<Int>, _ kinds: NameKinds, _ origins: NameOrigins) {
    first = Int32(truncatingIfNeeded: range.lowerBound)
    last = Int32(truncatingIfNeeded: range.upperBound)
    self.kinds = kinds
    self.origins = origins
  }

  var range: Range<Int> { Int(first)..<Int(last) }

  /// Orders by end, then by start, by which equal stretches come to stand side by side.
  var key: UInt64 { UInt64(UInt32(bitPattern: last)) << 32 | UInt64(UInt32(bitPattern: first)) }
}

/// What made an option: a rule, or something that only shows where to look.
struct NameOrigins: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt64

  static let marks = NameOrigins(rawValue: 1 << 40)
  /// A surname with a title (`王阿婆`).
  static let surnameTitle = NameOrigins(rawValue: 1 << 41)
  static let compoundSurname = NameOrigins(rawValue: 1 << 42)
  /// After a person's title.
  static let introduced = NameOrigins(rawValue: 1 << 43)
  /// Introduced earlier in the article.
  static let told = NameOrigins(rawValue: 1 << 44)
  /// The rules by themselves would have chosen it.
  static let chosen = NameOrigins(rawValue: 1 << 48)

  /// The rules by the number of their bit, part of the weights' names: new ones go to the end. Beside each, in thousandths, how
  /// far its choice is trusted beyond what the corpus teaches, whose companies and persons are invented: the corpus has few of
  /// the names that the tables know. First within an article, then in a text of a few sentences.
  private static let rules: [(name: String, trust: Int32, trustAlone: Int32)] = [
    ("document.marks", 5000, 5000),
    ("document.suffix", 5000, 5000),
    ("event.suffix", 8000, 8000),
    ("event.known", 8000, 8000),
    ("facility.part", 5000, 5000),
    ("facility.suffix", 5000, 5000),
    ("organization.known", 8000, 8000),
    ("organization.brand", 8000, 8000),
    ("organization.list", 12000, 12000),
    ("organization.trade", 8000, 8000),
    ("organization.suffix", 8000, 8000),
    ("person.foreign", 1500, 5000),
    ("person.surname", 3000, 5000),
    ("person.known", 8000, 8000),
    ("person.title", 8000, 8000),
    ("place.foreign", 3000, 3000),
    ("place.run", 0, 3000),
    ("place.known", 0, 3000),
    ("place.letters", 8000, 8000),
    ("place.letter", 8000, 8000),
    ("place.short", 5000, 3000),
    ("place.suffix", 5000, 5000),
    ("place.single", 6000, 4000),
    ("product.suffix", 8000, 8000),
    ("program.known", 8000, 8000),
    ("program.suffix", 8000, 8000),
    ("quoted.suffix", 5000, 5000),
    ("quoted.noun", 5000, 5000),
    ("taught", 0, 3000),
  ]

  private static let numbers = Dictionary(
    uniqueKeysWithValues: rules.enumerated().map { ($0.element.name, $0.offset) })
  private static let trusts = FixedTable(rules.map(\.trust))
  private static let trustsAlone = FixedTable(rules.map(\.trustAlone))

  /// What any rule is trusted for at most.
  static let mostTrust = rules.reduce(0) { max($0, $1.trust, $1.trustAlone) }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(rule: String) {
    rawValue = NameOrigins.numbers[rule].map { 1 << UInt64($0) } ?? 0
  }

  /// The first of the rules that made it, `likely` where none did.
  var rule: String {
    let bit = rawValue.trailingZeroBitCount
    return bit < NameOrigins.rules.count ? NameOrigins.rules[bit].name : "likely"
  }

  /// What is added to the weights for the rules' choice, and taken off what no rule proposes; persons are told by their
  /// characters, which no rule needs to vouch for.
  ///
  /// - Parameter isAlone: whether nobody has shown the rest of the article.
  func trust(in kind: NameKind, isAlone: Bool) -> Int32 {
    let bit = rawValue.trailingZeroBitCount
    guard bit < NameOrigins.trusts.count else {
      return NameOrigins.doubts(isAlone: isAlone)[kind.number]
    }
    guard contains(.chosen) else { return 0 }
    return isAlone ? NameOrigins.trustsAlone[bit] : NameOrigins.trusts[bit]
  }

  /// What is taken off each kind where no rule proposes it.
  static func doubts(isAlone: Bool) -> NameModel.Row { isAlone ? doubtsAlone : doubts }

  private static let doubtsAlone: NameModel.Row = {
    var alone = doubts
    alone[NameKind.person.number] = 0
    return alone
  }()

  private static let doubts: NameModel.Row = {
    var doubts = NameModel.Row(repeating: -1500)
    doubts[NameKind.person.number] = -500
    doubts[NameKind.organization.number] = -3500
    doubts[NameKind.facility.number] = -2500
    doubts[NameKind.product.number] = -500
    return doubts
  }()
}
