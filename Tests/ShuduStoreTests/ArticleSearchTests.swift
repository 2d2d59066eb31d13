import Testing

@testable import ShuduStore

@Suite struct ArticleSearchTests {
  @Test func pairsAndTheLastCharacterAreTokens() {
    func tokens(_ texts: String...) -> Set<Substring> {
      Set(String(decoding: ArticleSearch.tokens(of: texts), as: UTF8.self).split(separator: " "))
    }
    #expect(tokens("科技型") == ["科技", "技型", "型"])
    #expect(tokens("ＧＤＰ 8.2%") == ["gd", "dp", "p", "8", "2"])
    #expect(tokens("技型", "科技型") == ["科技", "技型", "型"])
    #expect(tokens("𠮷é") == ["𠮷", "\u{FFFD}é", "é"])
    #expect(ArticleSearch.tokens(of: ["%"]).isEmpty)
  }

  @Test func aQueryAsksForItsPairs() {
    #expect(ArticleSearch.match(for: "重慶市") == "\"重庆\" AND \"庆市\"")
    #expect(ArticleSearch.match(for: "重") == "\"重\"*")
    #expect(ArticleSearch.match(for: "8.2") == "\"8\"* AND \"2\"*")
    #expect(ArticleSearch.match(for: "\" OR *") == "\"or\"")
    #expect(ArticleSearch.match(for: "%") == nil)
  }

  @Test func aTextHoldsWhatStandsInIt() {
    #expect(ArticleSearch.holds("吞吐量4.36", in: "货物吞吐量４.36亿吨"))
    #expect(ArticleSearch.holds("gdp", in: "GDP增长"))
    #expect(!ArticleSearch.holds("吐吞", in: "吞吐量"))
    #expect(!ArticleSearch.holds("吞吐量", in: "吞吐"))
  }
}
