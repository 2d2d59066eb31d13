import Foundation
import Testing

@testable import Shudu

/// Whatever the bytes: no crash, and each fact can be cut out of the file and says a number.
@Suite struct PipelinePropertyTests {
  static let folder: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus/articles")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func theCorpusIsThere() {
    #expect(PipelinePropertyTests.names.count >= 12)
  }

  @Test(arguments: names)
  func corpusArticlesAndTheirMutationsGiveSoundFacts(_ name: String) throws {
    let url = PipelinePropertyTests.folder.appendingPathComponent(name)
    let bytes = [UInt8](try Data(contentsOf: url))
    let format = ArticleFormat(fileExtension: url.pathExtension)
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    #expect(check(bytes, format, pipeline, &scratch) > 0)
    var random = SeededGenerator(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<6 { _ = check(Mutation.of(bytes, &random), format, pipeline, &scratch) }
  }

  /// A mutation may leave a file that can't be read at all; of many, most can.
  @Test func mutationsLeaveFactsToCheck() throws {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var random = SeededGenerator(seed: 31)
    var withFacts = 0
    let names = PipelinePropertyTests.names
    for name in names {
      let url = PipelinePropertyTests.folder.appendingPathComponent(name)
      let bytes = Mutation.of([UInt8](try Data(contentsOf: url)), &random)
      let format = ArticleFormat(fileExtension: url.pathExtension)
      withFacts += check(bytes, format, pipeline, &scratch) > 0 ? 1 : 0
    }
    #expect(withFacts * 4 > names.count)
  }

  /// Checks all facts of a file, and counts them.
  func check(
    _ bytes: [UInt8], _ format: ArticleFormat?, _ pipeline: Pipeline,
    _ scratch: inout Pipeline.Scratch
  ) -> Int {
    guard let records = try? Reader.records(bytes: bytes, format: format) else { return 0 }
    var count = 0
    for record in records {
      guard case .success(let article) = record.article else { continue }
      let result = pipeline.process(article, options: .init(key: "a"), scratch: &scratch)
      let again = pipeline.process(article, options: .init(key: "a"), scratch: &scratch)
      #expect(result.facts.map(\.id) == again.facts.map(\.id))
      #expect(Set(result.facts.map(\.id)).count == result.facts.count, "ids are equal")
      for fact in result.facts {
        count += 1
        check(fact, in: article, isHTML: format == .html)
      }
    }
    return count
  }

  private func check(_ fact: Fact, in article: ReadArticle, isHTML: Bool) {
    let quantity = fact.quantity
    #expect(
      quantity.value != nil || quantity.minimum != nil || quantity.maximum != nil,
      "\(fact.quote.text)")
    #expect(quantity.value == nil || (quantity.minimum == nil && quantity.maximum == nil))
    for value in [
      fact.confidence.fact, fact.confidence.measure, fact.confidence.subject, fact.confidence.time,
      fact.confidence.status,
    ] {
      #expect(value >= 0 && value <= 1)
    }
    #expect(!fact.rules.isEmpty)
    let evidence =
      [
        fact.sentence, fact.quote, fact.unit, fact.measure, fact.subject?.name,
        fact.subject?.resolvedFrom, fact.predicate, fact.shareOf, fact.time?.words,
        fact.attribution,
      ].compactMap { $0 }
    for words in evidence {
      var cut: [UInt16] = []
      var pieces: [String] = []
      for span in words.spans {
        guard span.lowerBound >= 0, !span.isEmpty, span.upperBound <= article.source.units.count
        else {
          Issue.record("a span outside the file: \(words)")
          return
        }
        cut += article.source.units[span]
        pieces.append(String(decoding: article.source.units[span], as: UTF16.self))
      }
      #expect(!words.text.isEmpty)
      // HTML may spell a character otherwise, or hold one that its parser replaces.
      if !(isHTML && (cut.contains(0x26) || words.text.unicodeScalars.contains("\u{FFFD}"))) {
        let told = String(decoding: cut, as: UTF16.self)
        let isImplied =
          words == fact.measure && ImpliedMeasure.isTold(words.text, by: pieces)
        #expect(words.text == told || isImplied)
      }
    }
  }
}

/// What becomes of files on their way: cut short, doubled, torn, broken.
enum Mutation {
  static func of(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...7, using: &random) {
      case 0: bytes = Array(bytes[..<at])
      case 1: bytes = Array(bytes[at...])
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 600)], at: at)
      case 3, 4:
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        lines.shuffle(using: &random)
        bytes = Array(lines.joined(separator: [0x0A]))
      case 5:
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let line = Int.random(in: 0..<lines.count, using: &random)
        lines.insert(lines[line], at: Int.random(in: 0..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [0x0A]))
      case 6: bytes.removeSubrange(at..<min(bytes.count, at + 3))
      default: bytes[at] = UInt8.random(in: 0x20...0xFF, using: &random)
      }
    }
    return bytes
  }
}
