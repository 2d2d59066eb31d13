import Testing

@testable import Shudu

@Suite struct TellingsTests {
  /// By fact: the turn of the first telling it is linked to.
  private func links(in text: String) throws -> [Int?] {
    let found = try facts(in: text)
    return found.map { fact in
      fact.sameAs.flatMap { id in found.firstIndex { $0.id == id } }
    }
  }

  @Test(arguments: [
    // A longer name of the same measure, and a heading's shorter one.
    ("# 新建公园312个\n\n今年全市建成公园312个。", [nil, 0] as [Int?]),
    // Two digits in a heading, three without one.
    ("今年全市粮食总产量512万吨。\n\n专家说,512万吨的粮食产量来之不易。", [nil, 0]),
    // The heading does not say that it is only planned.
    ("# 开工项目216个\n\n力争到2027年全市开工项目216个。", [nil, 0]),
  ])
  func linksWhatIsToldAgain(text: String, wanted: [Int?]) throws {
    #expect(try links(in: text) == wanted)
  }

  @Test(arguments: [
    // Equal by chance.
    "临河镇新建水库2座。东山镇改造泵站2座。",
    "临河镇新建水库2座。东山镇新建水库2座。",
    "全市粮食产量增长2.3%。全市工业产值增长2.3%。",
    // One sentence tells nothing twice.
    "全市新建公园12个,改造公园12个。",
    // Another time.
    "2022年全市粮食总产量512万吨。\n\n2021年全市粮食总产量512万吨。",
    // Planned and done.
    "去年全市新建道路312公里。\n\n力争明年全市新建道路312公里。",
  ])
  func keepsTwoFactsApart(text: String) throws {
    #expect(try links(in: text) == [nil, nil])
  }

  @Test func manyEqualValuesCostNoMore() throws {
    let sentences = (0..<600).map { "第\($0)镇新建水库2座。" }
    #expect(try facts(in: sentences.joined(separator: "\n\n")).count >= 600)
  }
}
