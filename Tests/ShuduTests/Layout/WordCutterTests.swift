import Testing

@testable import Shudu

/// Words by the tables' costs.
@Suite struct WordCutterTests {
  private func words(_ text: String) -> [String] {
    let units = Array(text.utf16)
    var start = 0
    return WordCutter.standard.cut(units).ends.map { end in
      defer { start = end }
      return String(utf16: units[start..<end])
    }
  }

  @Test func cutsAtWords() {
    #expect(words("企业使用信息") == ["企业", "使用", "信息"])
    #expect(words("比2019年,增长3.5%") == ["比", "2019", "年", ",", "增长", "3.5", "%"])
    #expect(words("GDP公司") == ["GDP", "公司"])
    #expect(words("") == [])
  }

  /// What stands together never costs more than its parts.
  @Test(arguments: ["为客户提|供各类应用", "市场监管局牵头|搭建平台", "增加12.|5亿元", "个人|账户。"])
  func togetherIsNoDearer(example: String) {
    let halves = example.split(separator: "|").map { Array(String($0).utf16) }
    let cutter = WordCutter.standard
    #expect(
      cutter.cut(halves[0] + halves[1]).cost
        <= cutter.cut(halves[0]).cost + cutter.cut(halves[1]).cost)
  }

  /// Two runs cut together without a look at what lies in each are cut as one run is.
  @Test(arguments: [
    "服务器为客户提|供各类应用", "市场监管局牵头|搭建平台", "个人|账户。", "今年上半年全市|场监管", "在2020年|度,重庆高新", "电|子",
    "中国科学院大|学重庆学院", "新|新大学生",
  ])
  func joinedIsTheSame(example: String) {
    let halves = example.split(separator: "|").map { Array(String($0).utf16) }
    let cutter = WordCutter.standard
    let (first, second) = (cutter.lattice(halves[0]), cutter.lattice(halves[1]))
    let joined = cutter.joined(WordCutter.cut(first), first, halves[1], second)
    let whole = cutter.cut(halves[0] + halves[1])
    let joint = halves[0].count
    #expect(joined.cost == whole.cost)
    #expect(joined.end == whole.ends.first { $0 >= joint })
    let start = whole.ends.contains(joint) ? joint : whole.ends.last { $0 < joint } ?? 0
    #expect(joined.start == start)
  }

  @Test func aWordAcrossIsGained() {
    func gain(_ tail: String, _ head: String) -> (points: Int, left: Int, right: Int) {
      func stretch(_ text: String) -> Stretch {
        let units = Array(text.utf16)
        return Stretch(block: 0, range: 0..<units.count, units: units, role: .body)
      }
      return JointEdge.gain(
        JointEdge(endOf: stretch(tail), .standard), JointEdge(startOf: stretch(head), .standard),
        .standard)
    }
    let word = gain("服务器为客户提", "供各类应用")
    #expect(word.left == 1 && word.right == 1 && word.points > 50)
    #expect(gain("服务器为客户", "提供各类应用").left == 0)
    #expect(gain("增加了12", "亿元").left == 5)
  }
}
