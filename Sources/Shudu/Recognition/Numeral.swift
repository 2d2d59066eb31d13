/// A numeral as it is written, before any unit is looked at.
public struct Numeral: Sendable {
  public enum Form: Sendable, Equatable {
    /// Arabic digits, separators and scale words (`1,379`, `1.27万`, `3亿5000万`).
    case arabic
    /// Chinese characters (`一百二十`, `两万五`).
    case chinese
    /// Digit by digit (`二〇二五`).
    case positional
    /// A fraction (`三分之一`, `1/3`).
    case fraction
    /// `%`, `百分之`, `‰`, `成`, `折` already read.
    case percentage
  }

  /// Range of the whole expression, scale words and inner `多`, `余`, `几` included.
  public var range: Range<Int>
  /// Range of its digits or Chinese numeral characters, without scale word (`140` of `140亿`).
  public var digits: Range<Int>
  /// Nil for a numeral that is itself a range (`三五百`, `数十`).
  public var value: ExactDecimal?
  public var minimum: ExactDecimal?
  public var maximum: ExactDecimal?
  /// What inner words say: `over` for `1000余`, `about` for `几十`.
  public var approximation: Approximation
  public var form: Form
  /// The power of ten of the scale word that ends it (4 for 万), 0 for none.
  public var scaleExponent: Int
}
