/// Quotation marks and brackets across the edges of stretches.
extension EdgeJudge {
  /// The closer of the last opener left open, and the first closer without opener.
  func brackets(_ stretch: Stretch) -> (open: UInt16, stray: UInt16) {
    let range = stretch.range
    var stray: UInt16 = 0
    var expected: [UInt16] = []
    for at in range.lowerBound..<min(range.upperBound, range.lowerBound + EdgeJudge.scope) {
      let unit = stretch.units[at]
      if let closer = LayoutCharacters.closer(of: unit) {
        expected.append(closer)
      } else if LayoutCharacters.isCloser(unit), expected.popLast() != unit {
        stray = unit
        break
      }
    }
    var pending: [UInt16] = []
    var at = range.upperBound
    let lower = max(range.lowerBound, range.upperBound - EdgeJudge.scope)
    while at > lower {
      at -= 1
      let unit = stretch.units[at]
      if LayoutCharacters.isCloser(unit) {
        pending.append(unit)
      } else if let closer = LayoutCharacters.closer(of: unit), pending.popLast() != closer {
        return (closer, stray)
      }
    }
    return (0, stray)
  }
}
