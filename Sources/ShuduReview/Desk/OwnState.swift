import ShuduStore

/// How a fact stands with one reviewer, who sees no other's verdict.
enum OwnState: String, Sendable, Codable {
  case open, accepted, rejected, corrected, added

  init(_ row: FactRow, for reviewer: String) {
    guard let verdict = row.review?.verdicts.first(where: { $0.who == reviewer }) else {
      self = .open
      return
    }
    switch verdict.verdict {
    case .accept: self = row.review?.record == nil ? .accepted : .added
    case .reject: self = .rejected
    case .correct: self = row.review?.record == nil ? .corrected : .added
    }
  }
}

extension FactRow {
  /// The record as a reviewer sees it: as extracted, with this reviewer's own corrections.
  func record(for reviewer: String) throws(StoreError) -> FactRecord {
    guard let record = try? FactRecord(json: .init(record.utf8)) else {
      throw .refused(reason: "fact \(id) has no record")
    }
    let fields = corrections(by: reviewer)
    return fields.isEmpty ? record : try record.applying(fields)
  }

  /// The same record as one JSON object, without reading it where nothing was corrected.
  func text(for reviewer: String) throws(StoreError) -> String {
    corrections(by: reviewer).isEmpty ? record : try record(for: reviewer).json
  }

  private func corrections(by reviewer: String) -> FieldValues {
    review?.verdicts.first { $0.who == reviewer }?.fields ?? [:]
  }
}
