import Testing

@testable import ShuduStore

@Suite struct ReviewFoldTests {
  static func decision(
    _ id: String, _ who: String, _ action: Decision.Action, on fact: String = "f",
    of decision: String? = nil, fields: FieldValues? = nil, verdict: Decision.Verdict? = nil
  ) -> Decision {
    Decision(
      id: id, when: "2026-01-01T00:00:00.000Z", who: who, action: action,
      targets: decision == nil ? [.init(fact: fact, article: "a")] : [], decision: decision,
      fields: fields, verdict: verdict)
  }

  static func state(_ decisions: [Decision]) -> ReviewState {
    let placed = decisions.map { PlacedDecision(decision: $0, facts: $0.targets.map(\.fact)) }
    return ReviewFold.reviews(of: placed)["f"]?.state ?? .unreviewed
  }

  @Test func lastVerdictOfAReviewerCounts() {
    let log = [Self.decision("1", "a", .accept), Self.decision("2", "a", .reject)]
    #expect(Self.state(log) == .rejected)
    #expect(Self.state(log.reversed()) == .rejected)
  }

  @Test func twoWhoDifferDispute() {
    var log = [Self.decision("1", "a", .accept), Self.decision("2", "b", .reject)]
    #expect(Self.state(log) == .disputed)
    log.append(Self.decision("3", "c", .settle, verdict: .accept))
    #expect(Self.state(log) == .accepted)
    log.append(Self.decision("4", "b", .reject))
    #expect(Self.state(log) == .disputed)
  }

  @Test func undoAndRedoTakeTurns() {
    var log = [Self.decision("1", "a", .accept), Self.decision("2", "a", .undo, of: "1")]
    #expect(Self.state(log) == .unreviewed)
    log.append(Self.decision("3", "a", .redo, of: "1"))
    #expect(Self.state(log) == .accepted)
    log.append(Self.decision("4", "a", .undo, of: "1"))
    #expect(Self.state(log) == .unreviewed)
  }
}
