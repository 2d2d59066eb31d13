/// Finds the first telling of a fact that an article tells again: in its heading and its text, in a caption and a sidebar.
///
/// Two tellings agree in value, unit, aspect and status, neither contradicts the other's time or owner, and they measure
/// the same (`新建公园` and `公园`, `综合消费` and `消费`). How much of that is asked for depends on how telling the value
/// is: `2项` and `两成` come by chance twice in an article, `43.7公里` does not.
///
/// Cost: a look-up a fact, and a comparison with the first tellings of the same value, of which the first 16 are kept.
struct Tellings {
  private static let longestList = 16

  /// What a telling is compared by.
  fileprivate struct Telling {
    var id: String
    var sentence: Int
    var measure: String?
    var owner: String?
    var time: String?
    var direction: Fact.Change.Direction?
    var status: Fact.Status
    var isInHeading: Bool
  }

  /// By value: the first tellings.
  private var firsts: [StableHash: [Telling]] = [:]

  /// The id of the first telling of a fact; nil where this is the first.
  ///
  /// - Parameter sentence: the index of its sentence, within which nothing is told twice.
  mutating func first(of fact: Fact, inSentence sentence: Int) -> String? {
    let telling = fact.telling(inSentence: sentence)
    let value = Tellings.value(of: fact)
    guard let earlier = firsts[value] else {
      firsts[value] = [telling]
      return nil
    }
    for other in earlier where other.sentence != sentence {
      if Tellings.isSame(other, telling, fact.quantity) { return other.id }
    }
    if earlier.count < Tellings.longestList { firsts[value, default: []].append(telling) }
    return nil
  }

  /// What all tellings of one fact have in common.
  private static func value(of fact: Fact) -> StableHash {
    var hash = StableHash()
    hash.combine(fact.quantity.value)
    hash.combine(fact.quantity.minimum)
    hash.combine(fact.quantity.maximum)
    hash.combine(fact.unit?.text ?? "")
    hash.combine(fact.aspect.rawValue)
    return hash
  }

  /// A heading leaves out whose and whether it is so: the text below tells.
  private static func isSame(_ one: Telling, _ other: Telling, _ quantity: Quantity) -> Bool {
    guard let first = one.measure, let second = other.measure,
      isCompatible(one.time, other.time), one.direction == other.direction
    else { return false }
    let isInHeading = one.isInHeading || other.isInHeading
    let digits = digits(of: quantity)
    guard isInHeading || one.status == other.status,
      isInHeading || digits >= 3 || isOwner(one.owner, other.owner)
    else { return false }
    if first == second { return true }
    return digits >= 2 && isPart(first, second)
      || digits >= (isInHeading ? 2 : 3) && isAlike(first, second)
  }

  /// Whether two times may be one: either is not told, or one lies at the other's beginning (`2023`, `2023-01/2023-09`).
  private static func isCompatible(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    return one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Whether two owners may be one: either is not told, or one's name holds the other's (`云浦市`, `云浦`).
  private static func isOwner(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    return holds(one.utf8, other.utf8) || holds(other.utf8, one.utf8)
  }

  private static func holds(_ long: String.UTF8View, _ short: String.UTF8View) -> Bool {
    guard long.count >= short.count else { return false }
    return long.indices.contains { long[$0...].starts(with: short) }
  }

  /// Whether one measure is the end of the other, or its beginning.
  private static func isPart(_ one: String, _ other: String) -> Bool {
    one.hasSuffix(other) || other.hasSuffix(one) || one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Whether two measures share their head word, the last two characters.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.suffix(2).elementsEqual(other.unicodeScalars.suffix(2))
  }

  /// How many digits tell a value from others: `43.7` has three, `5000` one.
  private static func digits(of quantity: Quantity) -> Int {
    let numbers = [quantity.value, quantity.minimum, quantity.maximum]
    return numbers.map { digits(of: $0?.coefficient ?? 0) }.max() ?? 0
  }

  private static func digits(of number: Int128) -> Int {
    var number = number.magnitude
    while number > 0, number % 10 == 0 { number /= 10 }
    var count = 0
    while number > 0 {
      number /= 10
      count += 1
    }
    return count
  }
}

extension Fact {
  fileprivate func telling(inSentence sentence: Int) -> Tellings.Telling {
    Tellings.Telling(
      id: id, sentence: sentence, measure: measure?.text, owner: subject?.name.text,
      time: time?.value, direction: change?.direction, status: status,
      isInHeading: emphasis == .heading)
  }
}
