import Foundation
import ShuduStore

/// Puts together what the dataset tells of an article, from the rows of the index.
struct ArticleAssembly {
  let index: CorpusIndex
  let options: RebuildOptions

  /// What was found, and what became of the facts that are not told.
  struct Result {
    var article: DatasetArticle
    /// Facts that people rejected.
    var rejected: [LeftOut] = []
    /// Facts that the options leave out.
    var filtered: [LeftOut] = []
  }

  /// A fact that the article states and the dataset does not tell.
  struct LeftOut {
    var fact: DatasetFact
    /// The decision that rejected it, as words for `CHANGES.md`.
    var reason: String?
  }

  func assemble(_ row: ArticleRow) throws(DatasetError) -> Result {
    let sentenceRows = try stored { () throws(StoreError) in try index.sentences(of: row.id) }
    var query = FactQuery()
    query.article = row.key
    var factRows: [FactRow] = []
    try stored { () throws(StoreError) in
      try index.forEachFact(query) { factRows.append($0) }
    }
    var result = Result(article: article(row))
    var told: [DatasetFact] = []
    for factRow in factRows where factRow.article == row.id {
      let fact = try DatasetFact(factRow, reprintOf: row.reprintOf)
      if factRow.state == .rejected {
        result.rejected.append(LeftOut(fact: fact, reason: factRow.review?.rejection))
      } else if options.includes(fact) {
        told.append(fact)
      } else {
        result.filtered.append(LeftOut(fact: fact))
      }
    }
    ArticleAssembly.mendFirstTellings(&told)
    result.article.facts = told
    result.article.sentences = ArticleAssembly.sentences(sentenceRows, of: row.key, told)
    let ids = Dictionary(uniqueKeysWithValues: sentenceRows.map { ($0.row, $0.id) })
    let names = try stored { () throws(StoreError) in try index.entities(of: row.id) }
    result.article.names = names.enumerated().map { turn, name in
      DatasetName(
        article: row.key, position: turn + 1, sentence: name.sentence.flatMap { ids[$0] },
        text: name.text, kind: name.kind, spans: name.spans)
    }
    let numerals = try stored { () throws(StoreError) in try index.unclaimed(of: row.id) }
    result.article.unclaimed = unclaimed(numerals, ids, result)
    return result
  }

  private func article(_ row: ArticleRow) -> DatasetArticle {
    DatasetArticle(
      key: row.key, path: row.path, version: row.version, date: row.date, dateFrom: row.dateFrom,
      title: row.title, publisher: row.publisher, url: row.url, reprintOf: row.reprintOf,
      sentences: [], facts: [], names: [], unclaimed: [])
  }

  /// One row a sentence, in reading order; those of added facts that no stage knows come last.
  private static func sentences(
    _ rows: [SentenceRow], of article: String, _ facts: [DatasetFact]
  ) -> [DatasetSentence] {
    var sentences: [DatasetSentence] = []
    var turns: [String: Int] = [:]
    func add(_ id: String, _ text: String, _ spans: [[Int]]) {
      turns[id] = sentences.count
      sentences.append(
        DatasetSentence(
          id: id, article: article, position: sentences.count + 1, text: text, spans: spans,
          occurrences: 1))
    }
    for row in rows {
      if let turn = turns[row.id] {
        sentences[turn].occurrences += 1
      } else {
        add(row.id, row.text, row.spans)
      }
    }
    for fact in facts where turns[fact.record.sentence.id] == nil {
      add(fact.record.sentence.id, fact.record.sentence.text, fact.record.sentence.spans)
    }
    return sentences
  }

  /// Where the first telling of a fact is not told, the next one takes its place.
  private static func mendFirstTellings(_ facts: inout [DatasetFact]) {
    let ids = Set(facts.map(\.record.id))
    var heirs: [String: String] = [:]
    for turn in facts.indices {
      guard let first = facts[turn].record.sameAs, !ids.contains(first) else { continue }
      facts[turn].record.sameAs = heirs[first]
      if heirs[first] == nil { heirs[first] = facts[turn].record.id }
    }
  }

  /// The numerals that none of the told facts has, those of rejected and filtered facts included.
  private func unclaimed(
    _ rows: [UnclaimedRow], _ sentences: [Int64: String], _ result: Result
  ) -> [UnclaimedNumeral] {
    let key = result.article.key
    let taken = SpanSet(result.article.facts.flatMap { $0.record.words.flatMap(\.spans) })
    var numerals = rows.filter { !taken.touches($0.spans) }.map { row in
      UnclaimedNumeral(
        article: key, position: 0, sentence: row.sentence.flatMap { sentences[$0] }, text: row.text,
        reason: .unclaimed(row.reason), spans: row.spans)
    }
    let known = Set(result.article.sentences.map(\.id))
    var seen = Set(numerals.map(\.spans))
    let leftOut =
      result.rejected.map { ($0.fact.record, UnclaimedNumeral.Reason.rejected) }
      + result.filtered.map { ($0.fact.record, .filtered) }
    for (record, reason) in leftOut {
      let sentence = known.contains(record.sentence.id) ? record.sentence.id : nil
      for numeral in [record.quote] + record.words.dropFirst().flatMap(\.digitRuns)
      where !taken.touches(numeral.spans) && seen.insert(numeral.spans).inserted {
        numerals.append(
          UnclaimedNumeral(
            article: key, position: 0, sentence: sentence, text: numeral.text, reason: reason,
            spans: numeral.spans))
      }
    }
    numerals.sort { $0.spans.lexicographicallyPrecedes($1.spans, by: ArticleAssembly.precedes) }
    for turn in numerals.indices { numerals[turn].position = turn + 1 }
    return numerals
  }

  private static func precedes(_ a: [Int], _ b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}

/// Runs a query of the index, and passes its error on as the dataset's.
func stored<Value>(_ body: () throws(StoreError) -> Value) throws(DatasetError) -> Value {
  do {
    return try body()
  } catch {
    throw .store(error)
  }
}
