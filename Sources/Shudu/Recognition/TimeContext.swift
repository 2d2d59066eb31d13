/// What a reader knows of the time when a sentence begins: the article's date and the time last named.
///
/// The caller makes one for an article, calls `beginParagraph()` before each paragraph, and hands it
/// to the recognizer sentence by sentence in reading order.
public struct TimeContext: Sendable {
  /// The day of publication; nil leaves relative words (`去年`) without a value.
  public var articleDate: CalendarDate?
  /// The year that the article reports on (`2020年统计公报`) or that the section's heading names; words such as
  /// `全年`, `年末`, `上年` and months without a year are of it where no nearer year is told.
  public var topicYear: Int?

  /// When the events that the text has told began.
  var events = TimeEvents()

  /// The time last named in the paragraph.
  var last: TimeSpan?
  /// Whether `last` was named in the sentence that is being read.
  var lastIsInSentence = false

  public init(articleDate: CalendarDate? = nil, topicYear: Int? = nil) {
    self.articleDate = articleDate
    self.topicYear = topicYear
  }

  /// Forgets the time last named; the article's date and the topic's year stay.
  public mutating func beginParagraph() {
    last = nil
    lastIsInSentence = false
    events.beginParagraph()
  }

  mutating func beginSentence() {
    lastIsInSentence = false
  }

  mutating func name(_ span: TimeSpan) {
    last = span
    lastIsInSentence = true
  }
}
