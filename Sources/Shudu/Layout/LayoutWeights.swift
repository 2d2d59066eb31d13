/// Points for what speaks for and against a torn place, on one scale.
///
/// Set by hand, then tuned on pages torn at random places. Negative points speak against.
struct LayoutWeights: Sendable {
  // How open an end is: what is lost when it goes on nowhere.
  /// No stop at the end.
  var open = 18
  /// A comma at the end, a word with which nothing ends, a verb without its object, a digit.
  var openPause = 15
  var openParticle = 15
  var openVerb = 6
  var openDigit = 5
  /// A quotation mark or bracket left open.
  var openBracket = 12
  /// Hardly any text.
  var openShort = -6

  // How little a beginning looks like a paragraph's.
  /// A comma, stop or closer at the beginning; a closer without opener in the text.
  var beginsWithPause = 40
  var strayCloser = 15
  /// A verb with its figure (`达到78%`).
  var predicate = 6
  /// A measure word of several characters, or of one.
  var measure = 8
  var shortMeasure = 4
  /// A word of the classes `continuation`, `starter`, `strong-starter`, `preposition`.
  var continuation = 14
  var starter = -10
  var strongStarter = -30
  var preposition = -1
  /// An opening quotation mark; a dash or a bullet.
  var opener = -12
  var dash = -30
  /// A share (`三成`), an amount (`36位,`), a date.
  var share = 14
  var amount = 12
  var date = -26
  /// A character that begins no word; any single character.
  var bound = 8
  var single = 2
  /// A figure among the first characters, right after `到` or `了`, or elsewhere.
  var linkedFigure = 7
  var earlyFigure = 3
  /// One short sentence alone; a longer one; a short first one with a figure.
  var fragment = 12
  var sentence = 5
  var shortFirst = 6

  // What the joint makes.
  /// `比上年|增长`.
  var comparison = 20
  /// A word that wants a figure, with one or without; of the kind wanted or of another.
  var figure = 13
  var noFigure = -6
  var figureKind = 10
  /// A predicate after a noun, or after a word with which nothing ends.
  var subject = 8
  var noSubject = -6
  /// `的|三成`.
  var shareOf = 12
  /// A continuation after a comma, or after a word with which nothing ends.
  var clause = 4
  var noClause = -10
  /// A usual beginning after a comma.
  var newClause = 12
  /// A verb and an object with a figure.
  var object = 10
  /// A measure word after a numeral, or after none.
  var numeral = 24
  var noNumeral = -8
  /// A bound character after a character, or after a comma.
  var word = 4
  var noWord = -20
  /// Brackets closed by the head, closed but never opened, opened but never closed.
  var closed = 25
  var neverOpened = -25
  var neverClosed = -12
  /// Digits or letters on both sides.
  var digits = 22
  /// The page has the two characters together elsewhere; with one more on either side; with both.
  var pair = 5
  var triple = 6
  var quadruple = 10
  /// It has not; and has the head's first two together elsewhere.
  var noPair = -4
  var headKnown = -6
  /// Characters of grammar that stand together elsewhere with both their neighbours.
  var commonQuadruple = 25
  /// A dictionary's word of two characters, of more, of whole words; one that breaks another word.
  var twoCharacterWord = 21
  var longerWord = 28
  var compound = 15
  var brokenWord = 7
  /// The most for a word of grammar's characters, and for one that the page or an amount speaks against.
  var mostForCommon = 14
  var mostForDoubted = 9
  /// A word near the end that the beginning takes up.
  var echo = 8
  /// A rarer pair of characters on both sides, and the most for all of them.
  var topic = 6
  var mostTopics = 8

  // The order of flows.
  /// Percent of a beginning's points that count at either choice.
  var beginningShare = 50
  /// Every join.
  var join = -6
  /// A join with what stands right before, or before a heading.
  var adjacent = 0
  var acrossHeading = -6
  /// Going over to an end that waits, from a closed end: after a heading, or elsewhere.
  var turnAtHeading = -4
  var turn = -11
  /// The first or another of those that wait, and for every eight stretches waited.
  var firstWaiting = 1
  var otherWaiting = -5
  /// A join to an end that waits with no evidence of its own.
  var untied = -4
  /// Leaving an open end, not at a heading.
  var leave = 2
  /// A line that looks like a heading going on far away.
  var farHeading = -6
  /// A line that looks like a heading's being one.
  var heading = 11

  static let tuned = LayoutWeights()
}
