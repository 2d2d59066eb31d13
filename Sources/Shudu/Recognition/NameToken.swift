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
  /// Something that makes a name proper: a name, unknown characters, letters.
  private(set) var isAnchor = false
  /// A place or body by itself: where it stands, a name may begin.
  private(set) var isProper = false
  /// No name runs across it.
  private(set) var isBound = false

  var start: Int { Int(first) }
  var end: Int { Int(last) }
  var length: Int { Int(last &- first) }

  @inline(__always)
  func has(_ some: NameClass) -> Bool { classes.rawValue & some.rawValue != 0 }

  /// - Parameter isName: whether a single character may stand in a name.
  init(
    start: Int, end: Int, form: Form, classes: NameClass, entry: Int32, isNameUnit: Bool
  ) {
    first = Int32(truncatingIfNeeded: start)
    last = Int32(truncatingIfNeeded: end)
    self.form = form
    self.classes = classes
    self.entry = entry
    switch form {
    case .person, .foreign, .latin: isAnchor = true
    case .place:
      isAnchor = true
      isProper = true
    case .single: isAnchor = isNameUnit && !has(.unanchored)
    case .word:
      isAnchor = has(.anchor)
      isProper = has(.proper)
    case .digits: isBound = true
    case .mark: break
    }
    guard form == .word || form == .single, !has(.unbound) else { return }
    isBound =
      has(.stop) || has(.quantifier) && end - start == 1
      || !has(.modifier) && (has(.title) || has(.speech) && end - start > 1)
  }
}
