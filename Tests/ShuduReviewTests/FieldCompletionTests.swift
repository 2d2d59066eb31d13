import Shudu
import ShuduStore
import Testing

@testable import ShuduReview

@Suite struct FieldCompletionTests {
  private static let reader = ArticleReader(Pipeline(), lexicon: "")

  private func record() throws -> FactRecord {
    let facts = FieldCompletionTests.reader.facts(of: "港口完成货物吞吐量4.36亿吨。")
    return try #require(facts.first)
  }

  @Test func aTypedUnitGetsItsCodeAndTheStandardAmount() throws {
    let fields = try FieldCompletion(reader: FieldCompletionTests.reader).complete(
      ["unit": .object(["text": .string("千克")])], of: record())
    #expect(fields["unit"]?["code"]?.text == "kg" && fields["unit"]?["dimension"]?.text == "mass")
    #expect(fields["normalized"]?["value"]?.text == "436000000")
    _ = try record().applying(fields)
  }

  @Test func anUnknownUnitIsACounterOfItsOwn() throws {
    let fields = try FieldCompletion(reader: FieldCompletionTests.reader).complete(
      ["unit": .object(["text": .string("乙乙")])], of: record())
    #expect(fields["unit"]?["code"]?.text == "{乙乙}")
    _ = try record().applying(fields)
  }

  @Test func aCorrectedValueIsNormalizedAnew() throws {
    let fields = try FieldCompletion(reader: FieldCompletionTests.reader).complete(
      ["value": .string("5")], of: record())
    #expect(fields["normalized"]?["value"]?.text == "5000")
    #expect(fields["unit"] == nil)
  }

  @Test func whatIsNoNumberIsRefused() throws {
    #expect(throws: ReviewError.self) {
      try FieldCompletion(reader: FieldCompletionTests.reader).complete(
        ["value": .string("4,36")], of: record())
    }
  }
}
