import Foundation
import Shudu
import Yams

/// The annotated articles of a corpus folder.
public struct GoldCorpus: Sendable {
  public struct Entry: Sendable {
    /// Path below the corpus folder, `articles/a.md`.
    public var path: String
    public var genre: String
    /// `train`, `dev` or `test`.
    public var split: String
    /// The article's date where the corpus's settings tell it, since the article itself does not.
    public var date: CalendarDate?
    public var facts: [GoldFact]
    public var names: [GoldName]
    public var layout: [GoldLayout]

    /// What the pipeline is told of the article beside its bytes.
    public var options: Pipeline.Options { Pipeline.Options(date: date, key: path) }
  }

  public let folder: String
  /// By path.
  public let entries: [Entry]

  private struct Settings: Decodable {
    var split: [String: [String]]?
    var genres: [String: [String]]?
    var dates: [String: String]?
  }

  /// Reads `gold/` and `corpus.yaml` of a folder.
  public init(folder: String) throws(EvaluationError) {
    self.folder = folder
    let gold = URL(fileURLWithPath: folder).appendingPathComponent("gold")
    guard let walk = FileManager.default.enumerator(atPath: gold.path) else {
      throw .noGold(folder: folder)
    }
    let suffix = ".facts.jsonl"
    let paths = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
    guard !paths.isEmpty else { throw .noGold(folder: folder) }
    let settings = try GoldCorpus.settings(of: folder)
    var splits: [String: String] = [:]
    for (split, names) in settings.split ?? [:] { for name in names { splits[name] = split } }
    var genres: [String: String] = [:]
    for (genre, names) in settings.genres ?? [:] { for name in names { genres[name] = genre } }
    var entries: [Entry] = []
    for path in paths {
      let article = String(path.dropLast(suffix.count))
      let name = URL(fileURLWithPath: article).lastPathComponent
      func rows<Row: Decodable>(_ kind: String, _ type: Row.Type) throws(EvaluationError) -> [Row] {
        try GoldCorpus.rows(gold.appendingPathComponent("\(article).\(kind).jsonl").path, type)
      }
      entries.append(
        Entry(
          path: article, genre: genres[name] ?? "other", split: splits[name] ?? "train",
          date: settings.dates?[name].flatMap { CalendarDate($0) },
          facts: try rows("facts", GoldFact.self), names: try rows("entities", GoldName.self),
          layout: try rows("layout", GoldLayout.self)))
    }
    self.entries = entries
  }

  private static func settings(of folder: String) throws(EvaluationError) -> Settings {
    let path = URL(fileURLWithPath: folder).appendingPathComponent("corpus.yaml").path
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      return Settings()
    }
    do {
      return try YAMLDecoder().decode(Settings.self, from: text)
    } catch {
      throw .badSettings(path: path, reason: "\(error)")
    }
  }

  private static func rows<Row: Decodable>(
    _ path: String, _ type: Row.Type
  ) throws(EvaluationError) -> [Row] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    var rows: [Row] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do {
        rows.append(try JSONDecoder().decode(type, from: Data(line)))
      } catch {
        throw .badRecord(path: path, line: index + 1, reason: "\(error)")
      }
    }
    return rows
  }
}
