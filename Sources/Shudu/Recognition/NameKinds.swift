/// Some of the eight kinds of names, a bit each.
struct NameKinds: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8

  static let person = NameKinds(.person)
  static let organization = NameKinds(.organization)
  static let place = NameKinds(.place)
  static let document = NameKinds(.document)
  static let event = NameKinds(.event)
  static let facility = NameKinds(.facility)
  static let product = NameKinds(.product)
  static let program = NameKinds(.program)
  /// Those whose names may be a dozen words long.
  static let long: NameKinds = [.document, .event, .organization]
  static let all = NameKinds(rawValue: .max)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ kind: NameKind) { rawValue = 1 << UInt8(kind.number) }

  /// All kinds in the order of their numbers.
  static let ordered = NameKind.allCases.sorted { $0.number < $1.number }
}
