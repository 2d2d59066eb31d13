/// A number with what its own expression says of it: unit, bounds, kind.
public struct Quantity: Sendable {
  /// Range of the numeral without its scale word (`140` of `140亿元`) in the paragraph's text.
  public var numeral: Range<Int>
  /// The value in the unit as written, scale words multiplied out; nil for a range of values.
  public var value: ExactDecimal?
  /// The bounds of a range; an open end is nil. Both nil where `value` is told.
  public var minimum: ExactDecimal? {
    get { bounds?.minimum }
    set { bounds = Bounds.between(newValue, bounds?.maximum) }
  }
  public var maximum: ExactDecimal? {
    get { bounds?.maximum }
    set { bounds = Bounds.between(bounds?.minimum, newValue) }
  }
  /// Apart, since few quantities have any and all would be half as large again.
  private var bounds: Bounds?
  public var approximation: Approximation
  /// The words around the expression that `approximation` was read from (`约`, `以上`), if outside it.
  public var modifiers: [Range<Int>]
  public var unit: UnitMention?
  public var kind: QuantityKind
  /// An order of magnitude (`百亿级`).
  public var isScale: Bool
  /// What it is per (`人`, `年` of 每人每年8万元), as written.
  public var per: [String]
  /// States no fact that has to be told: article-like, rhetorical or emphatic (`四大`, `第一批`, `首个`), or idle (`试了一次`).
  public var isWeak: Bool

  public init(
    numeral: Range<Int>, value: ExactDecimal?, minimum: ExactDecimal? = nil,
    maximum: ExactDecimal? = nil, approximation: Approximation = .exact,
    modifiers: [Range<Int>] = [],
    unit: UnitMention? = nil, kind: QuantityKind = .number, isScale: Bool = false,
    per: [String] = [],
    isWeak: Bool = false
  ) {
    self.numeral = numeral
    self.value = value
    bounds = Bounds.between(minimum, maximum)
    self.approximation = approximation
    self.modifiers = modifiers
    self.unit = unit
    self.kind = kind
    self.isScale = isScale
    self.per = per
    self.isWeak = isWeak
  }
}

/// The bounds of a range.
private final class Bounds: Sendable {
  let minimum: ExactDecimal?
  let maximum: ExactDecimal?

  private init(_ minimum: ExactDecimal?, _ maximum: ExactDecimal?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Nil where both are: told before there is an object.
  static func between(_ minimum: ExactDecimal?, _ maximum: ExactDecimal?) -> Bounds? {
    minimum == nil && maximum == nil ? nil : Bounds(minimum, maximum)
  }
}

extension Quantity {
  /// The unit, where it stands in the quantity's own text, not in the head of a table.
  var ownUnit: UnitMention? { unit.flatMap { $0.paragraph == nil ? $0 : nil } }
}

/// How the value stands to the number that is written.
public enum Approximation: String, Sendable, CaseIterable {
  case exact, about, over, under, nearly
  case atMost = "at_most"
  case atLeast = "at_least"
}

/// What sort of quantity it is; `number` is a numeral with no unit.
public enum QuantityKind: String, Sendable, CaseIterable {
  case count, money, percent, multiple, ratio, rank, measure, duration, age, frequency, number
  case percentagePoint = "percentage_point"
}

/// A unit where it stands in the text.
public struct UnitMention: Sendable {
  /// Range in the paragraph's text, without the scale word (`元` of 万元).
  public var range: Range<Int>
  public var unit: Unit
  /// The paragraph of the page whose text that is, where it is not the quantity's own: the head of a table.
  public var paragraph: Int?

  public init(range: Range<Int>, unit: Unit, paragraph: Int? = nil) {
    self.range = range
    self.unit = unit
    self.paragraph = paragraph
  }
}

/// A unit of the table, or one composed of units of the table (`元/吨`).
///
/// A reference to immutable parts, so that mentions and drafts are cheap to copy.
public struct Unit: Sendable {
  private final class Parts: Sendable {
    let code: String
    let dimension: String
    let standard: String
    let factor: UnitFactor

    init(code: String, dimension: String, standard: String, factor: UnitFactor) {
      self.code = code
      self.dimension = dimension
      self.standard = standard
      self.factor = factor
    }
  }

  private let parts: Parts

  public init(code: String, dimension: String, standard: String, factor: UnitFactor) {
    parts = Parts(code: code, dimension: dimension, standard: standard, factor: factor)
  }

  /// UCUM, ISO 4217, or a counter in braces (`{家}`).
  public var code: String { parts.code }
  /// `count`, `money`, `length`, `mass`, `energy`, …; `/` between the parts of a composed one.
  public var dimension: String { parts.dimension }
  /// The code of the dimension's standard unit (`1`, `CNY`, `m`, `kg`, …).
  public var standard: String { parts.standard }
  /// How many standard units it is, as an exact fraction.
  public var factor: UnitFactor { parts.factor }

  /// The same unit under another code or dimension.
  func renamed(code: String? = nil, dimension: String? = nil) -> Unit {
    Unit(
      code: code ?? self.code, dimension: dimension ?? self.dimension, standard: standard,
      factor: factor)
  }
}

extension Unit: Hashable {
  public static func == (a: Unit, b: Unit) -> Bool {
    a.parts === b.parts
      || a.code == b.code && a.dimension == b.dimension && a.standard == b.standard
        && a.factor == b.factor
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(dimension)
    hasher.combine(standard)
    hasher.combine(factor)
  }
}

/// An exact factor `numerator / denominator`, with an offset for scales that do not begin at zero (°F).
public struct UnitFactor: Sendable, Hashable {
  /// Decimal strings, as the table gives them.
  public var numerator: String
  public var denominator: String
  /// Added before the factor is applied (`-32` for °F); nil for the rest.
  public var offset: String?

  public init(numerator: String = "1", denominator: String = "1", offset: String? = nil) {
    self.numerator = numerator
    self.denominator = denominator
    self.offset = offset
  }
}
