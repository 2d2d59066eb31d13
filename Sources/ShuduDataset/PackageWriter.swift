import Foundation
import ShuduStore

/// Writes what stands beside the tables: Parquet, page, card, changes, and the descriptor of them all.
struct PackageWriter {
  let folder: String
  let settings: CorpusSettings
  let options: RebuildOptions
  let making: PackageDescriptor.Making
  let counts: DatasetCounts
  let quality: MeasuredQuality?

  private var title: String { settings.name ?? "数读数据集" }

  func write(
    _ files: DatasetTables.Files, changes: Changes?, page: inout PageData,
    sources: [PackageDescriptor.Source], fields: [PackageDescriptor.Field]
  ) throws(DatasetError) {
    var resources = files.tables.map { PackageDescriptor.Resource($0) }
    resources.append(
      .init(
        // Its records are nested: it is no table, which the format `jsonl` would make of it.
        files.lines, title: "事实记录", description: "One record a line: dataset-fact.schema.json.",
        mediatype: "application/jsonl", format: "json-lines"))
    resources.append(
      .init(
        files.database, title: "数据库", description: "All tables in SQLite.",
        mediatype: "application/vnd.sqlite3"))
    if let python = options.python {
      let file = try ParquetStep(python: python).run(in: folder, fields: fields)
      resources.append(
        .init(
          file, title: "事实，列式", description: "The table facts in Parquet.",
          mediatype: "application/vnd.apache.parquet", format: "apache-parquet"))
    }
    resources.append(
      .init(
        try write(pageBytes(&page), to: DatasetPage.name), title: "浏览页",
        description: "The dataset as a page that opens from disk.", mediatype: "text/html"))
    resources.append(
      .init(
        try write(card().utf8, to: DataCard.name), title: "数据说明", description: "The card.",
        mediatype: "text/markdown"))
    resources.append(
      .init(
        try write(ChangeNotes.text(changes, title: title).utf8, to: ChangeNotes.name),
        title: "变更", description: "Changes against an earlier release.", mediatype: "text/markdown")
    )
    try write(descriptor(resources, sources), to: PackageDescriptor.fileName)
  }

  private func pageBytes(_ page: inout PageData) -> [UInt8] {
    let articles = counts.articles
    let days = counts.firstDate.map { "\($0) – \(counts.lastDate ?? $0)" } ?? ""
    let chinese =
      "从 \(articles) 篇新闻报道中逐条提取的数字事实，每条都标出原文句子。"
      + (days.isEmpty ? "" : "报道日期 \(days)。")
    let english =
      "Facts in numbers from \(articles) news articles, each with the sentence that states it."
      + (days.isEmpty ? "" : " Articles of \(days).")
    let data = page.json(
      title: title, chinese: chinese, english: english, program: making.program)
    return DatasetPage.bytes(title: title, data: data)
  }

  private func card() -> String {
    DataCard(
      title: title, settings: settings, options: options, making: making, counts: counts,
      quality: quality, hasParquet: options.python != nil
    ).text()
  }

  private func descriptor(
    _ resources: [PackageDescriptor.Resource], _ sources: [PackageDescriptor.Source]
  ) throws(DatasetError) -> [UInt8] {
    let descriptor = PackageDescriptor(
      name: "shudu-dataset", title: title,
      description: settings.description
        ?? "Facts in numbers from Chinese news articles, with the sentences that state them.",
      licenses: settings.license.map { [.init(name: $0)] }, sources: sources,
      resources: resources, shudu: making)
    do {
      return try descriptor.bytes()
    } catch {
      throw .badPackage(path: PackageDescriptor.fileName, reason: "can't be written as JSON")
    }
  }

  @discardableResult
  private func write(
    _ bytes: some Sequence<UInt8>, to name: String
  ) throws(DatasetError) -> WrittenFile {
    let file = try OutputFile(name, in: folder)
    try file.write(bytes)
    return try file.finish()
  }
}
