import Testing

@testable import Shudu

@Suite struct HTMLReaderTests {
  @Test(arguments: [
    ("<p>全区有企业<b>402</b>家</p>", ["p 全区有企业[402]家"]),
    ("<p>甲<strong>乙<em>丙</em></strong>丁", ["p 甲[乙丙]丁"]),
    ("<h2>标题</h2><div>一段<div>二段</div>三段</div>", ["h2 标题", "p 一段", "p 二段", "p 三段"]),
    ("<ul><li>第一<li>第二</ul>", ["li 第一", "li 第二"]),
    ("<p>一行<br>二行</p>", ["p 一行", "p 二行"]),
    ("<p>产值\n  12亿元,\r\n占 <i>5%</i></p>", ["p 产值12亿元,占 5%"]),
    ("<p>Annual\nReport</p>", ["p Annual Report"]),
    ("<p>A&amp;B&nbsp;C &lt;5% &#8212; &hellip;&yen</p>", ["p A&B C <5% — …¥"]),
    ("<p>甲</bogus>乙</p>", ["p 甲乙"]),
    ("<p>10<sup>3</sup>吨,CO<sub>2</sub></p>", ["p 10³吨,CO2"]),
    ("<pre>一行\n二行</pre>", ["p 一行", "p 二行"]),
    ("<p>a < b, 3<5</p>", ["p a < b, 3<5"]),
    ("<script>var a = '12亿元'</script><style>p{}</style><p>正文", ["p 正文"]),
    ("<nav>首页</nav><header>某报</header><p>正文</p><footer>版权</footer>", ["p 正文"]),
    ("<header><h1>题目</h1></header><p>正文</p>", ["h1 题目", "p 正文"]),
    ("<div class='nav top'>首页</div><p>正文</p><div id=footer>电话</div>", ["p 正文"]),
    ("<p>正文</p><p style='display: none'>隐藏</p><p hidden>也是</p>", ["p 正文"]),
    ("<p>推荐</p><article><header><h1>题</h1></header><p>正文在这里</p></article>", ["h1 题", "p 正文在这里"]),
    ("<p>外面</p><main><p>里面的正文</p></main>", ["p 里面的正文"]),
    ("<form><p>整页都在表单里<input value=1><select><option>1</select></p></form>", ["p 整页都在表单里"]),
    ("<p>一篇足够长的正文在这里</p><form><p>搜索</p></form>", ["p 一篇足够长的正文在这里"]),
    ("<figure><img src=a.jpg alt=b><figcaption>车间里</figcaption></figure>", ["pic 车间里"]),
    ("<title>题 - 网站</title><p>正文</p>", ["p 正文"]),
    ("<!-- 注 --><p>正<!-- 注 -->文</p>", ["p 正文"]),
  ])
  func blocks(_ markup: String, _ expected: [String]) throws {
    #expect(try MarkupReaderTests.outline(markup, .html) == expected)
  }

  @Test func cellsHaveTheirPlaces() throws {
    let markup = """
      <table><tr><th rowspan=2>地区</th><th colspan=2>产值</th></tr>
      <tr><th>去年</th><th>今年</th></tr>
      <tr><td>东县</td><td>12</td><td>1<br>5</td></tr></table>
      """
    #expect(
      try MarkupReaderTests.outline(markup, .html) == [
        "td0.0.0h 地区", "td0.0.1h 产值", "td0.1.1h 去年", "td0.1.2h 今年", "td0.2.0h 东县",
        "td0.2.1 12", "td0.2.2 1 5",
      ])
  }

  @Test func tablesThatLayOutThePageAreNone() throws {
    let long = String(repeating: "正文很长。", count: 80)
    let markup = "<table><tr><td>左<td><h1>题</h1>\(long)<tr><td>a<td>b</table>"
    let outline = try MarkupReaderTests.outline(markup, .html)
    #expect(outline == ["p 左", "h1 题", "p \(long)", "p a", "p b"])
  }

  @Test func tablesInMarkdownKeepTheirPlaces() throws {
    let text =
      "前文\n\n<table><tr><td>地区</td><td>产值</td></tr><tr><td>东县</td><td>&lt;12</td></tr></table>\n\n| 甲 | 乙 |\n|--|--|\n\n<table>没完"
    let article = try Reader.read(text: text, format: .markdown)
    #expect(
      try MarkupReaderTests.outline(text, .markdown) == [
        "p 前文", "td0.0.0h 地区", "td0.0.1h 产值", "td0.1.0h 东县", "td0.1.1 <12", "td1.0.0h 甲",
        "td1.0.1h 乙", "p <table>没完",
      ])
    let cell = article.blocks[4].text
    #expect(cell.source(of: 0..<3).map { article.source.text(in: $0) } == ["&lt;12"])
  }

  @Test(arguments: [
    ("<meta name=PubDate content='2023-03-31 08:00'>", "2023-03-31"),
    ("<meta property='article:published_time' content='2023-03-31T08:00:00Z'>", "2023-03-31"),
    ("<time datetime='2023-03-31'>三月</time>", "2023-03-31"),
    ("<meta name=date content='三月'>", nil),
  ])
  func metadata(_ markup: String, _ date: String?) throws {
    let article = try Reader.read(
      text: "<title>某 题</title><meta name=source content=某报>\(markup)<p>正文", format: .html)
    #expect(article.metadata.date?.description == date)
    #expect(article.metadata.title == "某 题")
    #expect(article.metadata.publisher == "某报")
  }

  /// Every run of a text is what its place in the file says.
  @Test func everySpanRoundTrips() throws {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "<p>", "</p>", "产值12亿元", "𠮷", "&amp;", "&lt", "&nbsp;", "&#x4E00;", "<b>", "</b>", "\r\n",
      " ",
      "<td>", "<table>", "</table>", "<tr>", "</div>", "<div>", "a", "&", "<", ">", "<!--", "-->",
      "<br>", "</x>", "<h1>", "</h1>", "é", "&notin;", "&notit;", "&ampx", "<li>", "\u{3000}",
    ]
    for _ in 0..<1500 {
      var markup = ""
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        markup += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      guard let article = try? Reader.read(text: markup, format: .html) else { continue }
      for block in article.blocks {
        var end = 0
        for run in block.text.runs {
          #expect(run.start == end && !run.source.isEmpty, "\(markup.debugDescription)")
          end += run.length
          guard run.source.upperBound <= article.source.units.count else {
            Issue.record("beyond the file: \(markup)")
            continue
          }
          let units = Array(block.text.units[run.start..<end])
          let source = Array(article.source.units[run.source])
          if !run.isDecoded {
            #expect(source == units, "\(markup.debugDescription)")
          } else if units != [0x20] {
            #expect(source.first == 0x26, "\(markup.debugDescription)")
          }
        }
        #expect(end == block.text.count)
      }
    }
  }

  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      "<div>", "<b>", "<table>", "<span>", "<ul><li>", "<a x=1>", "<p><b>", "</p>", "<svg>",
      "<i><p>",
      "<td>", "<!--", "<a b", "&amp", "<table><tr><td>", "<select>", "</b>", "<font size=1><p>",
      "<b a=1><b a=2><b a=3><p>", "<h1>", "<form>", "<button>",
    ])
  func deepNestingIsLinear(_ tag: String) throws {
    let markup = String(repeating: tag, count: 100_000) + "完<p>文"
    do {
      let article = try Reader.read(text: markup, format: .html)
      #expect(!article.blocks.isEmpty)
    } catch {
      #expect(error == .empty || error == .tangledMarkup)
    }
  }

  @Test func aTagOfManyAttributesIsLinear() throws {
    let attributes = (0..<200_000).map { " a\($0)" }.joined()
    #expect(try MarkupReaderTests.outline("<p>前<a\(attributes)>后</p>", .html) == ["p 前 后"])
  }

  @Test func textBeyondTheDepthCapKeepsItsPlaces() throws {
    let markup = String(repeating: "<div>", count: 400) + "12亿元<span>产值</span>"
    let article = try Reader.read(text: markup, format: .html)
    let text = article.blocks.map { $0.text.text(in: 0..<$0.text.count) }.joined()
    #expect(text.filter { $0 != " " } == "12亿元产值")
    for block in article.blocks {
      for run in block.text.runs where !run.isDecoded {
        #expect(
          article.source.text(in: run.source)
            == block.text.text(in: run.start..<run.start + run.length))
      }
    }
  }
}
