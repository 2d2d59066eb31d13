import Foundation

extension Decision: Codable {
  enum CodingKeys: String, CodingKey {
    case id, when, who, action, fact, article, version, sentence, quote, facts, decision, reason,
      note
    case fields, record, verdict, extractor
  }

  /// One target stands in the decision itself, several in `facts`.
  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    when = try container.decode(String.self, forKey: .when)
    who = try container.decode(String.self, forKey: .who)
    action = try container.decode(Action.self, forKey: .action)
    if container.contains(.fact) {
      targets = [try Target(from: decoder)]
    } else {
      targets = try container.decodeIfPresent([Target].self, forKey: .facts) ?? []
    }
    decision = try container.decodeIfPresent(String.self, forKey: .decision)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    note = try container.decodeIfPresent(String.self, forKey: .note)
    fields = try container.decodeIfPresent(FieldValues.self, forKey: .fields)
    record = try container.decodeIfPresent(JSONValue.self, forKey: .record)
    verdict = try container.decodeIfPresent(Verdict.self, forKey: .verdict)
    extractor = try container.decodeIfPresent(FactRecord.Extractor.self, forKey: .extractor)
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(when, forKey: .when)
    try container.encode(who, forKey: .who)
    try container.encode(action, forKey: .action)
    if targets.count == 1 {
      try targets[0].encode(to: encoder)
    } else if !targets.isEmpty {
      try container.encode(targets, forKey: .facts)
    }
    try container.encodeIfPresent(decision, forKey: .decision)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(note, forKey: .note)
    try container.encodeIfPresent(fields, forKey: .fields)
    try container.encodeIfPresent(record, forKey: .record)
    try container.encodeIfPresent(verdict, forKey: .verdict)
    try container.encodeIfPresent(extractor, forKey: .extractor)
  }

  /// The decision as a line of the log, without its line break; members are sorted by name.
  public func line() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
