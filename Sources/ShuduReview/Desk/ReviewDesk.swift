import Foundation
import Shudu
import ShuduInput
import ShuduStore

/// What one reviewer reads and decides in a corpus. Safe to share between requests.
///
/// Reads come from the index; decisions go through `DecisionWriter` into the log that `shudu decide` writes.
public final class ReviewDesk: Sendable {
  let corpus: Corpus
  let reviewer: String
  let writer: DecisionWriter
  let reader: ArticleReader

  /// - Throws: `badLexicon` where the team's own words can't be read.
  public init(corpus: Corpus, reviewer: String) throws(StoreError) {
    self.corpus = corpus
    self.reviewer = reviewer
    let lexicon = try CorpusLexicon.load(from: corpus.folder)
    reader = ArticleReader(Pipeline(adding: lexicon.words), lexicon: lexicon.hash)
    writer = DecisionWriter(corpus: corpus, reviewer: reviewer, reader: reader)
  }

  /// The corpus's name for the pages.
  var name: String {
    corpus.settings.name
      ?? URL(fileURLWithPath: corpus.folder.path).standardizedFileURL.lastPathComponent
  }

  /// A page of the queue, after the fact of an id.
  func queue(_ filters: Filters, after: String?, limit: Int) throws -> QueuePage {
    try corpus.refresh()
    var query = try filters.query(for: reviewer)
    query.after = after
    let rows = try corpus.index.facts(query, limit: limit)
    var keys: [Int64: String] = [:]
    let items = try rows.map { row in
      if keys[row.article] == nil {
        keys[row.article] = try corpus.index.article(row.article)?.key ?? ""
      }
      return try QueueItem(row, article: keys[row.article] ?? "", for: reviewer)
    }
    return QueuePage(items: items, next: rows.count == limit ? rows.last?.id : nil)
  }

  func count(_ filters: Filters) throws -> Int {
    try corpus.index.count(try filters.query(for: reviewer))
  }

  func item(_ id: String) throws -> QueueItem {
    guard let row = try corpus.index.fact(id) else { throw ReviewError.notFound }
    return try QueueItem(
      row, article: try corpus.index.article(row.article)?.key ?? "", for: reviewer)
  }

  /// The values that filters can choose from, most frequent first.
  func facets() throws -> [String: [Facet]] {
    func values(_ field: FactField) throws -> [Facet] {
      try corpus.index.values(of: field, limit: 200).map { Facet(value: $0.value, count: $0.count) }
    }
    let articles = try corpus.index.articles().prefix(500).map {
      Facet(value: $0.key, count: $0.facts)
    }
    return [
      "measure": try values(.measure), "place": try values(.subject), "article": articles,
    ]
  }

  struct Facet: Encodable, Sendable {
    var value: String
    var count: Int
  }

  /// What is to be settled: facts on which reviewers differ.
  func disputes(limit: Int) throws -> [Dispute] {
    try corpus.refresh()
    var query = FactQuery()
    query.states = [.disputed]
    return try corpus.index.facts(query, limit: limit).map { row in
      try Dispute(row, article: try corpus.index.article(row.article)?.key ?? "")
    }
  }
}

struct QueuePage: Encodable, Sendable {
  var items: [QueueItem]
  /// Asks for the next page; nil at the end.
  var next: String?
}

/// A line of the queue.
struct QueueItem: Encodable, Sendable {
  var id: String
  var article: String
  var quote: String
  var measure: String?
  var subject: String?
  var time: String?
  var status: String
  var confidence: Double
  var state: OwnState
  /// Up to forty characters of the sentence on either side of the quote.
  var before: String
  var after: String

  init(_ row: FactRow, article: String, for reviewer: String) throws(StoreError) {
    let record = try row.record(for: reviewer)
    id = row.id
    self.article = article
    quote = record.quote.text
    measure = record.measure?.text
    subject = record.subject?.text
    time = record.time?.text
    status = record.status
    confidence = record.confidence.fact
    state = OwnState(row, for: reviewer)
    (before, after) = record.surroundings(length: 40)
  }
}

/// A fact on which reviewers differ.
struct Dispute: Encodable, Sendable {
  struct Verdict: Encodable, Sendable {
    var who: String
    var verdict: Decision.Verdict
    var fields: FieldValues
    var reason: String?
  }

  var id: String
  var article: String
  var quote: String
  var before: String
  var after: String
  var record: FactRecord
  var verdicts: [Verdict]

  init(_ row: FactRow, article: String) throws(StoreError) {
    guard let record = try? FactRecord(json: Data(row.record.utf8)) else {
      throw .refused(reason: "fact \(row.id) has no record")
    }
    id = row.id
    self.article = article
    self.record = record
    quote = record.quote.text
    (before, after) = record.surroundings(length: 300)
    verdicts = (row.review?.verdicts ?? []).map {
      Verdict(who: $0.who, verdict: $0.verdict, fields: $0.fields, reason: $0.reason)
    }
  }
}

extension FactRecord {
  /// What stands in the sentence before and after the quote, shortened to a number of scalars on each side.
  /// Where something was left out, `ellipsis` stands.
  func surroundings(length: Int, ellipsis: String = "…") -> (before: String, after: String) {
    let text = Array(sentence.text.unicodeScalars)
    guard let start = offset(of: quote.spans.first?.first ?? -1) else { return ("", "") }
    let end = Swift.min(text.count, start + quote.text.unicodeScalars.count)
    func cut(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[range])
      return String(view)
    }
    let before =
      (start > length ? ellipsis : "")
      + cut(Swift.max(0, start - length)..<Swift.min(start, text.count))
    let after = end < text.count ? cut(end..<Swift.min(text.count, end + length)) : ""
    return (before, after + (end + length < text.count ? ellipsis : ""))
  }

  /// The place of a scalar of the file in the sentence's text; nil where it stands outside.
  private func offset(of place: Int) -> Int? {
    var before = 0
    for span in sentence.spans where span.count == 2 {
      if span[0] <= place, place < span[1] { return before + place - span[0] }
      before += span[1] - span[0]
    }
    return nil
  }
}
