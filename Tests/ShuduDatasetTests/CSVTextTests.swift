import Testing

@testable import ShuduDataset

@Suite struct CSVTextTests {
  private func line(_ cells: [Cell]) -> String {
    String(decoding: CSVText.line(cells), as: UTF8.self)
  }

  @Test func quotesWhatMustBeQuoted() {
    #expect(
      line([.text("a"), .null, .text("b,c"), .text("d\"e"), .text("f\ng")])
        == "a,,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n")
  }

  @Test(arguments: ["=1+1", "+86", "-3%", "@SUM", "\tx", "'quoted", "＝1", "－5%", "＋1", "＠a"])
  func aTextThatLooksLikeAFormulaIsMadeSafeAndCanBeReadBack(_ text: String) {
    let safe = CSVText.safe(text)
    #expect(safe == "'" + text)
    #expect(String(safe.dropFirst()) == text)
  }

  @Test(arguments: ["增长6.2%", "a=b", "", "“-3”"])
  func otherTextsStayAsTheyAre(_ text: String) {
    #expect(CSVText.safe(text) == text)
  }

  @Test func aNegativeNumberIsNoFormula() {
    #expect(line([.decimal("-3.20"), .integer(-1), .boolean(true)]) == "-3.20,-1,true\r\n")
  }
}
