/// The edition that an event's name begins with: `第十一届`, `2022`.
struct NameEdition {
  let table: NameTable
  let units: [UInt16]

  private static let longest = 8

  /// The range with the edition before it, if one stands there.
  func range(before range: Range<Int>) -> Range<Int> {
    let floor = max(0, range.lowerBound - NameEdition.longest)
    var start = range.lowerBound
    if start > floor, units[start - 1] == 0x5C4A || units[start - 1] == 0x6B21 {  // 届次
      start -= 2
      while start >= floor, isNumeral(units[start]) { start -= 1 }
      return start >= floor && units[start] == 0x7B2C ? start..<range.upperBound : range  // 第
    }
    while start > floor, table.traits[Int(units[start - 1])].kind == .digit { start -= 1 }
    return range.lowerBound - start == 4 ? start..<range.upperBound : range
  }

  private func isNumeral(_ unit: UInt16) -> Bool {
    table.traits[Int(unit)].kind == .digit || table.traits[Int(unit)].isNumeral
  }
}
