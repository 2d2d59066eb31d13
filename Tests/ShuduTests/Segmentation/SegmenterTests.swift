import Testing

@testable import Shudu

@Suite struct SegmenterTests {
  /// `|` marks where a sentence is to end.
  @Test(arguments: [
    "今年收成好。|明年会更好!|谁不信?|",
    "他说:“会好的。”|“真的吗?”大家都问。",
    "“我们今年种了三亩。”|“明年呢?”|",
    "“今年种了三亩,收成不错。”村民老周说。|随后他下了地。",
    "“今年种了三亩。”老周笑着告诉记者。|",
    "“今年种了三亩。”|老周说,“明年再种两亩。”|",
    "“今年种了三亩。”|县农业局负责人介绍,全县共种四万亩。|",
    "“我先种三亩。|再看看行情。”|老周很谨慎。",
    "高喊“加油!”的人很多。|",
    "《你好!春天》一书印了三万册。|",
    "该厂(原名东河厂。1958年建)有职工300人。|",
    "(本报记者张三报道。)|今年收成好。",
    "苹果、梨、桃……今年的水果特别多。|",
    "全县已修路30公里,通车12条……|这些路都通到村口。|",
    "嗯……我想想。|",
    "修路30公里,通车12条……去年才开始。|",
    "产值1.5亿元,占比2.3%。|其余3.2%。",
    "1. 加快建设。|2. 增加投入。|",
    "一.总体要求",
    "增长5%.其中工业占三成.|农业其次",
    "利润3亿元;产值5亿元;税收1亿元。|",
    "见 Mr. Smith 的报告。|He came home. |She left at once.",
    "收成好。。。|真好!!!|",
    "他问:\"行吗?\"|没人理会。",
    "「今年種了三畝。」老周說。|後來呢?",
    "见a.htm?id=3一页。|",
  ])
  func sentences(_ marked: String) {
    var segmenter = Segmenter()
    let text = Array(marked.utf16).filter { $0 != 0x7C }
    let folded = CharacterFold.standard.fold(text)
    let found = segmenter.sentences(in: folded, range: 0..<text.count)
    let expected = marked.split(separator: "|").map {
      String($0).trimmingSpaces
    }
    #expect(found.map { String(decoding: text[$0], as: UTF16.self) } == expected)
  }

  @Test func dividesOnlyLongEnumerations() {
    let clause =
      "某镇新建厂房12万平方米,引进企业35家,带动就业4600余人,完成投资8.5亿元,新增税收3200万元,新开工项目17个,建成投产项目9个,盘活闲置土地260亩,培训技术工人1800名"
    var segmenter = Segmenter()
    let long = Array(Array(repeating: clause, count: 5).joined(separator: ";").utf16)
    #expect(segmenter.sentences(in: long, range: 0..<long.count).count == 5)
    let short = Array("厂房2座;企业3家;就业5人;投资8亿元。".utf16)
    #expect(segmenter.sentences(in: short, range: 0..<short.count).count == 1)
  }

  @Test func keepsHeadingsAndCellsWholeAndDatelinesOut() {
    func paragraph(_ text: String, _ role: Paragraph.Role, dateline: Int = 0) -> Paragraph {
      var mapped = MappedText()
      let units = Array(text.utf16)
      mapped.append(0..<units.count, of: units)
      return Paragraph(role: role, text: mapped, bold: [], dateline: 0..<dateline)
    }
    let page = Page(
      paragraphs: [
        paragraph("好收成!再加油!", .heading(level: 1)),
        paragraph("本报讯 今年收成好。明年呢?", .body, dateline: 3),
        paragraph("  ", .label),
      ], marks: [], joins: [])
    var segmenter = Segmenter()
    #expect(
      segmenter.sentences(of: page) == [
        Sentence(paragraph: 0, range: 0..<8), Sentence(paragraph: 1, range: 4..<10),
        Sentence(paragraph: 1, range: 10..<14),
      ])
  }

  @Test func wordsCoverTheirRange() {
    var segmenter = Segmenter()
    let units = Array("全县高新技术企业有402家".utf16)
    let words = segmenter.words(in: units, range: 2..<units.count)
    #expect(words.first?.lowerBound == 2)
    #expect(words.last?.upperBound == units.count)
    #expect(zip(words, words.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(words.contains { String(decoding: units[$0], as: UTF16.self) == "企业" })
  }

  @Test(arguments: ["(", "“", "《", "。", "……", "!”", "“。", ";", "1. ", "(。"])
  func costIsLinear(_ mark: String) {
    func time(_ count: Int) -> Duration {
      let units = Array(String(repeating: mark, count: count).utf16)
      var segmenter = Segmenter()
      return ContinuousClock().measure {
        _ = segmenter.sentences(in: units, range: 0..<units.count)
      }
    }
    _ = time(1000)
    let short = time(10_000)
    let long = time(80_000)
    #expect(long < short * 40 + .milliseconds(200))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let units = Array(utf16)
    return String(decoding: units[SourceLine.trimmed(0..<units.count, of: units)], as: UTF16.self)
  }
}
