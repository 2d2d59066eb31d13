/// Which name a word such as `全市`, `该公司`, `他` stands for.
extension SubjectFinder {
  func choice(_ name: Citation, _ rule: String) -> SubjectChoice {
    SubjectChoice(name, in: sentence, rule: rule)
  }

  /// The name that a citation of this sentence gives or stands for.
  func resolved(_ owner: Citation, _ history: SubjectHistory, rule: String) -> SubjectChoice? {
    standsForAnother(owner)
      ? resolutions(of: owner, history, rule: rule).first : choice(owner, rule)
  }

  /// All names that a citation of this sentence may stand for, likeliest first: itself, where it is no word for another.
  func resolutions(of owner: Citation, _ history: SubjectHistory, rule: String) -> [SubjectChoice] {
    let itself = choice(owner, rule)
    guard standsForAnother(owner) else { return [itself] }
    let found: [SubjectHistory.Owner]
    let pronoun = pronoun(itself.words.units)
    switch pronoun {
    case .person: found = [history.person, history.last].compactMap { $0 }
    case .thing: found = Array(history.recent.prefix(2))
    case .speaker: found = speakers() + [history.person, history.last].compactMap { $0 }
    case .several: found = history.groups.named(by: itself.words.units)
    case nil: found = history.registry.resolutions(of: itself.words).map(\.owner)
    }
    guard !found.isEmpty else { return [itself] }
    let suffix = pronoun == nil ? "+resolved" : "+pronoun"
    var seen: [NameWords] = []
    let choices: [SubjectChoice] = found.compactMap { owner in
      guard !seen.contains(owner.words) else { return nil }
      seen.append(owner.words)
      return SubjectChoice(
        name: owner.name, words: owner.words, isInherited: true, resolvedFrom: itself.name,
        rule: rule + suffix)
    }
    return pronoun == .several ? choices + [itself] : choices
  }

  /// Whether a citation of this sentence is a word that stands for a name.
  func standsForAnother(_ owner: Citation) -> Bool {
    guard owner.ranges.count == 1, let range = owner.ranges.first,
      let index = sentence.token(at: range)
    else { return false }
    return standsForAnother(index..<index + 1)
  }

  /// Whether a run of tokens is a word that stands for a name.
  func standsForAnother(_ run: Range<Int>) -> Bool {
    run.count == 1 && tokens[run.lowerBound].classes.contains(.anaphor)
      && !tokens[run.lowerBound].isName
  }

  /// Whether a citation of this sentence is a single common noun for a body or a place (`公司`, `园区`).
  func isCommonNoun(_ owner: Citation) -> Bool {
    guard owner.paragraph == sentence.paragraph, owner.ranges.count == 1,
      let range = owner.ranges.first, let index = sentence.token(at: range)
    else { return false }
    return tokens[index].classes.contains(.generic) && !tokens[index].isName
  }

  private enum Pronoun { case person, thing, speaker, several }

  /// `他`: a person; `其`, `它`, `这里`: what the text was last about; `我们`: who speaks; `两市`: those named side by side.
  private func pronoun(_ word: ArraySlice<UInt16>) -> Pronoun? {
    if NameGroups.count(of: word) != nil { return .several }
    return switch word[word.startIndex] {
    case 0x4ED6, 0x5979: .person  // 他她
    case 0x5176, 0x5B83, 0x8FD9, 0x6B64, 0x81EA: .thing  // 其它这此自
    case 0x6211, 0x54B1:  // 我咱
      word.count == 1 || word[word.startIndex + 1] == 0x4EEC ? .speaker : nil
    default: nil
    }
  }

  /// Persons and bodies of the sentence that speak in it.
  private func speakers() -> [SubjectHistory.Owner] {
    tokens.indices.compactMap { at in
      guard let owner = owner(at: at, isStrict: false), owner.isSpeaker else { return nil }
      return SubjectHistory.Owner(
        name: Citation(sentence.paragraph, owner.range),
        words: NameWords(sentence.units[owner.range]))
    }
  }
}
