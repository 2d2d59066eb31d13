/// Finds the names of a text: persons, organizations, places, documents, events, facilities, products, programmes.
///
/// *Recognizes*: names of the tables (divisions of China to the county, countries, universities, known bodies
/// and persons); names by suffix with what stands before it (`重庆甲乙科技有限公司`, `西部(甲)科学城`);
/// titles in 《》; quoted names by their suffix (`“甲乙计划”`); persons by surname and given name, by title, by
/// words of speech; transliterations; short names once the article has tied them to the full one.
/// *Rejects*: suffixes with nothing proper before them (`科技公司`, `有关部门`), counted ones (`3家医院`), common words that
/// are also short names of counties (`和平`, `城区`) without a fuller name beside them.
/// *Cost*: linear; every look to the left is bounded by `NamePhrase.longest`.
public struct NameRecognizer: Sendable {
  let table: NameTable
  private var model: NameModel
  private var words: NameWordSums

  public init(table: NameTable = .standard) {
    self.table = table
    model = NameRecognizer.standardModel
    words = NameWordSums(table: table, model: model)
  }

  /// Has names chosen by weights other than those of the binary; with none the rules alone choose.
  mutating func choose(by weights: [Feature: Int32]) {
    model = NameModel(weights: weights)
    words = NameWordSums(table: table, model: model)
  }

  private static let standardModel = NameModel(table: "name-weights")

  /// Weighs nothing and keeps the features.
  private static let blankModel: NameModel = {
    var model = NameModel(weights: [:])
    model.keepsFeatures = true
    return model
  }()

  /// The names within a range, outermost only, ascending and disjoint.
  ///
  /// `units` is folded text (`CharacterFold`). Ranges leave out quotes and 《》 that enclose the whole name.
  /// - Parameter memory: to be given again with the next sentence; it makes no difference but to the cost.
  public func names(
    in units: [UInt16], range: Range<Int>, context: inout NameContext,
    memory: NameMemory = NameMemory()
  ) -> [Mention] {
    read(units, range, &context, memory).chosen.map {
      Mention(content: .name($0.kind), range: $0.range, rule: $0.rule.name)
    }
  }

  /// What the names of a range are chosen from, with the features of each, for training; read on as the rules choose.
  public func choices(
    in units: [UInt16], range: Range<Int>, context: inout NameContext
  ) -> [Choice] {
    var reader = self
    reader.model = NameRecognizer.blankModel
    return reader.read(units, range, &context, NameMemory()).choices
  }

  /// A stretch that may be a name, with its features.
  public struct Choice: Sendable {
    public var range: Range<Int>
    public var kind: NameKind
    public var features: [Feature]
  }

  private func read(
    _ units: [UInt16], _ range: Range<Int>, _ context: inout NameContext, _ memory: NameMemory
  ) -> (chosen: [NameCandidate], choices: [Choice]) {
    guard !range.isEmpty else { return ([], []) }
    let lattice = NameLattice(table: table, units: units, range: range, memory: memory)
    let tokens = lattice.tokens(context: context)
    let phrase = NamePhrase(table: table, units: units, tokens: tokens)
    var candidates = NameQuotation(phrase: phrase).candidates(context: &context)
    phrase.addCandidates(to: &candidates, context: context)
    var chosen = NameCandidate.outermost(candidates)
    var choices: [Choice] = []
    if !model.isEmpty || model.keepsFeatures {
      let options = NameOptions(phrase: phrase, lattice: lattice, memory: memory)
      options.collect(candidates: candidates, chosen: chosen, context: &context)
      var weigher = NameWeigher(
        options: options, model: model, words: words, isAlone: context.isAlone,
        told: context.told, memory: memory)
      if model.keepsFeatures {
        choices = weigher.choices()
      } else {
        chosen = weigher.best().map { stretch in
          chosen.first { $0.range == stretch.range && $0.kind == stretch.kind }
            ?? NameCandidate(stretch.range, stretch.kind, stretch.rule)
        }
      }
    }
    tell(chosen, units, &context)
    let given = NameShortForms(units: units, tokens: tokens).tie(chosen, context: &context)
    chosen = NameCandidate.adding(given, to: chosen)
    return (chosen, choices)
  }

  private func tell(
    _ chosen: [NameCandidate], _ units: [UInt16], _ context: inout NameContext
  ) {
    for candidate in chosen {
      let name = units[candidate.range]
      if candidate.rule == .placeShort {
        context.tieToLast(name)
      } else {
        context.tell(name, kind: candidate.kind, range: candidate.range)
        if candidate.rule == .organizationList || candidate.rule == .organizationTrade {
          context.teach(Array(name), kind: .organization)
        }
      }
    }
  }
}

/// A stretch that may be a name.
struct NameCandidate: Sendable, Equatable {
  var range: Range<Int>
  var kind: NameKind
  var rule: NameRule
  /// How far it reaches with the quotes around it; two candidates that share characters of it exclude each other.
  var reach: Range<Int>

  init(_ range: Range<Int>, _ kind: NameKind, _ rule: NameRule, reach: Range<Int>? = nil) {
    self.range = range
    self.kind = kind
    self.rule = rule
    self.reach = reach ?? range
  }

  /// Names with others that take the place of what lies within them; those that cross one are left out.
  static func adding(_ given: [NameCandidate], to names: [NameCandidate]) -> [NameCandidate] {
    guard !given.isEmpty else { return names }
    var all = names
    for name in given {
      let inner = all.indices.filter { all[$0].range.overlaps(name.range) }
      guard
        inner.allSatisfy({
          name.range.lowerBound <= all[$0].range.lowerBound
            && all[$0].range.upperBound <= name.range.upperBound
        })
      else { continue }
      let at =
        inner.first ?? all.firstIndex { $0.range.lowerBound > name.range.lowerBound } ?? all.count
      all.replaceSubrange(at..<at + inner.count, with: [name])
    }
    return all
  }

  /// The candidates that no longer one covers or crosses, ascending.
  static func outermost(_ candidates: [NameCandidate]) -> [NameCandidate] {
    guard candidates.count > 1 else { return candidates }
    let sorted = candidates.sorted {
      $0.reach.lowerBound != $1.reach.lowerBound
        ? $0.reach.lowerBound < $1.reach.lowerBound : $0.reach.upperBound > $1.reach.upperBound
    }
    var chosen: [NameCandidate] = []
    chosen.reserveCapacity(sorted.count)
    for candidate in sorted {
      guard let last = chosen.last, candidate.reach.lowerBound < last.reach.upperBound else {
        chosen.append(candidate)
        continue
      }
      // A list of bodies knows its items better than their characters do.
      if candidate.range == last.range, candidate.rule == .organizationList {
        chosen[chosen.count - 1] = candidate
        continue
      }
      if candidate.reach.upperBound > last.reach.upperBound,
        candidate.range.count > last.range.count
      {
        chosen[chosen.count - 1] = candidate
      }
    }
    return chosen
  }
}
