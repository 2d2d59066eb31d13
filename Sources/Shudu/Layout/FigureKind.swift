/// What a torn figure is of, as far as it helps to find its other half.
enum FigureKind: Sendable {
  case money, time, rate

  /// What the last words before a tear want counted: `…营收达到`, `…工期仅`.
  ///
  /// Cost: the last ten units.
  static func wanted(by stretch: Stretch, words: LayoutWords) -> FigureKind? {
    let end = stretch.range.upperBound
    var at = max(stretch.range.lowerBound, end - 10)
    var found: FigureKind?
    while at < end {
      if LayoutCharacters.isPause(stretch.units[at]) { found = nil }
      if words.end(of: .moneyNoun, in: stretch.units, at: at, limit: end) != nil {
        found = .money
      } else if words.end(of: .timeNoun, in: stretch.units, at: at, limit: end) != nil {
        found = .time
      } else if words.end(of: .rateNoun, in: stretch.units, at: at, limit: end) != nil {
        found = .rate
      }
      at += 1
    }
    return found
  }

  /// What the first figure of a stretch counts, if it stands at its very beginning.
  ///
  /// Cost: the first sixteen units.
  static func first(of stretch: Stretch) -> FigureKind? {
    let start = stretch.range.lowerBound
    let limit = min(stretch.range.upperBound, start + 16)
    var at = start
    while at < min(limit, start + 4), !LayoutCharacters.isDigit(stretch.units[at]) { at += 1 }
    while at < limit, LayoutCharacters.isDigit(stretch.units[at]) || stretch.units[at] == 0x2E {
      at += 1
    }
    guard at > start else { return nil }
    for place in at..<min(limit, at + 4) {
      switch stretch.units[place] {
      case 0x25, 0x6210: return .rate  // % 成
      case 0x5143: return .money  // 元
      case 0x5929, 0x65E5, 0x5C0F, 0x5206, 0x79D2, 0x6708, 0x5468: return .time  // 天日小分秒月周
      case 0x4E07, 0x4EBF, 0x4E2A, 0x5DE5, 0x4F5C, 0x5343, 0x767E: continue  // 万亿个工作千百
      default: return nil
      }
    }
    return nil
  }
}
