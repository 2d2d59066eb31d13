/// A stretch of a sentence as the name recognizer reads it: a word, a name, or a mark.
struct NameToken: Sendable, BitwiseCopyable {
  enum Form: UInt8, Sendable, CaseIterable {
    case word
    /// A Han character that belongs to no word of the tables, or stands alone.
    case single
    case digits
    case latin
    case mark
    /// A Chinese, Japanese or Korean person's name.
    case person
    /// A name in transliteration.
    case foreign
    /// A place by its last character (`龙场镇`).
    case place
  }

  private let first: Int32
  private let last: Int32
  let classes: NameClass
  /// Entry of the table, -1 for none.
  let entry: Int32
  let form: Form
  /// What its rules look for.
  let cues: NameCues

  var start: Int { Int(first) }
  var end: Int { Int(last) }
  var length: Int { Int(last &- first) }

  /// Something that makes a name proper: a name, unknown characters, letters.
  var isAnchor: Bool { shows(.anchor) }
  /// A place or body by itself: where it stands, a name may begin.
  var isProper: Bool { shows(.proper) }
  /// No name runs across it.
  var isBound: Bool { shows(.bound) }

  @inline(__always)
  func has(_ some: NameClass) -> Bool { classes.rawValue & some.rawValue != 0 }

  /// Whether it has one of some cues.
  @inline(__always)
  func shows(_ some: NameCues) -> Bool { cues.rawValue & some.rawValue != 0 }

  init(start: Int, end: Int, form: Form, classes: NameClass, entry: Int32, cues: NameCues) {
    first = Int32(truncatingIfNeeded: start)
    last = Int32(truncatingIfNeeded: end)
    self.form = form
    self.classes = classes
    self.entry = entry
    self.cues = cues
  }
}
