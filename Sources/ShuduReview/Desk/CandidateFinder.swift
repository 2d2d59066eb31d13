import Shudu

/// Finds candidates, from what the extractor chose among and from the mentions near the fact.
struct CandidateFinder: Sendable {
  private let reading: ArticleReader.Reading
  /// Where the first piece of each sentence stands in the file.
  private let starts: [Int: Int]
  /// What stands near each sentence that was asked for.
  private var known: [Int: FieldCandidates] = [:]

  init(_ reading: ArticleReader.Reading) {
    self.reading = reading
    let result = reading.result
    starts = Dictionary(
      result.sentences.enumerated().compactMap { index, sentence in
        let spans = result.page.paragraphs[sentence.paragraph].text.source(of: sentence.range)
        return spans.first.map { ($0.lowerBound, index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The fields' candidates, for a fact that the extractor found.
  mutating func candidates(for fact: Fact, _ choice: Assembler.Choice) -> FieldCandidates {
    let measures = ranked(choice.measures)
    var fields = nearby(fact.sentence.spans.first?.lowerBound ?? 0)
    fields.measure = measures
    fields.subject = merged(ranked(choice.subjects), fields.subject)
    fields.shareOf = merged(measures, fields.subject)
    return fields
  }

  /// Candidates from the mentions around a place of the file alone: names as subjects and sources, times, units.
  ///
  /// - Parameter place: in UTF-16 units.
  mutating func nearby(_ place: Int) -> FieldCandidates {
    guard let center = starts[place] ?? sentence(at: place) else { return FieldCandidates() }
    if let fields = known[center] { return fields }
    let fields = mentions(near: center)
    known[center] = fields
    return fields
  }

  private func mentions(near center: Int) -> FieldCandidates {
    let result = reading.result
    var names: [Candidate] = []
    var times: [Candidate] = []
    var units: [Candidate] = []
    let near = result.sentences.indices.filter { abs($0 - center) <= 6 }
      .sorted { (abs($0 - center), $1) < (abs($1 - center), $0) }
    for index in near {
      for mention in result.mentions[index] {
        let candidate = candidate(mention.range, in: result.sentences[index].paragraph)
        switch mention.content {
        case .name: names.append(candidate)
        case .time(let time):
          times.append(Candidate(text: candidate.text, spans: candidate.spans, value: time.value))
        case .quantity(let quantity):
          guard let unit = quantity.unit else { continue }
          let paragraph = unit.paragraph ?? result.sentences[index].paragraph
          let words = self.candidate(unit.range, in: paragraph)
          units.append(Candidate(text: words.text, spans: nil, value: nil))
        }
      }
    }
    let named = merged(names, [])
    return FieldCandidates(
      subject: named, attribution: named, time: merged(times, []), unit: merged(units, []))
  }

  /// The index of the sentence that stands at a place of the file.
  func sentence(at place: Int) -> Int? {
    let result = reading.result
    return result.sentences.firstIndex { sentence in
      result.page.paragraphs[sentence.paragraph].text.source(of: sentence.range)
        .contains { $0.contains(place) }
    }
  }

  private func ranked(_ options: [Assembler.Choice.Option]) -> [Candidate] {
    let sorted = options.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return merged(
      sorted.map { Candidate(text: $0.element.text, spans: scalars($0.element.words.spans)) }, [])
  }

  /// The first ones of two lists, equal words once.
  private func merged(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
    var seen: Set<String> = []
    return Array(
      (first + second).filter { !$0.text.isEmpty && seen.insert($0.text).inserted }
        .prefix(Candidate.limit))
  }

  private func candidate(_ range: Range<Int>, in paragraph: Int) -> Candidate {
    let text = reading.result.page.paragraphs[paragraph].text
    return Candidate(text: text.text(in: range), spans: scalars(text.source(of: range)))
  }

  private func scalars(_ spans: [Range<Int>]) -> [[Int]] {
    reading.source.scalarSpans(of: spans).map { [$0.lowerBound, $0.upperBound] }
  }
}
