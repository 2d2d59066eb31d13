/// Whether characters may be a person's name, by a surname at their head.
///
/// Layout asks it of lines that are nothing but a name; names in sentences are `NamePersons`'.
enum PersonShape {
  /// Two or three characters after a surname of one or two, four only after one of two: `张三`, `欧阳小满`.
  ///
  /// Cost: a look at each character.
  static func matches(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    guard (2...4).contains(range.count), range.allSatisfy({ LayoutCharacters.isHan(units[$0]) })
    else { return false }
    let first = NameTable.standard.traits.known(Int(units[range.lowerBound]))
    if range.count == 4 { return first.opensSurname }
    return first.mayOpenPerson || first.isRareSurname
  }

  /// The same after what the person is and a space: `某院研究员 张三`.
  static func matches(_ units: [UInt16], lastOf range: Range<Int>) -> Bool {
    let start = range.last { LayoutCharacters.isSpace(units[$0]) }.map { $0 + 1 }
    return matches(units, (start ?? range.lowerBound)..<range.upperBound)
  }
}
