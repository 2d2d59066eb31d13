/// Goes through a page's sentences once, in reading order, and drafts the facts of each.
///
/// Carries the time of the paragraph and the subject of the section along; of the drafts it keeps no more than one
/// sentence's and the one before them.
struct DraftReader {
  let page: Page
  let sentences: [Sentence]
  let mentions: [[Mention]]
  let tokenizer: Tokenizer
  let chooser: FactChooser
  private let sectionTimes: SectionTimes
  private let tables: TableFacts

  /// The sentence to be read next.
  private(set) var index = 0
  private(set) var history = SubjectHistory()
  /// What was known before a caption, which stands beside the text; nil where the text is read.
  private var historyBeforeCaption: SubjectHistory?
  private var carried: TimeChoice?
  private var paragraph = -1
  private var heading: Int?
  private var article = 0
  private var headingOwners: [Int: [SubjectHistory.Owner]] = [:]
  /// The last draft of the paragraph so far, and those of the sentence at hand.
  private var drafts: [FactDraft] = []

  init(
    page: Page, sentences: [Sentence], mentions: [[Mention]], tokenizer: Tokenizer,
    chooser: FactChooser
  ) {
    self.page = page
    self.sentences = sentences
    self.mentions = mentions
    self.tokenizer = tokenizer
    self.chooser = chooser
    sectionTimes = SectionTimes(page, sentences, mentions)
    tables = TableFacts(page, sentences, mentions)
    history.registry = registry()
    history.title = title(history.registry)
    history.topics = ClauseTopics(units: sentences.reduce(0) { $0 + $1.range.count })
    for (index, sentence) in sentences.enumerated() {
      history.topics.note(
        sentence.range, in: page.paragraphs[sentence.paragraph].folded, mentions[index])
    }
  }

  /// The drafts of the next sentence that has any; nil after the last.
  mutating func next(words: ([UInt16], Range<Int>) -> [Range<Int>]) -> [FactDraft]? {
    while index < sentences.count {
      let sentence = sentences[index]
      begin(sentence)
      let first = drafts.count
      let found = mentions[index]
      index += 1
      read(sentence, found, words: words)
      history.recentText.append(page.paragraphs[sentence.paragraph].folded[sentence.range])
      if drafts.count > first { return Array(drafts[first...]) }
    }
    return nil
  }

  /// What changes where a sentence begins a paragraph, or a paragraph a section.
  private mutating func begin(_ sentence: Sentence) {
    if drafts.count > 1 { drafts.removeFirst(drafts.count - 1) }
    history.registry.reading.beginSentence()
    guard sentence.paragraph != paragraph else { return }
    paragraph = sentence.paragraph
    carried = nil
    drafts.removeAll()
    if page.paragraphs[paragraph].role == .caption {
      historyBeforeCaption = historyBeforeCaption ?? history
    } else if let before = historyBeforeCaption {
      history = before
      historyBeforeCaption = nil
    }
    let (own, governing) = (page.paragraphs[paragraph].article, page.paragraphs[paragraph].heading)
    if own != article || governing != heading {
      if own != article { history.recentText.clear() }
      article = own
      heading = governing
      history.beginSection()
      history.headings = owners(ofHeading: heading)
    }
    history.beginParagraph()
    history.registry.reading.beginParagraph()
  }

  private mutating func read(
    _ sentence: Sentence, _ found: [Mention], words: ([UInt16], Range<Int>) -> [Range<Int>]
  ) {
    guard !found.isEmpty else { return }
    let role = page.paragraphs[paragraph].role
    let units = page.paragraphs[paragraph].folded
    guard found.hasFacts || role.isHeading else {
      note(found, in: units)
      if let time = DraftReader.lastTime(of: found, paragraph: paragraph) { carried = time }
      if !role.isCell, let topic = DraftReader.topic(of: found, sentence, units) {
        let owner = SubjectHistory.Owner(topic, in: units)
        history.remember(history.registry.fullName(ofZone: owner.words)?.owner ?? owner)
      }
      return
    }
    let tokens = tokenizer.tokens(
      of: sentence.range, in: units, mentions: found, words: { words(units, $0) })
    let tokenized = TokenizedSentence(
      paragraph: paragraph, range: sentence.range, units: units, tokens: tokens, mentions: found)
    note(found, in: units)
    if tables.isHead(paragraph) { return }
    if found.count == 1, let reading = tables.reading(of: paragraph) {
      let carried = sectionTimes.time(ofParagraph: paragraph)
      if let draft = draft(tokenized, by: reading, carried: carried) { drafts.append(draft) }
      return
    }
    history.isHeading = role.isHeading
    if role.isHeading {
      history.beginSection()
      let owners = SubjectFinder(tokenized).headingOwners(history)
      if !owners.isEmpty {
        headingOwners[paragraph] = owners
        history.headings = owners
      }
    }
    draft(
      tokenized,
      carried: role.isHeading ? nil : carried ?? sectionTimes.time(ofParagraph: paragraph))
    if !role.isHeading, let time = TimeFinder(sentence: tokenized).lastTime() { carried = time }
  }

  /// The owners that a heading names, and those of the headings above it, nearest first.
  private func owners(
    ofHeading heading: Int?
  ) -> [SubjectHistory.Owner] {
    var found: [SubjectHistory.Owner] = []
    var at = heading
    var steps = 0
    while let paragraph = at, steps < 8, found.count < 3 {
      found += headingOwners[paragraph] ?? []
      at = page.paragraphs[paragraph].heading
      steps += 1
    }
    return Array(found.prefix(3))
  }

  /// Says that reading has come past names.
  private mutating func note(_ mentions: [Mention], in units: [UInt16]) {
    history.groups.note(mentions, in: units, paragraph: paragraph)
    for index in mentions.indices {
      guard let kind = mentions[index].nameKind else { continue }
      let range = mentions[index].range
      let words = NameWords(units[range])
      let opens =
        DraftReader.opensClause(index, of: mentions, in: units) && !speaks(range, in: units)
      history.registry.pass(words, opens: opens)
      if kind == .person {
        history.person = SubjectHistory.Owner(name: Citation(paragraph, range), words: words)
      }
    }
  }

  // MARK: One sentence

  /// Appends the drafts of a sentence to the last one of its paragraph.
  private mutating func draft(_ sentence: TokenizedSentence, carried: TimeChoice?) {
    guard sentence.mentions.hasFacts else { return }
    history.registry.notePassed(SubjectCandidates.reach)
    let measures = MeasureFinder(sentence)
    let candidates = MeasureCandidates(sentence, chooser.measure)
    let first = drafts.count
    for at in sentence.tokens.indices {
      guard let quantity = sentence.quantity(at: at), quantity.isFactual else { continue }
      let draft = FactDraft(
        sentence: index - 1, site: QuantitySite(at, in: sentence), range: sentence.tokens[at].range,
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
    let predicates = PredicateFinder(sentence: sentence)
    let aspects = AspectCandidates(sentence: sentence, model: chooser.aspect)
    for turn in first..<drafts.count {
      chooser.chooseAspect(
        of: drafts[turn], aspects, measures, after: turn > first ? drafts[turn - 1] : nil)
      predicates.fill(drafts[turn], after: turn > first ? drafts[turn - 1] : nil)
    }
    let scene = SubjectScene(SubjectFinder(sentence), history, chooser.subject)
    let times = TimeFinder(sentence: sentence)
    let statuses = StatusFinder(sentence: sentence)
    let statusCandidates = StatusCandidates(sentence: sentence, model: chooser.status)
    let attribution = first < drafts.count ? AttributionFinder(sentence).attribution() : nil
    for turn in first..<drafts.count {
      let draft = drafts[turn]
      chooser.chooseSubject(of: draft, scene, after: drafts[first..<turn])
      draft.time = times.time(of: draft, carried: carried)
      draft.attribution = attribution
      chooser.chooseStatus(
        of: draft, statusCandidates, statuses, after: turn > 0 ? drafts[turn - 1] : nil)
      // What is aimed at, or granted, is not dated by what was.
      if draft.status == .target || draft.status == .provision, draft.time?.isCarriedPast == true {
        draft.time = nil
      }
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
}
