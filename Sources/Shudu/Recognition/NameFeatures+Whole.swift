/// What a name's first word is to its last, and what the article has told of it.
extension NameFeatures {
  /// What a name begins with: `公司` after a place or a coined word is another thing than after a common one.
  private enum Opening: Int {
    case mark, digits, latin, person, foreign, place, letter, bound, character, body, brand, reach
    case ending, common, word

    init(_ token: NameToken) {
      switch token.form {
      case .mark: self = .mark
      case .digits: self = .digits
      case .latin: self = .latin
      case .person: self = .person
      case .foreign: self = .foreign
      case .place: self = .place
      case .single:
        self = token.has(.somewhere) ? .letter : token.has(.stop) ? .bound : .character
      case .word: self = Opening(ofClasses: token)
      }
    }

    private init(ofClasses token: NameToken) {
      if token.has(.organization) {
        self = .body
      } else if token.has(.somewhere) {
        self = .place
      } else if token.has(.brandHead) {
        self = .brand
      } else if token.has(.stop) {
        self = .bound
      } else if token.has(.reach) || token.has(.level) {
        self = .reach
      } else if token.has(.anyEnd) {
        self = .ending
      } else {
        self = token.has(.common) ? .common : .word
      }
    }
  }

  /// What its first word is, with its last word: that one's last two characters and its length.
  mutating func addPair(_ first: Int, _ last: Int) {
    let token = tokens[last]
    let before = token.length > 1 ? Int(units[token.end - 2]) : 0
    let opening = Opening(tokens[first]).rawValue
    support.add(
      Feature(
        .namePair, Int(units[token.end - 1]) | opening << 16, min(token.length, 5) << 16 | before),
      by: model)
  }

  /// What the article has told it to be, or a longer name that it ends.
  mutating func addTold(_ stretch: Range<Int>, _ kinds: NameKinds) {
    guard let told = told.kinds(of: stretch, in: units) else { return }
    addTold(told.exact, 0, kinds)
    addTold(told.ends, 2, kinds)
  }

  private mutating func addTold(_ told: NameKinds, _ tag: Int, _ kinds: NameKinds) {
    guard !told.isEmpty else { return }
    support.add(Feature(.nameTold, tag), to: kinds.intersection(told), by: model)
    support.add(Feature(.nameTold, tag + 1), to: kinds.subtracting(told), by: model)
  }
}
