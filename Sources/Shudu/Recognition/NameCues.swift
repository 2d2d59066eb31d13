/// What a token shows that the rules for names look for, found once for all of them: most tokens show nothing.
struct NameCues: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt16

  static let anchor = NameCues(rawValue: 1 << 0)
  static let proper = NameCues(rawValue: 1 << 1)
  static let bound = NameCues(rawValue: 1 << 2)
  /// Names end with it.
  static let ending = NameCues(rawValue: 1 << 3)
  /// A body, event, programme or brand by itself.
  static let known = NameCues(rawValue: 1 << 4)
  static let place = NameCues(rawValue: 1 << 5)
  /// One character that may stand for a province or a country.
  static let letter = NameCues(rawValue: 1 << 6)
  /// A word for zones that may stand for one told before.
  static let zone = NameCues(rawValue: 1 << 7)
  static let person = NameCues(rawValue: 1 << 8)
  /// One character that is a surname.
  static let surname = NameCues(rawValue: 1 << 9)
  /// The mark between the parts of a transliterated name.
  static let point = NameCues(rawValue: 1 << 10)
  /// 等
  static let others = NameCues(rawValue: 1 << 11)

  static let named = NameCues(rawValue: ending.rawValue | known.rawValue)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Those of a token of that form and classes, which begins with a unit.
  @inline(__always)
  init(
    _ form: NameToken.Form, _ classes: NameClass, length: Int, unit: UInt16, _ traits: UnitTraits
  ) {
    switch form {
    case .person, .foreign: rawValue = NameCues.anchor.rawValue | NameCues.person.rawValue
    case .latin: rawValue = NameCues.anchor.rawValue
    case .place:
      rawValue =
        NameCues.anchor.rawValue | NameCues.proper.rawValue | NameCues.ending.rawValue
        | NameCues.place.rawValue
    case .digits: rawValue = NameCues.bound.rawValue
    case .mark: rawValue = traits.kind == .point ? NameCues.point.rawValue : 0
    case .single, .word:
      var cues = NameCues(rawValue: 0)
      if classes.rawValue != 0 { cues.insertThose(of: classes, isWord: form == .word, length) }
      if length == 1 { cues.insertThose(ofCharacter: unit, classes, traits) }
      if form == .single, traits.given > 0, !traits.isNumeral, !classes.has(.unanchored) {
        cues.insert(.anchor)
      }
      rawValue = cues.rawValue
    }
  }

  private mutating func insertThose(of classes: NameClass, isWord: Bool, _ length: Int) {
    if classes.has(.anyEnd) { insert(.ending) }
    if !classes.has(.unbound),
      classes.has(.stop) || classes.has(.quantifier) && length == 1
        || !classes.has(.modifier) && (classes.has(.title) || classes.has(.speech) && length > 1)
    {
      insert(.bound)
    }
    guard isWord else { return }
    if classes.has(.anchor) { insert(.anchor) }
    if classes.has(.proper) { insert(.proper) }
    if classes.has(.named) { insert(.known) }
    if classes.has(.place), !classes.has(.organization) { insert(.place) }
    if classes.has(.placeSuffix), length >= 3 { insert(.zone) }
    if classes.has(.person) { insert(.person) }
  }

  private mutating func insertThose(
    ofCharacter unit: UInt16, _ classes: NameClass, _ traits: UnitTraits
  ) {
    if classes.has(.letter) { insert(.letter) }
    if traits.surname > 0, !classes.has(.stop) { insert(.surname) }
    if unit == 0x7B49 { insert(.others) }
  }
}

extension NameClass {
  /// Whether it has one of some classes.
  @inline(__always)
  fileprivate func has(_ some: NameClass) -> Bool { rawValue & some.rawValue != 0 }
}
