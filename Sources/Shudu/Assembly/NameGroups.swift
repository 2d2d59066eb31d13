/// Names that the text sets side by side (`赤峰、朝阳`, `川渝两地`), for which `两市` and `双方` stand later.
///
/// Cost: a look at each name and the one before it; the last `memory` groups are kept.
struct NameGroups: Sendable {
  private struct Group: Sendable {
    var count: Int
    var kind: NameKind
    var owner: SubjectHistory.Owner
  }

  /// Latest first.
  private var groups: [Group] = []

  private static let memory = 6

  /// The names that reading came past last which a word such as `两市`, `双方` may stand for; none for other words.
  func named(by word: ArraySlice<UInt16>) -> [SubjectHistory.Owner] {
    guard let count = NameGroups.count(of: word), let last = word.last else { return [] }
    let found = groups.first {
      $0.count == count
        && (NameGroups.anyBodies.contains(last)
          || ($0.kind == .organization) == NameGroups.schools.contains(last))
    }
    return found.map { [$0.owner] } ?? []
  }

  /// Notes the groups of a sentence's names.
  mutating func note(_ mentions: [Mention], in units: [UInt16], paragraph: Int) {
    var first: Range<Int>?
    var kind = NameKind.place
    var last = 0
    var count = 0
    for index in mentions.indices {
      guard let own = mentions[index].nameKind, own == .place || own == .organization
      else { continue }
      let range = mentions[index].range
      let isNext =
        own == kind && range.lowerBound == last + 1 && NameGroups.joiners.contains(units[last])
      if let start = first, isNext {
        first = start.lowerBound..<range.upperBound
        count += 1
      } else {
        remember(first, kind, count, in: units, paragraph)
        first = range
        kind = own
        count = 1
      }
      last = range.upperBound
    }
    remember(first, kind, count, in: units, paragraph)
  }

  private mutating func remember(
    _ range: Range<Int>?, _ kind: NameKind, _ named: Int, in units: [UInt16], _ paragraph: Int
  ) {
    guard let range else { return }
    var count = named
    // `川渝两地`: the word behind it tells how many a name is of.
    if named == 1, range.count <= 4, range.upperBound + 1 < units.count,
      let told = NameGroups.count(of: units[range.upperBound..<range.upperBound + 2])
    {
      count = told
    }
    guard count > 1 else { return }
    let owner = SubjectHistory.Owner(
      name: Citation(paragraph, range), words: NameWords(units[range]))
    groups.removeAll { $0.owner.words == owner.words }
    groups.insert(Group(count: count, kind: kind, owner: owner), at: 0)
    if groups.count > NameGroups.memory { groups.removeLast() }
  }

  /// How many a word such as `两市`, `三地`, `双方` stands for; nil for another word.
  static func count(of word: ArraySlice<UInt16>) -> Int? {
    guard word.count == 2, let first = word.first, let last = word.last, bodies.contains(last)
    else { return nil }
    switch first {
    case 0x4E24, 0x53CC: return 2  // 两双
    case 0x4E09: return 3
    case 0x56DB: return 4
    case 0x4E94: return 5
    default: return nil
    }
  }

  private static let joiners = UnitSet("、和与及同")
  private static let bodies = UnitSet("市省地县区州国镇村城校院方家")
  private static let schools = UnitSet("校院")
  private static let anyBodies = UnitSet("方家")
}
