import Shudu

/// What each gold fact's measure, subject and status were chosen from: one JSON object a line.
///
/// `{"article", "quote", "sentence", "kind", "optional", "rules", "measure": {"gold": […], "said", "from": [{"text",
/// "right", "features": […]}]}, "subject": …, "status": …, "time": {"gold", "said"}}`. For those who work on the
/// candidates: a field whose right one is not among them can't be chosen, whatever the weights.
public struct ChoiceReport: ~Copyable {
  private let pipeline: Pipeline
  private var scratch = Pipeline.Scratch()

  public init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// The lines of one article's gold facts that were found.
  public mutating func lines(_ article: ReadArticle, _ entry: GoldCorpus.Entry) -> [UInt8] {
    let (result, choices) = pipeline.choices(in: article, options: entry.options, scratch: &scratch)
    let spans = result.facts.map { article.source.scalarSpans(of: $0.quote.spans) }
    var writer = JSONWriter()
    for gold in entry.facts {
      guard let index = spans.firstIndex(where: { $0.contains { $0.contains(gold.start) } }) else {
        continue
      }
      write(gold, result.facts[index], choices[index], of: entry.path, to: &writer)
    }
    return writer.bytes
  }

  private func write(
    _ gold: GoldFact, _ fact: Fact, _ choice: Assembler.Choice, of path: String,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("article")
    writer.string(path)
    writer.key("quote")
    writer.string(gold.quote)
    writer.key("sentence")
    writer.string(fact.sentence.text)
    writer.key("kind")
    writer.string(gold.kind)
    writer.key("optional")
    writer.bool(gold.isOptional)
    writer.key("rules")
    writer.beginArray()
    for rule in fact.rules { writer.string(rule) }
    writer.endArray()
    writer.key("measure")
    write(gold.measure, fact.measure?.text, choice.measures, to: &writer)
    writer.key("aspect")
    write([gold.aspect], fact.aspect.rawValue, choice.aspects, to: &writer)
    writer.key("subject")
    write(gold.subject, fact.subject?.name.text, choice.subjects, to: &writer)
    writer.key("status")
    write([gold.status], fact.status.rawValue, choice.statuses, to: &writer)
    writer.key("time")
    write(gold.time.map { [$0] }, fact.time?.value, [], to: &writer)
    writer.endObject()
    writer.newline()
  }

  private func write(
    _ gold: [String]?, _ said: String?, _ options: [Assembler.Choice.Option],
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("gold")
    writer.beginArray()
    for name in gold ?? [] { writer.string(name) }
    writer.endArray()
    writer.key("said")
    if let said { writer.string(said) } else { writer.null() }
    writer.key("from")
    writer.beginArray()
    for option in options {
      writer.beginObject()
      writer.key("text")
      writer.string(option.text)
      writer.key("right")
      writer.bool(FieldTest.named(option.text, gold, isLenient: false))
      writer.key("features")
      writer.beginArray()
      for feature in option.features { writer.string(feature.name) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
