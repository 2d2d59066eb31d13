import Testing

@testable import Shudu

@Suite struct NameContextTests {
  let recognizer = NameRecognizer()

  private func names(_ text: String, _ context: inout NameContext) -> [String] {
    let units = CharacterFold.standard.fold(Array(text.utf16))
    return recognizer.names(in: units, range: 0..<units.count, context: &context)
      .map { string(units, $0.range) }
  }

  @Test func bracketDefinesShortName() {
    var context = NameContext()
    _ = names("苏州迈盛医疗科技有限公司(以下简称“迈盛医疗”)去年扩产。", &context)
    #expect(names("迈盛医疗董事长表示,订单充足。", &context) == ["迈盛医疗"])
    #expect(context.canonical(of: "迈盛医疗")?.text == "苏州迈盛医疗科技有限公司")
  }

  @Test func shortNameOfZone() {
    var context = NameContext()
    context.paragraph = 3
    _ = names("嘉兴高新区管理用地120公顷。", &context)
    #expect(names("目前,高新区有企业300家。", &context) == ["高新区"])
    #expect(context.canonical(of: "该高新区")?.text == "嘉兴高新区")
    #expect(context.canonical(of: "该高新区")?.paragraph == 3)
  }

  @Test func thatCompanyIsTheLastOne() {
    var context = NameContext()
    _ = names("宁波甲申电器有限公司与温州乙酉阀门有限公司签约。", &context)
    #expect(context.canonical(of: "该公司")?.text == "温州乙酉阀门有限公司")
  }

  @Test func nothingToldIsNothingResolved() {
    let context = NameContext()
    #expect(context.canonical(of: "该公司") == nil)
    #expect(context.canonical(of: "高新区") == nil)
  }

  @Test func genericZoneIsNoNameWithoutItsFullOne() {
    var context = NameContext()
    #expect(names("各地高新区、科学城建设提速。", &context).isEmpty)
  }

  @Test func personSeenWithTitleIsKnownWithout() {
    var context = NameContext()
    _ = names("厂长满常青介绍,车间已改造。", &context)
    #expect(names("在满常青看来,效益还能提高。", &context) == ["满常青"])
  }
}

@Suite struct NameLearningTests {
  let recognizer = NameRecognizer()

  private func names(_ text: String, after learnt: String) -> [String] {
    var context = NameContext()
    recognizer.learn(
      from: CharacterFold.standard.fold(Array(learnt.utf16)), context: &context)
    let units = CharacterFold.standard.fold(Array(text.utf16))
    return recognizer.names(in: units, range: 0..<units.count, context: &context)
      .map { string(units, $0.range) }
  }

  @Test func unknownCityIsAPlaceEverywhere() {
    #expect(names("澜陵外贸增长两成", after: "今年,澜陵市出口增长。") == ["澜陵"])
    #expect(names("澜陵日报记者报道", after: "今年,澜陵市出口增长。") == ["澜陵日报"])
  }

  @Test(arguments: ["上半年,全市增长5%。", "这座城市在扩大。", "多家超市开业。", "管好旧货市场。", "建设粮食大县。"])
  func commonWordsTeachNothing(text: String) {
    var context = NameContext()
    recognizer.learn(from: Array(text.utf16), context: &context)
    #expect(!context.hasTaught)
  }
}
