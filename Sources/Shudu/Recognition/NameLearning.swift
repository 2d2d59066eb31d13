extension NameRecognizer {
  /// Learns from a whole article, before its names are looked for: the places it tells in full, and whether
  /// it is more than a few sentences.
  public func learn(from paragraphs: [[UInt16]], context: inout NameContext) {
    for paragraph in paragraphs { learn(from: paragraph, context: &context) }
    let length = paragraphs.reduce(0) { $0 + $1.count }
    context.isAlone = length < NameLearning.leastArticle
  }

  /// Learns from an article's text, before its names are looked for, which unknown places it tells by their full
  /// names (`某某市`): their short names count as places from then on, and as parts of longer names.
  ///
  /// *Recognizes*: two or three characters that are no words, before 市, 县, 区, 镇 or 省, between bounds. *Cost*: one look
  /// at each unit; words are looked up only before one of those characters.
  public func learn(from units: [UInt16], context: inout NameContext) {
    for index in units.indices where index >= 2 && NameLearning.isDivision(units[index]) {
      guard let start = placeStart(before: index, in: units) else { continue }
      context.teachPlace(Array(units[start..<index]), full: Array(units[start...index]))
    }
  }

  /// Where a place's name begins that ends with the division's character at an offset; nil for none.
  private func placeStart(before end: Int, in units: [UInt16]) -> Int? {
    guard !isWord(units, end - 1, end + 1), !isCutShort(end, in: units) else { return nil }
    if NameLearning.measures.contains(units[end - 1]) { return nil }
    for length in [2, 3] where end >= length {
      let start = end - length
      guard (start..<end).allSatisfy({ table.traits[Int(units[$0])].isPlaceUnit }) else {
        return nil
      }
      guard (start..<(end - 1)).allSatisfy({ !isWord(units, $0, $0 + 2) }) else { return nil }
      if isBounded(before: start, in: units) {
        return isWord(units, start, end + 1) ? nil : start
      }
    }
    return nil
  }

  /// Whether a name can begin at an offset: after a mark, a function word, or another place's last character.
  private func isBounded(before start: Int, in units: [UInt16]) -> Bool {
    guard start > 0 else { return true }
    let unit = units[start - 1]
    if table.traits[Int(unit)].kind != .han { return table.traits[Int(unit)].kind != .digit }
    return NameLearning.bounds.contains(unit)
  }

  /// Whether the division's character begins another word (`市场`), not one that follows a division's name.
  private func isCutShort(_ end: Int, in units: [UInt16]) -> Bool {
    guard end + 1 < units.count, isWord(units, end, end + 2) else { return false }
    return !NameLearning.followers.contains(units[end + 1])
  }

  private func isWord(_ units: [UInt16], _ start: Int, _ end: Int) -> Bool {
    var found = false
    table.words.forEachMatch(in: units, at: start, limit: min(end, units.count)) { match in
      found =
        found || match.end == end && table.costs[Int(match.payload)].cost < NamePrior.commonWord
    }
    return found
  }
}

enum NameLearning {
  /// Units that an article has at least: a sentence or two tell little of their own names.
  static let leastArticle = 300

  static func isDivision(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x5E02, 0x53BF, 0x533A, 0x9547, 0x7701: return true  // 市县区镇省
    default: return false
    }
  }

  /// Characters of words for a division's offices and parts (`市委`, `县长`).
  static let followers = UnitSet("委长政级区城人内里")
  /// Characters that tell of what sort a place is.
  static let measures = UnitSet("大小强老新古名全各本")

  /// Characters that a place's name stands after.
  static let bounds = UnitSet("在对从向往到于自至由与和及为是以将把被给让使的了着过据省市县区州镇乡赴来驻离经访抵")
}
