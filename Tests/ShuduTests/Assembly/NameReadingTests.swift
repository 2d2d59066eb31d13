import Testing

@testable import Shudu

/// How far a text is about its names where reading has come to.
@Suite struct NameReadingTests {
  @Test func aNameIsNewInItsFirstParagraph() {
    var reading = NameReading()
    #expect(reading.focus(on: 3) == [])
    reading.pass(7, cluster: 3, opens: false)
    #expect(reading.focus(on: 3) == [.named, .isNew])
    #expect(reading.focus(on: 2) == [])
    reading.beginParagraph()
    #expect(reading.focus(on: 3) == [])
    reading.pass(7, cluster: 3, opens: false)
    #expect(reading.focus(on: 3) == .named)
  }

  @Test func whatOpensAClauseIsRememberedForAParagraph() {
    var reading = NameReading()
    reading.pass(0, cluster: 0, opens: true)
    #expect(reading.focus(on: 0) == [.named, .isNew, .opens])
    reading.beginParagraph()
    #expect(reading.focus(on: 0) == .opened)
    reading.beginParagraph()
    #expect(reading.focus(on: 0) == [])
  }

  @Test func sentencesAreCountedSinceTheLastMention() {
    var reading = NameReading()
    #expect(reading.sentences(since: 0) == nil)
    reading.pass(0, cluster: 0, opens: false)
    reading.beginSentence()
    reading.beginSentence()
    #expect(reading.sentences(since: 0) == 2)
  }

  /// A caption beside the text names nobody whom the text goes on about.
  @Test func aCaptionStandsAside() throws {
    let text = """
      # 浔江高新区的新工厂

      浔江高新区召开大会。

      图为云麓高新区的车间。本报记者 顾行舟 摄

      高新区拥有高新技术企业268家。
      """
    let found = try #require(try facts(in: text).last)
    #expect(found.subject?.name.text == "浔江高新区")
  }

  /// The table's names for one division mean the same.
  @Test func theNamesOfOneDivisionAreOne() throws {
    let text = "文山州召开会议。文山壮族苗族自治州人民政府作了部署。目前,全州公路通车里程1.63万公里。文山州很美。"
    let found = try #require(try facts(in: text).last)
    #expect(found.subject?.name.text == "文山州")
  }

  /// Signs before the items of a list are no part of what they tell.
  @Test func aSignIsNoPartOfAnOwner() throws {
    let found = try #require(try facts(in: "▲园区设立规模30亿元的引导基金。").first)
    #expect(found.subject?.name.text.hasPrefix("▲") == false)
  }
}
