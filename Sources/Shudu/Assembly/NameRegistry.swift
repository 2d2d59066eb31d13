/// The names of an article in the order they stand, and what stands for them.
struct NameRegistry: Sendable {
  struct Entry: Sendable {
    var text: [UInt16]
    var kind: NameKind
    var place: Citation
    /// How often the article names it.
    var count: Int
  }

  private(set) var entries: [Entry] = []
  private var index: [[UInt16]: Int] = [:]
  /// Entries in the order of their last mention, latest last.
  private(set) var recent: [Int] = []

  /// Counts a name of the page; the first place is kept.
  mutating func note(_ text: [UInt16], _ kind: NameKind, at place: Citation) {
    if let known = index[text] {
      entries[known].count += 1
    } else {
      index[text] = entries.count
      entries.append(Entry(text: text, kind: kind, place: place, count: 1))
    }
  }

  /// Says that reading has come past a name.
  mutating func pass(_ text: [UInt16]) {
    guard let known = index[text] else { return }
    if recent.last == known { return }
    recent.append(known)
    if recent.count > 64 { recent.removeFirst(32) }
  }

  /// The full name for a short one: the first earlier name of that kind that ends with it.
  func fullName(of short: [UInt16]) -> Entry? {
    entries.first { $0.text.count > short.count && $0.text.suffix(short.count) == short[...] }
  }

  /// The name that an anaphor such as `全市`, `该公司`, `园区` stands for.
  func resolve(_ word: [UInt16]) -> Entry? {
    guard let last = word.last else { return nil }
    let first = word[0]
    let isWhole = word.count == 2 && [0x5168, 0x6211, 0x672C].contains(first)  // 全我本
    switch last {
    case 0x5E02, 0x7701, 0x53BF, 0x533A, 0x5DDE, 0x9547, 0x4E61, 0x6751:  // 市省县区州镇乡村
      if isWhole { return mainPlace(ending: last) }
      return latest(ending: last, kinds: [.place])
    case 0x5730:  // 地: 当地, 本地, 该地
      return latest(kinds: [.place]) ?? mainPlace(ending: nil)
    default:
      let tail = [0x8BE5, 0x672C, 0x6211].contains(first) ? Array(word.dropFirst()) : word
      if let entry = latest(suffix: tail) { return entry }
      let organizational: [[UInt16]] = ["公司", "企业", "集团"].map { Array($0.utf16) }
      return organizational.contains(tail) ? latest(kinds: [.organization]) : nil
    }
  }

  /// The place that the article is about: the one named most, of the level asked for.
  func mainPlace(ending level: UInt16?) -> Entry? {
    var best: Entry?
    for entry in entries where entry.kind == .place {
      let fits = level == nil || entry.text.last == level || entry.text.count <= 3
      guard fits else { continue }
      if best.map({ entry.count > $0.count }) ?? true { best = entry }
    }
    return best
  }

  private func latest(ending unit: UInt16, kinds: [NameKind]) -> Entry? {
    recent.last { entries[$0].text.last == unit && kinds.contains(entries[$0].kind) }
      .map { entries[$0] }
  }

  private func latest(kinds: [NameKind]) -> Entry? {
    recent.last { kinds.contains(entries[$0].kind) }.map { entries[$0] }
  }

  private func latest(suffix: [UInt16]) -> Entry? {
    recent.last {
      entries[$0].text.count > suffix.count && entries[$0].text.suffix(suffix.count) == suffix[...]
    }.map { entries[$0] }
  }
}
