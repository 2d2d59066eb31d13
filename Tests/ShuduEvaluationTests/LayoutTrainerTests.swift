import Shudu
import Testing

@testable import ShuduEvaluation

/// What is learnt of torn pages.
@Suite struct LayoutTrainerTests {
  private static let page = """
    # 老渠活了
    水库除险加固以后,下游的灌区恢复了自流灌溉,全镇受益的农田一共有三万亩,比去年多了一

    村民在田边歇脚。

    成。老人们说,水来了,心就定了,今年的秧苗比往年早插了十天。

    下个月,第一批订单就要发往南方,装车的人手还差六个。

    新馆按照绿色建筑的标准设计,雨水收进地下的水池,屋顶装了光伏板。
    """

  private func sample() throws -> LayoutTrainer.Sample {
    let article = try Reader.read(text: LayoutTrainerTests.page)
    let text = LayoutTrainerTests.page
    func offset(_ index: String.Index) -> Int {
      text.unicodeScalars.distance(from: text.startIndex, to: index)
    }
    let tail = offset(try #require(text.firstRange(of: "多了一")).upperBound)
    let head = offset(try #require(text.firstRange(of: "成。老人")).lowerBound)
    let join = GoldLayout(kind: "join", tails: [tail], heads: [head])
    return LayoutTrainer.Sample(article: article, layout: [join])
  }

  @Test func goldJoinsAreBlocks() throws {
    let sample = try sample()
    #expect(sample.joins == [.init(tail: 1, head: 3)])
  }

  @Test func aWholeArticleHasNoTear() throws {
    let whole = try sample().whole
    #expect(whole.blocks.count == 5)
    #expect(
      whole.blocks[1].text.text(in: 0..<whole.blocks[1].text.count)
        .hasSuffix("比去年多了一成。老人们说,水来了,心就定了,今年的秧苗比往年早插了十天。"))
  }

  @Test func theSameSamplesTeachTheSame() throws {
    let samples = [try sample(), try sample()]
    let weights = LayoutTrainer.train(samples)
    #expect(!weights.isEmpty)
    #expect(LayoutTrainer.train(samples) == weights)
  }
}
