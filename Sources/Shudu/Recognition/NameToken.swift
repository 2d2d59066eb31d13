/// A stretch of a sentence as the name recognizer reads it: a word, a name, or a mark.
struct NameToken: Sendable {
  enum Form: UInt8, Sendable {
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

  var start: Int
  var end: Int
  var form: Form
  var classes: NameClass
  /// Entry of the table, -1 for none.
  var entry: Int32 = -1

  var length: Int { end - start }
  func has(_ some: NameClass) -> Bool { !classes.isDisjoint(with: some) }
}
