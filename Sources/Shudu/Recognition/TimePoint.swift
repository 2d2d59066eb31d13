/// Words for one time, as read and before the year and month that they leave unsaid are filled in.
struct TimePoint: Sendable, Equatable {
  /// Where a year, month or day is counted from.
  enum Place: Sendable, Equatable {
    case unsaid
    case fixed(ClosedRange<Int>)
    /// Counted from the article's date.
    case article(Int)
    /// Counted from the time last named.
    case named(Int)

    static func number(_ value: Int) -> Place { .fixed(value...value) }
  }

  /// A quarter, half or stretch from January on is dated differently from a single month; a season has no months of its own.
  enum Months: Sendable, Equatable {
    case single, stretch, cumulative, season
  }

  /// What else the words say than year, month and day.
  enum Other: Sendable, Equatable {
    case none
    /// 30 September as `9月底`, the end of the year, the month or the months told.
    case end
    /// The start or the whole of a year or a month told without it (`年初`, `月初`).
    case wholeYear, wholeMonth
    /// The end of a month told without it.
    case monthEnd
    /// Days of a month: 1 to 3 for its thirds, 4 and 5 for its halves.
    case third(Int)
    /// `今明两年`, `明后两天`: from one to the other, counted from the article's.
    case years(Int, Int)
    case days(Int, Int)
    case quarter(Int)
    case quarterEnd(Int)
    case namedQuarter
    /// Weeks from the article's; the weekday is 1 to 7, and 8 for the weekend.
    case week(Int, weekday: Int?)
    case weekday(Int)
    /// The n-th week (-1: the last) of a month or year.
    case weekNumber(Int)
    /// The n-th such weekday (-1: the last) of a month or year.
    case nthWeekday(Int, weekday: Int)
    case feast(Feast, holiday: Bool)
    case lunar(month: Int, day: Int?, isLeap: Bool)
    /// Already worked out: decades, centuries, plans.
    case span(TimeSpan)
    /// A century (its number is in `year`) or a decade of it.
    case century(decade: Int?, part: DecadePart)
    case back(Amount)
    case ahead(Amount)
    case ago(Amount)
    case later(Amount)
    case since(Amount)
    /// `三年间`: that many years, up to the one last named.
    case yearsUp(Int)
    /// Since an event of that sort; what lasts until now is so even where nothing dates the event (`运行至今`).
    case event(Int, untilNow: Bool)
    case now, vague, repeated, clock
    case samePeriod
  }

  enum DecadePart: Sendable, Equatable {
    case whole, early, middle, late
    /// The decade and the one after it (`七八十年代`).
    case two
  }

  enum Feast: Sendable, Equatable {
    case fixed(month: Int, day: Int)
    case lunar(month: Int, day: Int)
    case term(Int)
    case weekday(month: Int, weekday: Int, number: Int)
  }

  /// An amount of time (`3-5年`, `半年`, `两个多月`).
  struct Amount: Sendable, Equatable {
    enum Unit: Sendable, Equatable { case day, week, month, year }
    var low: Int
    var high: Int
    var unit: Unit
    /// `几年`, `数月`: no figure.
    var isVague = false
  }

  var year: Place = .unsaid
  var month: Place = .unsaid
  var months: Months = .single
  var day: Place = .unsaid
  var other: Other = .none
  /// Half-open UTF-16 range of the words.
  var range: Range<Int>

  init(at start: Int, end: Int) {
    range = start..<end
  }

  /// Whether the words alone fix the year, by number or by the article's date.
  var namesYear: Bool {
    switch year {
    case .fixed, .article: true
    case .unsaid, .named:
      switch other {
      case .span, .century, .back, .ahead, .now, .years: true
      default:
        if case .article = day { true } else { if case .article = month { true } else { false } }
      }
    }
  }

  /// The rule's name in a mention.
  var rule: String {
    switch other {
    case .none, .end, .wholeYear, .wholeMonth, .monthEnd, .third:
      if day != .unsaid { return "time.date" }
      if month == .unsaid && other == .none { return "time.year" }
      return months == .single ? "time.month" : "time.months"
    case .quarter, .quarterEnd, .namedQuarter: return "time.months"
    case .years: return "time.year"
    case .days: return "time.date"
    case .week, .weekday, .weekNumber, .nthWeekday: return "time.week"
    case .feast, .lunar: return "time.feast"
    case .span: return "time.plan"
    case .century: return "time.decade"
    case .back, .ahead, .ago, .later, .since, .yearsUp: return "time.amount"
    case .now: return "time.now"
    case .event: return "time.event"
    case .vague: return "time.vague"
    case .repeated: return "time.repeated"
    case .clock: return "time.clock"
    case .samePeriod: return "time.same-period"
    }
  }
}
