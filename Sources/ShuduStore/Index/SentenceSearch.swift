import Foundation
import GRDB
import Shudu

/// Full-text search of sentences, for Chinese and from one character on.
///
/// FTS5 holds each sentence as its pairs of neighbouring characters, folded (half-width, simplified, lower case), and
/// its last character alone. A query's pairs find the sentences that may hold it; `shudu_holds` then looks whether
/// they do. A measure that a fact inherits from elsewhere is searched with the fact's sentence.
enum SentenceSearch {
  /// Tokens of a text: `科技型` as `科技 技型 型`. White space and ASCII punctuation part tokens.
  static func tokens(of text: String) -> String {
    let units = fold(text)
    var tokens: [UInt16] = []
    tokens.reserveCapacity(units.count * 3)
    for index in units.indices where isLetter(units[index]) {
      if !tokens.isEmpty { tokens.append(0x20) }
      tokens.append(units[index])
      if index + 1 < units.count, isLetter(units[index + 1]) { tokens.append(units[index + 1]) }
    }
    return String(decoding: tokens, as: UTF16.self)
  }

  /// A query's tokens as FTS5 asks for them; nil where it has no letters.
  static func match(for query: String) -> String? {
    let units = fold(query)
    var terms: [String] = []
    for index in units.indices where isLetter(units[index]) {
      if index + 1 < units.count, isLetter(units[index + 1]) {
        terms.append("\"\(String(decoding: units[index...(index + 1)], as: UTF16.self))\"")
      } else if index == 0 || !isLetter(units[index - 1]) {
        terms.append("\"\(String(decoding: units[index...index], as: UTF16.self))\"*")
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  /// Whether a text holds a query, both folded.
  static func holds(_ query: String, in text: String) -> Bool {
    let needle = fold(query)
    let units = fold(text)
    guard let first = needle.first else { return true }
    guard units.count >= needle.count else { return false }
    for start in 0...(units.count - needle.count) where units[start] == first {
      if units[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }

  /// `shudu_holds(query, text, …)`: whether one of the texts holds the query.
  static let function = DatabaseFunction("shudu_holds", pure: true) { values in
    guard let query = values.first.flatMap({ String.fromDatabaseValue($0) }) else { return false }
    return values.dropFirst().contains { value in
      String.fromDatabaseValue(value).map { holds(query, in: $0) } ?? false
    }
  }

  private static func fold(_ text: String) -> [UInt16] {
    var units = CharacterFold.standard.fold(Array(text.utf16))
    for index in units.indices where (0x41...0x5A).contains(units[index]) { units[index] += 0x20 }
    return units
  }

  /// What FTS5's `ascii` tokenizer takes into tokens.
  private static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: unit >= 0x80
    }
  }
}

extension SentenceSearch {
  /// Adds an article's sentences, whose rows are given.
  static func add(
    _ article: ExtractedArticle, rows: [Int64], in database: Database
  ) throws {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO search (rowid, text) VALUES (?, ?)")
    var inherited: [Int: [String]] = [:]
    for fact in article.facts {
      guard let sentence = fact.sentence, let measure = fact.measure else { continue }
      inherited[sentence, default: []].append(measure)
    }
    for (index, sentence) in article.sentences.enumerated() {
      let text = tokens(of: whole(sentence.text, measures: inherited[index] ?? []))
      insertion.setUncheckedArguments([rows[index], text])
      try insertion.execute()
    }
  }

  /// Takes an article's sentences out; FTS5 must be told the same tokens again.
  static func remove(article: Int64, in database: Database) throws {
    let deletion = try database.cachedStatement(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    var measures: [Int64: [String]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT sentence, measure FROM fact WHERE article = ? AND added IS NULL \
        AND sentence IS NOT NULL AND measure IS NOT NULL ORDER BY ordinal
        """, arguments: [article])
    {
      measures[row[0], default: []].append(row[1])
    }
    for row in try Row.fetchAll(
      database, sql: "SELECT row, text FROM sentence WHERE article = ?", arguments: [article])
    {
      let id: Int64 = row[0]
      deletion.setUncheckedArguments([
        id, tokens(of: whole(row[1], measures: measures[id] ?? [])),
      ])
      try deletion.execute()
    }
  }

  /// A sentence with the measures that its facts have from elsewhere.
  private static func whole(_ text: String, measures: [String]) -> String {
    var whole = text
    for measure in measures where !whole.contains(measure) { whole += "\n" + measure }
    return whole
  }
}
