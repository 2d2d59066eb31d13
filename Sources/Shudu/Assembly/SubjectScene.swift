/// What the facts of one sentence choose their subjects from: the owners that the text named before, those that its words
/// tell, and what holds of each owner whatever the fact.
///
/// A reference, for the candidates of every fact hold it, and what was found of an owner is kept. Made once a sentence.
final class SubjectScene {
  let finder: SubjectFinder
  let history: SubjectHistory
  let model: LinearModel
  /// Those whom the text was about before the sentence, by scope.
  let scopes: [Scope]
  /// Owners from before the sentence, in the order in which they are candidates.
  private(set) var standing: [Standing] = []
  // Unchecked: read and written within this type alone, by functions that call nobody who might come back.
  @exclusivity(unchecked) private var natures: OwnerNatures
  @exclusivity(unchecked) private var choices: OwnerChoices

  /// One whom the text was about: its number in features, and the cluster of its names.
  struct Scope {
    var number: Int
    var words: NameWords
    var cluster: Int?
  }

  init(_ finder: SubjectFinder, _ history: consuming SubjectHistory, _ model: LinearModel) {
    scopes = SubjectScene.scopes(of: history)
    self.finder = finder
    self.history = history
    self.model = model
    natures = OwnerNatures(scopes: scopes)
    choices = OwnerChoices(tokens: finder.tokens.count)
    standing = standingOwners()
  }

  private static func scopes(of history: SubjectHistory) -> [Scope] {
    var scopes: [Scope] = []
    scopes.reserveCapacity(4)
    func add(_ number: Int, _ words: NameWords?) {
      guard let words else { return }
      let cluster = history.registry.cluster(of: words)
      scopes.append(Scope(number: number, words: words, cluster: cluster))
    }
    add(1, history.last?.words)
    add(2, history.headings.first?.words)
    add(3, history.title?.words)
    add(4, history.registry.main?.words)
    return scopes
  }

  // MARK: Natures

  /// The number of what is known of an owner, for this sentence.
  func number(of words: NameWords) -> Int { natures.number(of: words, history, model) }

  @inline(__always)
  func nature(_ number: Int) -> OwnerNature { natures[number] }

  func words(_ number: Int) -> NameWords { natures.words(number) }

  /// Whether an owner is likely to be the same as another.
  func isSame(_ number: Int, _ other: Scope) -> Bool {
    let cluster = natures[number].cluster
    return history.isSame(
      other.words, other.cluster, natures.words(number), cluster < 0 ? nil : cluster)
  }

  // MARK: Choices

  /// A choice by its number, for candidates.
  @inline(__always)
  func owner(_ choice: Int) -> OwnerChoice { choices.items[choice] }

  /// A choice by its number, with its words.
  func choice(_ number: Int) -> SubjectChoice { choices.choice(number, in: finder.sentence) }

  /// The numbers of the owners that a run of tokens tells: itself, else those for which it stands, likeliest first; behind a noun
  /// for a body or a place the name that ends with it.
  func choices(of run: Range<Int>, _ rule: SubjectRule) -> Range<Int> {
    if let known = choices.numbers(of: run, rule) { return known }
    let text = finder.sentence.textRange(run)
    let numbers =
      rule.resolves && finder.standsForAnother(run)
      ? resolutions(of: Citation(finder.sentence.paragraph, text), rule) : itself(text, rule)
    choices.keep(numbers, of: run, rule)
    return numbers
  }

  /// The same for words of the paragraph that are no run of tokens.
  func choices(of name: Citation, _ rule: SubjectRule) -> Range<Int> {
    if rule.resolves, finder.standsForAnother(name) { return resolutions(of: name, rule) }
    if name.ranges.count == 1 { return itself(name.ranges[0], rule) }
    let number = add(finder.choice(name, rule.rawValue), rule, rule.origin)
    return number..<number + 1
  }

  private func resolutions(of name: Citation, _ rule: SubjectRule) -> Range<Int> {
    let first = choices.items.count
    for (turn, choice) in finder.resolutions(of: name, history, rule: rule.rawValue).enumerated() {
      let number = add(choice, rule, rule.origin)
      guard let word = choice.resolvedFrom?.ranges.first else { continue }
      choices.add(
        support(ofTurn: turn, Int(owner(number).nature), for: word), to: number, by: model)
    }
    return first..<choices.items.count
  }

  /// What speaks for one of the names that a word may stand for: its turn, how lately it was named, what the text is about.
  private func support(ofTurn turn: Int, _ number: Int, for word: Range<Int>) -> Support {
    let nature = natures[number]
    let first = Int(finder.sentence.units[word.lowerBound])
    let last = Int(finder.sentence.units[word.upperBound - 1])
    let scopes = nature.sameScopes
    var support = Support(model)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.distance, turn, 120)
    add(.distance, turn, last)
    add(.role, scopes, 120)
    add(.role, scopes, first)
    add(.role, scopes, last)
    add(.sentences, nature.since, 120)
    add(.sentences, nature.since * 64 + scopes, 121)
    add(.role, nature.last == last ? 1 : 0, 121)
    add(.nameKind, nature.kind, last)
    add(.times, min(nature.topics, 8), 120)
    add(.focus, nature.focus.rawValue, 200 + min(turn, 4))
    add(.focus, nature.focus.rawValue * 64 + scopes, 300)
    return support
  }

  private func itself(_ text: Range<Int>, _ rule: SubjectRule) -> Range<Int> {
    let words = NameWords(finder.sentence.units[text])
    if rule.resolves, let full = history.registry.fullName(ofZone: words) {
      let number = add(resolved(text, to: full, rule), rule, rule.origin)
      return number..<number + 1
    }
    let number = number(of: words)
    let nature = natures[number]
    let first = choices.append(
      owner(
        number, rule, rule.origin, topics: clausesOpened(by: text, nature),
        from: .itself(
          Int32(truncatingIfNeeded: text.lowerBound), Int32(truncatingIfNeeded: text.upperBound))))
    guard rule.resolves, !nature.isNamed, let full = history.registry.fullName(of: words) else {
      return first..<first + 1
    }
    return first..<add(resolved(text, to: full, rule), rule, .resolved) + 1
  }

  /// A name for which words of the sentence stand.
  private func resolved(
    _ text: Range<Int>, to full: NameRegistry.Entry, _ rule: SubjectRule
  ) -> SubjectChoice {
    SubjectChoice(
      name: full.place, words: full.words, isInherited: true,
      resolvedFrom: Citation(finder.sentence.paragraph, text), rule: rule.rawValue + "+resolved")
  }

  /// Adds a choice as it is: its number.
  @discardableResult
  func add(
    _ choice: SubjectChoice, _ rule: SubjectRule, _ origin: SubjectCandidates.Origin
  ) -> Int {
    let number = number(of: choice.words)
    let nature = natures[number]
    let isOnePiece = !choice.isInherited && choice.name.ranges.count == 1
    let topics = isOnePiece ? clausesOpened(by: choice.name.ranges[0], nature) : nature.topics
    return choices.append(
      owner(
        number, rule, origin, topics: topics, isInherited: choice.isInherited,
        isResolved: choice.resolvedFrom != nil, from: choices.keep(choice)))
  }

  /// Adds an owner from before the sentence: its number.
  func add(
    _ owner: SubjectHistory.Owner, _ number: Int, _ rule: SubjectRule,
    _ origin: SubjectCandidates.Origin
  ) -> Int {
    choices.append(
      self.owner(
        number, rule, origin, topics: natures[number].topics, isInherited: true,
        from: choices.keep(owner)))
  }

  /// - Parameter topics: how many clauses are about it.
  private func owner(
    _ number: Int, _ rule: SubjectRule, _ origin: SubjectCandidates.Origin, topics: Int,
    isInherited: Bool = false, isResolved: Bool = false, from source: OwnerChoice.Source
  ) -> OwnerChoice {
    let nature = natures[number]
    let topics = min(topics, 8)
    let place = origin.rawValue
    var support = natures.support(number)
    support.add(Feature(.origin, place, 50), by: model)
    support.add(Feature(.times, isResolved ? 1 : 0, place), by: model)
    support.add(Feature(.times, topics, 500 + nature.kind), by: model)
    support.add(Feature(.times, topics, 600 + place), by: model)
    support.add(Feature(.times, topics, 700 + min(nature.length, 8)), by: model)
    // Twenty bits for each: origins have five.
    let word = (nature.before | (place & 15) << 16, nature.last | (place >> 4) << 16)
    support.add(Feature(.boundaryWord, word.0, word.1), by: model)
    support.add(Feature(.nameKind, nature.kind, 400 + place), by: model)
    support.add(Feature(.sentences, nature.since, 400 + place), by: model)
    for scope in 1..<5 where nature.sameScopes >> scope & 1 != 0 {
      support.add(Feature(.role, scope, 200), by: model)
      support.add(Feature(.role, scope, 200 + place), by: model)
    }
    if nature.isNamed {
      support.add(Feature(.focus, nature.focus.rawValue, place), by: model)
      support.add(Feature(.focus, nature.focus.rawValue * 64 + nature.sameScopes, 400), by: model)
    } else {
      let telling = nature.telling.rawValue
      support.add(Feature(.given, telling, place), by: model)
      support.add(Feature(.given, telling, 100 + min(nature.length, 8)), by: model)
      support.add(Feature(.given, telling * 16 + min(topics, 8), 200), by: model)
    }
    if nature.endsName { support.add(Feature(.role, 7, 200 + place), by: model) }
    return OwnerChoice(
      source: source, rule: rule, origin: origin, nature: Int32(truncatingIfNeeded: number),
      isInherited: isInherited, isResolved: isResolved, support: support)
  }

  /// How many clauses open with words of the sentence and go on otherwise than here: `科技` of `科技创新` is no topic however
  /// often that stands.
  private func clausesOpened(by text: Range<Int>, _ nature: OwnerNature) -> Int {
    let all = nature.topics
    let units = finder.sentence.units
    guard all > 0, text.upperBound < units.count else { return all }
    return all - history.topics.count(of: NameWords(units[text.lowerBound...text.upperBound]))
  }
}
