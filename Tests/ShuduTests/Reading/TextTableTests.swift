import Testing

@testable import Shudu

@Suite struct TextTableTests {
  private func cells(_ text: String) throws -> [String] {
    try Reader.read(text: text, format: .text).blocks.compactMap { block in
      guard case .tableCell(let cell) = block.kind else { return nil }
      return "\(cell.row).\(cell.column) " + block.text.text(in: 0..<block.text.count)
    }
  }

  @Test func aTabDividesTwoCellsEvenWhereOneIsBlank() throws {
    #expect(
      try cells("\t2022年\t2023年\n粮食\t\t15\n棉花\t12\t16") == [
        "0.1 2022年", "0.2 2023年", "1.0 粮食", "1.2 15", "2.0 棉花", "2.1 12", "2.2 16",
      ])
  }

  @Test func blankLinesStandBetweenRows() throws {
    #expect(try cells("产品  产量\n\n粮食  12\n\n棉花  13\n\n\n正文。").count == 6)
  }

  @Test(arguments: [
    "记者 张三  摄影 李四", "一、全市新建公园12个  二、改造公园13个", "产品  产量\n粮食  12",
    "表1  主要指标\n表2  其他指标12", "全市新建公园。  改造公园\n全市12个。  改造公园",
    "# 标题  12\n# 标题  13",
  ])
  func linesOfTextAreNoTable(text: String) throws {
    #expect(try cells(text).isEmpty)
  }

  /// Lines that might be rows are looked at once, whatever comes behind them.
  @Test(.timeLimit(.minutes(2)))
  func manyLinesWithoutFiguresAreReadInOneGo() throws {
    let lines = Array(repeating: "甲乙  丙丁  戊己", count: 40_000).joined(separator: "\n")
    #expect(try cells(lines).isEmpty)
  }
}
