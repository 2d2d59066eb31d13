import Testing

@testable import Shudu

/// The check that each record passes can fail: a file that says otherwise gives fewer words.
@Suite struct EvidenceCheckTests {
  private let text = "青禾县去年新建粮库3座。乡镇学校增加5所。"

  /// The facts of the text, checked against a file that has one unit changed.
  private func facts(changing offset: Int?) throws -> [Fact] {
    let article = try Reader.read(text: text)
    var scratch = Pipeline.Scratch()
    let pipeline = Pipeline()
    let result = pipeline.recognize(article, options: .init(key: "a"), scratch: &scratch)
    var units = article.source.units
    if let offset { units[offset] = 0x3F }
    return pipeline.assembler.facts(
      of: result.page, sentences: result.sentences, mentions: result.mentions,
      in: .init(key: "a", source: SourceText(units: units))
    ) { scratch.segmenter.words(in: $0, range: $1) }
  }

  @Test func soundWordsPass() throws {
    let facts = try facts(changing: nil)
    #expect(facts.map(\.quote.text) == ["3座", "5所"])
    #expect(facts.first?.measure?.text.contains("粮库") == true)
  }

  @Test func aSentenceThatStandsElsewhereGivesNoRecord() throws {
    #expect(try facts(changing: 1).map(\.quote.text) == ["5所"])
    #expect(try facts(changing: 9).map(\.quote.text) == ["5所"])
    #expect(try facts(changing: 13).map(\.quote.text) == ["3座"])
  }

  @Test func placesOutsideTheFileAreNone() throws {
    let article = try Reader.read(text: text)
    let page = LayoutStage().page(from: article.blocks)
    let check = EvidenceCheck(page: page, source: article.source)
    #expect(check.stands(Citation(0, [0..<3, 5..<9])))
    for wrong in [
      Citation(1, [0..<1]), Citation(-1, [0..<1]), Citation(0, []), Citation(0, [3..<3]),
      Citation(0, [0..<text.utf16.count + 1]),
    ] {
      #expect(!check.stands(wrong))
    }
    let shorter = EvidenceCheck(page: page, source: SourceText("青禾县"))
    #expect(shorter.stands(Citation(0, [0..<3])) && !shorter.stands(Citation(0, [0..<4])))
  }
}
