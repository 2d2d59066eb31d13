/// A fact while assembly still works on it.
///
/// A reference, for a dozen steps fill it in, and a copy would count twenty references; none outlives its article.
final class FactDraft {
  /// Index of its sentence in the page.
  let sentence: Int
  /// The clause around its quantity.
  let site: QuantitySite
  let range: Range<Int>
  let quantity: Quantity
  // Unchecked: each step reads or writes a field and calls nobody meanwhile; the checks would cost a dozen for each fact and step.
  @exclusivity(unchecked) var aspect: Fact.Aspect
  @exclusivity(unchecked) var measure: Citation?
  /// The number of where the measure was found (`MeasureCandidate.Origin`); 0 where the rules decided alone.
  @exclusivity(unchecked) var measureOrigin = 0
  @exclusivity(unchecked) var predicate: Citation?
  @exclusivity(unchecked) var change: Fact.Change?
  @exclusivity(unchecked) var shareOf: Citation?
  /// An owner that the measure's own phrase names (`总投资25亿元的基地`).
  @exclusivity(unchecked) var owner: Citation?
  @exclusivity(unchecked) var subject: SubjectChoice?
  @exclusivity(unchecked) var time: TimeChoice?
  @exclusivity(unchecked) var status: Fact.Status = .actual
  @exclusivity(unchecked) var attribution: Citation?
  @exclusivity(unchecked) var rules: [String] = []
  /// How likely the models hold what they chose; 1 where rules decided alone.
  @exclusivity(unchecked) var likelihood = Likelihood()
  /// What the fields were chosen from; nil where nobody asks for it.
  @exclusivity(unchecked) var candidates: Candidates?

  init(sentence: Int, site: QuantitySite, range: Range<Int>, quantity: Quantity) {
    self.sentence = sentence
    self.site = site
    self.range = range
    self.quantity = quantity
    aspect = quantity.aspect
    rules.reserveCapacity(FactDraft.usualRules)
  }

  private static let usualRules = 8

  /// Index of its quantity among the sentence's tokens.
  var token: Int { site.index }

  /// What the fields of a fact were chosen from.
  struct Candidates: Sendable {
    var measures: [Candidate<Citation>] = []
    var aspects: [Candidate<String>] = []
    var subjects: [Candidate<Citation>] = []
    var statuses: [Candidate<String>] = []
  }

  /// One that a field might have been, with what spoke for it.
  struct Candidate<Value: Sendable>: Sendable {
    var value: Value
    var features: [Feature]
    /// Thousandths.
    var sum: Int
  }
}

struct Likelihood: Sendable {
  var measure = 1.0
  var subject = 1.0
  var status = 1.0
}

struct SubjectChoice: Sendable {
  var name: Citation
  var words: NameWords
  var isInherited: Bool
  var resolvedFrom: Citation?
  var rule: String
}

struct TimeChoice: Sendable {
  var words: Citation
  var expression: TimeExpression
  var isInherited: Bool
  var rule: String

  /// Whether an earlier sentence told it, as a stretch that is over or a day.
  var isCarriedPast: Bool {
    rule == "time.carried" && expression.sort != .goal && expression.sort != .upTo
      && expression.valueToNow == nil
  }

  /// What is done since a day has lasted up to the article's date; what is to be is left open.
  mutating func close(for status: Fact.Status) {
    if status == .actual, let closed = expression.valueToNow { expression.value = closed }
  }
}
