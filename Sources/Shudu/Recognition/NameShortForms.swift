/// Ties short names to full ones: by brackets (`(以下简称“杰品科技”)`), and by the words that a full name holds.
struct NameShortForms {
  let units: [UInt16]
  let tokens: [NameToken]

  func tie(_ names: [NameCandidate], context: inout NameContext) {
    for name in names where name.kind == .organization { tieAfterLetters(name, context: &context) }
    for index in tokens.indices where tokens[index].has(.shortLead) {
      tieBracket(at: index, names, context: &context)
    }
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

  /// `FULL(下称“SHORT”)`.
  private func tieBracket(
    at index: Int, _ names: [NameCandidate], context: inout NameContext
  ) {
    guard index > 0, index + 1 < tokens.count, units[tokens[index - 1].start] == 0x28 else {
      return
    }
    let bracket = tokens[index - 1].start
    guard let full = names.last(where: { $0.reach.upperBound <= bracket }),
      bracket - full.reach.upperBound <= 1
    else { return }
    var first = index + 1
    var stops: Set<UInt16> = [0x29, 0x2C, 0x3B]
    if [0x201C, 0x300C, 0x22].contains(units[tokens[first].start]) {
      stops = [0x201D, 0x300D, 0x22]
      first += 1
    }
    guard first < tokens.count else { return }
    var last = first
    while last < tokens.count, !stops.contains(units[tokens[last].start]) { last += 1 }
    guard last > first else { return }
    let short = Array(units[tokens[first].start..<tokens[last - 1].end])
    guard short.count <= 16 else { return }
    context.teach(short, kind: full.kind)
    context.tie(short, to: Array(units[full.range]))
  }
}
