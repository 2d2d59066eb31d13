/// Laboratories and centres by their field, which stands before the level that recognizes them.
///
/// *Recognizes*: `煤层动力与控制国家重点实验室`, `高原种质创新甘肃省重点实验室`: the words before a level or a place that such a word
/// follows, two fields that 与, 和 or 及 joins among them.
/// *Rejects*: fields of fewer than three characters; words that no name runs across, verbs at its beginning.
/// *Cost*: at most `mostTokens` tokens are looked at for each such word.
struct NameLaboratories {
  let phrase: NamePhrase

  private static let mostTokens = 12
  private static let shortestField = 3
  private static let joints = UnitSet("与和及")
  private static let sorts = UnitSet("种类型")
  private static let nation = Array("国家".utf16)
  private static let ends = WordSet(
    "国家重点实验室", "重点实验室", "国家工程研究中心", "工程研究中心", "工程技术研究中心", "技术创新中心", "工程实验室")

  func addCandidates(to candidates: inout [NameCandidate]) {
    for index in phrase.tokens.indices where phrase.tokens[index].shows(.ending) {
      let token = phrase.tokens[index]
      guard token.length >= 5,
        NameLaboratories.ends.contains(phrase.units[token.start..<token.end]),
        let level = level(of: index), let first = fieldStart(before: level)
      else { continue }
      candidates.append(
        NameCandidate(phrase.range(first, index), .organization, .organizationSuffix))
    }
  }

  /// The token of the level: the word itself (`国家重点实验室`), else one right before it that is a level or a place.
  private func level(of index: Int) -> Int? {
    let token = phrase.tokens[index]
    if phrase.units[token.start..<token.end].starts(with: NameLaboratories.nation) { return index }
    guard index > 0, phrase.touches(index - 1) else { return nil }
    let before = phrase.tokens[index - 1]
    return before.has(.level) || before.has(.somewhere) || before.form == .place ? index - 1 : nil
  }

  /// Whether a character that binds words elsewhere is part of a field: 与 between two, 种 of 种质.
  private func mayJoin(_ index: Int) -> Bool {
    let token = phrase.tokens[index]
    guard index > 0, token.length == 1, phrase.touches(index - 1) else { return false }
    let before = phrase.tokens[index - 1]
    guard !before.isBound, before.form != .mark else { return false }
    if NameLaboratories.sorts.contains(phrase.unit(index)) { return true }
    return NameLaboratories.joints.contains(phrase.unit(index)) && !before.has(.generic)
      && !before.has(.end)
  }

  private func fieldStart(before level: Int) -> Int? {
    let tokens = phrase.tokens
    var first = level
    while first > 0, level - first < NameLaboratories.mostTokens, phrase.touches(first - 1),
      tokens[level].start - tokens[first - 1].start < NamePhrase.longest - 8
    {
      let token = tokens[first - 1]
      if token.form == .mark || token.form == .digits { break }
      if token.isBound {
        guard first < level, mayJoin(first - 1) else { break }
      }
      first -= 1
    }
    while first < level, tokens[first].has(.lead) || tokens[first].isBound { first += 1 }
    guard first < level, tokens[level].start - tokens[first].start >= NameLaboratories.shortestField
    else { return nil }
    return first
  }
}
