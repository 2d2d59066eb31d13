import Foundation
import GRDB
import Shudu

/// Full-text search of sentences and measures, for Chinese and from one character on.
///
/// FTS5 holds each article as the pairs of neighbouring characters in its sentences and measures, folded (half-width,
/// simplified, lower case), and the last character of each stretch alone. A query's pairs find the articles that may
/// hold it; `shudu_holds` then looks which of their facts do.
///
/// *Cost*: some microseconds for each fact of the articles found.
enum ArticleSearch {
  /// The distinct tokens of texts in UTF-8: those of `科技型` are `科技`, `技型` and `型`. White space and ASCII
  /// punctuation part tokens.
  static func tokens(of texts: [String]) -> [UInt8] {
    var pairs: [UInt32] = []
    for text in texts {
      let units = fold(text)
      for index in units.indices where isLetter(units[index]) {
        let next = index + 1 < units.count && isLetter(units[index + 1]) ? units[index + 1] : 0
        pairs.append(UInt32(units[index]) << 16 | UInt32(next))
      }
    }
    pairs.sort()
    var tokens: [UInt8] = []
    tokens.reserveCapacity(pairs.count * 5)
    var last: UInt32 = 0
    for pair in pairs where pair != last {
      if last != 0 { tokens.append(0x20) }
      append(UInt16(pair >> 16), UInt16(truncatingIfNeeded: pair), to: &tokens)
      last = pair
    }
    return tokens
  }

  /// A character and the next one, if any; a surrogate that stands alone becomes U+FFFD, as in a query.
  private static func append(_ unit: UInt16, _ next: UInt16, to bytes: inout [UInt8]) {
    if unit & 0xFC00 == 0xD800, next & 0xFC00 == 0xDC00 {
      let scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(next & 0x3FF))
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
      return
    }
    append(unit, to: &bytes)
    if next != 0 { append(next, to: &bytes) }
  }

  private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    let unit = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
    switch unit {
    case 0..<0x80: bytes.append(UInt8(unit))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | unit >> 6))
      bytes.append(UInt8(0x80 | unit & 0x3F))
    default:
      bytes.append(UInt8(0xE0 | unit >> 12))
      bytes.append(UInt8(0x80 | unit >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | unit & 0x3F))
    }
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

extension ArticleSearch {
  /// Takes an article out; FTS5 must be told the same tokens again.
  static func remove(article: Int64, in database: Database) throws {
    let texts = try String.fetchAll(
      database,
      sql: """
        SELECT text FROM sentence WHERE \(RowNumber.areIn()) UNION ALL SELECT measure FROM fact \
        WHERE \(RowNumber.areIn()) AND added IS NULL AND measure IS NOT NULL
        """, arguments: [article])
    let tokens = tokens(of: texts)
    guard !tokens.isEmpty else { return }
    var row = RowBuffer()
    row.integer(article)
    row.text(utf8: tokens)
    let deletion = try database.cachedStatement(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    try row.execute(deletion, in: database)
  }
}
