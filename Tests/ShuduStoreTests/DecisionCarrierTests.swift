import Testing

@testable import ShuduStore

@Suite struct DecisionCarrierTests {
  typealias Anchor = DecisionCarrier.Anchor

  static func quote(_ before: String, _ text: String, _ after: String, turn: Int = 0)
    -> Decision.Quote
  {
    Decision.Quote(text: text, before: before, after: after, turn: turn)
  }

  static func target(_ fact: String, _ quote: Decision.Quote, sentence: String = "old")
    -> Decision.Target
  {
    Decision.Target(fact: fact, article: "a", version: "v", sentence: sentence, quote: quote)
  }

  @Test func theSameSentenceComesBeforeALikeOne() {
    let quote = Self.quote("全港完成", "3万吨", ",增长一成")
    let homes = DecisionCarrier.homes(
      of: [Self.target("old", quote, sentence: "s")],
      among: [
        Anchor(fact: "like", sentence: "t", quote: quote),
        Anchor(fact: "same", sentence: "s", quote: quote),
      ], taken: [])
    #expect(homes["old"] == .init(fact: "same", way: .sentence, score: 1))
  }

  @Test func anEditedSentenceIsFoundByWhatStandsAround() throws {
    let homes = DecisionCarrier.homes(
      of: [Self.target("old", Self.quote("全港完成货物吞吐量", "3万吨", ",同比增长一成"))],
      among: [
        Anchor(fact: "other", sentence: "t", quote: Self.quote("库存煤炭", "3万吨", "。")),
        Anchor(
          fact: "edited", sentence: "u", quote: Self.quote("据悉全港完成吞吐量", "3万吨", ",同比增长一成")),
      ], taken: [])
    let home = try #require(homes["old"])
    #expect(home.fact == "edited" && home.way == .quote && home.score > 0.7 && home.score < 1)
  }

  @Test func anotherQuoteOrAnotherContextIsNoHome() {
    let homes = DecisionCarrier.homes(
      of: [Self.target("old", Self.quote("全港完成货物吞吐量", "3万吨", ",同比增长一成"))],
      among: [
        Anchor(fact: "a", sentence: "t", quote: Self.quote("全港完成货物吞吐量", "4万吨", ",同比增长一成")),
        Anchor(fact: "b", sentence: "t", quote: Self.quote("商户售出棉花", "3万吨", "。")),
      ], taken: [])
    #expect(homes.isEmpty)
  }

  @Test func aShortLineThatOthersWereJoinedToIsFound() {
    let line = Self.quote("企业开办平均用时:", "2.5小时", "")
    let joined = Self.quote("※企业开办平均用时:", "2.5小时", "※项目从立项到开工审批时限:22个工作日")
    let homes = DecisionCarrier.homes(
      of: [Self.target("old", line)],
      among: [
        Anchor(fact: "other", sentence: "t", quote: Self.quote("平均用时:", "2.5小时", "※项目从立项到开工")),
        Anchor(fact: "joined", sentence: "u", quote: joined),
      ], taken: [])
    #expect(homes["old"]?.fact == "joined")
  }

  @Test func equalCellsOfATableKeepTheirTurns() {
    let cells = (0..<3).map { Self.quote("", "65%", "", turn: $0) }
    let edited = (0..<3).map { Self.quote("※", "65%", "", turn: $0) }
    let homes = DecisionCarrier.homes(
      of: zip(["z", "y", "x"], cells).map { Self.target($0, $1) },
      among: zip(["0", "1", "2"], edited).map { Anchor(fact: $0, sentence: "t", quote: $1) },
      taken: [])
    #expect(homes.mapValues(\.fact) == ["z": "0", "y": "1", "x": "2"])
  }

  @Test func noFactIsHomeToTwoOfOneVersion() {
    let quote = Self.quote("全港完成货物吞吐量", "3万吨", "。")
    let homes = DecisionCarrier.homes(
      of: [Self.target("a", quote), Self.target("b", quote)],
      among: [Anchor(fact: "one", sentence: "t", quote: quote)], taken: [])
    #expect(homes.count == 1)
    let taken = DecisionCarrier.homes(
      of: [Self.target("a", quote)],
      among: [Anchor(fact: "one", sentence: "t", quote: quote)], taken: ["one"])
    #expect(taken.isEmpty)
  }
}
