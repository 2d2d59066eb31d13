/// What a word can be in a name, or to a name beside it. A word may be several things.
struct NameClass: OptionSet, Sendable, BitwiseCopyable {
  var rawValue: UInt64

  // Names by themselves.
  static let place = NameClass(rawValue: 1 << 0)
  /// A short name that is a common word too, and needs a fuller name beside it.
  static let weakPlace = NameClass(rawValue: 1 << 1)
  static let country = NameClass(rawValue: 1 << 2)
  /// One character for a province or city (`渝`), or for a country (`美`).
  static let letterOfChina = NameClass(rawValue: 1 << 3)
  static let letterOfWorld = NameClass(rawValue: 1 << 4)
  static let organization = NameClass(rawValue: 1 << 5)
  static let person = NameClass(rawValue: 1 << 6)
  static let event = NameClass(rawValue: 1 << 7)
  static let program = NameClass(rawValue: 1 << 8)

  // Ends of names.
  static let full = NameClass(rawValue: 1 << 10)
  static let suffix = NameClass(rawValue: 1 << 11)
  static let suffixWeak = NameClass(rawValue: 1 << 12)
  static let member = NameClass(rawValue: 1 << 13)
  static let placeSuffix = NameClass(rawValue: 1 << 14)
  static let placeSingle = NameClass(rawValue: 1 << 15)
  static let eventSuffix = NameClass(rawValue: 1 << 16)
  static let facilitySuffix = NameClass(rawValue: 1 << 17)
  static let productSuffix = NameClass(rawValue: 1 << 18)
  static let programSuffix = NameClass(rawValue: 1 << 19)
  static let documentSuffix = NameClass(rawValue: 1 << 20)
  /// Words that end names of sites, or of places, where their neighbours show it: no rule looks for them.
  static let facilityWeak = NameClass(rawValue: 1 << 21)
  static let placeWeak = NameClass(rawValue: 1 << 22)

  // Bounds and modifiers.
  static let stop = NameClass(rawValue: 1 << 24)
  static let lead = NameClass(rawValue: 1 << 25)
  static let level = NameClass(rawValue: 1 << 26)
  static let quantifier = NameClass(rawValue: 1 << 27)
  static let direction = NameClass(rawValue: 1 << 28)
  /// The last unit of an administrative place.
  static let admin = NameClass(rawValue: 1 << 29)

  // Words beside persons and short names.
  static let title = NameClass(rawValue: 1 << 32)
  static let titleAfter = NameClass(rawValue: 1 << 33)
  static let surnameTitle = NameClass(rawValue: 1 << 34)
  static let surnameBefore = NameClass(rawValue: 1 << 35)
  static let speech = NameClass(rawValue: 1 << 36)
  static let surname = NameClass(rawValue: 1 << 37)
  static let shortLead = NameClass(rawValue: 1 << 38)
  static let that = NameClass(rawValue: 1 << 39)
  /// A generic name of a body that is a name after its place only (`省委`).
  static let fold = NameClass(rawValue: 1 << 40)

  /// A word of a company's trade (`科技`): ends a name after a coined word.
  static let brand = NameClass(rawValue: 1 << 41)
  /// The first part of a company's name (`中科`), common word or not.
  static let brandHead = NameClass(rawValue: 1 << 42)
  /// A noun that makes nothing proper, but need not be left out at the left of a name.
  static let generic = NameClass(rawValue: 1 << 30)
  /// A word that looks like one with a function word in it, and is none.
  static let keep = NameClass(rawValue: 1 << 31)

  /// How far a body reaches (`全国`): begins a name, but proves none.
  static let scope = NameClass(rawValue: 1 << 43)

  /// The word of a gathering that only a longer name makes an event (`发布会`).
  static let eventWeak = NameClass(rawValue: 1 << 44)

  /// A word of trade that ends a company's name in a list of companies only.
  static let brandList = NameClass(rawValue: 1 << 45)

  /// A word such as 湖畔, whose first character may end a place's name before it.
  static let placeBeside = NameClass(rawValue: 1 << 46)
  /// A word such as 山村, which may be the end of a place's name.
  static let placeTail = NameClass(rawValue: 1 << 47)
  /// A word that ends names of programmes and services where their neighbours show it: no rule looks for it.
  static let programWeak = NameClass(rawValue: 1 << 48)
  static let placeWithin = join(placeBeside, placeTail)

  // Unions are made from raw values: literals of option sets cost a loop wherever they stand.
  static let organizationEnd = join(full, suffix, suffixWeak, member, brand)
  static let otherEnd = join(
    eventSuffix, eventWeak, facilitySuffix, productSuffix, programSuffix, documentSuffix)
  static let anyEnd = join(organizationEnd, otherEnd, placeSuffix, placeSingle)
  static let letter = join(letterOfChina, letterOfWorld)
  /// Places and bodies by themselves: a name may begin at one.
  static let proper = join(place, country, organization)
  /// What makes a name proper, among words.
  static let anchor = join(proper, weakPlace, person, brandHead)
  /// What keeps an unknown character from making a name proper.
  static let unanchored = join(
    lead, level, quantifier, admin, organizationEnd, eventSuffix, eventWeak, facilitySuffix,
    programSuffix, documentSuffix, stop, generic)
  static let unbound = join(place, organization, brandHead)
  static let modifier = join(anyEnd, lead, generic)
  static let plain = join(lead, generic, level, scope)
  static let reach = join(level, direction, scope)
  static let somewhere = join(place, weakPlace, country, letter)
  static let end = join(full, suffix, otherEnd, placeSuffix, level, generic)
  static let common = join(lead, generic)
  static let body = join(full, suffix)
  static let joining = join(stop, anyEnd, speech)
  static let named = join(organization, fold, event, program, brandHead)
  static let after = join(stop, title, speech, quantifier)

  private static func join(_ classes: NameClass...) -> NameClass {
    NameClass(rawValue: classes.reduce(0) { $0 | $1.rawValue })
  }

  /// The class that a table calls by that word.
  init?(table word: String) {
    guard let found = NameClass.tableNames[word] else { return nil }
    self = found
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private static let tableNames: [String: NameClass] = [
    "full": .full, "suffix": .suffix, "suffix-weak": .suffixWeak, "member": .member,
    "known": .organization, "known-fold": .fold, "event-known": .event, "program-known": .program,
    "person": .person, "place": .placeSuffix, "place-single": .placeSingle,
    "event": .eventSuffix, "facility": .facilitySuffix, "product": .productSuffix,
    "program": .programSuffix, "document": .documentSuffix, "stop": .stop, "lead": .lead,
    "level": .level, "quantifier": .quantifier, "direction": .direction, "admin": .admin,
    "title": .title, "title-after": .titleAfter, "surname-title": .surnameTitle,
    "surname-before": .surnameBefore, "speech": .speech, "short-lead": .shortLead, "that": .that,
    "brand": .brand,
    "brand-head": .brandHead, "generic": .generic, "keep": .keep, "scope": .scope,
    "event-weak": .eventWeak, "brand-list": .brandList, "facility-weak": .facilityWeak,
    "place-weak": .placeWeak, "program-weak": .programWeak,
  ]
}
