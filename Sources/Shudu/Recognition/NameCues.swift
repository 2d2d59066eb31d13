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

  /// Those of a token that is no word of the table.
  init(_ form: NameToken.Form) {
    switch form {
    case .person, .foreign: self = [.anchor, .person]
    case .latin: self = .anchor
    case .place: self = [.anchor, .proper, .ending, .place]
    case .digits: self = .bound
    case .mark, .single, .word: self = []
    }
  }

  /// Those of a word of some classes; of a character that is a word of its own what words alone show is left out.
  init(of classes: NameClass, length: Int, isCharacter: Bool = false) {
    self = []
    if classes.has(.anyEnd) { insert(.ending) }
    if !classes.has(.unbound),
      classes.has(.stop) || classes.has(.quantifier) && length == 1
        || !classes.has(.modifier) && (classes.has(.title) || classes.has(.speech) && length > 1)
    {
      insert(.bound)
    }
    if classes.has(.letter), length == 1 { insert(.letter) }
    guard !isCharacter else { return }
    if classes.has(.anchor) { insert(.anchor) }
    if classes.has(.proper) { insert(.proper) }
    if classes.has(.named) { insert(.known) }
    if classes.has(.place), !classes.has(.organization) { insert(.place) }
    if classes.has(.placeSuffix), length >= 3 { insert(.zone) }
    if classes.has(.person) { insert(.person) }
  }

  /// With what a single character of some classes shows by itself.
  @inline(__always)
  func with(character unit: UInt16, _ traits: UnitTraits, _ classes: NameClass) -> NameCues {
    var cues = self
    if traits.given > 0, !traits.isNumeral, !classes.has(.unanchored) { cues.insert(.anchor) }
    if traits.surname > 0, !classes.has(.stop) { cues.insert(.surname) }
    if unit == 0x7B49 { cues.insert(.others) }
    return cues
  }
}

extension NameClass {
  /// Whether it has one of some classes.
  @inline(__always)
  fileprivate func has(_ some: NameClass) -> Bool { rawValue & some.rawValue != 0 }
}
