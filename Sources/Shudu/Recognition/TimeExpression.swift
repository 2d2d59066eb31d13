/// Words that say when, and what they come to by the article's date.
public struct TimeExpression: Sendable, Equatable {
  /// What sort of time it is; assembly decides by it what the time may date.
  public enum Sort: Sendable, Equatable {
    /// A day, month, quarter, half, year, decade or a span of them.
    case calendar
    /// Up to a point (`截至11月底`, `目前`).
    case upTo
    /// From a point on (`自2020年起`, `今年以来`).
    case since
    /// A point ahead that a plan names (`到2027年`, `2027年前`).
    case goal
    /// Words that fix no time (`日前`, `近年来`, `下一步`): `value` is nil.
    case vague
    /// A time of day, a weekday, a festival.
    case clock
    /// How often (`每年`, `每天`): belongs to the quantity beside it, dates nothing.
    case repeated
  }

  public var sort: Sort
  /// ISO 8601 / EDTF at the precision of the words: `2020-09`, `2020-01/2020-09`, `../2020-11-30`; nil where nothing fixes it.
  public var value: String?
  /// Of a stretch that is left open (`3月起`): its value up to the article's date, which is how long what is done has lasted.
  var valueToNow: String?
  /// Whether it lies after the article's date.
  public var isAhead: Bool
  /// Whether the year was written, or understood from the text before it or the article's date.
  public var namesYear: Bool

  /// Whether it is a goal that lies after the article's date.
  var isGoalAhead: Bool { sort == .goal && isAhead }

  public init(sort: Sort, value: String?, isAhead: Bool = false, namesYear: Bool = false) {
    self.sort = sort
    self.value = value
    self.isAhead = isAhead
    self.namesYear = namesYear
  }
}
