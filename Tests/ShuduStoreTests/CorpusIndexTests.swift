import Foundation
import GRDB
import Testing

@testable import ShuduStore

@Suite struct CorpusIndexTests {
  /// A new corpus with one article of two facts, processed.
  static func corpus() async throws -> CorpusFolder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-index-\(UUID().uuidString)").path
    _ = try CorpusTemplate.make(at: path)
    let text = "甲乙港完成货物吞吐量4.36亿吨,同比增长6.2%。\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/articles/port.txt"))
    let folder = try CorpusFolder(path: path)
    try await process(folder)
    return folder
  }

  @discardableResult
  static func process(_ folder: CorpusFolder) async throws -> CorpusProcessor.Summary {
    try await CorpusProcessor(folder, jobs: 1).run(willProcess: { _ in }, report: { _ in })
  }

  @Test func aCorruptIndexIsMadeAnew() async throws {
    let folder = try await Self.corpus()
    try Data("no database".utf8).write(to: URL(fileURLWithPath: folder.index))
    let summary = try await Self.process(folder)
    #expect(summary.isIndexRebuilt && summary.facts == 2)
    // Lost pages show as well.
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.index))
    try (data.prefix(4096) + Data(count: data.count - 4096))
      .write(to: URL(fileURLWithPath: folder.index))
    #expect(try await Self.process(folder).isIndexRebuilt)
  }

  @Test func settingsDateAnArticleThatTellsNoDay() async throws {
    let folder = try await Self.corpus()
    let settings = URL(fileURLWithPath: folder.settings)
    for day in ["2024-01-08", "2025-01-08"] {
      try Data("dates:\n  port.txt: \"\(day)\"\n".utf8).write(to: settings)
      let summary = try await Self.process(folder)
      #expect(summary.unchanged == 0)
      let article = try #require(try CorpusIndex(folder).articles().first)
      #expect(article.date == day && article.dateFrom == "option")
    }
    #expect(try await Self.process(folder).unchanged == 1)
    try Data("dates:\n  port.txt: \"8 January\"\n".utf8).write(to: settings)
    await #expect(throws: StoreError.self) { try await Self.process(folder) }
  }

  @Test func aNewerSchemaIsRefused() async throws {
    let folder = try await Self.corpus()
    try CorpusIndex(folder).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('3')")
    }
    let error = StoreError.newerSchema(path: folder.index, version: 3, known: 2)
    await #expect(throws: error) { try await Self.process(folder) }
    #expect(throws: error) { _ = try Corpus(path: folder.path) }
  }

  @Test func anOlderSchemaIsMadeAnewByProcess() async throws {
    let folder = try await Self.corpus()
    try CorpusIndex(folder).write {
      try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '2'")
    }
    #expect(throws: StoreError.noIndex(path: folder.index)) { _ = try CorpusIndex(folder) }
    let summary = try await Self.process(folder)
    #expect(summary.facts == 2 && !summary.isIndexRebuilt)
    #expect(try CorpusIndex(folder).count(FactQuery()) == 2)
  }

  @Test func aReaderLeavesMissingIndexesToTheProcessAtWork() async throws {
    let folder = try await Self.corpus()
    try CorpusIndex(folder).write(PostponedIndexes.drop)
    // Not while a process is at it.
    let lock = try IndexLock(folder)
    #expect(try CorpusIndex(folder).read(PostponedIndexes.areMissing))
    withExtendedLifetime(lock) {}
  }

  @Test func aReaderMakesWhatIsMissing() async throws {
    let folder = try await Self.corpus()
    try CorpusIndex(folder).write(PostponedIndexes.drop)
    #expect(try !CorpusIndex(folder).read(PostponedIndexes.areMissing))
    try CorpusIndex(folder).write(PostponedIndexes.drop)
    try await Self.process(folder)
    let lock = try IndexLock(folder)
    #expect(try !CorpusIndex(folder).read(PostponedIndexes.areMissing))
    withExtendedLifetime(lock) {}
  }

  @Test func oneProcessWritesAtATime() async throws {
    let folder = try await Self.corpus()
    let lock = try IndexLock(folder)
    let error = StoreError.locked(path: folder.path, process: Int(getpid()))
    await #expect(throws: error) { try await Self.process(folder) }
    withExtendedLifetime(lock) {}
  }

  @Test func searchFindsSentencesFromOneCharacterOn() async throws {
    let index = try CorpusIndex(try await Self.corpus())
    func found(_ text: String) throws -> Int {
      var query = FactQuery()
      query.text = text
      return try index.count(query)
    }
    for text in ["货物吞吐量", "吞吐", "吨", "4.36亿", "，同比".replacingOccurrences(of: "，", with: ","), "貨物"]
    {
      #expect(try found(text) == 2, "\(text)")
    }
    #expect(try found("物货") == 0 && found("集装箱") == 0)
  }

  @Test func anAddedFactMovesWithItsSentence() async throws {
    let folder = try await Self.corpus()
    let corpus = try Corpus(path: folder.path)
    let extracted = try #require(try corpus.index.facts(FactQuery(), limit: 1).first)
    var record = try FactRecord(json: Data(extracted.record.utf8))
    record.quote = .init(text: "货物吞吐量", spans: [[5, 10]])
    let draft = JSONValue.object([
      "action": .string("add"), "record": try JSONValue(parsing: JSONEncoder().encode(record)),
    ])
    let decision = try corpus.decision(
      from: draft.decoded(as: DecisionDraft.self), who: "lin")
    try corpus.record([decision])
    var query = FactQuery()
    query.states = [.added]
    #expect(try corpus.index.factIDs(query) == [decision.targets[0].fact])

    let text = "本报讯。据悉甲乙港完成货物吞吐量4.36亿吨,同比增长6.2%。\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.articles + "/port.txt"))
    try await Self.process(folder)
    let moved = try #require(try corpus.index.facts(query, limit: 2).first)
    let now = try FactRecord(json: Data(moved.record.utf8))
    #expect(now.quote.spans == [[11, 16]] && now.sentence.text.hasPrefix("据悉"))

    // Undone, it is gone; redone, it is there again.
    for (action, count) in [(Decision.Action.undo, 0), (.redo, 1)] {
      let turn = Decision(
        id: DecisionID.make(), when: DecisionID.time(), who: "lin", action: action,
        decision: decision.id)
      try corpus.record([turn])
      #expect(try corpus.index.count(query) == count)
      #expect(try corpus.index.orphans().isEmpty)
    }
  }

  /// A decision at a time must give what all at once give.
  @Test func reviewsKeptUpAreThoseOfTheWholeLog() async throws {
    let folder = try await Self.corpus()
    let corpus = try Corpus(path: folder.path)
    let facts = try corpus.index.targets(of: corpus.index.factIDs(FactQuery()))
    var made: [String] = []
    var number = 0
    for (who, action, turn) in [
      ("lin", Decision.Action.accept, 0), ("wang", .reject, 0), ("lin", .undo, 0),
      ("wang", .correct, 1), ("lin", .redo, 0), ("lin", .correct, 1), ("wang", .undo, 1),
      ("chen", .settle, 0), ("lin", .accept, 1),
    ] {
      number += 1
      var decision = Decision(
        id: "d\(number)", when: "2026-01-01T00:00:0\(number).000Z", who: who, action: action)
      switch action {
      case .undo, .redo: decision.decision = made[turn]
      default:
        decision.targets = turn == 0 ? facts : [facts[turn]]
        decision.fields = action == .correct ? ["status": .string("target")] : nil
        decision.verdict = action == .settle ? .accept : nil
      }
      made.append(decision.id)
      try corpus.record([decision])
      let kept = try Self.reviews(corpus.index)
      try corpus.index.write { try Meta.clear(Meta.log, in: $0) }
      try corpus.refresh()
      #expect(try Self.reviews(corpus.index) == kept, "after \(number)")
    }
  }

  static func reviews(_ index: CorpusIndex) throws -> [[String?]] {
    try index.read { database in
      try Row.fetchAll(database, sql: "SELECT fact, state, record, detail FROM review ORDER BY 1")
        .map { [$0[0], $0[1], $0[2], $0[3]] }
    }
  }
}
