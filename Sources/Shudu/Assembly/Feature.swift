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
    case light, lightWord, aspect, idle, given, focus, seam, firstPairCharacters, extent
    // Of torn places: `JointModel`.
    case tailOpenness, tailWord, tailWords, tailCharacter, tailRole, tailRest, tailLength
    case tailBracket, tailBold
    case headContinuation, headWord, headWords, headStart, headOpening, headRole, headRest
    case headLength, headBracket, headPrevious, headBold
    case pairPoints, pairJoint, pairEdges, pairWords, pairTail, pairHead, pairGain, pairCrossing
    case pairBrackets, pairClause, pairTopics, pairAround, pairShare, pairPlace, pairPrevious
    case pairNext, pairTailRole, pairHeadRole, pairDistance, pairTorn, pairMiddle, pairOrder
    case tailEnding, headOwn, pairRival, pairHeadings, pairCharacters
    // Of names: `NameFeatures`.
    case name, nameRule, nameUnit, nameBefore, nameAfter, nameEdges, nameCross, nameTokens
    case nameInner, nameEnding, namePlace, namePerson, nameWordBefore, nameWordAfter
    case nameQuotedBefore, nameQuotedAfter, nameTold, namePair
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
    var at = 0
    self.init(reading: name, at: &at, like: nil)
    guard at == name.count else { return nil }
  }

  /// Reads a name from an offset on, which then lies behind it; nil for what is none.
  ///
  /// - Parameter template: one whose title the name is likely to have.
  init?(reading bytes: UnsafeBufferPointer<UInt8>, at: inout Int, like template: UInt8?) {
    let start = at
    while at < bytes.count, bytes[at] != 0x3A { at += 1 }
    let title = UnsafeBufferPointer(rebasing: bytes[start..<at])
    let isLike = template.map { Feature.isTitle(title, title.count, of: $0) } ?? false
    guard let template = isLike ? template : Feature.template(named: title[...]) else { return nil }
    at += 1
    guard let first = UInt32(reading: bytes, at: &at), at < bytes.count, bytes[at] == 0x3A
    else { return nil }
    at += 1
    guard let second = UInt32(reading: bytes, at: &at) else { return nil }
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
  /// The number that decimal digits write from an offset on, which then lies behind them; nil for none, and for more than nine.
  init?(reading bytes: UnsafeBufferPointer<UInt8>, at: inout Int) {
    let start = at
    self = 0
    while at < bytes.count, at - start < 9, case let digit = bytes[at], 0x30...0x39 ~= digit {
      self = self &* 10 &+ UInt32(digit) &- 0x30
      at += 1
    }
    guard at > start else { return nil }
  }
}
