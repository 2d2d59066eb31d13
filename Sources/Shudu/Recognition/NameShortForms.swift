/// Ties short names to full ones: by brackets (`(以下简称“杰品科技”)`), and by the words that a full name holds.
struct NameShortForms {
  let units: [UInt16]
  let tokens: [NameToken]

  /// The short names that brackets give, which are names themselves.
  func tie(_ names: [NameCandidate], context: inout NameContext) -> [NameCandidate] {
    var given: [NameCandidate] = []
    for name in names where name.kind == .organization {
      tieAfterLetters(name, context: &context)
      tieCore(of: name, context: &context)
    }
    for index in tokens.indices where tokens[index].has(.shortLead) {
      if let name = tieBracket(at: index, names, context: &context) { given.append(name) }
    }
    return given
  }

  private static let legalForms = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司"].map { Array($0.utf16) }

  /// A company is told again without its place and legal form (`迈盛医疗`).
  private func tieCore(of name: NameCandidate, context: inout NameContext) {
    guard
      let form = NameShortForms.legalForms.first(where: { units[name.range].ends(with: $0) }),
      let place = tokens.first(where: { $0.start == name.range.lowerBound && $0.has(.place) })
    else { return }
    let core = units[place.end..<(name.range.upperBound - form.count)]
    guard (4...8).contains(core.count), !core.contains(0x28) else { return }
    context.teach(Array(core), kind: .organization)
    context.tie(Array(core), to: Array(units[name.range]))
  }

  /// `ABC甲乙中心` is told again as 甲乙中心.
  private func tieAfterLetters(_ name: NameCandidate, context: inout NameContext) {
    guard let first = units[name.range].firstIndex(where: { $0 > 0x7F }),
      first > name.range.lowerBound, name.range.upperBound - first >= 5,
      !units[first..<name.range.upperBound].contains(0x28)
    else { return }
    let short = Array(units[first..<name.range.upperBound])
    context.teach(short, kind: name.kind)
    context.tie(short, to: Array(units[name.range]))
  }

  /// The short name that stands behind the word that says so, without its quotes; nil where none does.
  func range(after lead: Int) -> Range<Int>? {
    var first = lead + 1
    guard first < tokens.count else { return nil }
    var stops: Set<UInt16> = [0x29, 0x2C, 0x3B]
    if [0x201C, 0x300C, 0x22].contains(units[tokens[first].start]) {
      stops = [0x201D, 0x300D, 0x22]
      first += 1
    }
    guard first < tokens.count else { return nil }
    var last = first
    while last < tokens.count, !stops.contains(units[tokens[last].start]) { last += 1 }
    return last > first ? tokens[first].start..<tokens[last - 1].end : nil
  }

  /// `FULL(下称“SHORT”)`.
  private func tieBracket(
    at index: Int, _ names: [NameCandidate], context: inout NameContext
  ) -> NameCandidate? {
    guard index > 0, units[tokens[index - 1].start] == 0x28 else { return nil }
    let bracket = tokens[index - 1].start
    guard let full = names.last(where: { $0.reach.upperBound <= bracket }),
      bracket - full.reach.upperBound <= 1
    else { return nil }
    guard let range = range(after: index) else { return nil }
    let short = Array(units[range])
    guard short.count <= 16 else { return nil }
    context.teach(short, kind: full.kind)
    context.tie(short, to: Array(units[full.range]))
    return NameCandidate(range, full.kind, .taught)
  }
}

extension ArraySlice<UInt16> {
  fileprivate func ends(with tail: [UInt16]) -> Bool {
    count > tail.count && suffix(tail.count).elementsEqual(tail)
  }
}
