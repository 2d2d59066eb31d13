import Foundation

/// A decision as a script or a page sends it: what it leaves out is filled in.
///
/// `{"action":"accept","fact":"…"}` is enough; `facts` may list ids. `id`, `when` and `who` may be given, to take
/// decisions over from elsewhere.
public struct DecisionDraft: Decodable, Sendable {
  /// A fact by its id, or with all that is known of it.
  enum Subject: Decodable, Sendable {
    case id(String)
    case target(Decision.Target)

    init(from decoder: Decoder) throws {
      if let id = try? decoder.singleValueContainer().decode(String.self) {
        self = .id(id)
      } else {
        self = .target(try Decision.Target(from: decoder))
      }
    }

    var fact: String {
      switch self {
      case .id(let id): id
      case .target(let target): target.fact
      }
    }
  }

  public var id: String?
  public var when: String?
  public var who: String?
  public var action: Decision.Action
  var subjects: [Subject]
  var decision: String?
  var reason: String?
  var note: String?
  var fields: FieldValues?
  var record: JSONValue?
  var verdict: Decision.Verdict?
  var extractor: FactRecord.Extractor?

  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: Decision.CodingKeys.self)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    when = try container.decodeIfPresent(String.self, forKey: .when)
    who = try container.decodeIfPresent(String.self, forKey: .who)
    action = try container.decode(Decision.Action.self, forKey: .action)
    if let fact = try container.decodeIfPresent(String.self, forKey: .fact) {
      let isWhole = container.contains(.article) && container.contains(.quote)
      subjects = [isWhole ? .target(try Decision.Target(from: decoder)) : .id(fact)]
    } else {
      subjects = try container.decodeIfPresent([Subject].self, forKey: .facts) ?? []
    }
    decision = try container.decodeIfPresent(String.self, forKey: .decision)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    note = try container.decodeIfPresent(String.self, forKey: .note)
    fields = try container.decodeIfPresent(FieldValues.self, forKey: .fields)
    record = try container.decodeIfPresent(JSONValue.self, forKey: .record)
    verdict = try container.decodeIfPresent(Decision.Verdict.self, forKey: .verdict)
    extractor = try container.decodeIfPresent(FactRecord.Extractor.self, forKey: .extractor)
  }
}

extension Corpus {
  /// Makes a whole decision of a draft: fills in id, time and the facts' quotes, and checks what it asks for.
  ///
  /// - Parameter who: the person, where the draft names none.
  /// - Throws: `refused` with what is missing or wrong.
  public func decision(from draft: DecisionDraft, who: String?) throws(StoreError) -> Decision {
    guard let who = draft.who ?? who, !who.isEmpty else {
      throw .refused(reason: "no `who`: say who decides")
    }
    if let when = draft.when, (try? Date(when, strategy: .iso8601)) == nil,
      (try? Date(when, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))) == nil
    {
      throw .refused(reason: "`when` is no time such as 2026-11-27T16:00:00.000Z")
    }
    let now = Date()
    var decision = Decision(
      id: draft.id ?? DecisionID.make(at: now), when: draft.when ?? DecisionID.time(of: now),
      who: who, action: draft.action, decision: draft.decision, reason: draft.reason,
      note: draft.note, fields: draft.fields, record: draft.record, verdict: draft.verdict,
      extractor: draft.extractor)
    switch draft.action {
    case .undo, .redo: try check(undoOrRedo: decision)
    case .add: try fill(added: &decision)
    default:
      decision.targets = try targets(of: draft)
      try check(decision)
    }
    if decision.extractor == nil { decision.extractor = try extractor(of: decision) }
    return decision
  }

  private func targets(of draft: DecisionDraft) throws(StoreError) -> [Decision.Target] {
    guard !draft.subjects.isEmpty else {
      throw .refused(reason: "no `fact`, and no `facts`")
    }
    guard Set(draft.subjects.map(\.fact)).count == draft.subjects.count else {
      throw .refused(reason: "a fact stands twice in `facts`")
    }
    var whole: [String: Decision.Target] = [:]
    var ids: [String] = []
    for subject in draft.subjects {
      switch subject {
      case .target(let target) where target.quote != nil: whole[target.fact] = target
      default: ids.append(subject.fact)
      }
    }
    for target in try index.targets(of: ids) { whole[target.fact] = target }
    return draft.subjects.compactMap { whole[$0.fact] }
  }

  private func check(undoOrRedo decision: Decision) throws(StoreError) {
    guard let object = decision.decision else {
      throw .refused(reason: "no `decision`: say which one to \(decision.action.rawValue)")
    }
    guard try index.decision(object) != nil else {
      throw .refused(reason: "no decision has the id `\(object)`")
    }
  }

  private func check(_ decision: Decision) throws(StoreError) {
    switch decision.action {
    case .reject where decision.reason?.isEmpty ?? true:
      throw .refused(reason: "no `reason`: say why it is rejected")
    case .note where decision.note?.isEmpty ?? true:
      throw .refused(reason: "no `note`")
    case .correct where decision.fields?.isEmpty ?? true:
      throw .refused(reason: "no `fields`: say what is corrected")
    case .settle where decision.verdict == nil:
      throw .refused(reason: "no `verdict`: accept, reject or correct")
    case .settle where decision.verdict == .correct && decision.fields?.isEmpty ?? true:
      throw .refused(reason: "no `fields`: say what is corrected")
    default: break
    }
    guard let fields = decision.fields else { return }
    for target in decision.targets {
      guard let fact = try index.fact(target.fact) else { continue }
      guard let record = try? FactRecord(json: Data(fact.record.utf8)) else { continue }
      _ = try record.applying(fields)
    }
  }

  /// Checks the record of an added fact, and names it by its words and place.
  private func fill(added decision: inout Decision) throws(StoreError) {
    guard let record = decision.record else {
      throw .refused(reason: "no `record`: the whole fact")
    }
    let fact: FactRecord
    do {
      fact = try record.decoded(as: FactRecord.self)
    } catch let error as DecodingError {
      throw .refused(reason: "`record`: \(error.place)")
    } catch {
      throw .refused(reason: "`record` is no fact")
    }
    guard let article = try index.article(key: fact.article.key) else {
      throw .refused(reason: "no article has the key `\(fact.article.key)`")
    }
    let isKnown = try index.sentences(of: article.id).contains { $0.text == fact.sentence.text }
    guard isKnown, fact.sentence.text.contains(fact.quote.text) else {
      throw .refused(reason: "the article has no such sentence with that quote")
    }
    decision.targets = [Decision.Target(adding: fact)]
    // The id of an extracted fact would be taken for that fact.
    decision.targets[0].fact = String(DecisionID.make().suffix(16))
  }

  private func extractor(of decision: Decision) throws(StoreError) -> FactRecord.Extractor? {
    guard let target = decision.targets.first, let fact = try index.fact(target.fact) else {
      return nil
    }
    return (try? FactRecord(json: Data(fact.record.utf8)))?.extractor
  }
}
