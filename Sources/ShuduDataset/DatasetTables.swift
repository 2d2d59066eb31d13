import Shudu

/// All tables of a package as they are written, article by article.
final class DatasetTables {
  private let database: DatabaseFile
  private let facts: TableWriter<DatasetFact>
  private let articles: TableWriter<DatasetArticle>
  private let sentences: TableWriter<DatasetSentence>
  private let entities: TableWriter<DatasetName>
  private let units: TableWriter<DatasetUnit>
  private let unclaimed: TableWriter<UnclaimedNumeral>
  private let lines: OutputFile
  private let writer: FactLines
  private var json = JSONWriter()
  private var unitRows: [String: DatasetUnit] = [:]

  init(in folder: String, options: RebuildOptions) throws(DatasetError) {
    let database = try DatabaseFile(in: folder)
    func table<Row: Sendable>(_ table: Table<Row>) throws(DatasetError) -> TableWriter<Row> {
      try TableWriter(
        options.withoutText ? table.withoutArticleText() : table, in: folder, database: database,
        hasByteOrderMark: options.hasByteOrderMark)
    }
    self.database = database
    facts = try table(.facts)
    articles = try table(.articles)
    sentences = try table(.sentences)
    entities = try table(.entities)
    units = try table(.units)
    unclaimed = try table(.unclaimed)
    lines = try OutputFile("facts.jsonl", in: folder)
    writer = FactLines(hasText: !options.withoutText)
  }

  /// The fields of `facts`, for the Parquet step.
  var factFields: [PackageDescriptor.Field] {
    PackageDescriptor.Schema(facts.table.schema).fields
  }

  func append(_ article: DatasetArticle) throws(DatasetError) {
    try articles.append(article)
    for sentence in article.sentences { try sentences.append(sentence) }
    for fact in article.facts {
      try facts.append(fact)
      json.removeAll()
      writer.write(fact, to: &json)
      try lines.write(json.bytes)
      note(unitOf: fact)
    }
    for name in article.names { try entities.append(name) }
    for numeral in article.unclaimed { try unclaimed.append(numeral) }
  }

  /// Writes the units that facts were told in, and says how many they are.
  func appendUnits() throws(DatasetError) -> Int {
    for key in unitRows.keys.sorted() {
      if let row = unitRows[key] { try units.append(row) }
    }
    return unitRows.count
  }

  /// Ends all files, in the order in which the package lists them.
  func finish() throws(DatasetError) -> Files {
    let tables = [
      try facts.finish(), try articles.finish(), try sentences.finish(), try entities.finish(),
      try units.finish(), try unclaimed.finish(),
    ]
    return Files(tables: tables, lines: try lines.finish(), database: try database.finish())
  }

  struct Files {
    var tables: [TableFile]
    var lines: WrittenFile
    var database: WrittenFile
  }

  private func note(unitOf fact: DatasetFact) {
    guard let unit = fact.record.unit else { return }
    let key = unit.code + "\n" + unit.dimension
    var row =
      unitRows[key]
      ?? DatasetUnit(
        code: unit.code, dimension: unit.dimension, standard: nil, words: [], facts: 0)
    row.standard = row.standard ?? fact.record.normalized?.unit
    row.facts += 1
    if !row.words.contains(unit.text) { row.words = (row.words + [unit.text]).sorted() }
    unitRows[key] = row
  }
}
