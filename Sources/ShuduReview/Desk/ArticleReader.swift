import Foundation
import Shudu
import ShuduInput
import ShuduStore
import Synchronization

/// Reads an article anew for the desk: its paragraphs in reading order, and what the extractor chose among.
///
/// The index holds what was chosen; the rest is made on demand, for the article in work alone. Cost: that of
/// extracting the article, some milliseconds for a page; the last few are kept.
final class ArticleReader: Sendable {
  /// An article with all that the stages made of it.
  struct Reading: Sendable {
    var version: String
    var key: String
    var result: Pipeline.Result
    /// For each of the result's facts.
    var choices: [Assembler.Choice]

    var source: SourceText { result.article.source }
  }

  /// The hash of all words that it reads by.
  let lexicon: String
  private let pipeline: Pipeline
  private let kept = Mutex<[Reading]>([])
  private static let capacity = 8

  init(_ pipeline: Pipeline, lexicon: String) {
    self.pipeline = pipeline
    self.lexicon = lexicon
  }

  /// - Throws: `notFound` where the file is gone, or is not what was processed.
  func reading(of article: ArticleRow, in corpus: Corpus) throws -> Reading {
    if let reading = kept.withLock({ kept in
      kept.first { $0.key == article.key && $0.version == article.version }
    }) {
      return reading
    }
    guard
      let input = try? ArticleInput(
        path: corpus.folder.file(article.path), limit: corpus.settings.sizeLimit),
      let item = input.articles.lazy.compactMap({ try? $0.get() })
        .first(where: { $0.version == article.version })
    else { throw ReviewError.notFound }
    let reading = read(item.read, article)
    kept.withLock { kept in
      kept.append(reading)
      if kept.count > ArticleReader.capacity { kept.removeFirst() }
    }
    return reading
  }

  /// What the stages make of a text that stands alone: of a selection, or of a value and a unit.
  func facts(of text: String) -> [FactRecord] {
    guard let input = try? ArticleInput(text: text) else { return [] }
    return input.articles.flatMap { article -> [FactRecord] in
      guard let item = try? article.get() else { return [] }
      var scratch = Pipeline.Scratch()
      let result = pipeline.process(item.read, options: .init(key: item.key), scratch: &scratch)
      let writer = FactRecordWriter(result: result, article: item)
      return result.facts.compactMap { fact in
        var json = JSONWriter()
        writer.write(fact, to: &json)
        return try? FactRecord(json: Data(json.bytes))
      }
    }
  }

  private func read(_ read: ReadArticle, _ article: ArticleRow) -> Reading {
    var scratch = Pipeline.Scratch()
    let date = article.dateFrom == "option" ? article.date.flatMap(CalendarDate.init) : nil
    let options = Pipeline.Options(date: date, key: article.key)
    let (result, choices) = pipeline.choices(in: read, options: options, scratch: &scratch)
    return Reading(
      version: article.version, key: article.key, result: result, choices: choices)
  }
}
