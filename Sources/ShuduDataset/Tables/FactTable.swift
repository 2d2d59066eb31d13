import Shudu
import ShuduStore

extension Table<DatasetFact> {
  /// `facts`: one row a fact.
  static let facts = Table(
    "facts", "事实", "One row a fact: a number with what it measures, whose, when, and the sentence.",
    key: ["id"],
    references: [
      .init(columns: ["article"], table: "articles", keys: ["key"]),
      .init(columns: ["sentence_id"], table: "sentences", keys: ["id"]),
      .init(columns: ["unit_code", "dimension"], table: "units", keys: ["code", "dimension"]),
    ],
    indexes: ["article", "measure", "subject", "time_first", "sentence_id"],
    columns: identity + quantity + meaning + circumstances + origin)

  private static let identity: [Column<DatasetFact>] = [
    Column("id", "编号", "Id, the same in every release.", required: true) {
      .text($0.record.id)
    },
    Column("article", "文章", "Key of the article.", required: true) {
      .text($0.record.article.key)
    },
    Column("path", "文件", "File of the article, below the corpus.", required: true) {
      .text($0.record.path ?? $0.record.article.key)
    },
    Column("date", .date, "刊发日期", "Day of the article.") { Cell($0.record.article.date) },
    Column("sentence_id", "句子编号", "Id of the sentence.", required: true) {
      .text($0.record.sentence.id)
    },
    Column("sentence", "句子", "The sentence.", isArticleText: true) {
      .text($0.record.sentence.text)
    },
    Column("sentence_spans", "句子位置", Spans.meaning, required: true) {
      .text(Spans.text($0.record.sentence.spans))
    },
    Column("quote", "原文数字", "Numeral, scale word and unit as printed.", required: true) {
      .text($0.record.quote.text)
    },
    Column("quote_spans", "原文数字位置", Spans.meaning, required: true) {
      .text(Spans.text($0.record.quote.spans))
    },
  ]

  private static let quantity: [Column<DatasetFact>] = [
    Column("value", .decimal, "数值", "In the unit as written; empty for a range.") {
      Cell($0.record.value.map(Cell.Decimal.init))
    },
    Column("min", .decimal, "下限", "Lower bound of a range; empty where it is open.") {
      Cell($0.record.min.map(Cell.Decimal.init))
    },
    Column("max", .decimal, "上限", "Upper bound of a range; empty where it is open.") {
      Cell($0.record.max.map(Cell.Decimal.init))
    },
    Column(
      "approx", "精确程度", "How the value stands to the number written.", required: true,
      values: Approximation.allCases.map(\.rawValue)
    ) { .text($0.record.approx) },
    Column("unit", "单位", "As written, without scale words.") { Cell($0.record.unit?.text) },
    Column("unit_code", "单位代码", "UCUM, ISO 4217, or a counter in braces.") {
      Cell($0.record.unit?.code)
    },
    Column("dimension", "量纲", "What the unit measures.") { Cell($0.record.unit?.dimension) },
    Column("normalized_value", .decimal, "标准数值", "In the standard unit of the dimension.") {
      Cell(($0.record.normalized?.value).map(Cell.Decimal.init))
    },
    Column("normalized_min", .decimal, "标准下限", "Lower bound in the standard unit.") {
      Cell(($0.record.normalized?.min).map(Cell.Decimal.init))
    },
    Column("normalized_max", .decimal, "标准上限", "Upper bound in the standard unit.") {
      Cell(($0.record.normalized?.max).map(Cell.Decimal.init))
    },
    Column("normalized_unit", "标准单位", "Code of the standard unit.") {
      Cell($0.record.normalized?.unit)
    },
    Column(
      "kind", "类别", "What sort of quantity it is.", required: true,
      values: QuantityKind.allCases.filter { $0 != .number }.map(\.rawValue)
    ) { .text($0.record.kind) },
    Column(
      "aspect", "角度", "Level, change, share, rank, ratio or scale.", required: true,
      values: ["level", "change", "share", "rank", "ratio", "scale"]
    ) { .text($0.record.aspect) },
  ]

  private static let meaning: [Column<DatasetFact>] =
    evidence("measure", "指标", "What is counted or measured.") { $0.measure }
    + evidence("subject", "主体", "Whose measure it is.") {
      $0.subject.map { FactRecord.Evidence(text: $0.text, spans: $0.spans) }
    }
    + [
      Column("subject_inherited", .boolean, "主体承前", "Whether the subject was told earlier.") {
        Cell($0.record.subject?.inherited)
      }
    ]
    + evidence("resolved_from", "主体代称", "Words that stand for the subject in the sentence.") {
      $0.subject?.resolvedFrom
    }
    + evidence("predicate", "谓语", "The verb that ties measure and value.") { $0.predicate }
    + [
      Column(
        "change_direction", "变动方向", "Which way a change goes.",
        values: ["increase", "decrease", "flat"]
      ) { Cell($0.record.change?.direction) },
      Column(
        "change_basis", "变动基期", "What a change is against.",
        values: ["yoy", "mom", "since", "peer", "unstated"]
      ) { Cell($0.record.change?.basis) },
    ]
    + evidence("share_of", "占比对象", "The whole of which it is a share.") { $0.shareOf }
    + [
      Column("per", "每", "What the value is per, parted by `;`.") {
        Cell($0.record.per?.joined(separator: ";"))
      }
    ]

  /// Words and where they stand.
  private static func evidence(
    _ name: String, _ title: String, _ description: String,
    _ evidence: @escaping @Sendable (FactRecord) -> FactRecord.Evidence?
  ) -> [Column<DatasetFact>] {
    [
      Column(name, title, description) { Cell(evidence($0.record)?.text) },
      Column(name + "_spans", title + "位置", Spans.meaning) {
        Cell((evidence($0.record)?.spans).map(Spans.text))
      },
    ]
  }
}
