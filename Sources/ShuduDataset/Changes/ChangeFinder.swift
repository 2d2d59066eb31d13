import Foundation
import ShuduStore

/// Finds which facts an earlier dataset told otherwise, and why.
struct ChangeFinder {
  /// Columns that say something of the fact itself: a change in them is a change of the fact.
  private static let telling: Set<String> = Set(
    Table<DatasetFact>.facts.schema.columns.map(\.name)
      .filter { !$0.hasSuffix("spans") && !$0.hasPrefix("confidence") }
  ).subtracting([
    "id", "path", "sentence", "sentence_id", "rules", "extractor", "decisions", "reviewers",
    "review_date", "carried", "same_as", "reprint_of",
  ])

  /// Whether a column of an earlier release is read at all.
  static func isCompared(_ name: String) -> Bool {
    telling.contains(name)
      || ["article", "extractor", "decisions", "sentence_id", "origin"].contains(name)
  }

  private let earlier: EarlierRelease
  private let making: PackageDescriptor.Making
  private let corpus: Corpus
  private var changes = Changes()
  private var seen: Set<String> = []
  private var versions: [String: String] = [:]
  private var sentences: [String: Set<String>] = [:]
  private var rejections: [String: String] = [:]
  private var filtered: Set<String> = []

  init(_ earlier: EarlierRelease, making: PackageDescriptor.Making, corpus: Corpus) {
    self.earlier = earlier
    self.making = making
    self.corpus = corpus
  }

  /// Compares an article's facts with the earlier ones.
  mutating func note(_ result: ArticleAssembly.Result) {
    let article = result.article
    versions[article.key] = article.version
    sentences[article.key] = Set(article.sentences.map(\.id))
    for left in result.rejected {
      rejections[left.fact.record.id] = left.reason ?? "rejected"
    }
    for left in result.filtered { filtered.insert(left.fact.record.id) }
    for fact in article.facts {
      let told = ChangeFinder.told(fact)
      guard let before = earlier.facts[fact.record.id] else {
        changes.added.append(change(fact, reasons: reasonsToAdd(fact)))
        continue
      }
      seen.insert(fact.record.id)
      let fields = ChangeFinder.telling.filter { told[$0] != before[$0] }.sorted()
      guard !fields.isEmpty else { continue }
      var change = change(fact, reasons: reasonsToChange(fact, before))
      change.fields = fields.map { Changes.Field(name: $0, before: before[$0], now: told[$0]) }
      changes.changed.append(change)
    }
  }

  /// All changes, with the facts that are told no more.
  mutating func finish() throws(DatasetError) -> Changes {
    let orphans = try orphans()
    for (id, before) in earlier.facts where !seen.contains(id) {
      changes.withdrawn.append(
        Changes.Change(
          fact: id, article: before["article"] ?? "", quote: before["quote"] ?? "",
          measure: before["measure"], reasons: reasonsToWithdraw(id, before, orphans)))
    }
    changes.withdrawn.sort { ($0.article, $0.fact) < ($1.article, $1.fact) }
    return changes
  }

  // MARK: Reasons

  private func reasonsToAdd(_ fact: DatasetFact) -> [Changes.Reason] {
    let article = fact.record.article
    let place = article.key + "\t" + Spans.text(fact.record.quote.spans)
    guard let version = earlier.articles[article.key] else { return [.article("new article")] }
    if fact.origin == .added { return [decision(fact)] }
    if earlier.leftOut[place] == "rejected" {
      return [decision(fact, "its rejection was taken back")]
    }
    if version != article.version { return [.article("edited")] }
    if let making = changeOfMaking() { return [making] }
    if earlier.making.options != making.options { return [options] }
    return [decision(fact)]
  }

  private func reasonsToChange(_ fact: DatasetFact, _ before: EarlierRelease.Told)
    -> [Changes.Reason]
  {
    var reasons: [Changes.Reason] = []
    if before["decisions"] ?? "" != fact.review.decisions.joined(separator: ";") {
      reasons.append(decision(fact))
    }
    if earlier.articles[fact.record.article.key] != fact.record.article.version {
      reasons.append(.article("edited"))
    }
    if let making = changeOfMaking() { reasons.append(making) }
    return reasons.isEmpty ? [.article("the articles around it")] : reasons
  }

  private func reasonsToWithdraw(
    _ id: String, _ before: EarlierRelease.Told, _ orphans: [String: [String]]
  ) -> [Changes.Reason] {
    if let rejection = rejections[id] { return [.decision(rejection)] }
    if filtered.contains(id) {
      return earlier.making.options == making.options
        ? [.decision("its review is no longer what the options ask for")] : [options]
    }
    let key = before["article"] ?? ""
    guard let version = versions[key] else { return [.article("no longer in the corpus")] }
    var reasons: [Changes.Reason] = []
    if earlier.articles[key] != version {
      let stands = sentences[key]?.contains(before["sentence_id"] ?? "") ?? false
      reasons.append(.article(stands ? "edited" : "edited: the sentence no longer stands in it"))
    }
    if let decisions = orphans[id] {
      reasons.append(
        .decision("\(decisions.joined(separator: ", ")) without a home: shudu decisions --orphans"))
    } else if before["origin"] == DatasetFact.Origin.added.rawValue, reasons.isEmpty {
      reasons.append(.decision("its addition was taken back"))
    }
    if let making = changeOfMaking() { reasons.append(making) }
    return reasons.isEmpty ? [.article("the articles around it")] : reasons
  }

  private func decision(_ fact: DatasetFact, _ otherwise: String = "taken back") -> Changes.Reason {
    let review = fact.review
    guard !review.decisions.isEmpty else { return .decision(otherwise) }
    return .decision(
      "\(review.state.rawValue) by \(review.reviewers.joined(separator: ", ")), "
        + review.decisions.joined(separator: ", "))
  }

  private var options: Changes.Reason {
    func text(_ options: [String]) -> String {
      options.isEmpty ? "none" : options.joined(separator: " ")
    }
    return .options("\(text(earlier.making.options)) → \(text(making.options))")
  }

  /// What changed in the program, if anything.
  private func changeOfMaking() -> Changes.Reason? {
    if earlier.making.program != making.program {
      return .extractor("\(earlier.making.program) → \(making.program)")
    }
    return earlier.making.lexicon == making.lexicon ? nil : .extractor("other words in the lexicon")
  }

  private func orphans() throws(DatasetError) -> [String: [String]] {
    var orphans: [String: [String]] = [:]
    let found = try stored { () throws(StoreError) in try corpus.index.orphans() }
    for orphan in found {
      let decision = orphan.decision
      orphans[orphan.fact, default: []].append("\(decision.action.rawValue) \(decision.id)")
    }
    return orphans
  }

  private func change(_ fact: DatasetFact, reasons: [Changes.Reason]) -> Changes.Change {
    Changes.Change(
      fact: fact.record.id, article: fact.record.article.key, quote: fact.record.quote.text,
      measure: fact.record.measure?.text, reasons: reasons)
  }

  /// A fact's columns as `EarlierRelease` reads them.
  private static func told(_ fact: DatasetFact) -> EarlierRelease.Told {
    var told: EarlierRelease.Told = [:]
    let table = Table<DatasetFact>.facts
    for (column, cell) in zip(table.schema.columns, table.cells(of: fact))
    where isCompared(column.name) {
      switch cell {
      case .null: continue
      case .text(let text), .decimal(let text): told[column.name] = text
      case .integer(let number): told[column.name] = String(number)
      case .boolean(let isTrue): told[column.name] = isTrue ? "1" : "0"
      }
    }
    return told
  }
}
