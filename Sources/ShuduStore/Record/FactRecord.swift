import Foundation

/// A fact record as `Schemas/fact.schema.json` describes it, for readers of the index.
///
/// Offsets are Unicode scalars of the decoded file, half open.
public struct FactRecord: Codable, Sendable, Equatable {
  public struct Article: Codable, Sendable, Equatable {
    public var key: String
    public var version: String
    public var date: String?
    public var dateFrom: String

    enum CodingKeys: String, CodingKey {
      case key, version, date
      case dateFrom = "date_from"
    }
  }

  public struct Sentence: Codable, Sendable, Equatable {
    public var id: String
    public var text: String
    public var spans: [[Int]]
  }

  public struct Evidence: Codable, Sendable, Equatable {
    public var text: String
    public var spans: [[Int]]

    public init(text: String, spans: [[Int]]) {
      self.text = text
      self.spans = spans
    }
  }

  public struct Unit: Codable, Sendable, Equatable {
    public var text: String
    public var code: String
    public var dimension: String
  }

  public struct Normalized: Codable, Sendable, Equatable {
    public var value: String?
    public var min: String?
    public var max: String?
    public var unit: String
  }

  public struct Subject: Codable, Sendable, Equatable {
    public var text: String
    public var spans: [[Int]]
    public var inherited: Bool
    public var resolvedFrom: Evidence?

    enum CodingKeys: String, CodingKey {
      case text, spans, inherited
      case resolvedFrom = "resolved_from"
    }
  }

  public struct Change: Codable, Sendable, Equatable {
    public var direction: String
    public var basis: String
  }

  public struct Time: Codable, Sendable, Equatable {
    public var text: String
    public var spans: [[Int]]
    public var value: String?
    public var inherited: Bool
  }

  public struct Confidence: Codable, Sendable, Equatable {
    public var fact: Double
    public var measure: Double
    public var subject: Double
    public var time: Double
    public var status: Double
  }

  public struct Extractor: Codable, Sendable, Equatable {
    public var version: String
    public var lexicon: String

    public init(version: String, lexicon: String) {
      self.version = version
      self.lexicon = lexicon
    }
  }

  public var id: String
  public var article: Article
  public var path: String?
  public var sentence: Sentence
  public var quote: Evidence
  public var value: String?
  public var min: String?
  public var max: String?
  public var approx: String
  public var unit: Unit?
  public var normalized: Normalized?
  public var kind: String
  public var aspect: String
  public var measure: Evidence?
  public var subject: Subject?
  public var predicate: Evidence?
  public var change: Change?
  public var shareOf: Evidence?
  public var per: [String]?
  public var time: Time?
  public var status: String
  public var attribution: Evidence?
  public var emphasis: String?
  public var sameAs: String?
  public var confidence: Confidence
  public var rules: [String]
  public var extractor: Extractor

  enum CodingKeys: String, CodingKey {
    case id, article, path, sentence, quote, value, min, max, approx, unit, normalized, kind, aspect
    case measure, subject, predicate, change
    case shareOf = "share_of"
    case per, time, status, attribution, emphasis
    case sameAs = "same_as"
    case confidence, rules, extractor
  }

  public init(json: Data) throws {
    self = try JSONDecoder().decode(FactRecord.self, from: json)
  }
}
