import Shudu
import ShuduStore

/// Gathers what `index.html` shows, article by article, as one JSON object.
///
/// The page holds the first `limit` facts; it says so where there are more.
struct PageData {
  static let limit = 50_000

  private let hasText: Bool
  private var articles = JSONWriter()
  private var sentences = JSONWriter()
  private var facts = JSONWriter()
  private var articleCount = 0
  private var sentenceCount = 0
  private(set) var factCount = 0
  private(set) var total = 0
  /// Turns of place names, from 1.
  private var places: [String: Int] = [:]
  private var placeNames: [String] = []

  init(hasText: Bool) {
    self.hasText = hasText
    articles.beginArray()
    sentences.beginArray()
    facts.beginArray()
  }

  mutating func append(_ article: DatasetArticle) {
    total += article.facts.count
    writeArticle(article)
    let names = Dictionary(grouping: article.names.filter { $0.kind == "place" }) {
      $0.sentence ?? ""
    }
    let known = Set(article.names.filter { $0.kind == "place" }.map(\.text)).sorted()
    let owners = Set(article.names.map(\.text))
    var within: [String: [String]] = [:]
    var turns: [String: Int] = [:]
    for fact in article.facts where factCount < PageData.limit {
      let id = fact.record.sentence.id
      if turns[id] == nil {
        turns[id] = sentenceCount
        sentenceCount += 1
        hasText ? sentences.string(fact.record.sentence.text) : sentences.null()
      }
      var here = (names[id] ?? []).map(\.text)
      if let subject = fact.record.subject?.text {
        let places = within[subject] ?? known.filter { subject.contains($0) }
        within[subject] = places
        here += places
      }
      let isNamed = owners.contains(fact.record.subject?.text ?? "")
      write(fact, sentence: turns[id] ?? 0, isNamed: isNamed, places: here)
      factCount += 1
    }
    articleCount += 1
  }

  private mutating func writeArticle(_ article: DatasetArticle) {
    articles.beginObject()
    articles.key("key")
    articles.string(article.key)
    articles.key("title")
    article.title.map { articles.string($0) } ?? articles.null()
    articles.key("date")
    article.date.map { articles.string($0) } ?? articles.null()
    articles.endObject()
  }

  private static let fields = [
    "id", "article", "sentence", "quote", "value", "min", "max", "unit", "norm_value", "norm_min",
    "norm_max", "norm_unit", "kind", "aspect", "measure", "subject", "time", "time_value", "first",
    "last", "status", "direction", "basis", "review", "confidence", "repeat", "named", "places",
    "marks_quote", "marks_measure", "marks_subject",
  ]

  /// The values of `fields`, in their order.
  ///
  /// - Parameter isNamed: whether its subject is a name, and so the same in all articles (公司 is not).
  private mutating func write(
    _ fact: DatasetFact, sentence: Int, isNamed: Bool, places names: [String]
  ) {
    let record = fact.record
    facts.beginArray()
    facts.string(record.id)
    facts.integer(articleCount)
    facts.integer(sentence)
    for text in [
      record.quote.text, record.value, record.min, record.max, record.unit?.text,
      record.normalized?.value, record.normalized?.min, record.normalized?.max,
      record.normalized?.unit, record.kind, record.aspect, record.measure?.text,
      record.subject?.text, record.time?.text, record.time?.value, fact.days.first, fact.days.last,
      record.status, record.change?.direction, record.change?.basis, fact.review.state.rawValue,
    ] {
      text.map { facts.string($0) } ?? facts.null()
    }
    facts.number(record.confidence.fact)
    facts.bool(record.sameAs != nil || fact.reprintOf != nil)
    facts.bool(isNamed)
    facts.beginArray()
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted { facts.integer(turn(of: name)) }
    facts.endArray()
    write(marks: record.quote, of: record.sentence)
    write(marks: record.measure, of: record.sentence)
    write(
      marks: record.subject.map { $0.resolvedFrom ?? .init(text: $0.text, spans: $0.spans) },
      of: record.sentence)
    facts.endArray()
  }

  private mutating func write(
    marks evidence: FactRecord.Evidence?, of sentence: FactRecord.Sentence
  ) {
    facts.beginArray()
    if let evidence, hasText {
      let ranges = SentenceMarks.ranges(
        of: evidence.text, at: evidence.spans, in: sentence.text, standing: sentence.spans)
      for range in ranges {
        facts.beginArray()
        for end in range { facts.integer(end) }
        facts.endArray()
      }
    }
    facts.endArray()
  }

  private mutating func turn(of place: String) -> Int {
    if let turn = places[place] { return turn }
    placeNames.append(place)
    places[place] = placeNames.count
    return placeNames.count
  }

  /// The object, with the page's title and lead.
  mutating func json(
    title: String, chinese: String, english: String, program: String
  ) -> [UInt8] {
    articles.endArray()
    sentences.endArray()
    facts.endArray()
    var json = JSONWriter()
    json.beginObject()
    json.key("title")
    json.string(title)
    json.key("description")
    json.beginObject()
    json.key("zh")
    json.string(chinese)
    json.key("en")
    json.string(english)
    json.endObject()
    json.key("program")
    json.string(program)
    json.key("total")
    json.integer(total)
    json.key("places")
    json.beginArray()
    for name in placeNames { json.string(name) }
    json.endArray()
    json.key("articles")
    json.raw(articles.bytes)
    json.key("sentences")
    json.raw(sentences.bytes)
    json.key("fields")
    json.beginArray()
    for field in PageData.fields { json.string(field) }
    json.endArray()
    json.key("facts")
    json.raw(facts.bytes)
    json.endObject()
    return json.bytes
  }
}
