/// Something recognized in a paragraph: a quantity, a time or a name.
public struct Mention: Sendable {
  public enum Content: Sendable {
    case quantity(Quantity)
    case time(TimeExpression)
    case name(NameKind)
  }

  public var content: Content
  /// Half-open UTF-16 range of the paragraph's text.
  public var range: Range<Int>
  /// The rule that made it, `recognizer.rule`, such as `quantity.range` or `time.month`.
  public var rule: String

  public init(content: Content, range: Range<Int>, rule: String) {
    self.content = content
    self.range = range
    self.rule = rule
  }
}

extension Mention {
  /// The kind of a name; nil for what is none.
  @inline(__always)
  var nameKind: NameKind? { if case .name(let kind) = content { kind } else { nil } }

  @inline(__always)
  var isQuantity: Bool { if case .quantity = content { true } else { false } }
}

/// The eight kinds of names.
public enum NameKind: String, Sendable, CaseIterable {
  case person, organization, place, document, event, facility, product, program
}
