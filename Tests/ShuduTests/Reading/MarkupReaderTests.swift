import Testing

@testable import Shudu

@Suite struct MarkupReaderTests {
  /// Blocks as lines: kind, then the text with `[…]` around what is bold.
  static func outline(_ text: String, _ format: ArticleFormat = .text) throws -> [String] {
    try Reader.read(text: text, format: format).blocks.map { block in
      var line = ""
      for (offset, unit) in block.text.units.enumerated() {
        if block.bold.contains(where: { $0.lowerBound == offset }) { line += "[" }
        line += String(decoding: [unit], as: UTF16.self)
        if block.bold.contains(where: { $0.upperBound == offset + 1 }) { line += "]" }
      }
      switch block.kind {
      case .paragraph: return "p " + line
      case .heading(let level): return "h\(level) " + line
      case .listItem: return "li " + line
      case .tableCell(let cell):
        return "td\(cell.table).\(cell.row).\(cell.column)\(cell.isHead ? "h" : "") " + line
      case .pictureText: return "pic " + line
      }
    }
  }

  @Test(arguments: [
    ("全区有企业**402**家", ["p 全区有企业[402]家"]),
    ("约**6100**家、**“2+4”**合作", ["p 约[6100]家、[“2+4”]合作"]),
    ("建成**3**个,在建**5个", ["p 建成[3]个,在建**5个"]),
    ("**甲****乙**丙", ["p [甲][乙]丙"]),
    ("***全年***增长", ["p [全年]增长"]),
    ("__重点__工作 a__b__c", ["p [重点]工作 a__b__c"]),
    ("李**、王**等人", ["p 李**、王**等人"]),
    ("电话138****0000", ["p 电话138****0000"]),
    ("3*4*5=60", ["p 3*4*5=60"]),
    ("# 标题\n正文", ["h1 标题", "p 正文"]),
    ("###小标题 ###", ["h3 小标题"]),
    ("#秋收#开始了", ["p #秋收#开始了"]),
    ("#1 车间", ["p #1 车间"]),
    ("## **全年回顾**", ["h2 [全年回顾]"]),
    ("第一段。\n第二段。\r\n\r\n第三段", ["p 第一段。", "p 第二段。", "p 第三段"]),
    ("　　缩进的段落。", ["p 缩进的段落。"]),
    ("- 第一项\n* 第二项\n1. 第三项", ["li 第一项", "li 第二项", "li 第三项"]),
    ("1.71万名人才", ["p 1.71万名人才"]),
    ("-5℃的清晨", ["p -5℃的清晨"]),
    ("上文\n***\n下文\n---\n", ["p 上文", "p 下文"]),
    ("![车间里](a.jpg)\n\n正文", ["pic 车间里", "p 正文"]),
    ("![img-0.jpeg](img-0.jpeg)\n正文", ["p 正文"]),
    ("见[报告](https://a.example/b)第3页", ["p 见报告第3页"]),
    ("某府发[2020](12号)文件", ["p 某府发[2020](12号)文件"]),
    ("A&amp;B <br> C", ["p A&amp;B <br> C"]),
  ])
  func text(_ text: String, _ expected: [String]) throws {
    #expect(try MarkupReaderTests.outline(text) == expected)
  }

  @Test(arguments: [
    ("A&amp;B&#8212;&#x4E00;&nope; & C", ["p A&B—一&nope; & C"]),
    ("\\*\\*不是重点\\*\\*", ["p **不是重点**"]),
    ("一行<br>二行", ["p 一行", "p 二行"]),
    ("<b>36</b>家,*斜体*与`代码`", ["p [36]家,斜体与代码"]),
    ("增幅<5%,另有<某公司>参加", ["p 增幅<5%,另有<某公司>参加"]),
    ("10<sup>3</sup>吨", ["p 10³吨"]),
    ("前文[^1]后文<!-- 第3版 -->。", ["p 前文后文。"]),
    ("> 引用的话。\n>\n> 第二段。", ["p 引用的话。", "p 第二段。"]),
    ("标题\n===\n副题\n---\n正文", ["h1 标题", "h2 副题", "p 正文"]),
    ("```python\nx = 1\n```\n正文", ["p 正文"]),
    ("```markdown\n# 题\n正文\n```", ["h1 题", "p 正文"]),
    ("```python\n没有结束", ["p 没有结束"]),
    (
      "| 地区 | 产值 |\n|---|--:|\n| 东县 | **12** |\n| 西县 | |\n后文",
      [
        "td0.0.0h 地区", "td0.0.1h 产值", "td0.1.0h 东县", "td0.1.1 [12]", "td0.2.0h 西县", "p 后文",
      ]
    ),
  ])
  func markdown(_ text: String, _ expected: [String]) throws {
    #expect(try MarkupReaderTests.outline(text, .markdown) == expected)
  }

  @Test func joinsLinesWrappedAtAFixedWidth() throws {
    let text = """
      　　东河县今年新修水渠四十二公里,其中支渠三十公里,灌溉面积比去年
      多出一万二千亩。记者在现场看到,施工队正在抢抓工期,争取在入冬之
      前完成全部工程。
      　　另悉,西河县的工程也已开工,预计明年春天完成。
      """
    let outline = try MarkupReaderTests.outline(text)
    #expect(outline.count == 2)
    #expect(outline.first?.contains("比去年多出一万二千亩") == true)
    #expect(outline.first?.contains("入冬之前完成") == true)
  }

  @Test(arguments: [
    "加快建设现代化的产业园区和基地平台\n加快培育有竞争力的骨干企业和人才\n加快营造一流的创新创业生态环境",
    "东河县水利工程建设年度报告:聚力攻坚谱写新的篇章再上台阶\n本报记者 王某某",
  ])
  func keepsStackedHeadingsApart(_ text: String) throws {
    #expect(try MarkupReaderTests.outline(text).count == text.split(separator: "\n").count)
  }

  @Test func wrappedLettersJoinWithASpace() throws {
    let line = String(repeating: "word ", count: 12)
    let text = "\(line)end\n\(line)end\n\(line)end。"
    let outline = try MarkupReaderTests.outline(text)
    #expect(outline.count == 1)
    #expect(outline.first?.contains("end word") == true)
  }

  @Test func keepsPlacesInTheFile() throws {
    let text = "# 题\r\n\r\n约**4𠮷0**家<br>&lt;完"
    let article = try Reader.read(text: text, format: .markdown)
    for block in article.blocks {
      for run in block.text.runs where !run.isDecoded {
        #expect(
          Array(article.source.units[run.source])
            == Array(block.text.units[run.start..<run.start + run.length]))
      }
    }
    let last = try #require(article.blocks.last)
    #expect(last.text.source(of: 0..<1).map { article.source.text(in: $0) } == ["&lt;"])
  }

  @Test(arguments: ["[", "![", "](", "*", "**", "**a", "_", "`", "<", "<!-", "&", "\\", "| ", "> "])
  func unclosedMarksCostLinearTime(_ mark: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: mark, count: count) + "完"
      return ContinuousClock().measure { _ = try? Reader.read(text: text, format: .markdown) }
    }
    _ = time(1000)
    let short = time(10_000)
    let long = time(80_000)
    #expect(long < short * 40 + .milliseconds(200))
  }
}
