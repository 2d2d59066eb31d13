import Foundation

/// `renamed.jsonl`: files that stand under another path than at first sight, one a line, `{"key","path","version"}`.
///
/// An article that declares no id has its path at first sight as its key, by which facts and decisions know it.
/// `process` knows a renamed file by the hash of its bytes, and notes it here, so that the key stays when the index
/// is made anew or on another machine. Lines are appended and synced like decisions; the last one of a path counts.
public struct RenameLog: Sendable {
  public let path: String

  public struct Line: Codable, Sendable, Equatable {
    /// The path at first sight.
    public var key: String
    /// The path now.
    public var path: String
    /// `sha256:` of the file's bytes when it was renamed.
    public var version: String
  }

  public init(_ folder: CorpusFolder) { path = folder.file("renamed.jsonl") }

  /// Keys by present path.
  ///
  /// A file at a path that is another file's key gets its own path with ` (2)` as its key.
  ///
  /// - Parameter paths: those of all article files.
  public func keys(of paths: [String]) throws(StoreError) -> [String: String] {
    var renamed: [String: String] = [:]
    for line in try lines() { renamed[line.path] = line.key }
    var keys: [String: String] = [:]
    var taken: Set<String> = []
    for path in paths {
      if let key = renamed[path], key != path, taken.insert(key).inserted { keys[path] = key }
    }
    for path in paths where keys[path] == nil {
      var key = path
      var turn = 2
      while !taken.insert(key).inserted {
        key = "\(path) (\(turn))"
        turn += 1
      }
      keys[path] = key
    }
    return keys
  }

  /// All whole lines, in order; those that are none are passed over.
  public func lines() throws(StoreError) -> [Line] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .file(path: path, code: EACCES)
    }
    return data.split(separator: 0x0A).compactMap {
      try? JSONDecoder().decode(Line.self, from: Data($0))
    }
  }

  public func append(_ lines: [Line]) throws(StoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try AppendedFile(path: path).append(lines.compactMap { try? encoder.encode($0) })
  }
}
