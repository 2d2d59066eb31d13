import Foundation
import Shudu
import ShuduInput
import ShuduStore

/// Looks whether the words of facts still stand in the corpus, each where its fact says.
struct EvidenceVerification {
  let corpus: CorpusFolder
  let limit: Int
  private var current: Current?

  init(corpus: CorpusFolder, limit: Int) {
    self.corpus = corpus
    self.limit = limit
  }

  /// The article that was read last; facts come article by article.
  private struct Current {
    var key: String
    var scalars: [Unicode.Scalar]
    var isAsExtracted: Bool
  }

  /// A line of `facts.jsonl`, as far as it says where words stand.
  private struct Line: Decodable {
    struct Evidence: Decodable {
      var text: String?
      var spans: [[Int]]
    }

    struct Subject: Decodable {
      var text: String?
      var spans: [[Int]]
      var resolvedFrom: Evidence?
    }

    struct Article: Decodable {
      var key: String
      var version: String
    }

    var id: String
    var article: Article
    var path: String?
    var sentence: Evidence
    var quote: Evidence
    var measure: Evidence?
    var subject: Subject?
    var predicate: Evidence?
    var shareOf: Evidence?
    var time: Evidence?
    var attribution: Evidence?

    var evidence: [(name: String, words: Evidence?)] {
      [
        ("quote", quote), ("sentence", sentence), ("measure", measure),
        ("subject", subject.map { Evidence(text: $0.text, spans: $0.spans) }),
        ("resolved_from", subject?.resolvedFrom), ("predicate", predicate),
        ("share_of", shareOf), ("time", time), ("attribution", attribution),
      ]
    }
  }

  mutating func problems(inLine bytes: [UInt8], number: Int) -> [Verification.Problem] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else {
      return [.init(place: "facts.jsonl:\(number)", reason: "no fact")]
    }
    var problems: [Verification.Problem] = []
    let path = line.path ?? line.article.key
    if current?.key != line.article.key {
      current = read(line.article, path: path)
      if current == nil {
        problems.append(.init(place: path, reason: "the article is no longer in the corpus"))
      } else if current?.isAsExtracted == false {
        problems.append(.init(place: path, reason: "the article was edited since the rebuild"))
      }
    }
    guard let current else { return problems + [gone("quote", line, path)] }
    for (name, words) in line.evidence {
      guard let words, let text = words.text else { continue }
      if !stands(text, at: words.spans, in: current, isMeasure: name == "measure") {
        problems.append(gone(name, line, path))
        // The rest of the fact would only say the same.
        break
      }
    }
    return problems
  }

  private func gone(_ name: String, _ line: Line, _ path: String) -> Verification.Problem {
    .init(
      place: line.id,
      reason: "its \(name) no longer stands at \(Spans.text(line.quote.spans)) of \(path)")
  }

  /// Reads the article of that version, else of that key.
  private func read(_ article: Line.Article, path: String) -> Current? {
    guard !path.split(separator: "/").contains(".."),
      let input = try? ArticleInput(path: corpus.file(path), limit: limit)
    else { return nil }
    let items = input.articles.compactMap { try? $0.get() }
    let same = items.first { $0.version == article.version }
    guard let item = same ?? (items.count == 1 ? items.first : nil) else { return nil }
    return Current(
      key: article.key,
      scalars: Array(String(decoding: item.read.source.units, as: UTF16.self).unicodeScalars),
      isAsExtracted: same != nil)
  }

  /// Whether the places hold the words. What the file spells otherwise (entities of HTML) is held to its
  /// place alone, in the file as it was extracted; a measure, to what implies it.
  private func stands(
    _ text: String, at spans: [[Int]], in current: Current, isMeasure: Bool
  ) -> Bool {
    var pieces: [String] = []
    for span in spans {
      guard span.count == 2, span[0] >= 0, span[0] < span[1], span[1] <= current.scalars.count
      else { return false }
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: current.scalars[span[0]..<span[1]])
      pieces.append(String(piece))
    }
    let cut = pieces.joined()
    if cut.unicodeScalars.elementsEqual(text.unicodeScalars) { return true }
    if isMeasure, ImpliedMeasure.isTold(text, by: pieces) { return true }
    return current.isAsExtracted && cut.unicodeScalars.contains("&")
  }
}
