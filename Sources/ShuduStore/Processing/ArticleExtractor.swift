import Shudu
import ShuduInput

/// Turns a file's bytes into the rows of its articles. One a batch, shared by all workers.
struct ArticleExtractor: Sendable {
  let pipeline: Pipeline
  /// The hash of the words that the pipeline has.
  let lexicon: String
  let settings: CorpusSettings

  /// - Parameters:
  ///   - file: where it stands; `path` is below the corpus.
  ///   - key: the path at first sight.
  func extract(
    _ bytes: [UInt8], of file: CorpusFolder.ArticleFile, key: String, hash: String,
    scratch: inout Pipeline.Scratch
  ) -> ExtractedFile {
    var extracted = ExtractedFile(file: file, hash: hash)
    let input: ArticleInput
    do throws(ArticleInput.Failure) {
      input = try ArticleInput(bytes: bytes, path: file.path, key: key, limit: settings.sizeLimit)
    } catch {
      extracted.error = error.reason
      return extracted
    }
    let date = settings.date(ofArticleAt: file.path)
    for (index, item) in input.articles.enumerated() {
      switch item {
      case .success(let article):
        var row = rows(of: article, date: date, scratch: &scratch)
        row.line = index + 1
        extracted.articles.append(row)
      case .failure(let error):
        var row = ExtractedArticle(line: index + 1, key: "\(key)#\(index + 1)", version: hash)
        row.error = error.reason
        extracted.articles.append(row)
      }
    }
    return extracted
  }

  private func rows(
    of article: ArticleInput.Item, date: CalendarDate?, scratch: inout Pipeline.Scratch
  ) -> ExtractedArticle {
    let result = pipeline.process(
      article.read, options: .init(date: date, key: article.key), scratch: &scratch)
    let source = article.read.source
    let metadata = article.read.metadata
    let key = metadata.id ?? article.key
    var row = ExtractedArticle(line: 1, key: key, version: article.version)
    row.title = metadata.title ?? ArticleExtractor.heading(of: result)
    row.date = result.date.date?.description
    row.dateFrom = result.date.origin.rawValue
    row.publisher = metadata.publisher
    row.url = metadata.url
    row.characters = source.scalarOffset(of: source.units.count)
    let texts = result.sentenceTexts(key: key)
    row.sentences = texts.map {
      .init(id: $0.id, text: $0.words.text, spans: source.spansText(of: $0.words.spans))
    }
    row.facts = facts(of: result, article: article, texts: texts)
    row.tokens = ArticleSearch.tokens(
      of: row.sentences.map(\.text) + row.facts.compactMap(\.measure))
    row.names = names(of: result)
    row.unclaimed = UnclaimedFinder(result: result).numerals()
    row.fingerprint = TextFingerprint(of: result)
    return row
  }

  private func facts(
    of result: Pipeline.Result, article: ArticleInput.Item,
    texts: [Pipeline.Result.SentenceText]
  ) -> [ExtractedArticle.FactRecord] {
    let writer = FactRecordWriter(result: result, article: article, lexicon: lexicon)
    var json = JSONWriter()
    var at = 0
    return result.facts.map { fact in
      // Facts come in the order of their sentences.
      while at < texts.count, texts[at].words.spans != fact.sentence.spans { at += 1 }
      json.removeAll()
      writer.write(fact, to: &json)
      return ExtractedArticle.FactRecord(
        id: fact.id, sentence: at < texts.count ? at : nil,
        json: Array(json.bytes[...]), confidence: fact.confidence.fact,
        kind: fact.quantity.kind.rawValue, aspect: fact.aspect.rawValue,
        status: fact.status.rawValue, measure: fact.measure?.text,
        subject: fact.subject?.name.text)
    }
  }

  private func names(of result: Pipeline.Result) -> [ExtractedArticle.Words] {
    var names: [ExtractedArticle.Words] = []
    func add(_ mention: Mention, paragraph: Int, sentence: Int?) {
      guard case .name(let kind) = mention.content else { return }
      let text = result.page.paragraphs[paragraph].text
      names.append(
        .init(
          sentence: sentence, kind: kind.rawValue, text: text.text(in: mention.range),
          spans: result.article.source.spansText(of: text.source(of: mention.range))))
    }
    for aside in result.asides { add(aside.mention, paragraph: aside.paragraph, sentence: nil) }
    for (index, sentence) in result.sentences.enumerated() {
      for mention in result.mentions[index] {
        add(mention, paragraph: sentence.paragraph, sentence: index)
      }
    }
    return names
  }

  /// The first heading, for an article that declares no title.
  private static func heading(of result: Pipeline.Result) -> String? {
    for paragraph in result.page.paragraphs {
      guard case .heading = paragraph.role else { continue }
      return paragraph.text.text(in: 0..<paragraph.text.count)
    }
    return nil
  }
}
