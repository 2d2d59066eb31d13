extension NameOptions {
  func addPersons(context: inout NameContext) {
    var isAfterTitle = false
    for offset in range {
      let unit = phrase.units[offset]
      let traits = traits.known(Int(unit))
      let endsTitle = endsTitle(offset)
      // After a title, with or without a space behind it, persons are introduced.
      let isIntroduction = endsTitle || isAfterTitle
      isAfterTitle = endsTitle && (unit == 0x20 || unit == 0x3A)
      guard traits.kind == .han else { continue }
      let mayOpen = traits.mayOpenPerson || traits.isRareSurname
      guard mayOpen || isIntroduction || context.mayBeIntroduced(from: unit) else { continue }
      if isIntroduction {
        introducePersons(at: offset, context: &context)
        if kind(offset - 1) != .han { introduceByline(at: offset, context: &context) }
      }
      if context.mayBeIntroduced(from: unit) { addTold(at: offset, context: context) }
      guard mayOpen else { continue }
      if traits.opensSurname { addCompoundSurnamed(at: offset) }
      // A surname within a common word is none, but where a rule or a title says so.
      if traits.surname > 0 || traits.isRareSurname, !isCrossed(offset) { addSurnamed(at: offset) }
    }
    for number in phrase.tokens.indices.dropFirst(2) where mayBeRole(number) {
      introducePersons(at: phrase.tokens[number].start, context: &context)
    }
  }

  /// Whether the word before a token may tell of somebody's work (`护林员`), and a name begin with the token.
  @inline(__always)
  private func mayBeRole(_ number: Int) -> Bool {
    let token = phrase.tokens[number]
    guard token.form == .single || token.form == .person || token.form == .foreign,
      phrase.touches(number - 1), NameOptions.roles.contains(phrase.units[token.start - 1]),
      !endsTitle(token.start)
    else { return false }
    return phrase.tokens[number - 1].length > 1 || phrase.touches(number - 2)
  }

  /// Last characters of words for those who do some work.
  private static let roles = UnitSet("员民户工师手长家农匠警嫂")

  private func addTold(at offset: Int, context: NameContext) {
    for length in 2...4 where offset + length <= range.upperBound {
      if context.isIntroduced(phrase.units[offset..<offset + length]) {
        list.insert(offset..<offset + length, .person, .told)
      }
    }
  }

  private func introducePersons(at offset: Int, context: inout NameContext) {
    let most = lastOfName(from: offset, most: 5)
    guard most - offset >= 2 else { return }
    for end in offset + 2...most {
      list.insert(offset..<end, .person, .introduced)
      if endsPerson(at: end) { context.introduce(phrase.units[offset..<end]) }
    }
  }

  /// `记者 甲乙 丙 丁 通讯员 戊己庚`: every name of a list with spaces between, a space within a short one too.
  private func introduceByline(at offset: Int, context: inout NameContext) {
    var first = offset
    for _ in 0..<NameOptions.mostOfByline {
      var end = lastOfName(from: first, most: 5)
      if end - first == 1, end < range.upperBound, phrase.units[end] == 0x20,
        case let next = lastOfName(from: end + 1, most: 2), next - end == 2
      {
        end = next
      }
      let isLong = traits.known(Int(phrase.units[first])).opensSurname
      guard (2...(isLong ? 4 : 3)).contains(end - first), !endsTitle(end),
        end == range.upperBound || kind(end) != .han
      else { return }
      list.insert(first..<end, .person, .introduced)
      context.introduce(phrase.units[first..<end])
      guard end + 1 < range.upperBound, phrase.units[end] == 0x20 else { return }
      first = end + 1
    }
  }

  /// Names of one list.
  private static let mostOfByline = 8

  private func addCompoundSurnamed(at offset: Int) {
    var longest = offset
    phrase.table.foreignSurname.forEachMatch(
      in: phrase.units, at: offset, limit: range.upperBound
    ) { longest = max(longest, $0.end) }
    guard longest > offset else { return }
    var end = lastOfName(from: longest, most: 2)
    while end > longest {
      add(offset..<end, .person, .compoundSurname)
      end -= 1
    }
  }

  private func addSurnamed(at offset: Int) {
    var end = offset + 1
    while end < range.upperBound, end - offset < 3, kind(end) == .han,
      traits.known(Int(phrase.units[end])).given > 0
    {
      end += 1
      // A common word that nobody's title stands before.
      guard end - offset > 2 || !isWord(offset..<end) else { continue }
      list.insert(offset..<end, .person, [])
    }
    // `和` of 晏清和, where what follows shows that the name is at its end.
    if case let rest = lastOfName(from: end, most: 3 - (end - offset)), rest > end,
      endsPerson(at: rest)
    {
      list.insert(offset..<rest, .person, .ended)
    }
    if offset > range.lowerBound, NameOptions.familiar.contains(phrase.units[offset - 1]) {
      list.insert(offset - 1..<offset + 1, .person, [])
    }
    guard offset + 1 < range.upperBound else { return }
    words.forEach(at: offset + 1) { match in
      if phrase.table.classes(of: Int(match.payload)).contains(.surnameTitle) {
        list.insert(offset..<match.end, .person, .surnameTitle)
      }
    }
  }

  /// What stands before a surname alone.
  private static let familiar = UnitSet("老小阿")

  /// Characters that no person's name has.
  private static let grammatical = UnitSet("的了是着过们说称吗呢吧啊哪她他它我你您")

  /// The end of as many characters as a name may hold from an offset on.
  private func lastOfName(from first: Int, most: Int) -> Int {
    var end = first
    while end < range.upperBound, end - first < most,
      kind(end) == .han, !NameOptions.grammatical.contains(phrase.units[end])
    {
      end += 1
    }
    return end
  }

  /// Whether a mark or a word of speech stands at an offset.
  private func endsPerson(at offset: Int) -> Bool {
    guard offset < range.upperBound, kind(offset) == .han else { return true }
    var isSpeech = false
    words.forEach(at: offset) { match in
      if phrase.table.classes(of: Int(match.payload)).contains(.speech) { isSpeech = true }
    }
    return isSpeech
  }
}
