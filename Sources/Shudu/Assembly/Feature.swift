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
    // Of torn places: `JointModel`.
    case tailOpenness, tailWord, tailWords, tailCharacter, tailRole, tailRest, tailLength
    case tailBracket, tailBold
    case headContinuation, headWord, headWords, headStart, headOpening, headRole, headRest
    case headLength, headBracket, headPrevious, headBold
    case pairPoints, pairJoint, pairEdges, pairWords, pairTail, pairHead, pairGain, pairCrossing
    case pairBrackets, pairClause, pairTopics, pairAround, pairShare, pairPlace, pairPrevious
    case pairNext, pairTailRole, pairHeadRole, pairDistance, pairTorn, pairMiddle, pairOrder
  }

  /// All of it in one number, for look-up.
  var key: UInt64 {
    UInt64(template) << 56 | UInt64(first & 0xFFF_FFFF) << 28 | UInt64(second & 0xFFF_FFFF)
  }

  /// All of it in 48 bits; nil where a value takes more than twenty.
  @inline(__always)
  var shortKey: UInt64? {
    guard first | second < 1 << 20 else { return nil }
    return UInt64(template) << 40 | UInt64(first) << 20 | UInt64(second)
  }

  /// `template:first:second`, as the table of weights has it.
  public var name: String {
    let title =
      Int(template) < Feature.titles.count ? Feature.titles[Int(template)] : "unknown"
    return "\(title):\(first):\(second)"
  }

  /// Reads a name; nil for what is none.
  init?(name: UnsafeBufferPointer<UInt8>) {
    guard let colon = name.firstIndex(of: 0x3A),
      let template = Feature.template(named: name[..<colon])
    else { return nil }
    self.init(name: name, template: template, title: colon)
  }

  /// Reads a name, if it is that of a template.
  ///
  /// - Parameter length: of the template's title.
  init?(name: UnsafeBufferPointer<UInt8>, template: UInt8, title length: Int) {
    guard length < name.count, name[length] == 0x3A,
      Feature.isTitle(name, length, of: template),
      let two = name.lastIndex(of: 0x3A), length < two,
      let first = UInt32(ascii: name[(length + 1)..<two]),
      let second = UInt32(ascii: name[(two + 1)...])
    else { return nil }
    self.template = template
    self.first = first
    self.second = second
  }

  private static func isTitle(
    _ name: UnsafeBufferPointer<UInt8>, _ length: Int, of template: UInt8
  ) -> Bool {
    let title = titleBytes[Int(template)]
    guard title.count == length else { return false }
    for at in 0..<length where name[at] != title[at] { return false }
    return true
  }

  private static func template(named name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    titleBytes.firstIndex { $0.count == name.count && $0.elementsEqual(name) }.map(UInt8.init)
  }

  /// The templates' names by number; an enum's own description is found by reflection, a microsecond each.
  private static let titles: [String] = Template.allCases.map { "\($0)" }
  private static let titleBytes: [[UInt8]] = titles.map { Array($0.utf8) }
}

extension UInt32 {
  /// The number that decimal digits write; nil for anything else.
  init?(ascii digits: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    self = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      self = self * 10 + UInt32(digit) - 0x30
    }
  }
}

extension Int32 {
  /// The number that decimal digits, with a minus or without, write; nil for anything else.
  init?(ascii text: Slice<UnsafeBufferPointer<UInt8>>) {
    let isNegative = text.first == 0x2D
    guard let size = UInt32(ascii: isNegative ? text.dropFirst() : text) else { return nil }
    self = isNegative ? -Int32(size) : Int32(size)
  }
}
