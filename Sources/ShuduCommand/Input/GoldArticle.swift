import Foundation
import Shudu
import ShuduEvaluation
import ShuduInput

/// Reads and scores the article of a gold entry.
enum GoldArticle {
  static func read(_ entry: GoldCorpus.Entry, in corpus: String) throws -> ArticleInput.Item {
    let path = URL(fileURLWithPath: corpus).appendingPathComponent(entry.path).path
    do {
      let input = try ArticleInput(path: path, limit: LimitOptions.standardSize)
      guard let first = input.articles.first else {
        throw EvaluationError.badArticle(path: path, reason: "no article in it")
      }
      return try first.get()
    } catch let error as ArticleInput.Failure {
      throw EvaluationError.badArticle(path: path, reason: error.reason)
    }
  }

  static func score(
    _ entry: GoldCorpus.Entry, in corpus: String, _ pipeline: Pipeline,
    _ scratch: inout Pipeline.Scratch
  ) throws -> ArticleScore {
    let item = try read(entry, in: corpus)
    let result = pipeline.process(item.read, options: entry.options, scratch: &scratch)
    return ArticleScore(
      path: entry.path, genre: entry.genre, split: entry.split, result: result, facts: entry.facts,
      names: entry.names, layout: entry.layout)
  }
}
