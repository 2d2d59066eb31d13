import Testing

@testable import Shudu

/// Words by the tables' costs.
@Suite struct WordCutterTests {
  /// The words of at most a dozen units, from the end.
  private func words(_ text: String) -> [String] {
    let units = Array(text.utf16)
    let cut = WordCutter.standard.cut(endOf: 0..<units.count, in: units)
    var words: [String] = []
    var end = units.count
    while end > 0 {
      words.append(String(utf16: units[cut.other(end)..<end]))
      end = cut.other(end)
    }
    return words.reversed()
  }

  /// The words of at most a dozen units, from the beginning.
  private func wordsFromStart(_ text: String) -> [String] {
    let units = Array(text.utf16)
    let cut = WordCutter.standard.cut(startOf: 0..<units.count, in: units)
    var words: [String] = []
    var start = 0
    while start < units.count {
      words.append(String(utf16: units[start..<cut.other(start)]))
      start = cut.other(start)
    }
    return words
  }

  @Test func cutsAtWords() {
    #expect(words("企业使用信息") == ["企业", "使用", "信息"])
    #expect(words("2019年,增长3.5%") == ["2019", "年", ",", "增长", "3.5", "%"])
    #expect(words("GDP公司") == ["GDP", "公司"])
    #expect(words("") == [])
  }

  @Test(arguments: ["企业使用信息", "2019年,增长3.5%", "GDP公司", "重庆高新区", "发展中国家", "中国科学院大学重庆"])
  func cutsAlikeFromBothSides(text: String) {
    #expect(words(text) == wordsFromStart(text))
  }

  /// The word that lies across a joint is the one of the whole text's cut, and saves what the whole costs less.
  @Test(arguments: [
    "为客户提|供各类应", "管局牵头|搭建平台", "个人|账户。", "年全市|场监管", "2020年|度,重庆高", "电|子",
    "科学院大|学重庆学院", "新|新大学生",
  ])
  func crossesAsTheWholeIsCut(example: String) {
    let halves = example.split(separator: "|").map { Array(String($0).utf16) }
    let cutter = WordCutter.standard
    let (tail, head) = (halves[0], halves[1])
    let first = cutter.cut(endOf: 0..<tail.count, in: tail)
    let second = cutter.cut(startOf: 0..<head.count, in: head)
    let crossing = cutter.crossing(first, second, in: head, at: 0)
    let whole = cutter.cut(endOf: 0..<tail.count + head.count, in: tail + head)
    let alone = first.costs[tail.count] + second.costs[0]
    #expect(crossing.gain == Int(alone - whole.costs[whole.count]))
    var end = whole.count
    while whole.other(end) > tail.count { end = whole.other(end) }
    let isCrossed = whole.other(end) < tail.count && end > tail.count
    #expect(crossing.left == (isCrossed ? tail.count - whole.other(end) : 0))
    #expect(crossing.right == (isCrossed ? end - tail.count : 0))
  }

  @Test func aWordAcrossIsGained() {
    func word(_ tail: String, _ head: String) -> WordCutter.Crossing? {
      func stretch(_ text: String) -> Stretch {
        let units = Array(text.utf16)
        return Stretch(block: 0, range: 0..<units.count, units: units, role: .body)
      }
      return JointEdge.crossing(
        JointEdge(endOf: stretch(tail), .standard), JointEdge(startOf: stretch(head), .standard),
        .standard)
    }
    let found = word("服务器为客户提", "供各类应用")
    #expect(found?.left == 1 && found?.right == 1 && found?.gain ?? 0 > 50)
    #expect(word("服务器为客户", "提供各类应用") == WordCutter.Crossing())
    #expect(word("增加了12", "亿元") == nil)
  }
}
