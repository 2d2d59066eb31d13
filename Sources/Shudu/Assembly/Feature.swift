/// A property of a candidate that a weight is kept for: a template and up to two values.
///
/// Values are class numbers, characters or small counts; the table of weights writes them out as text.
public struct Feature: Sendable, Hashable {
  var template: UInt8
  var first: UInt32
  var second: UInt32

  init(_ template: Template, _ first: Int = 0, _ second: Int = 0) {
    self.template = template.rawValue
    self.first = UInt32(truncatingIfNeeded: first)
    self.second = UInt32(truncatingIfNeeded: second)
  }

  enum Template: UInt8, Sendable, CaseIterable {
    case origin, rule, originKind, boundary, boundaryCharacter, firstToken, head, headCharacter
    case headUnit, length, words, holds, distance, between, originBoundary, headBoundary
    case nameKind, next, previous, clauses, same, times, sentences, role, boundaryPair,
      firstCharacter
    case kindDistance, originRole, status
    case likeness, separator, runs, backCharacter, remaining, followed, preceded, unitOrigin
    case followedKind, unitHead, headPair, boundaryWord, firstWord, firstPair, single, gap
    case light, lightWord, aspect
  }

  /// All of it in one number, for look-up.
  var key: UInt64 {
    UInt64(template) << 56 | UInt64(first & 0xFFF_FFFF) << 28 | UInt64(second & 0xFFF_FFFF)
  }

  /// `template:first:second`, as the table of weights has it.
  public var name: String {
    let title =
      Int(template) < Feature.titles.count ? Feature.titles[Int(template)] : "unknown"
    return "\(title):\(first):\(second)"
  }

  init?(name: String) {
    let parts = name.utf8.split(separator: 0x3A)
    guard parts.count == 3, let first = UInt32(Substring(parts[1])),
      let second = UInt32(Substring(parts[2])),
      let template = Feature.titles.firstIndex(where: { $0.utf8.elementsEqual(parts[0]) })
    else { return nil }
    self.template = UInt8(template)
    self.first = first
    self.second = second
  }

  /// The templates' names by number; an enum's own description is found by reflection, a microsecond each.
  private static let titles: [String] = Template.allCases.map { "\($0)" }
}
