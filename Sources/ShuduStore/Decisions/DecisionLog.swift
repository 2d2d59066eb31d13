import Foundation

/// `decisions.jsonl`: decisions one a line, only ever appended to.
///
/// An appended decision is on the disk before `append` returns. Processes that append at the same time wait for one
/// another by a lock on the file. A last line that a dying process left torn was never acknowledged: readers pass
/// over it, and the next writer moves it to `.shudu/torn-decisions.txt`.
public struct DecisionLog: Sendable {
  public let path: String
  private let tornPath: String

  public init(_ folder: CorpusFolder) {
    path = folder.decisions
    tornPath = folder.derived + "/torn-decisions.txt"
  }

  /// What a log holds.
  public struct Contents: Sendable {
    /// In the order in which they are meant: `when`, then `id`. A line that stands twice counts once.
    public var decisions: [Decision] = []
    /// Lines that are no decisions, and ids that stand for two different ones; such lines have no effect.
    public var problems: [Problem] = []
    /// Bytes of a torn last line.
    public var torn = 0
    /// Bytes up to the end of the last whole line.
    public var length = 0
  }

  public struct Problem: Sendable, Equatable {
    /// Counted from 1.
    public var line: Int
    public var reason: String
  }

  /// Reads the whole log; a corpus without one has no decisions.
  ///
  /// Cost: linear, about 100,000 decisions a second.
  public func read() throws(StoreError) -> Contents {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw .file(path: path, code: EACCES)
      }
      return Contents()
    }
    return DecisionLog.contents(of: data)
  }

  /// Reads the bytes of a log, or of a part of one that begins with a line.
  public static func contents(of data: Data) -> Contents {
    var contents = Contents()
    var known: [String: Decision] = [:]
    let decoder = JSONDecoder()
    var start = data.startIndex
    var line = 0
    while start < data.endIndex {
      line += 1
      let end = data[start...].firstIndex(of: 0x0A)
      let bytes = data[start..<(end ?? data.endIndex)]
      start = end.map { $0 + 1 } ?? data.endIndex
      guard bytes.contains(where: { $0 > 0x20 }) else {
        contents.length = start - data.startIndex
        continue
      }
      do {
        let decision = try decoder.decode(Decision.self, from: Data(bytes))
        contents.length = start - data.startIndex
        guard let other = known[decision.id] else {
          known[decision.id] = decision
          contents.decisions.append(decision)
          continue
        }
        if other != decision {
          contents.problems.append(
            Problem(line: line, reason: "another decision has the id \(decision.id)"))
        }
      } catch {
        if end == nil {
          contents.torn = bytes.count
        } else {
          contents.length = start - data.startIndex
          let reason = (error as? DecodingError)?.place ?? "no decision"
          contents.problems.append(Problem(line: line, reason: reason))
        }
      }
    }
    contents.decisions.sort(by: Decision.precedes)
    return contents
  }

  /// Appends decisions, all or none, and returns when they are on the disk.
  public func append(_ decisions: [Decision]) throws(StoreError) {
    var lines: [Data] = []
    for decision in decisions {
      guard let line = try? decision.line() else {
        throw .refused(reason: "decision \(decision.id) can't be written as JSON")
      }
      lines.append(line)
    }
    var file = AppendedFile(path: path, tornPath: tornPath)
    file.isWhole = { (try? JSONDecoder().decode(Decision.self, from: $0)) != nil }
    try file.append(lines)
  }
}
