import Foundation
import Shudu
import Testing

@testable import ShuduEvaluation

/// What is learnt of quantities that state no fact.
@Suite struct IdleTrainerTests {
  /// Says of a text which numerals an annotator took: those of these words, optional ones of others.
  private func sample(_ text: String, facts: [String], optional: [String] = []) throws
    -> Trainer.Sample
  {
    func rows(_ words: [String], isOptional: Bool) throws -> [GoldFact] {
      try words.flatMap { word in
        try text.ranges(of: word).map { range in
          let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
          let row = """
            {"id": "\(start)", "quote": "\(word)", "approx": "exact", "kind": "count", "aspect": "level", \
            "status": "actual", "optional": \(isOptional), "start": \(start), "end": \(start + 1)}
            """
          return try JSONDecoder().decode(GoldFact.self, from: Data(row.utf8))
        }
      }
    }
    return Trainer.Sample(
      article: try Reader.read(text: text), options: .init(key: "a"),
      facts: try rows(facts, isOptional: false) + rows(optional, isOptional: true))
  }

  private static let text = "老人又跑了一趟。\n\n全村有三座桥。\n\n"

  private func learnt(_ samples: [Trainer.Sample]) -> [Feature: Int32] {
    IdleTrainer.train(samples, Pipeline()).weights
  }

  private func weak(in text: String, _ weights: [Feature: Int32]) throws -> [Bool] {
    var pipeline = Pipeline()
    pipeline.recognizer = Recognizer(idle: weights)
    var scratch = Pipeline.Scratch()
    let result = pipeline.recognize(
      try Reader.read(text: text), options: .init(key: "a"), scratch: &scratch)
    return result.mentions.joined().compactMap {
      if case .quantity(let quantity) = $0.content { quantity.isWeak } else { nil }
    }
  }

  @Test func whatNoAnnotatorTookIsIdle() throws {
    let samples = try (0..<8).map { _ in try sample(Self.text, facts: ["三座"]) }
    #expect(try weak(in: "她也跑了一趟。\n\n镇上有五座桥。", learnt(samples)) == [true, false])
  }

  @Test func optionalFactsTeachNothing() throws {
    let samples = try (0..<8).map { _ in
      try sample(Self.text, facts: ["三座"], optional: ["一趟"])
    }
    #expect(try weak(in: "她也跑了一趟。\n\n镇上有五座桥。", learnt(samples)) == [false, false])
  }

  @Test func theSameSamplesTeachTheSame() throws {
    let samples = try (0..<4).map { _ in try sample(Self.text, facts: ["三座"]) }
    #expect(!learnt(samples).isEmpty)
    #expect(learnt(samples) == learnt(samples))
  }
}
