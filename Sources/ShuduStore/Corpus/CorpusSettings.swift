import Foundation
import Shudu
import Yams

/// What `corpus.yaml` says; its schema is `Schemas/corpus.schema.json`. Unknown members are left alone.
public struct CorpusSettings: Sendable, Equatable, Codable {
  /// A name for the dataset's card.
  public var name: String?
  public var description: String?
  /// SPDX identifier, `CC-BY-4.0`, or a sentence.
  public var license: String?
  public var language: String?
  /// Where the articles come from, for the dataset's card.
  public var sources: [Source]?
  /// The most bytes of an article file.
  public var maximumSize: Int?
  /// Who reviews, where `--reviewer` names nobody.
  public var reviewer: String?
  /// The day (`2020-12-30`) of articles that do not tell it themselves, by path below `articles/`.
  public var dates: [String: String]?

  public struct Source: Sendable, Equatable, Codable {
    public var title: String
    /// A web address.
    public var path: String?

    public init(title: String, path: String? = nil) {
      self.title = title
      self.path = path
    }
  }

  enum CodingKeys: String, CodingKey {
    case name, description, license, language, sources, reviewer, dates
    case maximumSize = "maximum_size"
  }

  public init() {}

  /// 16 MiB.
  public static let standardMaximumSize = 16 << 20

  public var sizeLimit: Int { maximumSize ?? CorpusSettings.standardMaximumSize }

  /// The day of an article that the settings date; its path is below the corpus.
  func date(ofArticleAt path: String) -> CalendarDate? {
    guard let dates, path.hasPrefix(CorpusSettings.articles) else { return nil }
    return dates[String(path.dropFirst(CorpusSettings.articles.count))].flatMap { CalendarDate($0) }
  }

  private static let articles = "articles/"

  /// Reads `corpus.yaml`; a folder without one has the standard settings.
  public static func load(from folder: CorpusFolder) throws(StoreError) -> CorpusSettings {
    guard FileManager.default.fileExists(atPath: folder.settings) else { return CorpusSettings() }
    guard let text = try? String(contentsOfFile: folder.settings, encoding: .utf8) else {
      throw .badSettings(path: folder.settings, reason: "no UTF-8 text that can be read")
    }
    guard text.contains(where: { !$0.isWhitespace }) else { return CorpusSettings() }
    let settings: CorpusSettings
    do {
      settings = try YAMLDecoder().decode(CorpusSettings.self, from: text)
    } catch {
      throw .badSettings(path: folder.settings, reason: "\(error)")
    }
    for (article, day) in (settings.dates ?? [:]).sorted(by: { $0.key < $1.key })
    where CalendarDate(day) == nil {
      throw .badSettings(
        path: folder.settings,
        reason: "dates: \(article): `\(day)` is no day; write it like 2020-12-30")
    }
    return settings
  }
}
