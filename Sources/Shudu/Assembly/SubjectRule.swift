/// How an owner was found. The texts stand in records.
enum SubjectRule: String, Sendable {
  case clause = "subject.clause"
  case sentence = "subject.sentence"
  case inherited = "subject.inherited"
  case heading = "subject.heading"
  case object = "subject.object"
  case title = "subject.title"
  case ofMeasure = "subject.of-measure"
  case counted = "subject.counted"
  case opening = "subject.opening"
  case behind = "subject.behind"
  case after = "subject.after"
  case speaker = "subject.speaker"
  case person = "subject.person"
  case mainPlace = "subject.main-place"
  case passed = "subject.passed"
  case frequent = "subject.frequent"

  /// Its number in features; those that only candidates are found by have one together.
  var number: Int {
    switch self {
    case .clause: 0
    case .sentence: 1
    case .inherited: 2
    case .heading: 3
    case .object: 4
    case .title: 5
    case .ofMeasure: 6
    case .counted: 7
    default: 8
    }
  }

  /// As what words stand that it finds; what the text before told stands as several.
  var origin: SubjectCandidates.Origin {
    switch self {
    case .clause: .clause
    case .sentence: .sentence
    case .ofMeasure: .measure
    case .counted: .counted
    case .opening: .opening
    case .behind: .behind
    case .after: .after
    case .speaker: .speaker
    case .object, .inherited, .heading, .title, .person, .mainPlace, .passed, .frequent: .rule
    }
  }

  /// Whether words that it finds may stand for a name told before.
  var resolves: Bool {
    switch self {
    case .counted, .behind, .after, .speaker: false
    default: true
    }
  }
}
