/// Puts facts together from the mentions of a page.
///
/// Goes through the sentences once, in reading order, carrying the time of the paragraph and the subject of the
/// section with it. Pure: the same page gives the same facts. Cost: linear in the page, beside ICU's words for
/// sentences that hold a quantity.
public struct Assembler: Sendable {
  private let tokenizer: Tokenizer
  private let chooser: FactChooser

  public init(adding team: TeamLexicon = TeamLexicon()) {
    self.init(
      classes: team.isEmpty ? .standard : WordClassTable(adding: team), chooser: .standard)
  }

  /// Weights by feature, one table a field that is chosen.
  public struct Weights: Sendable {
    public var measure: [Feature: Int32] = [:]
    public var aspect: [Feature: Int32] = [:]
    public var subject: [Feature: Int32] = [:]
    public var status: [Feature: Int32] = [:]

    public init() {}
  }

  /// An assembler with weights of its own.
  public init(_ weights: Weights) {
    self.init(
      chooser: FactChooser(
        measure: LinearModel(weights: weights.measure),
        aspect: OutcomeModel(weights: weights.aspect),
        subject: LinearModel(weights: weights.subject),
        status: OutcomeModel(weights: weights.status)))
  }

  private init(classes: WordClassTable = .standard, chooser: FactChooser) {
    tokenizer = Tokenizer(classes: classes)
    self.chooser = chooser
  }

  /// What assembly is told of an article.
  public struct Context: Sendable {
    /// The article's key, part of each fact's id.
    public var key: String
    public var source: SourceText
    public var title: String?

    public init(key: String, source: SourceText, title: String? = nil) {
      self.key = key
      self.source = source
      self.title = title
    }
  }

  /// The facts of a page, in reading order of their sentences.
  ///
  /// - Parameters:
  ///   - mentions: for each sentence its mentions, ascending and disjoint.
  ///   - words: ICU's words of a range of a paragraph's folded units.
  public func facts(
    of page: Page, sentences: [Sentence], mentions: [[Mention]], in context: Context,
    words: ([UInt16], Range<Int>) -> [Range<Int>]
  ) -> [Fact] {
    var run = run(through: page, sentences: sentences, mentions: mentions, in: context)
    var facts: [Fact] = []
    facts.reserveCapacity(mentions.reduce(0) { $0 + $1.count(where: \.isQuantity) })
    while run.appendNext(to: &facts, words: words) {}
    return facts
  }

  /// The same facts, sentence by sentence.
  public func run(
    through page: Page, sentences: [Sentence], mentions: [[Mention]], in context: Context
  ) -> Run {
    let builder = FactBuilder(page: page, sentences: sentences, context: context)
    return Run(reader: reader(of: page, sentences, mentions, chooser), builder: builder)
  }

  private func reader(
    of page: Page, _ sentences: [Sentence], _ mentions: [[Mention]], _ chooser: FactChooser
  ) -> DraftReader {
    DraftReader(
      page: page, sentences: sentences, mentions: mentions, tokenizer: tokenizer, chooser: chooser)
  }

  /// A page's facts while they are made: an article may have a hundred thousand, which need not be in memory at once.
  public struct Run {
    private var reader: DraftReader
    private var builder: FactBuilder

    init(reader: DraftReader, builder: FactBuilder) {
      self.reader = reader
      self.builder = builder
    }

    /// The facts of the next sentence that has any; nil after the last.
    public mutating func next(words: ([UInt16], Range<Int>) -> [Range<Int>]) -> [Fact]? {
      var facts: [Fact] = []
      return appendNext(to: &facts, words: words) ? facts : nil
    }

    /// Appends the facts of the next sentence that has any; false after the last.
    mutating func appendNext(
      to facts: inout [Fact], words: ([UInt16], Range<Int>) -> [Range<Int>]
    ) -> Bool {
      guard let drafts = reader.next(words: words) else { return false }
      builder.append(builder.sound(drafts), to: &facts)
      return true
    }
  }

  /// What the fields of each fact were chosen from, for training; facts as `facts` gives them.
  public func choices(
    of page: Page, sentences: [Sentence], mentions: [[Mention]], in context: Context,
    words: ([UInt16], Range<Int>) -> [Range<Int>]
  ) -> (facts: [Fact], choices: [Choice]) {
    var builder = FactBuilder(page: page, sentences: sentences, context: context)
    var reader = reader(of: page, sentences, mentions, chooser.keepingCandidates)
    var drafts: [FactDraft] = []
    while let found = reader.next(words: words) { drafts += builder.sound(found) }
    let choices = drafts.map { draft in
      let candidates = draft.candidates ?? FactDraft.Candidates()
      return Choice(
        measures: candidates.measures.map { Choice.Option($0, builder.measure($0.value)) },
        aspects: candidates.aspects.map { Choice.Option($0) },
        subjects: candidates.subjects.map { Choice.Option($0, builder.evidence($0.value)) },
        statuses: candidates.statuses.map { Choice.Option($0) })
    }
    var facts: [Fact] = []
    builder.append(drafts, to: &facts)
    return (facts, choices)
  }

  /// What a fact's fields were chosen from.
  public struct Choice: Sendable {
    public struct Option: Sendable {
      public var words: Fact.Evidence
      public var features: [Feature]
      /// The sum of the features' weights: the higher, the likelier.
      public var score: Int

      public var text: String { words.text }

      init<Value>(_ candidate: FactDraft.Candidate<Value>, _ words: Fact.Evidence) {
        self.words = words
        features = candidate.features
        score = candidate.sum
      }

      /// An outcome, which stands nowhere in the article.
      init(_ outcome: FactDraft.Candidate<String>) {
        self.init(outcome, Fact.Evidence(text: outcome.value, spans: []))
      }
    }

    public var measures: [Option]
    public var aspects: [Option]
    public var subjects: [Option]
    public var statuses: [Option]
  }
}

extension [Mention] {
  /// Whether any becomes a fact.
  var hasFacts: Bool { indices.contains { self[$0].isQuantity && self[$0].isFactual } }
}

extension Mention {
  /// Whether it becomes a fact.
  var isFactual: Bool {
    if case .quantity(let quantity) = content { return quantity.isFactual }
    return false
  }
}

extension Quantity {
  /// Whether it becomes a fact: it has a unit or a kind of its own, and is neither emphasis nor article.
  var isFactual: Bool { kind != .number && !isWeak }

  /// What the expression alone says of the aspect.
  var aspect: Fact.Aspect {
    switch kind {
    case .rank: .rank
    case .ratio: value == nil || unit == nil ? .ratio : .level
    default: .level
    }
  }
}
