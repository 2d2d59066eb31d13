/// What a UTF-16 unit can be in a name. Costs are 0 where it cannot.
struct UnitTraits: Sendable, BitwiseCopyable {
  enum Kind: UInt8, Sendable {
    case other, han, digit, latin, space, opener, closer, point
  }

  var kind: Kind = .other
  /// Cost as a surname, as a character of a given name, as one of transliteration.
  var surname: UInt8 = 0
  var given: UInt8 = 0
  var letter: UInt8 = 0
  /// The rest in one byte, for the table is read at every character.
  private var flags: UInt8 = 0

  /// Whether it may stand before the last character of a small place's name.
  var isPlaceUnit: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }
  /// Whether it ends names of small places (`镇`, `村`).
  var isPlaceEnd: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }
  /// Whether it ends names of places, hamlets among them.
  var endsAnyPlace: Bool { has(2 | 8) }
  /// Whether it ends names of rivers, lakes and mountains, which persons' names hold too.
  var isWaterEnd: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }
  /// Whether it ends names of hamlets, after a larger place only.
  var isHamletEnd: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }
  var isNumeral: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }
  /// Whether a surname of several characters begins with it.
  var opensSurname: Bool {
    get { has(32) }
    set { set(32, newValue) }
  }

  /// Whether it is a surname that common words hold far more often, so that only its neighbours show it.
  var isRareSurname: Bool {
    get { has(64) }
    set { set(64, newValue) }
  }
  /// Whether it is a function word that no name holds.
  var isNeverInName: Bool {
    get { has(128) }
    set { set(128, newValue) }
  }

  /// Whether a surname may begin with it.
  var mayOpenPerson: Bool { surname > 0 || opensSurname }

  private func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

  private mutating func set(_ flag: UInt8, _ value: Bool) {
    flags = value ? flags | flag : flags & ~flag
  }

  /// One for each unit, without the tables' costs.
  static var all: [UnitTraits] {
    var all = [UnitTraits](repeating: UnitTraits(), count: 1 << 16)
    for unit in 0x4E00...0x9FFF { all[unit].kind = .han }
    for unit in 0x3400...0x4DBF { all[unit].kind = .han }
    all[0x3007].kind = .han
    for unit in 0x30...0x39 { all[unit].kind = .digit }
    for unit in 0x41...0x5A { all[unit].kind = .latin }
    for unit in 0x61...0x7A { all[unit].kind = .latin }
    for unit in [0x20, 0x09, 0x0A, 0x0D] { all[unit].kind = .space }
    for unit in "(“‘「『《〈【[".utf16 { all[Int(unit)].kind = .opener }
    for unit in ")”’」』》〉】]".utf16 { all[Int(unit)].kind = .closer }
    for unit in "·•・".utf16 { all[Int(unit)].kind = .point }
    for unit in "市县镇乡村屯庄区州郡路街巷旗湖河江山岛岭沟".utf16 { all[Int(unit)].isPlaceEnd = true }
    for unit in "湖河江山岛岭沟".utf16 { all[Int(unit)].isWaterEnd = true }
    for unit in "湾坪寨圩坝塘坡铺垸堰垭桥口".utf16 { all[Int(unit)].isHamletEnd = true }
    for unit in "一二三四五六七八九十百千万亿两零〇".utf16 { all[Int(unit)].isNumeral = true }
    return all
  }
}
