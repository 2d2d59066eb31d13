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
    let drafts = drafts(of: page, sentences: sentences, mentions: mentions, chooser, words: words)
    let builder = FactBuilder(page: page, sentences: sentences, context: context)
    return builder.facts(from: builder.sound(drafts))
  }

  /// What the fields of each fact were chosen from, for training; facts as `facts` gives them.
  public func choices(
    of page: Page, sentences: [Sentence], mentions: [[Mention]], in context: Context,
    words: ([UInt16], Range<Int>) -> [Range<Int>]
  ) -> (facts: [Fact], choices: [Choice]) {
    let builder = FactBuilder(page: page, sentences: sentences, context: context)
    let drafts = builder.sound(
      drafts(
        of: page, sentences: sentences, mentions: mentions, chooser.keepingCandidates, words: words)
    )
    let choices = drafts.map { draft in
      let candidates = draft.candidates ?? FactDraft.Candidates()
      return Choice(
        measures: candidates.measures.map {
          Choice.Option(builder.measure($0.measure), $0.support)
        },
        aspects: candidates.aspects.map { Choice.Option($0.aspect.rawValue, $0.support) },
        subjects: candidates.subjects.map {
          Choice.Option(builder.evidence($0.choice.name), $0.support)
        },
        statuses: candidates.statuses.map { Choice.Option($0.status.rawValue, $0.support) })
    }
    return (builder.facts(from: drafts), choices)
  }

  /// What a fact's fields were chosen from.
  public struct Choice: Sendable {
    public struct Option: Sendable {
      public var words: Fact.Evidence
      public var features: [Feature]
      /// The sum of the features' weights: the higher, the likelier.
      public var score: Int

      public var text: String { words.text }

      init(_ words: Fact.Evidence, _ support: Support) {
        self.words = words
        features = support.features ?? []
        score = support.sum
      }

      /// An outcome that stands nowhere in the article.
      init(_ name: String, _ support: Support) {
        self.init(Fact.Evidence(text: name, spans: []), support)
      }
    }

    public var measures: [Option]
    public var aspects: [Option]
    public var subjects: [Option]
    public var statuses: [Option]
  }

  func drafts(
    of page: Page, sentences: [Sentence], mentions: [[Mention]], _ chooser: FactChooser,
    words: ([UInt16], Range<Int>) -> [Range<Int>]
  ) -> [FactDraft] {
    var history = SubjectHistory()
    history.registry = registry(page, sentences, mentions)
    history.title = title(page, sentences, mentions, history)
    var drafts: [FactDraft] = []
    var carried: TimeChoice?
    var paragraph = -1
    var heading: Int?
    var headingOwners: [Int: [SubjectHistory.Owner]] = [:]
    let sectionTimes = SectionTimes(page, sentences, mentions)
    var article = 0
    var paragraphDrafts: [FactDraft] = []
    for (index, sentence) in sentences.enumerated() {
      let block = page.paragraphs[sentence.paragraph]
      if sentence.paragraph != paragraph {
        paragraph = sentence.paragraph
        carried = nil
        drafts += paragraphDrafts
        paragraphDrafts = []
        if block.article != article || block.heading != heading {
          article = block.article
          heading = block.heading
          history.beginSection()
          history.headings = owners(ofHeading: heading, headingOwners, page)
        }
        history.beginParagraph()
      }
      let found = mentions[index]
      history.registry.beginSentence()
      let isHeading = if case .heading = block.role { true } else { false }
      guard !found.isEmpty else { continue }
      guard found.contains(where: \.isFactual) || isHeading else {
        note(found, in: block, at: sentence.paragraph, &history)
        if let time = lastTime(of: found, paragraph: sentence.paragraph) { carried = time }
        if let topic = topic(of: found, sentence, block) {
          history.remember(self.owner(topic, in: block))
        }
        continue
      }
      let tokens = tokenizer.tokens(
        of: sentence.range, in: block.folded, mentions: found, words: { words(block.folded, $0) })
      let tokenized = TokenizedSentence(
        paragraph: sentence.paragraph, range: sentence.range, units: block.folded, tokens: tokens,
        mentions: found)
      note(found, in: block, at: sentence.paragraph, &history)
      if isHeading {
        history.beginSection()
        let owners = SubjectFinder(tokenized).headingOwners(history)
        if !owners.isEmpty {
          headingOwners[sentence.paragraph] = owners
          history.headings = owners
        }
      }
      draft(
        tokenized, index: index, to: &paragraphDrafts, history: &history,
        carried: isHeading ? nil : carried ?? sectionTimes.time(ofParagraph: sentence.paragraph),
        chooser)
      if !isHeading, let time = TimeFinder(sentence: tokenized).lastTime() { carried = time }
    }
    return drafts + paragraphDrafts
  }

  /// The owners that a heading names, and those of the headings above it, nearest first.
  private func owners(
    ofHeading heading: Int?, _ owners: [Int: [SubjectHistory.Owner]], _ page: Page
  ) -> [SubjectHistory.Owner] {
    var found: [SubjectHistory.Owner] = []
    var at = heading
    var steps = 0
    while let paragraph = at, steps < 8, found.count < 3 {
      found += owners[paragraph] ?? []
      at = page.paragraphs[paragraph].heading
      steps += 1
    }
    return Array(found.prefix(3))
  }

  // MARK: One sentence

  /// Appends the drafts of a sentence to those of its paragraph.
  private func draft(
    _ sentence: TokenizedSentence, index: Int, to drafts: inout [FactDraft],
    history: inout SubjectHistory, carried: TimeChoice?, _ chooser: FactChooser
  ) {
    guard sentence.mentions.contains(where: \.isFactual) else { return }
    let measures = MeasureFinder(sentence)
    let candidates = MeasureCandidates(sentence, chooser.measure)
    let first = drafts.count
    for at in sentence.tokens.indices {
      guard let quantity = sentence.quantity(at: at), quantity.isFactual else { continue }
      let draft = FactDraft(
        sentence: index, site: QuantitySite(at, in: sentence), range: sentence.tokens[at].range,
        quantity: quantity)
      if chooser.keepsCandidates { draft.candidates = FactDraft.Candidates() }
      measures.fill(draft, after: drafts)
      chooser.chooseMeasure(of: draft, candidates, after: drafts)
      if quantity.isScale {
        draft.aspect = .scale
        draft.change = nil
      }
      drafts.append(draft)
    }
    Distribution(sentence).apply(to: drafts, from: first)
    let aspects = AspectCandidates(sentence: sentence, model: chooser.aspect)
    for turn in first..<drafts.count {
      chooser.chooseAspect(
        of: drafts[turn], aspects, measures, after: turn > first ? drafts[turn - 1] : nil)
    }
    let subjects = SubjectFinder(sentence)
    let times = TimeFinder(sentence: sentence)
    let statuses = StatusFinder(sentence: sentence)
    let statusCandidates = StatusCandidates(sentence: sentence, model: chooser.status)
    let attribution = first < drafts.count ? AttributionFinder(sentence).attribution() : nil
    for turn in first..<drafts.count {
      let draft = drafts[turn]
      chooser.chooseSubject(of: draft, subjects, after: drafts[first..<turn], history)
      draft.time = times.time(of: draft, carried: carried)
      draft.attribution = attribution
      chooser.chooseStatus(
        of: draft, statusCandidates, statuses, after: turn > 0 ? drafts[turn - 1] : nil)
      draft.time?.close(for: draft.status)
      if let rule = draft.subject?.rule { draft.rules.append(rule) }
      if let rule = draft.time?.rule { draft.rules.append(rule) }
    }
    if let subject = drafts[first...].last(where: { $0.subject?.rule != "subject.counted" })?
      .subject
    {
      history.remember(SubjectHistory.Owner(name: subject.name, words: subject.words))
    }
  }

  // MARK: Names

  private func registry(_ page: Page, _ sentences: [Sentence], _ mentions: [[Mention]])
    -> NameRegistry
  {
    var registry = NameRegistry()
    for (index, sentence) in sentences.enumerated() {
      let folded = page.paragraphs[sentence.paragraph].folded
      let isHeading =
        if case .heading = page.paragraphs[sentence.paragraph].role { true } else { false }
      for mention in mentions[index] {
        guard case .name(let kind) = mention.content else { continue }
        let end = mention.range.upperBound
        registry.note(
          NameWords(folded[mention.range]), kind,
          at: Citation(sentence.paragraph, mention.range),
          next: end < folded.count ? folded[end] : nil, weight: isHeading ? 3 : 1)
      }
    }
    registry.mergeForms()
    return registry
  }

  private func note(
    _ mentions: [Mention], in block: Paragraph, at paragraph: Int,
    _ history: inout SubjectHistory
  ) {
    for mention in mentions {
      guard case .name(let kind) = mention.content else { continue }
      let words = NameWords(block.folded[mention.range])
      history.registry.pass(words)
      if kind == .person {
        history.person = SubjectHistory.Owner(
          name: Citation(paragraph, mention.range), words: words)
      }
    }
  }

  private func owner(_ citation: Citation, in block: Paragraph) -> SubjectHistory.Owner {
    SubjectHistory.Owner(name: citation, words: citation.words(in: block.folded))
  }

  /// The owner of facts that nothing nearer owns: the first name of the first heading, else the main place.
  private func title(
    _ page: Page, _ sentences: [Sentence], _ mentions: [[Mention]], _ history: SubjectHistory
  ) -> SubjectHistory.Owner? {
    for (index, sentence) in sentences.enumerated().prefix(8) {
      guard case .heading = page.paragraphs[sentence.paragraph].role else { continue }
      let block = page.paragraphs[sentence.paragraph]
      if let owner = firstOwner(of: mentions[index], sentence, block) {
        return self.owner(owner, in: block)
      }
    }
    return history.registry.main?.owner
      ?? history.registry.entries.first { $0.kind == .organization }?.owner
  }

  private func firstOwner(of mentions: [Mention], _ sentence: Sentence, _ block: Paragraph)
    -> Citation?
  {
    for mention in mentions {
      guard case .name(let kind) = mention.content,
        [.place, .organization, .facility].contains(kind),
        !NameRegistry.isMedium(block.folded[mention.range])
      else { continue }
      return Citation(sentence.paragraph, [mention.range])
    }
    return nil
  }

  /// The owner that a sentence without facts is about: the name it begins with.
  private func topic(of mentions: [Mention], _ sentence: Sentence, _ block: Paragraph) -> Citation?
  {
    guard let owner = firstOwner(of: mentions, sentence, block), let range = owner.ranges.first,
      range.upperBound < block.folded.count, block.folded[range.upperBound] != 0x3001
    else { return nil }
    var start = sentence.range.lowerBound
    for mention in mentions {
      if case .time = mention.content, mention.range.lowerBound <= start + 1 {
        start = mention.range.upperBound + 1
      }
    }
    return range.lowerBound <= start + 2 ? owner : nil
  }

  private func lastTime(of mentions: [Mention], paragraph: Int) -> TimeChoice? {
    for mention in mentions.reversed() {
      guard case .time(let expression) = mention.content, expression.canDate else { continue }
      return TimeChoice(
        words: Citation(paragraph, [mention.range]), expression: expression, isInherited: false,
        rule: "time.named")
    }
    return nil
  }
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
