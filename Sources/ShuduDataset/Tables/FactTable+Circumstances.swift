import ShuduStore

/// When a fact held, who says so, and how sure it is.
extension Table<DatasetFact> {
  static let circumstances: [Column<DatasetFact>] = [
    Column("time", "时间", "The words that tell when.") { Cell($0.record.time?.text) },
    Column("time_spans", "时间位置", Spans.meaning) {
      Cell(($0.record.time?.spans).map(Spans.text))
    },
    Column("time_value", "时间值", "ISO 8601 / EDTF at the words' precision.") {
      Cell($0.record.time?.value)
    },
    Column("time_first", .date, "首日", "First day of the time; empty where it is open.") {
      Cell($0.days.first)
    },
    Column("time_last", .date, "末日", "Last day of the time; empty where it is open.") {
      Cell($0.days.last)
    },
    Column("time_inherited", .boolean, "时间承前", "Whether the time was told earlier.") {
      Cell($0.record.time?.inherited)
    },
    Column(
      "status", "状态", "Whether it is done, aimed at, foreseen, or laid down.", required: true,
      values: ["actual", "target", "forecast", "provision"]
    ) { .text($0.record.status) },
    Column("attribution", "消息来源", "Who says so.") { Cell($0.record.attribution?.text) },
    Column("attribution_spans", "消息来源位置", Spans.meaning) {
      Cell(($0.record.attribution?.spans).map(Spans.text))
    },
    Column("emphasis", "强调", "How the page sets it off.", values: ["bold", "heading"]) {
      Cell($0.record.emphasis)
    },
    Column("same_as", "首次出现", "Id of the first telling in the article.") {
      Cell($0.record.sameAs)
    },
    Column("reprint_of", "转载自", "Key of the article that this one reprints.") {
      Cell($0.reprintOf)
    },
  ]

  static let origin: [Column<DatasetFact>] = [
    confidence("confidence", "置信度", "the fact") { $0.fact },
    confidence("confidence_measure", "指标置信度", "the measure") { $0.measure },
    confidence("confidence_subject", "主体置信度", "the subject") { $0.subject },
    confidence("confidence_time", "时间置信度", "the time") { $0.time },
    confidence("confidence_status", "状态置信度", "the status") { $0.status },
    Column(
      "origin", "来历", "Whether the extractor found it or a reviewer added it.", required: true,
      values: DatasetFact.Origin.allCases.map(\.rawValue)
    ) { .text($0.origin.rawValue) },
    Column(
      "review", "审核状态", "What people decided about it.", required: true,
      values: DatasetFact.State.allCases.map(\.rawValue)
    ) { .text($0.review.state.rawValue) },
    Column("reviewers", "审核人", "Who decided, parted by `;`.") { list($0.review.reviewers) },
    Column("review_date", .date, "审核日期", "Day of the last decision, UTC.") {
      Cell($0.review.date)
    },
    Column("corrected_fields", "更正字段", "Fields that people corrected, parted by `;`.") {
      list($0.review.corrected)
    },
    Column(
      "carried", .probability, "沿用把握",
      "How sure it is that decisions made on an earlier text mean this fact; empty where its id is the same."
    ) { $0.review.carried.map { .decimal(Probability.text($0)) } ?? .null },
    Column("decisions", "决定编号", "Ids of the decisions in force, parted by `;`.") {
      list($0.review.decisions)
    },
    Column("rules", "规则", "Rules that made it, in order, parted by `;`.") {
      list($0.record.rules)
    },
    Column("extractor", "程序版本", "Version of the program.", required: true) {
      .text($0.record.extractor.version)
    },
  ]

  private static func confidence(
    _ name: String, _ title: String, _ what: String,
    _ value: @escaping @Sendable (FactRecord.Confidence) -> Double
  ) -> Column<DatasetFact> {
    Column(name, .probability, title, "Estimated probability that \(what) is right.") {
      .decimal(Probability.text(value($0.record.confidence)))
    }
  }

  private static func list(_ words: [String]) -> Cell {
    words.isEmpty ? .null : .text(words.joined(separator: ";"))
  }
}
