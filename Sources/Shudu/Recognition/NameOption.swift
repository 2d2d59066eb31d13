/// A stretch that may be a name of some kinds: what the choice of a sentence's names is made from.
struct NameOption: Sendable, BitwiseCopyable {
  private let first: Int32
  private let last: Int32
  let kinds: NameKinds
  let origins: NameOrigins
  /// The number of the next option with the same end, -1 for none.
  var next: Int32

  init(_ range: Range<Int>, _ kinds: NameKinds, _ origins: NameOrigins, next: Int32) {
    first = Int32(truncatingIfNeeded: range.lowerBound)
    last = Int32(truncatingIfNeeded: range.upperBound)
    self.kinds = kinds
    self.origins = origins
    self.next = next
  }

  var start: Int { Int(first) }
  var range: Range<Int> { Int(first)..<Int(last) }
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
  /// What follows shows that a person's name is at its end.
  static let ended = NameOrigins(rawValue: 1 << 45)
  /// Before a bracket that gives it a short name.
  static let shortened = NameOrigins(rawValue: 1 << 46)
  /// The rules by themselves would have chosen it.
  static let chosen = NameOrigins(rawValue: 1 << 48)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(rule: NameRule) { rawValue = rule == .likely ? 0 : 1 << UInt64(rule.rawValue) }

  /// The first of the rules that made it, `likely` where none did.
  var rule: NameRule {
    NameRule(rawValue: UInt8(truncatingIfNeeded: rawValue.trailingZeroBitCount)) ?? .likely
  }

  /// What is added to the weights for the rules' choice, or else the doubt where no rule proposes it.
  ///
  /// - Parameter isAlone: whether nobody has shown the rest of the article.
  func trust(isAlone: Bool, doubt: Int32) -> Int32 {
    let rule = rule
    guard rule != .likely else { return contains(.shortened) ? NameOrigins.shortenedTrust : doubt }
    return contains(.chosen) ? rule.trust(isAlone: isAlone) : 0
  }

  /// What is taken off each kind where no rule proposes it; persons are told by their characters, which no rule needs to
  /// vouch for.
  static func doubts(isAlone: Bool) -> NameModel.Row { isAlone ? doubtsAlone : doubts }

  /// What is added to what has the characters of the short name that a bracket gives it.
  private static let shortenedTrust: Int32 = 5000

  private static let doubtsAlone: NameModel.Row = {
    var alone = NameModel.Row(repeating: -1500)
    alone[NameKind.person.number] = 0
    alone[NameKind.organization.number] = -3500
    alone[NameKind.facility.number] = -2500
    alone[NameKind.product.number] = -500
    return alone
  }()

  private static let doubts: NameModel.Row = {
    var doubts = NameModel.Row(repeating: -500)
    doubts[NameKind.person.number] = 0
    doubts[NameKind.organization.number] = -1000
    doubts[NameKind.place.number] = -1000
    doubts[NameKind.facility.number] = -1000
    return doubts
  }()
}
