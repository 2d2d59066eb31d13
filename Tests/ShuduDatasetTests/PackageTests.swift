import Foundation
import GRDB
import ShuduStore
import Testing

@testable import ShuduDataset

@Suite struct PackageTests {
  private let extractor = PackageDescriptor.Making(
    program: "0", lexicon: "sha256:0", options: [], withoutText: false)

  /// Writes a package of articles and gives its folder's name.
  private func write(
    _ articles: [DatasetArticle], _ options: RebuildOptions = RebuildOptions()
  ) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-dataset-\(UUID().uuidString)")
    let staging = try StagingFolder(for: url.path)
    let tables = try DatasetTables(in: staging.path, options: options)
    var counts = DatasetCounts()
    var page = PageData(hasText: !options.withoutText)
    for article in articles {
      try tables.append(article)
      counts.add(ArticleAssembly.Result(article: article))
      page.append(article)
    }
    counts.units = try tables.appendUnits()
    let package = PackageWriter(
      folder: staging.path, settings: CorpusSettings(), options: options, making: extractor,
      counts: counts, quality: nil)
    try package.write(
      try tables.finish(), changes: nil, page: &page, sources: [], fields: tables.factFields)
    try staging.commit()
    return url
  }

  private func names(in url: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  private let text = "2023年,全市完成货物吞吐量4.36亿吨,同比增长6.2%。新增企业120家。"

  @Test func thePackageIsWholeAndAsItsHashesSay() throws {
    let url = try write([try SampleArticle.make(text)])
    defer { try? FileManager.default.removeItem(at: url) }
    let result = try Verification(url.path).run(corpus: nil, limit: 1 << 20)
    #expect(result.problems.isEmpty && result.files == 12)
  }

  @Test(arguments: ["facts.csv", "dataset.sqlite", "index.html", "README.md", "datapackage.json"])
  func aChangedByteIsFound(_ name: String) throws {
    let url = try write([try SampleArticle.make(text)])
    defer { try? FileManager.default.removeItem(at: url) }
    let file = url.appendingPathComponent(name)
    var data = try Data(contentsOf: file)
    // In the descriptor a letter of the description, so that it stays one.
    let at = data.range(of: Data("Facts".utf8))?.lowerBound ?? data.count / 2
    data[at] ^= 0x20
    try data.write(to: file)
    let result = try Verification(url.path).run(corpus: nil, limit: 1 << 20)
    #expect(result.problems.map(\.place) == [name])
  }

  @Test func aMissingFileAndAStrangeOneAreFound() throws {
    let url = try write([try SampleArticle.make(text)])
    defer { try? FileManager.default.removeItem(at: url) }
    try FileManager.default.removeItem(at: url.appendingPathComponent("units.csv"))
    try Data().write(to: url.appendingPathComponent("notes.txt"))
    let result = try Verification(url.path).run(corpus: nil, limit: 1 << 20)
    #expect(
      result.problems.map(\.message) == [
        "units.csv: missing", "notes.txt: is no part of the package",
      ])
  }

  @Test func withoutTextNoSentenceIsLeft() throws {
    var options = RebuildOptions()
    options.withoutText = true
    let url = try write([try SampleArticle.make(text)], options)
    defer { try? FileManager.default.removeItem(at: url) }
    for name in try names(in: url) {
      let data = try Data(contentsOf: url.appendingPathComponent(name))
      #expect(data.range(of: Data("全市完成货物".utf8)) == nil, "\(name)")
    }
  }

  @Test func aFolderThatIsNoDatasetIsLeftAlone() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-dataset-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("mine".utf8).write(to: url.appendingPathComponent("thesis.txt"))
    #expect(throws: DatasetError.notADataset(path: url.path)) { try StagingFolder(for: url.path) }
    #expect(try names(in: url) == ["thesis.txt"])
  }

  @Test func oneRebuildAtATime() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-dataset-\(UUID().uuidString)").path
    let first = try StagingFolder(for: path)
    #expect(throws: DatasetError.busy(path: path)) { try StagingFolder(for: path) }
    withExtendedLifetime(first) {}
  }

  @Test func whatAKilledRebuildLeftIsThrownAway() throws {
    let base = FileManager.default.temporaryDirectory.path
    let name = "shudu-dataset-\(UUID().uuidString)"
    let left = "\(base)/.\(name).rebuild"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: left + "/facts.csv"))
    let staging = try StagingFolder(for: "\(base)/\(name)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: staging.path).isEmpty)
  }

  @Test func exactNumbersKeepTheirDigitsInSQLite() throws {
    let url = try write([try SampleArticle.make("全市完成投资120.50亿元。")])
    defer { try? FileManager.default.removeItem(at: url) }
    let queue = try DatabaseQueue(path: url.appendingPathComponent("dataset.sqlite").path)
    let row = try #require(
      try queue.read { try Row.fetchOne($0, sql: "SELECT value, value_real, measure FROM facts") })
    let value: String = row["value"]
    let real: Double = row["value_real"]
    #expect(Double(value) == real && value.hasPrefix("12050"))
  }

  @Test func theCardTellsWhatWasMeasuredAndWhatWasNot() throws {
    let url = try write([try SampleArticle.make(text)])
    defer { try? FileManager.default.removeItem(at: url) }
    let card = try String(contentsOf: url.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(card.hasPrefix("---\nlanguage:\n- zh\n"))
    #expect(card.contains("were not measured on it") && card.contains("Nothing was reviewed yet"))
  }
}
