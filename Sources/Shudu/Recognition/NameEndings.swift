/// The kinds of names that words end.
enum NameEndings {
  private struct Ending: Sendable, BitwiseCopyable {
    let classes: UInt64
    let kinds: NameKinds

    init(_ kinds: NameKinds, _ classes: NameClass...) {
      self.kinds = kinds
      self.classes = classes.reduce(0) { $0 | $1.rawValue }
    }
  }

  private static let table = FixedTable([
    Ending([.organization, .facility], .full, .suffix, .suffixWeak, .member),
    Ending(.organization, .brand, .brandList, .fold, .organization),
    Ending([.place, .facility, .organization], .placeSuffix, .placeSingle),
    Ending([.place, .facility], .placeWeak),
    Ending([.facility, .organization, .place], .facilityWeak),
    Ending(.place, .place, .weakPlace),
    Ending([.event, .program], .eventSuffix, .eventWeak, .event),
    Ending([.facility, .organization, .place], .facilitySuffix),
    Ending([.product, .facility, .organization], .productSuffix),
    Ending([.program, .facility, .document], .programSuffix),
    Ending([.program, .product], .programWeak),
    Ending(.program, .program),
    Ending([.document, .program], .documentSuffix),
  ])

  /// What a bracket may give a short name to.
  static let shortened: NameKinds = [
    .organization, .place, .facility, .program, .product, .event,
  ]

  /// The classes of all words that names end with.
  static let all: UInt64 = table.indices.reduce(0) { $0 | table[$1].classes }

  /// The kinds of names that a token ends.
  static func kinds(of token: NameToken) -> NameKinds {
    var classes = token.classes.rawValue
    if token.form == .place { classes |= NameClass.placeSuffix.rawValue }
    var kinds: NameKinds = []
    for index in table.indices where classes & table[index].classes != 0 {
      kinds.insert(table[index].kinds)
    }
    return kinds
  }
}
