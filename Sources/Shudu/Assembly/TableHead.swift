/// What one head of a table says of its figures: what they measure, whose and of when, and whether they are changes, shares or places.
///
/// `产值(亿元)` measures 产值, `2023年产量` that of a year, `出口额同比增长(%)` how 出口额 changed, `占比(%)` a share, `临河市` names an
/// owner, `合计` the whole. Ranges are of the head's text; one of more than 60 units says nothing. Cost: linear in the head.
struct TableHead: Sendable {
  /// The words that measure, without unit, time and what says how; nil for none.
  private(set) var measure: Range<Int>?
  /// A place, body or building that the head is the name of.
  private(set) var owner: Range<Int>?
  private(set) var time: (range: Range<Int>, expression: TimeExpression)?
  private(set) var change: Fact.Change?
  private(set) var isShare = false
  private(set) var isRank = false
  private(set) var status: Fact.Status?
  private(set) var hasUnit = false
  /// What the head is as a whole, where it is a word of `table-words.tsv`.
  private(set) var role: TableWords.Class?

  /// Whether it says how something is told, of what another head measures.
  var isAspect: Bool { change != nil || isShare || isRank }

  /// What is longer is a text that heads nothing.
  private static let longest = 60

  private var rest: Range<Int>
  private let units: [UInt16]
  private static let words = TableWords.standard

  init(_ units: [UInt16], mentions: [Mention]) {
    self.units = units
    rest = 0..<units.count
    guard units.count <= TableHead.longest else { return }
    trim()
    role = TableHead.words.whole(rest, of: units)
    if let unit = HeadUnit.find(in: units, isUnit: false) {
      hasUnit = true
      if unit.range.lowerBound <= rest.lowerBound { role = .unit }
      rest = rest.lowerBound..<max(rest.lowerBound, unit.range.lowerBound)
      trim()
    }
    cutTime(mentions)
    while cutEnd() || cutStart() { trim() }
    guard !rest.isEmpty else { return }
    role = role ?? TableHead.words.whole(rest, of: units)
    if role.map({ [.owner, .scope].contains($0) }) ?? true,
      rest.contains(where: { !TableHead.digits.contains(units[$0]) })
    {
      measure = rest
    }
    // `景区(个)` counts places and is the name of none.
    guard !hasUnit else { return }
    owner =
      mentions.first { mention in
        guard case .name(let kind) = mention.content else { return false }
        return [.place, .organization, .facility].contains(kind) && mention.range == rest
      }?.range
  }

  /// Marks around the words, and 其中 before them.
  private mutating func trim() {
    while let first = rest.first, TableHead.marks.contains(units[first]) {
      rest = first + 1..<rest.upperBound
    }
    while let last = rest.last, TableHead.endMarks.contains(units[last]) {
      rest = rest.lowerBound..<last
    }
    if rest.count > 2, units[rest.lowerBound] == 0x5176, units[rest.lowerBound + 1] == 0x4E2D {
      rest = rest.lowerBound + 2..<rest.upperBound  // 其中
      trim()
    }
  }

  private static let marks = UnitSet(" :;,、.#*·-—\u{3000}的")
  private static let endMarks = UnitSet(" :;,、#*·-—\u{3000}的(")
  private static let digits = UnitSet("0123456789.、() ")

  /// The time that the head names, at its beginning, at its end or in a bracket there.
  private mutating func cutTime(_ mentions: [Mention]) {
    for mention in mentions {
      guard case .time(let expression) = mention.content, expression.canDate,
        mention.rule != "time.title", mention.rule != "time.basis",
        mention.range.lowerBound >= rest.lowerBound, mention.range.upperBound <= rest.upperBound
      else { continue }
      let before = mention.range.lowerBound - 1
      if before >= rest.lowerBound, units[before] == 0x6BD4 || units[before] == 0x8F83 { continue }
      time = (mention.range, expression)
      let after = mention.range.upperBound
      if mention.range.lowerBound == rest.lowerBound {
        rest = after..<rest.upperBound
      } else if after == rest.upperBound
        || after + 1 == rest.upperBound && units[before] == 0x28 && units[after] == 0x29
      {
        rest = rest.lowerBound..<mention.range.lowerBound
      }
      trim()
      return
    }
  }

  /// Cuts a word at the end that says how; false where there is none.
  private mutating func cutEnd() -> Bool {
    guard let found = TableHead.words.end(of: rest, in: units), take(found.word) else {
      return false
    }
    rest = rest.lowerBound..<found.range.lowerBound
    return true
  }

  /// Cuts a word at the beginning that says how; all of `比2022年` and `占全市`.
  private mutating func cutStart() -> Bool {
    guard let first = rest.first else { return false }
    if let found = TableHead.words.start(of: rest, in: units),
      [.yoy, .mom, .since].contains(found.word), take(found.word)
    {
      rest = found.range.upperBound..<rest.upperBound
      return true
    }
    switch units[first] {
    case 0x6BD4 where change != nil, 0x8F83 where change != nil:  // 比较
      if change?.basis == .unstated { change?.basis = .since }
    case 0x5360: isShare = true  // 占
    default: return false
    }
    rest = rest.upperBound..<rest.upperBound
    return true
  }

  /// What a word at an end says; false for a word that says nothing there.
  private mutating func take(_ word: TableWords.Class) -> Bool {
    let known = change ?? Fact.Change(direction: .increase, basis: .unstated)
    switch word {
    case .rise: change = known
    case .fall: change = Fact.Change(direction: .decrease, basis: known.basis)
    case .yoy: change = Fact.Change(direction: known.direction, basis: .yoy)
    case .mom: change = Fact.Change(direction: known.direction, basis: .mom)
    case .since: change = Fact.Change(direction: known.direction, basis: .since)
    case .share: isShare = true
    case .rank: isRank = true
    case .target: status = .target
    case .forecast: status = .forecast
    default: return false
    }
    role = nil
    return true
  }
}
