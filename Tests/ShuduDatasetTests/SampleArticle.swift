import Foundation
import Shudu
import ShuduInput
import ShuduStore

@testable import ShuduDataset

/// An article made of a text, with the facts that the program finds in it.
enum SampleArticle {
  static func make(
    _ text: String, key: String = "articles/a.txt", date: String = "2024-01-08"
  ) throws -> DatasetArticle {
    let read = try Reader.read(text: text)
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    let result = pipeline.process(
      read, options: .init(date: CalendarDate(date), key: key), scratch: &scratch)
    let item = ArticleInput.Item(read, key: key)
    let writer = FactRecordWriter(result: result, article: item)
    let facts = try result.facts.map { fact in
      var json = JSONWriter()
      writer.write(fact, to: &json)
      return DatasetFact(record: try FactRecord(json: Data(json.bytes)))
    }
    var sentences: [DatasetSentence] = []
    for fact in facts where !sentences.contains(where: { $0.id == fact.record.sentence.id }) {
      sentences.append(
        DatasetSentence(
          id: fact.record.sentence.id, article: key, position: sentences.count + 1,
          text: fact.record.sentence.text, spans: fact.record.sentence.spans, occurrences: 1))
    }
    return DatasetArticle(
      key: key, path: key, version: item.version, date: date, dateFrom: "option", title: nil,
      publisher: nil, url: nil, reprintOf: nil, sentences: sentences, facts: facts, names: [],
      unclaimed: [])
  }
}
