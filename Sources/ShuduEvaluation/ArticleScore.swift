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
  public var joins: Tally
  public var blocks: Tally

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
    (joins, blocks) = ArticleScore.layoutTallies(result, layout)
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

  private static func layoutTallies(_ result: Pipeline.Result, _ gold: [GoldLayout]) -> (
    joins: Tally, blocks: Tally
  ) {
    let source = result.article.source
    var made = result.page.joins.map {
      [source.scalarOffset(of: $0.tail), source.scalarOffset(of: $0.head)]
    }
    var joins = Tally(right: 0, predicted: made.count, required: 0)
    let marks = result.page.marks.map { mark in
      (mark.kind.rawValue, source.scalarSpans(of: mark.spans))
    }
    var taken = Set<Int>()
    var blocks = Tally(right: 0, predicted: marks.count, required: 0)
    for row in gold {
      let isOptional = row.optional ?? false
      if row.kind == "join" {
        let index = made.firstIndex {
          (row.tails ?? []).contains($0[0]) && (row.heads ?? []).contains($0[1])
        }
        if let index { made.remove(at: index) }
        if isOptional {
          joins.predicted -= index == nil ? 0 : 1
        } else {
          joins.required += 1
          joins.right += index == nil ? 0 : 1
        }
      } else {
        let index = marks.indices.first { index in
          guard !taken.contains(index), marks[index].0 == row.type,
            let first = marks[index].1.first, let last = marks[index].1.last
          else { return false }
          return (row.at ?? []).contains {
            first.lowerBound <= $0 && $0 < last.upperBound && $0 - first.lowerBound <= 8
          }
        }
        if let index { taken.insert(index) }
        if isOptional {
          blocks.predicted -= index == nil ? 0 : 1
        } else {
          blocks.required += 1
          blocks.right += index == nil ? 0 : 1
        }
      }
    }
    return (joins, blocks)
  }
}
