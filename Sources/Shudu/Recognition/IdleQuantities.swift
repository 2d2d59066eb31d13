/// Tells quantities that count nothing anybody would look up from those that state a fact.
///
/// `试了一次`, `两头都要顾`, `几十年如一日` have a numeral and a unit as facts have. Only numerals in Chinese characters are
/// weighed: a writer takes to digits where the figure matters. Cost: some thirty look-ups for each of those.
struct IdleQuantities: Sendable {
  private let model: LinearModel

  init(_ model: LinearModel) { self.model = model }

  /// By the weights of the binary.
  static let standard = IdleQuantities(LinearModel(table: "idle-weights"))

  /// Thousandths by which more must speak for idle than against (two of three are, then): what is dropped nobody reviews.
  private static let bar = 700

  /// Makes those of a sentence weak that state no fact.
  func weaken(_ mentions: inout [Mention], of sentence: Sentence, in units: [UInt16]) {
    guard !model.isEmpty else { return }
    var site: Site?
    for index in mentions.indices {
      // Most are names, or have digits: they are not copied for a look.
      guard mentions[index].isQuantity, !IdleQuantities.hasDigit(units[mentions[index].range]),
        var quantity = IdleQuantities.candidate(mentions[index], in: units)
      else { continue }
      let found = site ?? Site(sentence, units, mentions)
      site = found
      var sum = 0
      found.forEachFeature(of: quantity, mentions[index].range) { sum += Int(model.weight(of: $0)) }
      guard sum > IdleQuantities.bar else { continue }
      quantity.isWeak = true
      mentions[index].content = .quantity(quantity)
    }
  }

  /// The quantity of a mention that may be idle; nil for all others.
  static func candidate(_ mention: Mention, in units: [UInt16]) -> Quantity? {
    guard case .quantity(let quantity) = mention.content, quantity.isFactual,
      quantity.unit?.paragraph == nil,
      !hasDigit(units[mention.range])
    else { return nil }
    return quantity
  }

  private static func hasDigit(_ units: ArraySlice<UInt16>) -> Bool {
    units.contains { (0x30...0x39).contains($0) }
  }

  /// What speaks for a quantity's being idle.
  static func features(
    of quantity: Quantity, _ range: Range<Int>, in sentence: Sentence, _ units: [UInt16],
    beside mentions: [Mention]
  ) -> [Feature] {
    var features: [Feature] = []
    Site(sentence, units, mentions).forEachFeature(of: quantity, range) { features.append($0) }
    return features
  }

  /// The sentence that quantities stand in.
  private struct Site {
    let range: Range<Int>
    let units: [UInt16]
    /// Facts that digits state, at most three, and whether a time stands beside them.
    let company: Int

    init(_ sentence: Sentence, _ units: [UInt16], _ mentions: [Mention]) {
      range = sentence.range
      self.units = units
      var figures = 0
      var hasTime = false
      for mention in mentions {
        switch mention.content {
        case .quantity(let quantity):
          if quantity.isFactual, IdleQuantities.hasDigit(units[mention.range]) { figures += 1 }
        case .time: hasTime = true
        case .name: break
        }
      }
      company = min(figures, 3) * 2 + (hasTime ? 1 : 0)
    }

    /// 0 outside the sentence.
    private func unit(_ offset: Int) -> Int { range.contains(offset) ? Int(units[offset]) : 0 }

    private func pair(_ offset: Int) -> Int { unit(offset) * 3 + unit(offset + 1) }

    func forEachFeature(of quantity: Quantity, _ range: Range<Int>, _ body: (Feature) -> Void) {
      let kind = quantity.kind.number
      let (start, end) = (range.lowerBound, range.upperBound)
      let first = unit(quantity.numeral.lowerBound)
      let last = quantity.unit.map { unit($0.range.upperBound - 1) } ?? 0
      let head = quantity.unit.map { unit($0.range.lowerBound) } ?? 0
      let size = min(quantity.numeral.count, 3)
      func add(_ cue: Int, _ value: Int) { body(Feature(.idle, cue, value)) }
      add(0, 0)
      add(1, kind)
      add(2, first)
      add(3, last * 4 + size)
      add(4, first * 3 + last)
      add(5, first * 16 + kind)
      add(6, quantity.approximation == .exact ? 0 : 1)
      add(7, quantity.modifiers.isEmpty ? 0 : 1)
      add(8, quantity.per.isEmpty ? 0 : 1)
      add(9, company)
      add(10, company * 16 + kind)
      add(11, head)
      add(20, unit(start - 1))
      add(21, unit(end))
      add(22, pair(start - 2))
      add(23, pair(end))
      add(24, unit(start - 1) * 16 + kind)
      add(25, unit(end) * 16 + kind)
      add(26, unit(start - 1) * 3 + last)
      add(27, unit(end) * 3 + last)
      add(28, unit(start - 2))
      add(29, unit(end + 1))
      add(30, pair(start - 1))
      add(31, pair(end + 1))
      add(32, quantity.value == nil ? 1 : 0)
      add(33, size * 16 + kind)
    }
  }
}

extension Pipeline.Result {
  /// A quantity that may state no fact, for training.
  public struct IdleCandidate: Sendable {
    /// Half-open ranges of the article's units.
    public var spans: [Range<Int>]
    public var features: [Feature]
  }

  public func idleCandidates() -> [IdleCandidate] {
    sentences.indices.flatMap { index in
      let text = page.paragraphs[sentences[index].paragraph].text
      let units = page.paragraphs[sentences[index].paragraph].folded
      return mentions[index].compactMap { mention in
        IdleQuantities.candidate(mention, in: units).map {
          IdleCandidate(
            spans: text.source(of: mention.range),
            features: IdleQuantities.features(
              of: $0, mention.range, in: sentences[index], units, beside: mentions[index]))
        }
      }
    }
  }
}
