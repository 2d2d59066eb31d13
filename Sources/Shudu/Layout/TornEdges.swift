/// How a stretch begins and ends, as far as that tells whether the page tore it there.
///
/// The points are those of `LayoutWeights`.
struct TornEdges: Sendable {
  /// How open the end is; nil where it ends as a sentence does.
  var openness: Int?
  /// How little the beginning looks like a paragraph's; negative for a usual beginning.
  var continuation: Int
  /// The innermost quotation mark or bracket that the end leaves open, by its closer; 0 for none.
  var openCloser: UInt16 = 0
  /// The first closer that closes nothing within the stretch; 0 for none.
  var strayCloser: UInt16 = 0
  /// Whether the end is a word with which no sentence ends.
  var isParticle = false
  /// Whether the last word is a single character, as a part of a torn word is.
  var endsInSingle = true
  /// Whether the first word is.
  var beginsInSingle = false
  /// How far before the end words of the dictionary begin that may go on behind it: a bit for each distance, from 1.
  var openWords: UInt32 = .max
  /// Whether the end is a verb that wants an object.
  var isTransitive = false
  /// Whether the end is a word before figures (`近`, `超过`, `增至`).
  var wantsFigure = false
  /// Whether the beginning is a paragraph's usual one.
  var isStarter = false
  /// Whether the beginning is a word with which no paragraph begins.
  var isContinuation = false
  /// What the end wants counted, and what the beginning counts.
  var wanted: FigureKind?
  var figure: FigureKind?
  /// Whether the beginning is a verb and its figure (`达到78%`).
  var isPredicate = false
  /// Whether the end compares with something (`比上年同期`), and the beginning says how it differs.
  var isComparison = false
  var isChange = false
  /// Whether the beginning is a share of something (`三成`).
  var beginsWithShare = false
  /// Whether the beginning is a figure, with or without a word of approximation.
  var beginsWithFigure = false
  /// Whether the end is a numeral.
  var endsInNumeral = false
  /// What must stand before the beginning.
  var want = Want.nothing
  /// Whether a figure stands among the first units.
  var hasEarlyFigure = false

  enum Want: Sendable {
    case nothing
    /// The rest of a word: a character, not a comma.
    case character
    /// A measure word: a numeral.
    case numeral
    /// A character that may be a measure word.
    case perhapsNumeral
  }
}
