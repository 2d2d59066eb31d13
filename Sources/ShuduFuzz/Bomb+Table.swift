/// The inputs that are tried.
extension Bomb {
  static let all =
    typical + texts.map { Bomb("t", $0) } + varied.map { Bomb("m", $0) }
    + marks.map { Bomb("m", $0) }
    + tags.map { Bomb("h", $0) } + records

  /// A million marks, a sentence of ten megabytes, ten thousand torn stretches, and what once cost too much.
  private static let typical = [
    Bomb("t", "（", size: 3_000_000, standsForOthers: true),
    Bomb("t", "“", size: 3_000_000, standsForOthers: true),
    Bomb("t", "》", size: 3_000_000, standsForOthers: true),
    Bomb("t", "1", size: 1_000_000, standsForOthers: true),
    Bomb("m", "**", size: 2_000_000, standsForOthers: true),
    Bomb("m", "- ", size: 2_000_000, standsForOthers: true),
    Bomb("m", "[", size: 1_000_000, standsForOthers: true),
    Bomb("h", "<div>", size: 5_000_000, standsForOthers: true),
    Bomb("h", "&#31918;", size: 1_000_000, standsForOthers: true),
    Bomb("t", "各乡镇居民出门见绿,", size: 10_000_000, standsForOthers: true),
    Bomb("t", "全县◇◇新建粮库3\n\n座储粮◇◇◇\n\n", size: 230_000, standsForOthers: true),
    Bomb("t", "一百万亿", standsForOthers: true), Bomb("t", "12.5亿元、", standsForOthers: true),
    Bomb("t", "新建粮库3座,", standsForOthers: true), Bomb("t", "分别增长3%、", standsForOthers: true),
    Bomb("t", "张三、李四、", standsForOthers: true), Bomb("t", "3吨/", standsForOthers: true),
    Bomb("t", "2023年至", standsForOthers: true),
    // Each name was looked for among all names.
    Bomb("t", "◇◇大学、◇◇医院、", size: 400_000, standsForOthers: true),
    // The article's newspaper was looked for among all names, at each 全市.
    Bomb("m", "全市◇◇县新建粮库3座,该公司5座。", standsForOthers: true),
    // The parser holds each attribute against all others of its tag.
    Bomb(
      "h", " ◇=1", name: "attributes of a tag without an end", head: "<p", standsForOthers: true),
  ]

  private static let texts = [
    "(", ")", "（）", "“粮”", "\"", "《", "《粮》", "１", "一", "万", "1,", "1.", "3-", "1/", "1:", "0",
    "100,000,", "半", "第", "约", "以上", "%", "吨", "倍", "到", "从3到", "比", "占", "每", "每人每年", "的",
    "和", "与3", "新建粮库3座。", "其中粮库3座、", "同比增长", "2023年", "1月1日", "今日", "春节", "正月", "十四五", "截至",
    "全市", "其", "青禾县粮食局", "委员会", "省市县", "大学", "公司", "本报讯", "老周说:“粮库3座。”", "说:“", "。", "……", ",",
    "、", ";", ":", "!?", "粮", "粮库\n", "粮库\n\n", "新建粮库3座\n", "新建粮库的居民出门见绿生活便利天气\n\n",
    "本报记者张三\n\n", "图为粮库\n\n", "新建粮库3座,同比增长20%。\n", "\n", "\r\n", " ", "　", "\u{202E}3\u{202C}",
    "\u{200D}", "\u{301}", "\u{FE0F}", "\u{E000}", "\u{378}", "𝟛", "٣", "กา", "カ", "한", "a",
    "a ", "http://a.b/", "😀",
  ]
  private static let varied = [
    "◇◇公司新建粮库3座。", "◇◇公司新建粮库3座,",
    "◇◇集团有限公司(以下简称“◇◇集团”)新建粮库3座。", "局长张◇◇说,粮库3座。",
    "◇◇◇◇◇◇◇◇◇◇◇◇\n\n◇◇◇◇◇◇粮库3座。\n\n", "◇◇◇◇◇◇◇◇◇◇◇◇\n", "◇◇◇◇◇◇“◇◇◇\n\n",
    "◇◇◇◇◇◇”◇◇◇。\n\n", "# ◇◇◇◇◇◇\n\n◇◇◇◇◇◇◇◇◇◇。\n\n", "图为◇◇◇。张◇◇ 摄\n\n",
    "|◇◇|3|\n", "“◇◇◇”", "《◇◇◇》", "1月3日,◇◇◇3座。", "◇◇、◇◇、◇◇分别为3座、4座、5座,", "◇◇、",
    "◇◇◇共有粮库12座。", "◇◇◇(◇◇◇", "◇◇◇——3座", "◇◇:3座;", "**◇◇**◇**3**座",
    "一、◇◇◇◇\n\n◇◇◇◇◇◇◇3座。\n\n", "◇",
  ]
  private static let marks = [
    "*", "_", "_a", "**粮", "**3**", "![", "[a](", "](", "`", "~", "\\", "&", "&a", "&amp;",
    "<", "<b>", "</b>", "<!--", ">", "> 粮\n", "#", "# 粮\n\n", "- 粮\n", "  - 粮\n", "|",
    "|a|b|\n", "|---", "-", "=", "---\n", "```\n", "1. ",
  ]
  private static let tags = [
    "<b>", "<i><p>", "<font><p>", "<p>粮库3座", "&amp;", "&a", "&nbsp;", "<table>",
    "<table><tr><td>3座", "<td>", "<a>", "<p a=\"", "<!--", "<script>", "<ul><li>", "<select>",
    "<svg>", "</p>", "<![CDATA[", "<br>", "<title>", "<h1>粮", "<dl><dd>", "新建粮库3座。",
  ]

  private static let records = [
    Bomb("j", "[", name: "nested arrays", head: #"{"id":"a","x":"#, standsForOthers: true),
    Bomb("j", #"{"a":"#, name: "nested objects", head: #"{"id":"a","x":"#),
    Bomb("j", #"\u7cae"#, name: "escapes", head: #"{"id":"a","text":""#, tail: "\"}"),
    Bomb("j", #"\ud800"#, name: "lone surrogates", head: #"{"id":"a","text":""#, tail: "\"}"),
    Bomb("j", "1", name: "a long number", head: #"{"id":"#, tail: #","text":"粮"}"#),
    Bomb("j", #","k":1"#, name: "many keys", head: #"{"id":"a","text":"粮""#, tail: "}"),
    Bomb("j", "{\"id\":1,\"text\":\"粮库3座\"}\n", name: "many lines"),
  ]
}
