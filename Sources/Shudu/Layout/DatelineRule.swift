/// The words at the head of a paragraph that say who reports, from where and when.
///
/// - *Recognizes*: `本报讯(记者 张三)`, `本报讯 `, `新华社北京3月5日电(记者张三)`, `某报讯 记者张三报道`, `【本报讯】`,
///   `本报北京3月5日电`.
/// - *Rejects*: sentences about an agency (`新华社记者从会上获悉`), and `讯` or `电` farther than 24 units away.
/// - *Cost*: at most 100 units are read.
struct DatelineRule: Sendable {
  let parser: NameLineParser

  /// Range of the dateline at the beginning of a paragraph, or nil.
  func match(_ units: [UInt16], _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    let limit = range.upperBound
    while at < limit, LayoutCharacters.isBullet(units[at]) || units[at] == 0x3010 { at += 1 }
    guard let agency = agencyEnd(units, at, limit) else { return nil }
    guard var end = dispatchEnd(units, agency, limit) else { return nil }
    if end < limit, units[end] == 0x3011 { end += 1 }
    return range.lowerBound..<withReporters(units, end, limit)
  }

  /// The end of `新华社`, `本报`, or of a paper's name (`某某日报`).
  private func agencyEnd(_ units: [UInt16], _ start: Int, _ limit: Int) -> Int? {
    let words = parser.words
    var at = start
    // `据新华社…电`, and a paper's own name of up to eight units before its kind.
    while at < min(limit, start + 9) {
      if let end = words.end(of: .agency, in: units, at: at, limit: limit) { return end }
      guard LayoutCharacters.isHan(units[at]) else { return nil }
      at += 1
    }
    return nil
  }

  /// The end of `讯` or `电` that closes place and day.
  private func dispatchEnd(_ units: [UInt16], _ start: Int, _ limit: Int) -> Int? {
    for at in start..<min(limit, start + 24) {
      let unit = units[at]
      if unit == 0x8BAF || unit == 0x7535 {
        let isDated = endsDay(units, before: at)
        guard at == start || isDated || unit == 0x8BAF else { return nil }
        // `讯` and `电` of other words (`讯息`, `电力`) go on in Han.
        guard at + 1 < limit, LayoutCharacters.isHan(units[at + 1]) else { return at + 1 }
        let isReporter = parser.words.end(of: .role, in: units, at: at + 1, limit: limit) != nil
        return isReporter || isDated || at == start && unit == 0x8BAF ? at + 1 : nil
      }
      guard
        LayoutCharacters.isHan(unit) || LayoutCharacters.isDigit(unit)
          || LayoutCharacters.isSpace(unit)
      else { return nil }
    }
    return nil
  }

  /// The end of the brackets or the clause that names the reporters.
  private func withReporters(_ units: [UInt16], _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, LayoutCharacters.isSpace(units[at]) { at += 1 }
    guard at < limit else { return start }
    if units[at] == 0x28 {
      guard let close = (at..<min(limit, at + 60)).first(where: { units[$0] == 0x29 }),
        let line = parser.parse(units, at + 1..<close), line.roles + line.origins > 0
      else { return start }
      return close + 1
    }
    // `记者张三报道:` and `记者张三、通讯员李四报道`.
    for end in at..<min(limit, at + 40) {
      guard units[end] == 0x3A || LayoutCharacters.isSpace(units[end]) else { continue }
      if let line = parser.parse(units, at..<end), line.roles > 0,
        line.deeds > 0 || units[end] == 0x3A, line.names > 0
      {
        return units[end] == 0x3A ? end + 1 : end
      }
    }
    return start
  }

  /// Whether a date such as `3月5日` ends there.
  private func endsDay(_ units: [UInt16], before at: Int) -> Bool {
    guard at >= 2, units[at - 1] == 0x65E5 else { return false }
    return LayoutCharacters.isDigit(units[at - 2]) || LayoutCharacters.isHan(units[at - 2])
  }
}
