/// The kinds of the names that an article has told so far, by the whole names and by their ends.
struct NameTold: Sendable {
  /// What an article has told a stretch to be.
  struct Kinds: Sendable, BitwiseCopyable {
    var exact: NameKinds = []
    /// Kinds of longer names that end with it.
    var ends: NameKinds = []
  }

  private var names = WordMap<Kinds>()
  private var firsts = UnitFilter()
  private var lasts = UnitFilter()

  /// Units of ends that are kept.
  private static let endLengths = 3...8

  mutating func tell(_ units: ArraySlice<UInt16>, kind: NameKind) {
    guard let first = units.first, let last = units.last, units.count > 1 else { return }
    let kind = NameKinds(kind)
    var kinds = names[NameWords(units)] ?? Kinds()
    guard !kinds.exact.contains(kind) else { return }
    kinds.exact.formUnion(kind)
    // Copied: the units are a part of a paragraph.
    let units = Array(units)
    names[NameWords(units)] = kinds
    firsts.insert(first)
    lasts.insert(last)
    guard kind != .person else { return }
    for length in NameTold.endLengths where length < units.count {
      let end = NameWords(units.suffix(length))
      var kinds = names[end] ?? Kinds()
      kinds.ends.formUnion(kind)
      names[end] = kinds
      firsts.insert(end.units[end.units.startIndex])
    }
  }

  /// What an article has told a stretch to be; nil for nothing.
  @inline(__always)
  func kinds(of stretch: Range<Int>, in units: [UInt16]) -> Kinds? {
    guard lasts.mayHold(units[stretch.upperBound - 1]), firsts.mayHold(units[stretch.lowerBound])
    else { return nil }
    return names[NameWords(units[stretch])]
  }
}
