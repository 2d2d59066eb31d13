import Foundation
import ShuduStore

extension DatasetFact {
  /// The fact of a row of the index, with the corrections that hold.
  init(_ row: FactRow, reprintOf: String?) throws(DatasetError) {
    let record: FactRecord
    do {
      record = try FactRecord(json: Data(row.effective.utf8))
    } catch {
      throw .store(.refused(reason: "fact \(row.id) is no record; process the corpus anew"))
    }
    self.init(
      record: record, origin: row.review?.added == nil ? .extracted : .added,
      review: Review(row), reprintOf: reprintOf)
  }
}

extension DatasetFact.Review {
  init(_ row: FactRow) {
    self.init(state: DatasetFact.State(row.state))
    guard let review = row.review else { return }
    let verdicts = review.verdicts + [review.settled].compactMap { $0 }
    reviewers = Set(verdicts.map(\.who)).sorted()
    decisions = verdicts.sorted { ($0.when, $0.decision) < ($1.when, $1.decision) }.map(\.decision)
    carried = row.carried
    corrected = review.fields.keys.sorted()
    date = verdicts.map(\.when).max().map { String($0.prefix(10)) }
  }
}

extension DatasetFact.State {
  /// A rejected fact is told by no dataset; its state here is that of its last standing.
  init(_ state: ReviewState) {
    switch state {
    case .unreviewed, .rejected: self = .unreviewed
    case .accepted: self = .accepted
    case .corrected: self = .corrected
    case .added: self = .added
    case .disputed: self = .disputed
    }
  }
}

extension Review {
  /// Who rejected the fact, by which decision, and why.
  var rejection: String? {
    guard let verdict = settled ?? verdicts.last(where: { $0.verdict == .reject }) else {
      return nil
    }
    let reason = verdict.reason.map { ": \($0)" } ?? ""
    return "rejected by \(verdict.who), decision \(verdict.decision)\(reason)"
  }
}
