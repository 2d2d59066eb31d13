/// The places that an article is about, as its names of zones, bodies and documents tell them.
extension NameRegistry {
  /// The province or city whose short name one of its zones or bodies begins with, or has in brackets (`西部(重庆)科学城`).
  static func cityPrefix(of entry: Entry) -> Entry? {
    guard [.place, .organization, .facility].contains(entry.kind), entry.text.count >= 4,
      let range = entry.place.ranges.first, entry.place.ranges.count == 1
    else { return nil }
    var start = entry.text.startIndex
    if let open = entry.text.prefix(6).firstIndex(of: 0x28) { start = open + 1 }  // (
    let table = NameTable.standard
    let units = Array(entry.text)
    let offset = start - entry.text.startIndex
    guard
      let match = table.words.longestMatch(in: units, at: offset, limit: units.count),
      match.end < units.count, offset == 0 || units[match.end] == 0x29,  // )
      let place = table.place(ofEntry: match.payload), (2...4).contains(place.code.utf8.count),
      place.code.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return nil }
    var city = entry
    city.words = NameWords(entry.text[start..<entry.text.startIndex + match.end])
    city.place = Citation(
      entry.place.paragraph, range.lowerBound + offset..<range.lowerBound + match.end)
    city.kind = .place
    return city
  }

  /// The place that the article is about: the one named most, of the level asked for or of none that shows.
  func mainPlace(ending level: UInt16?) -> Entry? {
    if let named = namedMainPlace(ending: level) { return named }
    for entry in entries.prefix(NameRegistry.mostClustered) {
      if let prefix = NameRegistry.placePrefix(of: entry), level == nil || prefix.level == level {
        return prefix
      }
    }
    return mastheadPlace()
  }

  private func namedMainPlace(ending level: UInt16?) -> Entry? {
    var best: Int?
    var bestRank = 0
    let looked = entries.indices.prefix(NameRegistry.mostClustered)
    // `自治区统计局`: the page is about a region, whatever districts it names.
    let isRegional =
      level == 0x533A  // 区
      && looked.contains { entries[$0].text.starts(with: NameRegistry.region) }
    for at in looked where entries[at].kind == .place {
      var rank = entries[at].count * 2
      if let level {
        if entries[at].level == level {
          rank += 100
          if isRegional, NameRegistry.isRegion(entries[at].text) { rank += 100 }
        } else if entries[at].level != nil || entries[at].text.count > 3 {
          continue
        }
      } else if entries[at].level == nil, entries[at].text.count > 3 {
        rank -= 1
      }
      if rank > bestRank {
        best = at
        bestRank = rank
      }
    }
    return best.map { entries[$0] }
  }

  /// The code of the division that a name with its level means; nil for a name without, and for no division of the table.
  static func code(ofDivision text: ArraySlice<UInt16>) -> String? {
    guard text.count > 2, let last = text.last, level(of: text) != nil else { return nil }
    let table = NameTable.standard
    // `文山州`: the short name with the last character of the full one.
    let place =
      table.place(named: text)
      ?? table.place(named: text.dropLast()).flatMap { $0.name.utf16.last == last ? $0 : nil }
    return place.flatMap { $0.code.isEmpty ? nil : $0.code }
  }

  private static let region = Array("自治区".utf16)

  /// Whether a place is an autonomous region, by whatever of its names.
  private static func isRegion(_ text: ArraySlice<UInt16>) -> Bool {
    NameTable.standard.place(named: text)?.name.hasSuffix("自治区") ?? false
  }

  /// Names of bodies and documents may begin with a place's.
  private static func beginsWithPlace(_ kind: NameKind) -> Bool {
    kind == .organization || kind == .document
  }

  /// The place that an organization's name begins with (`浔江市` of its court): the name cut behind its level.
  static func placePrefix(of entry: Entry) -> Entry? {
    guard beginsWithPlace(entry.kind),
      let range = entry.place.ranges.first
    else { return nil }
    let head = entry.text.prefix(8)
    guard
      let end = head.indices.first(where: {
        $0 >= head.startIndex + 2 && endsPlace(head[...$0])
      }),
      end + 1 < entry.text.endIndex
    else { return nil }
    return prefix(of: entry, range, length: end + 1 - head.startIndex)
  }

  /// Whether a text ends as a place does: with a level that nothing else ends with, or as one of the table's districts.
  private static func endsPlace(_ text: ArraySlice<UInt16>) -> Bool {
    switch text.last {
    case 0x5E02, 0x7701, 0x53BF: true  // 市省县
    case 0x533A, 0x5DDE, 0x65D7: NameTable.standard.place(named: text) != nil  // 区州旗
    default: false
    }
  }

  /// The place at the end of one told with what it lies in (`荣昌` of 重庆荣昌); nil for none.
  static func innerPlace(of entry: Entry) -> Entry? {
    guard entry.kind == .place, (4...8).contains(entry.text.count),
      let range = entry.place.ranges.first
    else { return nil }
    let table = NameTable.standard
    for length in 2...entry.text.count - 2
    where table.place(named: entry.text.prefix(length)) != nil
      && table.place(named: entry.text.dropFirst(length)) != nil
    {
      var inner = entry
      inner.words = NameWords(entry.text.dropFirst(length))
      inner.place = Citation(entry.place.paragraph, range.lowerBound + length..<range.upperBound)
      return inner
    }
    return nil
  }

  /// The place that a newspaper is named for (`颍川` of 颍川日报); nil where no paper is named.
  func mastheadPlace() -> Entry? {
    for at in entries.indices.prefix(NameRegistry.mostClustered)
    where entries[at].kind == .organization && NameRegistry.isMedium(entries[at].text) {
      let entry = entries[at]
      guard let range = entry.place.ranges.first, entry.text.count >= 4,
        entry.text.suffix(2).elementsEqual("日报".utf16)
          || entry.text.suffix(2).elementsEqual("晚报".utf16)
      else { continue }
      return NameRegistry.prefix(of: entry, range, length: entry.text.count - 2)
    }
    return nil
  }

  private static func prefix(of entry: Entry, _ range: Range<Int>, length: Int) -> Entry {
    Entry(
      words: NameWords(entry.text.prefix(length)), kind: .place,
      place: Citation(
        entry.place.paragraph, range.lowerBound..<range.lowerBound + length),
      count: entry.count, level: entry.text[entry.text.startIndex + length - 1])
  }

  /// Whether a name is that of a paper, agency or station.
  static func isMedium(_ text: ArraySlice<UInt16>) -> Bool {
    guard let last = text.last, mediumEnds.contains(last) else { return false }
    let words = NameWords(text)
    return media.contains { ends(words, with: $0) }
  }

  private static let media: [NameWords] = [
    "日报", "晚报", "晨报", "时报", "商报", "都市报", "周刊", "周报", "电视台", "通讯社", "新闻网", "导报",
  ].map { NameWords(Array($0.utf16)) }
  /// What they end with.
  private static let mediumEnds = UnitSet("报刊台社网")
}
