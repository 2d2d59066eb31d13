import Shudu

extension Table<DatasetArticle> {
  /// `articles`: one row an article.
  static let articles = Table(
    "articles", "文章", "One row an article.", key: ["key"],
    references: [.init(columns: ["reprint_of"], table: "articles", keys: ["key"])],
    columns: [
      Column("key", "编号", "Its own id, else its path at first sight.", required: true) {
        .text($0.key)
      },
      Column("path", "文件", "Its file, below the corpus.", required: true) { .text($0.path) },
      Column("version", "版本", "Hash of its bytes.", required: true) { .text($0.version) },
      Column("date", .date, "刊发日期", "Its day.") { Cell($0.date) },
      Column(
        "date_from", "日期依据", "What told the day.", required: true,
        values: ["option", "front_matter", "dateline", "inferred", "none"]
      ) { .text($0.dateFrom) },
      Column("title", "标题", "As its file declares it.") { Cell($0.title) },
      Column("publisher", "媒体", "As its file declares it.") { Cell($0.publisher) },
      Column("url", "网址", "As its file declares it.") { Cell($0.url) },
      Column("reprint_of", "转载自", "Key of the article that it reprints.") {
        Cell($0.reprintOf)
      },
      Column("sentences", .integer, "句数", "Sentences, repeated ones once.", required: true) {
        .integer($0.sentences.count)
      },
      Column("facts", .integer, "事实数", "Facts in this dataset.", required: true) {
        .integer($0.facts.count)
      },
      Column(
        "unclaimed", .integer, "未取数字数", "Numerals that no fact took.", required: true
      ) {
        .integer($0.unclaimed.count)
      },
    ])
}

extension Table<DatasetSentence> {
  /// `sentences`: one row a sentence.
  static let sentences = Table(
    "sentences", "句子", "One row a sentence of an article; a repeated one once.", key: ["id"],
    references: [.init(columns: ["article"], table: "articles", keys: ["key"])],
    indexes: ["article"],
    columns: [
      Column("id", "编号", "Hash of the article's key and the text.", required: true) {
        .text($0.id)
      },
      Column("article", "文章", "Key of the article.", required: true) { .text($0.article) },
      Column("position", .integer, "次序", "Its turn in the article, from 1.", required: true) {
        .integer($0.position)
      },
      Column("text", "文字", "As a reader reads it.", isArticleText: true) { .text($0.text) },
      Column("spans", "位置", Spans.meaning, required: true) { .text(Spans.text($0.spans)) },
      Column("occurrences", .integer, "出现次数", "How often it stands there.", required: true) {
        .integer($0.occurrences)
      },
    ])
}

extension Table<DatasetName> {
  /// `entities`: one row a name where it stands.
  static let entities = Table(
    "entities", "名称", "One row a name of a person, place, organization, … where it stands.",
    key: ["article", "position"],
    references: [
      .init(columns: ["article"], table: "articles", keys: ["key"]),
      .init(columns: ["sentence_id"], table: "sentences", keys: ["id"]),
    ],
    indexes: ["name"],
    columns: [
      Column("article", "文章", "Key of the article.", required: true) { .text($0.article) },
      Column("position", .integer, "次序", "Its turn in the article, from 1.", required: true) {
        .integer($0.position)
      },
      Column("name", "名称", "As printed.", required: true) { .text($0.text) },
      Column(
        "kind", "类别", "What sort of name it is.", required: true,
        values: NameKind.allCases.map(\.rawValue)
      ) { .text($0.kind) },
      Column("sentence_id", "句子编号", "Id of the sentence; empty in a dateline.") {
        Cell($0.sentence)
      },
      Column("spans", "位置", Spans.meaning, required: true) { .text(Spans.text($0.spans)) },
    ])
}

extension Table<DatasetUnit> {
  /// `units`: one row a unit that facts are told in.
  static let units = Table(
    "units", "单位", "One row a unit that facts are told in.", key: ["code", "dimension"],
    columns: [
      Column("code", "代码", "UCUM, ISO 4217, or a counter in braces.", required: true) {
        .text($0.code)
      },
      Column("dimension", "量纲", "What it measures.", required: true) { .text($0.dimension) },
      Column("standard", "标准单位", "Unit that values are normalized to.") { Cell($0.standard) },
      Column("words", "写法", "How it is printed, parted by `;`.", required: true) {
        .text($0.words.joined(separator: ";"))
      },
      Column("facts", .integer, "事实数", "Facts told in it.", required: true) {
        .integer($0.facts)
      },
    ])
}

extension Table<UnclaimedNumeral> {
  /// `unclaimed`: one row a numeral that no fact took.
  static let unclaimed = Table(
    "unclaimed", "未取数字", "One row a numeral that no fact took, with the reason: what was missed.",
    key: ["article", "position"],
    references: [
      .init(columns: ["article"], table: "articles", keys: ["key"]),
      .init(columns: ["sentence_id"], table: "sentences", keys: ["id"]),
    ],
    indexes: ["reason"],
    columns: [
      Column("article", "文章", "Key of the article.", required: true) { .text($0.article) },
      Column("position", .integer, "次序", "Its turn in the article, from 1.", required: true) {
        .integer($0.position)
      },
      Column("numeral", "数字", "As printed.", required: true) { .text($0.text) },
      Column(
        "script", "字体", "Arabic digits, or Chinese characters alone.", required: true,
        values: ["arabic", "chinese"]
      ) { .text($0.isArabic ? "arabic" : "chinese") },
      Column(
        "reason", "原因", "What it was taken for, or why its fact is not here.", required: true,
        values: UnclaimedNumeral.Reason.words
      ) { .text($0.reason.word) },
      Column("sentence_id", "句子编号", "Id of the sentence; empty outside of them.") {
        Cell($0.sentence)
      },
      Column("spans", "位置", Spans.meaning, required: true) { .text(Spans.text($0.spans)) },
    ])
}
