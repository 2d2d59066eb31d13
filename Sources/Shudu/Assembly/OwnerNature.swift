/// What holds of an owner in every fact of a sentence.
struct OwnerNature: BitwiseCopyable {
  /// The cluster of its name in the registry; -1 for what is no name of the article.
  var cluster: Int
  /// The kind of its name in features; 8 for what is no name of the article.
  var kind: Int
  /// How many sentences ago it was named, in steps.
  var since: Int
  /// Its last two characters; 0 for none.
  var last: Int
  var before: Int
  /// UTF-16 units.
  var length: Int
  /// How many clauses of the page open with it.
  var topics: Int
  /// Whether a longer name of the article ends with it.
  var endsName: Bool
  /// How far the text is about it; empty for what is no name.
  var focus: NameReading.Focus
  /// How the text has just told it.
  var telling = RecentText.Telling.never
  /// A bit for each scope that means the same.
  var sameScopes = 0

  /// Numbers that `kind` may have.
  static let kinds = 9

  /// Whether it is a name of the article.
  var isNamed: Bool { kind != 8 }

  /// Whether it is one, and no person's.
  var isOwner: Bool { isNamed && kind != NameKind.person.number }
}

/// The owners that a sentence's facts may have, numbered as they come; what is known of each is looked up once. Never copied.
struct OwnerNatures: ~Copyable {
  private let scopes: [SubjectScene.Scope]
  private var numbers = WordIndex(room: 32)
  private var natures: [OwnerNature] = []
  /// What each owner's words and standing say by themselves.
  private var supports: [Support] = []

  init(scopes: [SubjectScene.Scope]) {
    self.scopes = scopes
    natures.reserveCapacity(32)
    supports.reserveCapacity(32)
  }

  subscript(number: Int) -> OwnerNature { natures[number] }
  func support(_ number: Int) -> Support { supports[number] }
  func words(_ number: Int) -> NameWords { numbers.words[number] }

  mutating func number(
    of words: NameWords, _ history: SubjectHistory, _ model: LinearModel
  ) -> Int {
    let number = numbers.insert(words)
    if number == natures.count { add(words, history, model) }
    return number
  }

  private mutating func add(
    _ words: NameWords, _ history: SubjectHistory, _ model: LinearModel
  ) {
    let standing = history.registry.standing(of: words)
    let units = words.units
    var nature = OwnerNature(
      cluster: standing?.cluster ?? -1, kind: standing?.kind.number ?? 8,
      since: OwnerNatures.bucket(standing?.sentences), last: units.last.map(Int.init) ?? 0,
      before: units.count > 1 ? Int(units[units.endIndex - 2]) : 0, length: units.count,
      topics: history.topics.count(of: words), endsName: history.registry.endsName(words),
      focus: standing?.focus ?? [])
    for scope in scopes where history.isSame(scope.words, scope.cluster, words, standing?.cluster) {
      nature.sameScopes |= 1 << scope.number
    }
    if !nature.isNamed { nature.telling = history.recentText.telling(of: words) }
    var support = Support(model)
    support.add(Feature(.boundaryWord, nature.before, nature.last), by: model)
    support.add(Feature(.headCharacter, nature.last, 300), by: model)
    support.add(Feature(.sentences, nature.since, 300 + nature.kind), by: model)
    let owned = min(history.count(of: words), 4)
    support.add(Feature(.times, owned, 300 + nature.since), by: model)
    if let standing {
      support.add(Feature(.times, min(standing.count, 6), 201), by: model)
      support.add(Feature(.focus, nature.focus.rawValue, 100 + nature.kind), by: model)
    }
    natures.append(nature)
    supports.append(support)
  }

  private static func bucket(_ sentences: Int?) -> Int {
    guard let sentences else { return 9 }
    return sentences < 4 ? sentences : sentences < 7 ? 4 : sentences < 15 ? 5 : 6
  }
}
