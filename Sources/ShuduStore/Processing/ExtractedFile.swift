import Shudu

/// What one file came to, ready for the index: a worker makes it, the writer stores it.
struct ExtractedFile: Sendable {
  var file: CorpusFolder.ArticleFile
  /// `sha256:` of its bytes; nil where they could not be read.
  var hash: String?
  var error: String?
  var articles: [ExtractedArticle] = []

  /// Lines that are no articles, or the file's own error.
  var failures: [String] { (error.map { [$0] } ?? []) + articles.compactMap(\.error) }

  var factCount: Int { articles.reduce(0) { $0 + $1.facts.count } }
}

/// One article's rows.
struct ExtractedArticle: Sendable {
  struct Sentence: Sendable {
    var id: String
    var text: String
    var spans: String
  }

  struct FactRecord: Sendable {
    var id: String
    var sentence: Int?
    /// The record as `extract` writes it.
    var json: [UInt8]
    var confidence: Double
    var kind: String
    var aspect: String
    var status: String
    var measure: String?
    var subject: String?
  }

  /// Words that are kept as one list an article: names, and numerals that no fact took.
  struct Words: Sendable {
    var sentence: Int?
    /// A name's kind, or why no fact took the numeral.
    var kind: String
    var text: String
    var spans: String
  }

  var line: Int
  var key: String
  var version: String
  var title: String?
  var date: String?
  var dateFrom = "none"
  var publisher: String?
  var url: String?
  var characters = 0
  var sentences: [Sentence] = []
  var facts: [FactRecord] = []
  var names: [Words] = []
  var unclaimed: [Words] = []
  var fingerprint = TextFingerprint()
  /// What it is searched by, in UTF-8.
  var tokens: [UInt8] = []
  var error: String?
}

extension SourceText {
  /// Spans as columns hold them: `[[0,17],[19,24]]`, in Unicode scalars.
  func spansText(of ranges: [Range<Int>]) -> String {
    var text = "["
    for span in scalarSpans(of: ranges) {
      text += text.utf8.count > 1 ? ",[" : "["
      text += String(span.lowerBound)
      text += ","
      text += String(span.upperBound)
      text += "]"
    }
    return text + "]"
  }
}
