import Foundation
import Shudu
import ShuduStore

/// An article as the desk shows it, with all its facts.
struct ArticleView: Sendable {
  struct Paragraph: Sendable {
    var role: String
    var runs: [Run]
  }

  /// A stretch of the file; `text` where the file spells it otherwise.
  struct Run: Sendable {
    var start: Int
    var end: Int
    var text: String?
  }

  struct FactView: Sendable {
    /// One JSON object.
    var record: String
    var state: OwnState
    /// Whether a decision was carried over from an earlier text or extractor.
    var carried: Bool
    var candidates: FieldCandidates
    var history: [Event]
  }

  /// A decision of this reviewer about a fact.
  struct Event: Sendable {
    var action: Decision.Action
    var when: String
    var reason: String?
    var note: String?
  }

  struct Numeral: Sendable {
    var text: String
    var spans: [[Int]]
    var reason: UnclaimedReason
    var before: String
    var after: String
  }

  var key: String
  var path: String
  var title: String?
  var date: String?
  /// The decoded file.
  var text: String
  var paragraphs: [Paragraph]
  var facts: [FactView]
  var unclaimed: [Numeral]
}

extension ReviewDesk {
  /// An article with its facts, their candidates, and the numerals that no fact took.
  func article(_ key: String) throws -> ArticleView {
    try corpus.refresh()
    guard let article = try corpus.index.article(key: key) else { throw ReviewError.notFound }
    let reading = try reader.reading(of: article, in: corpus)
    var query = FactQuery()
    query.article = key
    let rows = try corpus.index.facts(query, limit: 100_000)
    let text = String(decoding: reading.source.units, as: UTF16.self)
    return ArticleView(
      key: key, path: article.path, title: article.title, date: article.date, text: text,
      paragraphs: paragraphs(of: reading), facts: try facts(rows, reading),
      unclaimed: try numerals(of: article, text))
  }

  private func paragraphs(of reading: ArticleReader.Reading) -> [ArticleView.Paragraph] {
    reading.result.page.paragraphs.map { paragraph in
      ArticleView.Paragraph(
        role: paragraph.role.name,
        runs: paragraph.text.runs.map { run in
          let span = reading.source.scalarSpans(of: [run.source])[0]
          return ArticleView.Run(
            start: span.lowerBound, end: span.upperBound,
            text: run.isDecoded ? paragraph.text.text(in: run.start..<run.start + run.length) : nil)
        })
    }
  }

  private func facts(
    _ rows: [FactRow], _ reading: ArticleReader.Reading
  ) throws -> [ArticleView.FactView] {
    var finder = CandidateFinder(reading)
    let places = Dictionary(
      reading.result.facts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    return try rows.map { row in
      var candidates = FieldCandidates()
      if let place = places[row.id] {
        candidates = finder.candidates(
          for: reading.result.facts[place], reading.choices[place])
      }
      return ArticleView.FactView(
        record: try row.text(for: reviewer), state: OwnState(row, for: reviewer),
        carried: row.carried != nil, candidates: candidates, history: history(of: row))
    }
  }

  private func history(of row: FactRow) -> [ArticleView.Event] {
    var events: [ArticleView.Event] = []
    if let own = row.review?.verdicts.first(where: { $0.who == reviewer }) {
      let action = Decision.Action(rawValue: own.verdict.rawValue) ?? .accept
      events.append(.init(action: action, when: own.when, reason: own.reason))
    }
    for note in row.review?.notes ?? [] where note.who == reviewer {
      events.append(.init(action: .note, when: note.when, note: note.text))
    }
    return events
  }

  private func numerals(of article: ArticleRow, _ text: String) throws -> [ArticleView.Numeral] {
    let scalars = Array(text.unicodeScalars)
    func cut(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
      return String(view).replacing("\n", with: " ")
    }
    return try corpus.index.unclaimed(of: article.id).compactMap { row in
      guard let start = row.spans.first?.first, let end = row.spans.last?.last, start <= end else {
        return nil
      }
      return ArticleView.Numeral(
        text: row.text, spans: row.spans, reason: row.reason,
        before: cut(max(0, start - 14)..<max(0, start)), after: cut(end..<end + 14))
    }
  }
}

extension Paragraph.Role {
  /// The role's name, also the class of its element on the page.
  var name: String {
    switch self {
    case .body: "body"
    case .heading: "heading"
    case .byline: "byline"
    case .caption: "caption"
    case .credit: "credit"
    case .label: "label"
    case .listItem: "list_item"
    case .tableCell: "table_cell"
    }
  }
}
