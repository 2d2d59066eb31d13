import Foundation
import Testing

@testable import ShuduStore

@Suite struct DecisionLogTests {
  static func folder() throws -> CorpusFolder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-log-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try CorpusFolder(path: path)
  }

  static func decision(_ id: String, when: String = "2026-01-01T00:00:00.000Z") -> Decision {
    Decision(
      id: id, when: when, who: "lin", action: .accept,
      targets: [.init(fact: "f" + id, article: "articles/a.md")])
  }

  @Test func aTornLastLineIsPassedOverAndSetAside() throws {
    let folder = try Self.folder()
    let log = DecisionLog(folder)
    try log.append([Self.decision("1")])
    let whole = try Data(contentsOf: URL(fileURLWithPath: log.path))
    // Torn at every byte of a second line.
    let second = try Self.decision("2").line()
    for length in 1..<second.count {
      try (whole + second.prefix(length)).write(to: URL(fileURLWithPath: log.path))
      let contents = try log.read()
      #expect(contents.decisions.map(\.id) == ["1"] && contents.torn == length)
    }
    try log.append([Self.decision("3")])
    #expect(try log.read().decisions.map(\.id) == ["1", "3"])
    let aside = try String(contentsOfFile: folder.derived + "/torn-decisions.txt", encoding: .utf8)
    #expect(aside == String(decoding: second.dropLast(), as: UTF8.self) + "\n")
  }

  @Test func aWholeLastLineWithoutItsBreakCounts() throws {
    let log = DecisionLog(try Self.folder())
    try Self.decision("1").line().write(to: URL(fileURLWithPath: log.path))
    #expect(try log.read().decisions.map(\.id) == ["1"])
    try log.append([Self.decision("2")])
    #expect(try log.read().decisions.map(\.id) == ["1", "2"])
  }

  @Test func linesOfAMergeCountOnceInTheirMeantOrder() throws {
    let log = DecisionLog(try Self.folder())
    let early = try Self.decision("b", when: "2026-01-01T00:00:00.000Z").line()
    let late = try Self.decision("a", when: "2026-01-02T00:00:00.000Z").line()
    var other = Self.decision("a", when: "2026-01-02T00:00:00.000Z")
    other.who = "wang"
    let lines = try [late, early, Data("<<<<<<< ours".utf8), late, other.line()]
    try Data(lines.map { $0 + [0x0A] }.joined()).write(to: URL(fileURLWithPath: log.path))
    let contents = try log.read()
    #expect(contents.decisions.map(\.id) == ["b", "a"])
    #expect(contents.problems.map(\.line) == [3, 5])
  }

  @Test func writersAtTheSameTimeLoseNothing() async throws {
    let folder = try Self.folder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let log = DecisionLog(folder)
          for number in 0..<25 { try log.append([Self.decision("\(writer)-\(number)")]) }
        }
      }
      try await group.waitForAll()
    }
    let contents = try DecisionLog(folder).read()
    #expect(contents.decisions.count == 200 && contents.problems.isEmpty)
  }

  @Test func aReadOnlyFileIsTold() throws {
    let folder = try Self.folder()
    mkdir(folder.decisions, 0o755)
    #expect(throws: StoreError.file(path: folder.decisions, code: EISDIR)) {
      try DecisionLog(folder).append([Self.decision("1")])
    }
  }
}
