/// Quotation marks and brackets across the edges of stretches.
extension EdgeJudge {
  /// The first closer that has no opener in the stretch; 0 for none.
  func strayCloser(_ stretch: Stretch) -> UInt16 {
    let range = stretch.range
    let units = stretch.units.span
    var expected: [UInt16] = []
    for at in range.lowerBound..<min(range.upperBound, range.lowerBound + EdgeJudge.scope) {
      let unit = units[at]
      if !LayoutCharacters.mayBeBracket(unit) { continue }
      if let closer = LayoutCharacters.closer(of: unit) {
        expected.append(closer)
      } else if LayoutCharacters.isCloser(unit), expected.popLast() != unit {
        return unit
      }
    }
    return 0
  }

  /// The closer that the last opener left open wants; 0 for none.
  func openCloser(_ stretch: Stretch) -> UInt16 {
    let range = stretch.range
    let units = stretch.units.span
    var pending: [UInt16] = []
    var at = range.upperBound
    let lower = max(range.lowerBound, range.upperBound - EdgeJudge.scope)
    while at > lower {
      at -= 1
      let unit = units[at]
      if !LayoutCharacters.mayBeBracket(unit) { continue }
      if LayoutCharacters.isCloser(unit) {
        pending.append(unit)
      } else if let closer = LayoutCharacters.closer(of: unit), pending.popLast() != closer {
        return closer
      }
    }
    return 0
  }
}
