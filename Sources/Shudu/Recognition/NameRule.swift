/// What proposes a name.
///
/// The numbers are those of the bits in `NameOrigins`, and part of the weights' names: new ones go before `likely`.
enum NameRule: UInt8, Sendable {
  case documentMarks
  case documentSuffix
  case eventSuffix
  case eventKnown
  case facilityPart
  case facilitySuffix
  case organizationKnown
  case organizationBrand
  case organizationList
  case organizationTrade
  case organizationSuffix
  case personForeign
  case personSurname
  case personKnown
  case personTitle
  case placeForeign
  case placeRun
  case placeKnown
  case placeLetters
  case placeLetter
  case placeShort
  case placeSuffix
  case placeSingle
  case productSuffix
  case programKnown
  case programSuffix
  case quotedSuffix
  case quotedNoun
  case taught
  case facilityKnown
  /// No rule: the weights alone.
  case likely

  /// By number: what mentions call it, and in thousandths how far its choice is trusted beyond what the corpus teaches, whose
  /// companies and persons are invented: the corpus has few of the names that the tables know. First within an article, then
  /// in a text of a few sentences.
  private static let table: [(name: String, trust: Int32, trustAlone: Int32)] = [
    ("name.document.marks", 1500, 5000),
    ("name.document.suffix", 5000, 5000),
    ("name.event.suffix", 8000, 8000),
    ("name.event.known", 8000, 8000),
    ("name.facility.part", 5000, 5000),
    ("name.facility.suffix", 1500, 5000),
    ("name.organization.known", 3000, 8000),
    ("name.organization.brand", 8000, 8000),
    ("name.organization.list", 8000, 12000),
    ("name.organization.trade", 1500, 8000),
    ("name.organization.suffix", 2500, 8000),
    ("name.person.foreign", 1500, 5000),
    ("name.person.surname", 1800, 5000),
    ("name.person.known", 1500, 8000),
    ("name.person.title", 8000, 8000),
    ("name.place.foreign", 3000, 3000),
    ("name.place.run", 0, 3000),
    ("name.place.known", 0, 3000),
    ("name.place.letters", 8000, 8000),
    ("name.place.letter", 8000, 8000),
    ("name.place.short", 1500, 3000),
    ("name.place.suffix", 5000, 5000),
    ("name.place.single", 1500, 4000),
    ("name.product.suffix", 8000, 8000),
    ("name.program.known", 5000, 8000),
    ("name.program.suffix", 8000, 8000),
    ("name.quoted.suffix", 5000, 5000),
    ("name.quoted.noun", 5000, 5000),
    ("name.taught", 0, 3000),
    ("name.facility.known", 8000, 8000),
  ]

  private static let names = table.map(\.name) + ["name.likely"]
  private static let trusts = FixedTable(table.map(\.trust))
  private static let trustsAlone = FixedTable(table.map(\.trustAlone))

  /// What any rule is trusted for at most.
  static let mostTrust = table.reduce(0) { max($0, $1.trust, $1.trustAlone) }

  /// What a mention says that made it, such as `name.place.known`.
  var name: String { NameRule.names[Int(rawValue)] }

  /// What is added to the weights of what the rules by themselves would have chosen; only of rules with a number below
  /// `likely`.
  func trust(isAlone: Bool) -> Int32 {
    isAlone ? NameRule.trustsAlone[Int(rawValue)] : NameRule.trusts[Int(rawValue)]
  }
}
