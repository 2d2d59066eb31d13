/// The road from an article's bytes to its facts: a line a stage, in order.
///
/// A pipeline holds the word tables and is shared by all workers; `Scratch` holds one worker's ICU iterators.
public struct Pipeline: Sendable {
  public var layout: LayoutStage
  public var recognizer: Recognizer
  public var assembler: Assembler

  /// A pipeline with the binary's words, and a team's where it has some.
  public init(adding team: TeamLexicon = TeamLexicon()) {
    layout = LayoutStage()
    assembler = Assembler(adding: team)
    recognizer = Recognizer(adding: team)
  }

  /// Loads the largest table, that of names, which takes as long as all others: a caller with another
  /// thread at hand lets it do this while it makes a pipeline.
  public static func warmUp() { _ = NameTable.standard }

  /// One worker's iterators and buffers.
  public struct Scratch: ~Copyable {
    public var segmenter: Segmenter
    public let breaker = WordBreaker()

    public init() { segmenter = Segmenter() }
  }

  /// Everything that the stages made of one article.
  public struct Result: Sendable {
    public var article: ReadArticle
    public var date: ArticleDate
    public var page: Page
    public var sentences: [Sentence]
    /// For each sentence its mentions, ascending and disjoint.
    public var mentions: [[Mention]]
    public var facts: [Fact]
    /// Names of datelines, which no sentence holds.
    public var asides: [Recognizer.Aside] = []
  }

  /// What the caller knows of an article beside its bytes.
  public struct Options: Sendable {
    /// The article's date, before what it says of itself.
    public var date: CalendarDate?
    /// The article's key where it declares no `id`: its path at first sight.
    public var key: String

    public init(date: CalendarDate? = nil, key: String) {
      self.date = date
      self.key = key
    }
  }

  /// Takes a read article through all later stages.
  ///
  /// Pure: the same article and options give the same result, whatever the worker.
  public func process(
    _ article: ReadArticle, options: Options, scratch: inout Scratch
  ) -> Result {
    var result = recognize(article, options: options, scratch: &scratch)
    result.facts = assemble(result, options: options, segmenter: &scratch.segmenter)
    return result
  }

  /// The facts of what the stages before assembly made of an article, sentence by sentence: they need not be in memory all
  /// at once.
  public func run(through result: Result, options: Options) -> Assembler.Run {
    assembler.run(
      through: result.page, sentences: result.sentences, mentions: result.mentions,
      in: context(of: result.article, options))
  }

  /// The facts of what the stages before assembly made of an article.
  public func assemble(
    _ result: Result, options: Options, segmenter: inout Segmenter
  ) -> [Fact] {
    assembler.facts(
      of: result.page, sentences: result.sentences, mentions: result.mentions,
      in: context(of: result.article, options)
    ) { segmenter.words(in: $0, range: $1) }
  }

  /// The same result with what each fact's fields were chosen from, for training and review.
  public func choices(
    in article: ReadArticle, options: Options, scratch: inout Scratch
  ) -> (result: Result, choices: [Assembler.Choice]) {
    var result = recognize(article, options: options, scratch: &scratch)
    let context = context(of: article, options)
    let (facts, choices) = assembler.choices(
      of: result.page, sentences: result.sentences, mentions: result.mentions, in: context
    ) { scratch.segmenter.words(in: $0, range: $1) }
    result.facts = facts
    return (result, choices)
  }

  /// A sentence with what its names are chosen from.
  public struct NameSentence: Sendable {
    /// The folded text of its paragraph.
    public var units: [UInt16]
    public var range: Range<Int>
    public var choices: [NameRecognizer.Choice]
  }

  /// What the names of each sentence are chosen from, for training.
  public func nameChoices(
    in article: ReadArticle, scratch: inout Scratch
  ) -> [NameSentence] {
    var page = layout.page(from: article.blocks, breaker: scratch.breaker)
    let sentences = Pipeline.sentences(of: &page, article, &scratch)
    return zip(sentences, recognizer.nameChoices(of: sentences, on: page)).map {
      NameSentence(units: page.paragraphs[$0.paragraph].folded, range: $0.range, choices: $1)
    }
  }

  /// The stages before assembly; the result has no facts yet.
  public func recognize(
    _ article: ReadArticle, options: Options, scratch: inout Scratch
  ) -> Result {
    var page = layout.page(from: article.blocks, breaker: scratch.breaker)
    let date = ArticleDate(option: options.date, metadata: article.metadata, page: page)
    let sentences = Pipeline.sentences(of: &page, article, &scratch)
    let mentions = recognizer.mentions(of: sentences, on: page, date: date.date)
    return Result(
      article: article, date: date, page: page, sentences: sentences, mentions: mentions, facts: [],
      asides: recognizer.datelineNames(on: page))
  }

  private static func sentences(
    of page: inout Page, _ article: ReadArticle, _ scratch: inout Scratch
  ) -> [Sentence] {
    let sentences = scratch.segmenter.sentences(of: page)
    guard sentences.isEmpty else { return sentences }
    // What stands all alone is no furniture of a page.
    page.paragraphs = article.blocks.map { Paragraph(role: .body, text: $0.text, bold: $0.bold) }
    page.tables = []
    return scratch.segmenter.sentences(of: page)
  }

  private func context(of article: ReadArticle, _ options: Options) -> Assembler.Context {
    Assembler.Context(
      key: article.metadata.id ?? options.key, source: article.source,
      title: article.metadata.title)
  }
}
