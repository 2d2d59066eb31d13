import Testing

@testable import ShuduStore

@Suite struct SentenceSearchTests {
  @Test func pairsAndTheLastCharacterAreTokens() {
    #expect(SentenceSearch.tokens(of: "科技型") == "科技 技型 型")
    #expect(SentenceSearch.tokens(of: "ＧＤＰ 8.2%") == "gd dp p 8 2")
  }

  @Test func aQueryAsksForItsPairs() {
    #expect(SentenceSearch.match(for: "重慶市") == "\"重庆\" AND \"庆市\"")
    #expect(SentenceSearch.match(for: "重") == "\"重\"*")
    #expect(SentenceSearch.match(for: "8.2") == "\"8\"* AND \"2\"*")
    #expect(SentenceSearch.match(for: "\" OR *") == "\"or\"")
    #expect(SentenceSearch.match(for: "%") == nil)
  }

  @Test func aTextHoldsWhatStandsInIt() {
    #expect(SentenceSearch.holds("吞吐量4.36", in: "货物吞吐量４.36亿吨"))
    #expect(SentenceSearch.holds("gdp", in: "GDP增长"))
    #expect(!SentenceSearch.holds("吐吞", in: "吞吐量"))
    #expect(!SentenceSearch.holds("吞吐量", in: "吞吐"))
  }
}
