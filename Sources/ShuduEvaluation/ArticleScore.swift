import Shudu

/// The scores of one article against its gold files.
public struct ArticleScore: Sendable {
  public var path: String
  public var genre: String
  public var split: String
  public var matching: FactMatching
  /// Facts told again that are linked to their first telling (`same_as`).
  public var tellings: Tally
  public var names: Tally
  public var layout: LayoutMatching

  /// Names of all rows of a table of fields, in order.
  public static let fieldNames = ["found"] + FieldTest.allCases.map(\.rawValue) + ["full", "full~"]

  /// Tallies by field name, of the facts that `isCounted` lets through by their gold kind.
  public func fields(kind: String? = nil) -> [String: Tally] {
    let pairs = matching.pairs.filter { kind == nil || $0.gold.kind == kind }
    let missed = matching.missed.count { kind == nil || $0.kind == kind }
    let extra = matching.extra.count { kind == nil || $0.quantity.kind.rawValue == kind }
    func tally(_ right: Int) -> Tally {
      Tally(right: right, predicted: pairs.count + extra, required: pairs.count + missed)
    }
    var result = ["found": tally(pairs.count)]
    for test in FieldTest.allCases {
      result[test.rawValue] = tally(pairs.count { test.isRight($0.fact, $0.gold) })
    }
    result["full"] = tally(
      pairs.count { pair in FieldTest.full.allSatisfy { $0.isRight(pair.fact, pair.gold) } })
    result["full~"] = tally(
      pairs.count { pair in FieldTest.fullLenient.allSatisfy { $0.isRight(pair.fact, pair.gold) } })
    return result
  }
}

extension ArticleScore {
  /// Scores a pipeline's result against gold records.
  public init(
    path: String, genre: String, split: String, result: Pipeline.Result, facts: [GoldFact],
    names gold: [GoldName], layout: [GoldLayout]
  ) {
    self.path = path
    self.genre = genre
    self.split = split
    let source = result.article.source
    matching = FactMatching(facts: result.facts, gold: facts, source: source)
    tellings = GoldTellings(facts).tally(of: result.facts, matching)
    names = ArticleScore.nameTally(result, gold)
    self.layout = LayoutMatching(page: result.page, gold: layout, source: source)
  }

  private struct Name: Hashable {
    var text: String
    var type: String
  }

  private static func nameTally(_ result: Pipeline.Result, _ gold: [GoldName]) -> Tally {
    func bare(_ text: String) -> String {
      text.filter { !$0.isWhitespace && !"*“”".contains($0) }
        .replacing("（", with: "(").replacing("）", with: ")")
    }
    let free = Set(gold.filter { $0.optional ?? false }.map { bare($0.text) })
    let wanted = Set(
      gold.filter { !($0.optional ?? false) }.map { Name(text: bare($0.text), type: $0.type) })
    var found = Set<Name>()
    var mentions = result.asides.map { ($0.paragraph, $0.mention) }
    for (index, sentence) in result.sentences.enumerated() {
      mentions += result.mentions[index].map { (sentence.paragraph, $0) }
    }
    for (paragraph, mention) in mentions {
      guard case .name(let kind) = mention.content else { continue }
      let words = bare(result.page.paragraphs[paragraph].text.text(in: mention.range))
      if !free.contains(words) { found.insert(Name(text: words, type: kind.rawValue)) }
    }
    return Tally(
      right: wanted.intersection(found).count, predicted: found.count, required: wanted.count)
  }
}
