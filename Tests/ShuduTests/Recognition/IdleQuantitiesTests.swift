import Testing

@testable import Shudu

@Suite struct IdleQuantitiesTests {
  /// The quantities of a text that state facts, by a model that holds every one it weighs for idle, or none.
  private func facts(in text: String, bias: Int32) throws -> [String] {
    var pipeline = Pipeline()
    pipeline.recognizer = Recognizer(idle: bias == 0 ? [:] : [Feature(.idle, 0, 0): bias])
    var scratch = Pipeline.Scratch()
    let result = pipeline.recognize(
      try Reader.read(text: text), options: .init(key: "a"), scratch: &scratch)
    return result.sentences.indices.flatMap { index in
      let units = result.page.paragraphs[result.sentences[index].paragraph].folded
      return result.mentions[index].filter(\.isFactual).map { String(utf16: units[$0.range]) }
    }
  }

  private static let text = "村里修了3座桥,他跑了两趟,花去十二天。"

  @Test func withoutWeightsAllStay() throws {
    #expect(try facts(in: Self.text, bias: 0) == ["3座", "两趟", "十二天"])
  }

  @Test func digitsAreNeverWeighed() throws {
    #expect(try facts(in: Self.text, bias: 1000) == ["3座"])
  }

  @Test func whatSpeaksAgainstKeeps() throws {
    #expect(try facts(in: Self.text, bias: -1000) == ["3座", "两趟", "十二天"])
  }

  @Test func idleOnesAreWeakAndNoFacts() throws {
    var pipeline = Pipeline()
    pipeline.recognizer = Recognizer(idle: [Feature(.idle, 0, 0): 1000])
    var scratch = Pipeline.Scratch()
    let result = pipeline.process(
      try Reader.read(text: Self.text), options: .init(key: "a"), scratch: &scratch)
    #expect(result.facts.map(\.quote.text) == ["3座"])
    let weak = result.mentions.joined().filter {
      if case .quantity(let quantity) = $0.content { quantity.isWeak } else { false }
    }
    #expect(weak.count == 2)
  }
}
