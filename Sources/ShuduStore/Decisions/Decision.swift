/// What a person decided about facts: one line of `decisions.jsonl` (`Schemas/decision.schema.json`).
public struct Decision: Sendable, Equatable {
  public enum Action: String, Sendable, Codable, CaseIterable {
    /// The fact is right as it was extracted.
    case accept
    /// The fact is none, or wrong beyond mending; `reason` says why.
    case reject
    /// The fact is right with `fields` in place of the extracted ones.
    case correct
    /// A fact that the extractor missed; `record` has all of it.
    case add
    /// A remark (`note`) that changes nothing.
    case note
    /// Takes the decision `decision` back, in whole.
    case undo
    /// Takes the undo of the decision `decision` back.
    case redo
    /// Ends a dispute with `verdict` (and `fields`).
    case settle
  }

  /// A fact as the person saw it, with what is needed to find it again.
  public struct Target: Sendable, Equatable, Codable {
    /// The fact's id when it was decided.
    public var fact: String
    /// The article's key and version then.
    public var article: String
    public var version: String?
    /// The sentence's id then.
    public var sentence: String?
    public var quote: Quote?

    public init(
      fact: String, article: String, version: String? = nil, sentence: String? = nil,
      quote: Quote? = nil
    ) {
      self.fact = fact
      self.article = article
      self.version = version
      self.sentence = sentence
      self.quote = quote
    }
  }

  /// The words of a fact's quote with what stands before and after them in its sentence.
  public struct Quote: Sendable, Equatable, Codable {
    public var text: String
    /// Up to `contextLength` characters of the sentence.
    public var before: String
    public var after: String
    /// How many equal quotes stand before it in its sentence, and how many facts of the same quote before it.
    public var turn: Int?

    public static let contextLength = 24

    public init(text: String, before: String, after: String, turn: Int? = nil) {
      self.text = text
      self.before = before
      self.after = after
      self.turn = turn
    }
  }

  public enum Verdict: String, Sendable, Codable, CaseIterable {
    case accept, reject, correct
  }

  /// Unique; `DecisionID` makes one that sorts by time.
  public var id: String
  /// UTC with milliseconds, `2026-11-27T16:00:00.000Z`.
  public var when: String
  public var who: String
  public var action: Action
  /// The facts it is about: one, or the many of a bulk action; none for `undo` and `redo`.
  public var targets: [Target]
  /// The decision that `undo` and `redo` are about.
  public var decision: String?
  public var reason: String?
  public var note: String?
  public var fields: FieldValues?
  /// The whole fact that `add` adds, in the shape of a record.
  public var record: JSONValue?
  public var verdict: Verdict?
  /// The extractor whose facts the person saw.
  public var extractor: FactRecord.Extractor?

  public init(
    id: String, when: String, who: String, action: Action, targets: [Target] = [],
    decision: String? = nil, reason: String? = nil, note: String? = nil,
    fields: FieldValues? = nil, record: JSONValue? = nil, verdict: Verdict? = nil,
    extractor: FactRecord.Extractor? = nil
  ) {
    self.id = id
    self.when = when
    self.who = who
    self.action = action
    self.targets = targets
    self.decision = decision
    self.reason = reason
    self.note = note
    self.fields = fields
    self.record = record
    self.verdict = verdict
    self.extractor = extractor
  }

  /// The order in which decisions are meant, whatever the order of lines: `when`, then `id`.
  public static func precedes(_ a: Decision, _ b: Decision) -> Bool {
    (a.when, a.id) < (b.when, b.id)
  }
}
