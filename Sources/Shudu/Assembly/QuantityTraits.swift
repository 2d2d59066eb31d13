/// What features tell of a quantity whose measure is looked for, whatever the candidate.
struct QuantityTraits {
  let site: QuantitySite
  /// Its kind, doubled, and whether it is a change.
  let kind: Int
  /// The last character of the unit.
  let unit: Int
  /// What follows the number, and what stands before it.
  let next: Int
  let back: Int
  /// Where the measure of the fact before was found, and how much that fact is like this one.
  let previous: Int
  let likeness: Int

  /// - Parameter earlier: the fact before, of this sentence or an earlier one of the paragraph.
  init(of draft: FactDraft, in sentence: TokenizedSentence, after earlier: FactDraft?) {
    let site = draft.site
    self.site = site
    kind = draft.quantity.kind.number * 2 + (draft.aspect == .change ? 1 : 0)
    unit = draft.quantity.ownUnit.map { Int(sentence.units[$0.range.upperBound - 1]) } ?? 0
    next = site.next < site.end ? sentence.trait(site.next) : sentence.trait(site.end) + 64
    back = site.back.map { sentence.trait($0) } ?? 0
    guard let earlier else {
      previous = 0
      likeness = 8
      return
    }
    let isBeside = earlier.sentence == draft.sentence
    previous = isBeside ? earlier.measureOrigin + 1 : 30
    likeness =
      (earlier.quantity.kind == draft.quantity.kind ? 1 : 0)
      + (earlier.aspect == draft.aspect ? 2 : 0) + (isBeside ? 4 : 0)
  }

  /// What stands between a token and the number, as bits.
  func gap(from end: Int, in sentence: TokenizedSentence) -> Int {
    var bits = 0
    guard end < site.index else { return 0 }
    for at in end..<site.index {
      switch sentence.trait(at) {
      case 1, 2, 3: bits |= 1
      case 8: bits |= 2
      case 9: bits |= 4
      case 10: bits |= 8
      case 19, 25: bits |= 16
      case 22: bits |= 32
      case 21: bits |= 64
      case 26, 27: bits |= 128
      case 13: bits |= 256
      case 11, 24, 29, 30, 31: break
      default: bits |= 512
      }
    }
    return bits
  }
}
