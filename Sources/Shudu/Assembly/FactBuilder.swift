/// Turns drafts into facts: evidence cut out of the file, ids, links to the first telling, confidence.
///
/// Words that don't stand in the file where they should are left out of the record (`EvidenceCheck`).
struct FactBuilder {
  let page: Page
  let sentences: [Sentence]
  let context: Assembler.Context
  private let check: EvidenceCheck
  /// How often the facts before had the same words.
  private var occurrences: [StableHash: Int] = [:]
  private var tellings = Tellings()
  /// Words that the facts before had.
  private var recent: [(citation: Citation, words: Fact.Evidence?)] = []

  private static let memory = 6

  init(page: Page, sentences: [Sentence], context: Assembler.Context) {
    self.page = page
    self.sentences = sentences
    self.context = context
    check = EvidenceCheck(page: page, source: context.source)
  }

  /// The drafts that may become records.
  func sound(_ drafts: [FactDraft]) -> [FactDraft] {
    var sentence = -1
    var stands = false
    return drafts.filter { draft in
      let place = sentences[draft.sentence]
      if draft.sentence != sentence {
        sentence = draft.sentence
        stands = check.stands(Citation(place.paragraph, place.range))
      }
      return stands && check.isSound(draft, in: place)
    }
  }

  /// Appends the facts of drafts, which are sound ones, and come in the order of the page.
  mutating func append(_ drafts: [FactDraft], to facts: inout [Fact]) {
    var known: Whole?
    for draft in drafts {
      let index = draft.sentence
      let whole = known.flatMap { $0.sentence == index ? $0 : nil } ?? whole(of: index)
      known = whole
      let quote = evidence(Citation(sentences[index].paragraph, draft.range))
      let fact = fact(from: draft, quote, id: id(of: quote, in: whole), whole)
      let first = tellings.first(of: fact, inSentence: index)
      facts.append(fact)
      if let first { facts[facts.count - 1].sameAs = first }
    }
  }

  /// The id of the next fact that has these words.
  private mutating func id(of quote: Fact.Evidence, in whole: Whole) -> String {
    var hash = whole.hash
    hash.combine(quote.text)
    let turn = occurrences[hash, default: 0]
    occurrences[hash] = turn + 1
    hash.combine(turn)
    return hash.text
  }

  /// What the facts of one sentence share.
  private struct Whole {
    /// Its index in the page.
    var sentence: Int
    var evidence: Fact.Evidence
    /// Of the article's key and the sentence's text.
    var hash: StableHash
    var id: String
  }

  private func whole(of index: Int) -> Whole {
    let words = evidence(Citation(sentences[index].paragraph, sentences[index].range))
    let hash = StableHash.ofSentence(words.text, key: context.key)
    return Whole(sentence: index, evidence: words, hash: hash, id: hash.text)
  }

  private mutating func fact(
    from draft: FactDraft, _ quote: Fact.Evidence, id: String, _ whole: Whole
  ) -> Fact {
    let here = sentences[whole.sentence].paragraph
    return Fact(
      id: id, sentenceID: whole.id, sentence: whole.evidence, quote: quote,
      quantity: draft.quantity,
      unit: draft.quantity.unit.flatMap { checked(Citation($0.paragraph ?? here, $0.range)) },
      normalized: draft.quantity.normalized(), aspect: draft.aspect,
      measure: draft.measure.flatMap { check.stands($0) ? measure($0) : nil },
      subject: draft.subject.flatMap { subject in
        citedAgain(subject.name).map {
          Fact.Subject(
            name: $0, isInherited: subject.isInherited,
            resolvedFrom: subject.resolvedFrom.flatMap { citedAgain($0) })
        }
      },
      predicate: draft.predicate.flatMap { checked($0) }, change: draft.change,
      shareOf: draft.shareOf.flatMap { checked($0) }, per: draft.quantity.per,
      time: draft.time.flatMap { time in
        citedAgain(time.words).map {
          Fact.Time(words: $0, value: time.expression.value, isInherited: time.isInherited)
        }
      },
      status: draft.status, attribution: draft.attribution.flatMap { citedAgain($0) },
      emphasis: emphasis(of: draft, in: here), sameAs: nil,
      confidence: Confidence.estimate(draft), rules: draft.rules)
  }

  private func emphasis(of draft: FactDraft, in paragraph: Int) -> Fact.Emphasis? {
    let bold = page.paragraphs[paragraph].bold
    if bold.contains(where: { $0.overlaps(draft.quantity.numeral) }) { return .bold }
    return page.paragraphs[paragraph].role.isHeading ? .heading : nil
  }

  /// The words of a measure; of one that its unit alone implies, what that is; of a predicate and its noun, with `的` between them.
  func measure(_ citation: Citation) -> Fact.Evidence {
    var words = evidence(citation)
    if let name = ImpliedMeasure.name(ofUnit: words.text) { words.text = name }
    if citation.isLinked, let first = citation.ranges.first {
      let text = page.paragraphs[citation.paragraph].text
      words.text = ImpliedMeasure.linked(
        text.text(in: first), citation.ranges.dropFirst().map { text.text(in: $0) }.joined())
    }
    return words
  }

  /// The words of a citation, nil where the file does not have them there.
  private func checked(_ citation: Citation) -> Fact.Evidence? {
    check.stands(citation) ? evidence(citation) : nil
  }

  /// The same for words that several facts have: owners, times and speakers come again and again.
  private mutating func citedAgain(_ citation: Citation) -> Fact.Evidence? {
    if let known = recent.firstIndex(where: { $0.citation == citation }) {
      return recent[known].words
    }
    let words = checked(citation)
    if recent.count == FactBuilder.memory { recent.removeFirst() }
    recent.append((citation, words))
    return words
  }

  /// The words of a citation with their places in the file.
  func evidence(_ citation: Citation) -> Fact.Evidence {
    if citation.ranges.count == 1, citation.rest.isEmpty {
      return page.paragraphs[citation.paragraph].text.evidence(of: citation.ranges[0])
    }
    let text = page.paragraphs[citation.paragraph].text
    var words = ""
    var spans: [Range<Int>] = []
    for range in citation.ranges {
      words += text.text(in: range)
      spans += text.source(of: range)
    }
    for other in citation.rest {
      let more = evidence(other)
      words += more.text
      spans += more.spans
    }
    return Fact.Evidence(text: words, spans: spans)
  }
}

extension MappedText {
  /// The words of a range with their places in the file.
  func evidence(of range: Range<Int>) -> Fact.Evidence {
    Fact.Evidence(text: text(in: range), spans: source(of: range))
  }
}
